import { type Code, catalogue, codes, type Finding, nearest } from "../../diagnostics/index.ts";
import { exitCodes, fail, type Result, succeed } from "../exit-codes.ts";
import { parseList } from "../options.ts";

/** Which findings are reported: those of some codes, or all but those of some. */
export interface Selection {
  readonly selected: ReadonlySet<Code>;
  readonly ignored: ReadonlySet<Code>;
}

const families = [...new Set(codes.map(familyOf))];

function familyOf(code: string): string {
  return code.slice(0, 3);
}

/**
 * Codes, names (`silent-sink`) and families (`SLA`), separated by commas, as `--select` and `--ignore` take them. A contract
 * with an error is not valid, whatever is shown: naming an error in `--ignore` is refused, and a family leaves its errors in.
 */
export function readSelection(select: readonly string[], ignore: readonly string[]): Result<Selection> {
  const selected = readAll(select);
  if (!selected.ok) return selected;
  const ignored = readAll(ignore);
  if (!ignored.ok) return ignored;
  const isError = (code: Code) => catalogue[code].severity === "error";
  const refused = ignored.value.find(({ codes: named }) => named.length === 1 && named.some(isError));
  if (refused !== undefined)
    return fail(
      exitCodes.usage,
      `${refused.written} is an error and can't be ignored`,
      "correct what it says; only warnings and infos can be ignored",
    );
  return succeed({
    selected: new Set(selected.value.flatMap((pattern) => pattern.codes)),
    ignored: new Set(ignored.value.flatMap((pattern) => pattern.codes).filter((code) => !isError(code))),
  });
}

interface Pattern {
  readonly written: string;
  readonly codes: readonly Code[];
}

function readAll(written: readonly string[]): Result<readonly Pattern[]> {
  const names = written.flatMap(parseList);
  const patterns = names.map((name): Pattern => ({ written: name, codes: codesMeant(name) }));
  const unknown = patterns.find(({ codes: meant }) => meant.length === 0);
  return unknown === undefined ? succeed(patterns) : noSuchCode(unknown.written);
}

function codesMeant(name: string): readonly Code[] {
  const upper = name.toUpperCase();
  if (families.includes(upper)) return codes.filter((code) => familyOf(code) === upper);
  return codes.filter((code) => code === upper || catalogue[code].name === name.toLowerCase());
}

function noSuchCode(name: string) {
  const guess =
    nearest(name.toUpperCase(), [...codes, ...families]) ??
    nearest(
      name.toLowerCase(),
      codes.map((code) => catalogue[code].name),
    );
  return fail(
    exitCodes.usage,
    `there is no code or family ${name}${guess === undefined ? "" : `; did you mean ${guess}`}`,
    `revpact rules lists the codes; families are ${families.join(", ")}`,
  );
}

/** The findings to report. */
export function selectFindings(findings: readonly Finding[], { selected, ignored }: Selection): readonly Finding[] {
  return findings.filter(({ code }) => (selected.size === 0 || selected.has(code)) && !ignored.has(code));
}
