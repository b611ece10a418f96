import type { Contract } from "../../contract/index.ts";
import type { Language } from "../../diagnostics/index.ts";
import { renderFinding } from "../../diagnostics/index.ts";
import type { Source } from "../../language/index.ts";
import { exitCodes, fail, type Result, succeed } from "../exit-codes.ts";
import { today } from "../options.ts";
import type { Terminal } from "../terminal.ts";
import { type LoadedContract, loadContracts } from "./load-contract.ts";

/** A contract that a command can work with, and the folder it lies in. */
export interface UsableContract {
  readonly contract: Contract;
  readonly folder: string;
  readonly mainFile: string;
  /** Its texts, for a digest. */
  readonly texts: readonly string[];
  readonly sources: readonly Source[];
}

/** The contracts at a path, each without errors; findings are told on the way. */
export function loadUsable(
  path: string | undefined,
  language: Language,
  terminal: Terminal,
): Result<readonly UsableContract[]> {
  const loaded = loadContracts(path, process.cwd(), today());
  if (!loaded.ok) return loaded;
  const usable: UsableContract[] = [];
  for (const one of loaded.value) {
    const contract = usableFrom(one, language, terminal);
    if (!contract.ok) return contract;
    usable.push(contract.value);
  }
  return succeed(usable);
}

/** The one contract at a path; several are a failure that lists them. */
export function loadSingle(path: string | undefined, language: Language, terminal: Terminal): Result<UsableContract> {
  const usable = loadUsable(path, language, terminal);
  if (!usable.ok) return usable;
  const [only, second] = usable.value;
  if (only !== undefined && second === undefined) return succeed(only);
  const files = usable.value.map(({ mainFile }) => mainFile).join(", ");
  return fail(exitCodes.usage, `there are several contracts here: ${files}`, "give the path of one of them");
}

function usableFrom(loaded: LoadedContract, language: Language, terminal: Terminal): Result<UsableContract> {
  const { contract, folder, mainFile, findings, sources } = loaded;
  if (contract !== undefined)
    return succeed({ contract, folder, mainFile, sources, texts: sources.map(({ text }) => text) });
  for (const item of findings.filter(({ severity }) => severity === "error")) {
    const { file, start } = item.primary;
    terminal.talk(`${file}:${start.line}:${start.column}: ${item.code} ${renderFinding(item, language).message}\n`);
  }
  return fail(
    exitCodes.findings,
    `${mainFile} has errors: nothing was done`,
    `run revpact validate ${mainFile} to see each with its remedy`,
  );
}
