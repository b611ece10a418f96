import { type Command, Option } from "commander";
import { type Code, catalogue, codes, isCode, type Language, nearest } from "../../diagnostics/index.ts";
import { type ExitCode, exitCodes, fail, type Result, succeed } from "../exit-codes.ts";
import { languageOption } from "../options.ts";
import type { Runner } from "../run.ts";
import type { Terminal } from "../terminal.ts";
import { renderPage } from "./page-view.ts";

/** `revpact explain CODE` and `revpact rules`. */
export function addExplainCommand(program: Command, terminal: Terminal, run: Runner): void {
  program
    .command("explain")
    .summary("what a finding means, why it matters and how to fix it")
    .description(
      "Prints the page of a code: what it says, why it matters to the business, an example that fails and one that passes.",
    )
    .argument("<code>", "a code such as GRA302, or its name such as silent-sink")
    .addOption(languageOption(terminal.language))
    .addHelpText("after", "\nExamples:\n  revpact explain GRA302\n  revpact explain silent-sink --lang fr")
    .action((written: string, flags: { readonly lang: Language }) => run(() => explain(written, flags.lang, terminal)));
  program
    .command("rules")
    .summary("every code that validate knows")
    .description("Lists every code with its weight and its question.")
    .addOption(languageOption(terminal.language))
    .addOption(new Option("--format <format>", "text or json").choices(["text", "json"]).default("text"))
    .addHelpText("after", "\nExamples:\n  revpact rules\n  revpact rules --format json")
    .action((flags: { readonly lang: Language; readonly format: "text" | "json" }) =>
      run(() => listRules(flags.lang, flags.format, terminal)),
    );
}

async function explain(written: string, language: Language, terminal: Terminal): Promise<Result<ExitCode>> {
  const code = findCode(written);
  if (code === undefined) {
    const guess =
      nearest(written.toUpperCase(), codes) ??
      nearest(
        written.toLowerCase(),
        codes.map((candidate) => catalogue[candidate].name),
      );
    return fail(
      exitCodes.usage,
      `there is no code ${written}${guess === undefined ? "" : `; did you mean ${guess}`}`,
      "revpact rules lists them all",
    );
  }
  const { pages } = await import("../../diagnostics/pages/index.ts");
  terminal.out(renderPage(code, pages[code], { language, paint: terminal.outPaint, width: terminal.width }));
  return succeed(exitCodes.done);
}

function findCode(written: string): Code | undefined {
  const upper = written.toUpperCase();
  return isCode(upper) ? upper : codes.find((code) => catalogue[code].name === written.toLowerCase());
}

async function listRules(language: Language, format: "text" | "json", terminal: Terminal): Promise<Result<ExitCode>> {
  const { pages } = await import("../../diagnostics/pages/index.ts");
  const rows = codes.map((code) => {
    const { name, severity } = catalogue[code];
    return { code, name, severity, title: pages[code].title[language] };
  });
  if (format === "json") terminal.out(`${JSON.stringify({ formatVersion: 1, rules: rows }, null, 2)}\n`);
  else
    terminal.out(
      rows
        .map(({ code, name, severity, title }) => `${code}  ${severity.padEnd(7)}  ${name.padEnd(28)}  ${title}\n`)
        .join(""),
    );
  return succeed(exitCodes.done);
}
