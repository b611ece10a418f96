import type { Language } from "../diagnostics/index.ts";
import type { Failure } from "./exit-codes.ts";

/** Where a command speaks: data to `out`, talk to `talk`. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly talk: (text: string) => void;
  readonly isInteractive: boolean;
  readonly outPaint: Paint;
  readonly talkPaint: Paint;
  readonly language: Language;
  readonly width: number;
}

/** Colours a text, or leaves it alone where the stream is no terminal or NO_COLOR is set. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly green: (text: string) => string;
  readonly cyan: (text: string) => string;
}

const codes = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  yellow: [33, 39],
  green: [32, 39],
  cyan: [36, 39],
} as const;

/** The terminal of this process. */
export function createTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  return {
    out: (text) => void stdout.write(text),
    talk: (text) => void stderr.write(text),
    isInteractive: stdout.isTTY === true && stderr.isTTY === true && env["CI"] === undefined,
    outPaint: createPaint(hasColour(stdout.isTTY, env)),
    talkPaint: createPaint(hasColour(stderr.isTTY, env)),
    language: env["REVPACT_LANG"]?.startsWith("fr") ? "fr" : "en",
    width: stdout.columns ?? 100,
  };
}

function hasColour(isTerminal: boolean, env: NodeJS.ProcessEnv): boolean {
  if (env["NO_COLOR"] !== undefined && env["NO_COLOR"] !== "") return false;
  if (env["FORCE_COLOR"] !== undefined && env["FORCE_COLOR"] !== "0") return true;
  return isTerminal && env["TERM"] !== "dumb";
}

/** Escape codes for each style, or none at all. */
export function createPaint(isColoured: boolean): Paint {
  const style = (name: keyof typeof codes) => {
    const [on, off] = codes[name];
    return (text: string) => (isColoured ? `\u001b[${on}m${text}\u001b[${off}m` : text);
  };
  return {
    bold: style("bold"),
    dim: style("dim"),
    red: style("red"),
    yellow: style("yellow"),
    green: style("green"),
    cyan: style("cyan"),
  };
}

/** Says why a command stopped and what to do next. */
export function talkFailure(terminal: Terminal, failure: Failure): void {
  const { talkPaint: paint } = terminal;
  terminal.talk(`${paint.red("error")}  ${failure.message}\n`);
  if (failure.help !== undefined) terminal.talk(`  ${paint.dim("help")}  ${failure.help}\n`);
}
