import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Language, languages } from "../../diagnostics/index.ts";
import { createTerms } from "../../journey/index.ts";
import { generateTests } from "../../testing/index.ts";
import { type ExitCode, exitCodes, fail, type Result, succeed } from "../exit-codes.ts";
import { shownPath } from "../files/find-contract.ts";
import { loadSingle } from "../files/load-single.ts";
import { writeFileAtomically } from "../files/write-file.ts";
import type { Terminal } from "../terminal.ts";

/** The options of `revpact test --generate`. */
export interface GenerateOptions {
  readonly path: string | undefined;
  readonly from: string;
  /** Where to write; absent: `generated.test.yaml` beside the contract. */
  readonly file: string | undefined;
  readonly language: Language;
}

/** Writes starting tests of a contract; a file that is there already is left alone. */
export function runGenerate({ path, from, file, language }: GenerateOptions, terminal: Terminal): Result<ExitCode> {
  const loaded = loadSingle(path, language, terminal);
  if (!loaded.ok) return loaded;
  const { contract, folder } = loaded.value;
  const target = file === undefined ? join(folder, "generated.test.yaml") : resolve(from, file);
  const shown = shownPath(target, from);
  if (existsSync(target))
    return fail(
      exitCodes.usage,
      `${shown} is there already`,
      "delete it, or give another name: --generate more.test.yaml",
    );
  // Stories are told in the contract's own language, whatever the terminal speaks.
  const own = languages.find((known) => known === contract.languages[0]) ?? language;
  const text = generateTests(createTerms(contract), own);
  const written = writeFileAtomically(target, text);
  if (!written.ok) return written;
  const count = text.match(/^ {2}- name:/gm)?.length ?? 0;
  terminal.talk(`${said(count, shown, language)}\n`);
  return succeed(exitCodes.done);
}

function said(count: number, file: string, language: Language): string {
  return {
    en: `${file}: ${count} tests of what the contract does today; read them before you trust them`,
    fr: `${file}\u00a0: ${count} tests de ce que fait le contrat aujourd'hui\u00a0; les relire avant de s'y fier`,
  }[language];
}
