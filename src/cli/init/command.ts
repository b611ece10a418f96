import { existsSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { Language } from "../../diagnostics/index.ts";
import { type ExitCode, exitCodes, fail, type Result, succeed } from "../exit-codes.ts";
import { shownPath } from "../files/find-contract.ts";
import { createFile } from "../files/write-file.ts";
import { packageFolder } from "../package-folder.ts";
import type { Terminal } from "../terminal.ts";
import { ignoreState } from "./ignore-state.ts";
import { findSchema } from "./schema-path.ts";
import { fillStarter, firstOfNextMonth, type StarterTemplate } from "./starter.ts";
import { initWords } from "./words.ts";

/** The options of `revpact init`. */
export interface InitOptions {
  readonly folder: string | undefined;
  readonly template: StarterTemplate;
  readonly name: string | undefined;
  /** The first day on which the contract holds; the first of the month after `today` where none is given. */
  readonly effective: string | undefined;
  readonly today: string;
  readonly language: Language;
  readonly from: string;
}

/** Writes a starter contract where none is, and says what to do next. */
export function runInit(options: InitOptions, terminal: Terminal): Result<ExitCode> {
  const { from, language } = options;
  const words = initWords[language];
  const folder = resolve(from, options.folder ?? ".");
  const main = ["contract.yaml", "contract.yml"].map((name) => join(folder, name)).find((file) => existsSync(file));
  const file = main ?? join(folder, "contract.yaml");
  const schema = findSchema(folder);
  const text = fillStarter(readTemplate(options.template), {
    name: options.name ?? nameFrom(basename(folder)),
    schema: schema.path,
    effective: options.effective ?? firstOfNextMonth(options.today),
    language,
  });
  const created = main === undefined ? createFile(file, text) : succeed("exists" as const);
  if (!created.ok) return created;
  if (created.value === "exists") return fail(exitCodes.usage, words.exists(shownPath(file, from)), words.existsHelp);
  terminal.talk(`${words.wrote(shownPath(file, from))}\n`);
  const ignored = ignoreState(folder);
  if (!ignored.ok) return ignored;
  if (ignored.value !== undefined) terminal.talk(`${words.ignored(shownPath(ignored.value, from))}\n`);
  talkNextSteps(shownPath(folder, from), { isHere: folder === from, language, terminal });
  if (!schema.isInstalled) terminal.talk(`${words.schema(schema.path)}\n`);
  return succeed(exitCodes.done);
}

function readTemplate(template: StarterTemplate): string {
  return readFileSync(join(packageFolder(), "templates", "init", `${template}.yaml`), "utf8");
}

interface NextSteps {
  readonly isHere: boolean;
  readonly language: Language;
  readonly terminal: Terminal;
}

function talkNextSteps(folder: string, { isHere, language, terminal }: NextSteps): void {
  const words = initWords[language];
  const path = /^[\w./-]+$/.test(folder) ? folder : JSON.stringify(folder);
  const commands = (["validate", "docs", "plan"] as const).map((name) => ({
    written: `revpact ${name}${isHere ? "" : ` ${path}`}`,
    says: words[name],
  }));
  const width = Math.max(...commands.map(({ written }) => written.length));
  const lines = commands.map(({ written, says }) => `  ${written.padEnd(width)}  ${says}`);
  terminal.talk(`\n${[words.next, ...lines].join("\n")}\n`);
}

/** The folder's name as that of a contract, where it can be one. */
function nameFrom(folder: string): string {
  const plain = folder.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  const words = plain.split(/[^a-z0-9]+/).filter((word) => word !== "");
  const name = words.join("-").slice(0, 30).replace(/-$/, "");
  return /^[a-z]/.test(name) ? name : "revenue-contract";
}
