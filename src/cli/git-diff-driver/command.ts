import type { Command } from "commander";
import { compileContract } from "../../contract/index.ts";
import type { Language } from "../../diagnostics/index.ts";
import { type Data, dataOf, decodeSource, parse, type Source } from "../../language/index.ts";
import { termsOf } from "../../review/index.ts";
import { type ExitCode, exitCodes, type Result, succeed } from "../exit-codes.ts";
import { readBytes } from "../files/load-contract.ts";
import { languageOption, today } from "../options.ts";
import type { Runner } from "../run.ts";
import type { Terminal } from "../terminal.ts";

const help = `
Once per clone, so that git log -p and git diff show clauses instead of lines of YAML:
  git config diff.revpact.textconv "revpact git-diff-driver"
  echo "contract.yaml diff=revpact" >> .gitattributes

Examples:
  revpact git-diff-driver contract.yaml            what git then compares
  git log -p --no-textconv contract.yaml           the text itself again

A file that is no contract is printed as it is: git must always get something to compare.

Exit codes: 0 done, 7 the file can't be read.`;

/** `revpact git-diff-driver`: arguments → command. */
export function addGitDiffDriverCommand(program: Command, terminal: Terminal, run: Runner): void {
  program
    .command("git-diff-driver")
    .summary("print a contract as clauses, for git to compare")
    .description(
      "Prints a contract clause by clause, in words where there are any: a textconv for git log -p and git diff.",
    )
    .argument("<file>", "a contract file, as git hands it over")
    .addOption(languageOption(terminal.language))
    .addHelpText("after", help)
    .action((file: string, { lang }: { readonly lang: Language }) =>
      run(async () => printClauses(file, lang, terminal)),
    );
}

function printClauses(file: string, language: Language, terminal: Terminal): Result<ExitCode> {
  const bytes = readBytes(file, process.cwd());
  if (!bytes.ok) return bytes;
  const source = decodeSource(file, bytes.value).value;
  const root = source === undefined ? undefined : parse(source).value;
  if (source === undefined || root?.kind !== "map") {
    terminal.out(Buffer.from(bytes.value).toString("utf8"));
    return succeed(exitCodes.done);
  }
  terminal.out(`${[...inWords(source, language), ...leaves(dataOf(root), [])].join("\n")}\n`);
  return succeed(exitCodes.done);
}

/** The terms in words, a line each; none where the contract has errors. */
function inWords(source: Source, language: Language): readonly string[] {
  const { value } = compileContract([source], { asOf: today(), isLenient: true });
  if (value === undefined) return [];
  const colon = { en: ":", fr: "\u00a0:" }[language];
  const terms = Object.values(termsOf(value));
  return [...terms.map(({ subject, value: said }) => `${subject[language]}${colon} ${said[language]}`), ""];
}

/** Every value with the way that leads to it: whatever has no words of its own is told all the same. */
function leaves(data: Data, path: readonly string[]): readonly string[] {
  if (Array.isArray(data)) {
    const isPlain = data.every((item) => typeof item !== "object" || item === null);
    if (isPlain) return [`${path.join(".")}: ${data.join(", ")}`];
    return data.flatMap((item: Data, index) => leaves(item, [...path, String(index + 1)]));
  }
  if (typeof data !== "object" || data === null) return [`${path.join(".")}: ${String(data)}`];
  return Object.entries(data).flatMap(([key, item]) => leaves(item, [...path, key]));
}
