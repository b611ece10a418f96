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
import { fillStarter, firstOfNextMonth, type StarterFacts, type StarterTemplate } from "./starter.ts";
import { initWords } from "./words.ts";

/** The options of `revpact init`. */
export interface InitOptions {
  readonly folder: string | undefined;
  readonly template: StarterTemplate;
  readonly name: string | undefined;
  /** The first day on which the contract holds; the first of the month after `today` where none is given. */
  readonly effective: string | undefined;
  readonly today: string;
  /** Whether its tests are written beside it. */
  readonly tests: boolean;
  readonly language: Language;
  readonly from: string;
}

/** Writes a starter contract and its tests where none is, and says what to do next. */
export function runInit(options: InitOptions, terminal: Terminal): Result<ExitCode> {
  const { from, language } = options;
  const words = initWords[language];
  const folder = resolve(from, options.folder ?? ".");
  const schema = findSchema(folder);
  const facts: StarterFacts = {
    name: options.name ?? nameFrom(basename(folder)),
    schema: schema.path,
    effective: options.effective ?? firstOfNextMonth(options.today),
    language,
  };
  const place: Place = { folder, from, facts, terminal };
  const written = writeContract(options.template, place);
  if (!written.ok) return written;
  const isTested = options.tests && existsSync(templateFile(`${options.template}.test.yaml`));
  const tested = isTested ? writeTests(options.template, place) : succeed(undefined);
  if (!tested.ok) return tested;
  const ignored = ignoreState(folder);
  if (!ignored.ok) return ignored;
  if (ignored.value !== undefined) terminal.talk(`${words.ignored(shownPath(ignored.value, from))}\n`);
  talkNextSteps(shownPath(folder, from), { isHere: folder === from, isTested, language, terminal });
  if (!schema.isInstalled) terminal.talk(`${words.schema(schema.path)}\n`);
  return succeed(exitCodes.done);
}

/** Where a starter is written, what with, and who hears of it. */
interface Place {
  readonly folder: string;
  readonly from: string;
  readonly facts: StarterFacts;
  readonly terminal: Terminal;
}

function writeContract(template: StarterTemplate, { folder, from, facts, terminal }: Place): Result<void> {
  const words = initWords[facts.language];
  const main = ["contract.yaml", "contract.yml"].map((name) => join(folder, name)).find((file) => existsSync(file));
  const file = main ?? join(folder, "contract.yaml");
  const text = fillStarter(readTemplate(`${template}.yaml`), facts);
  const created = main === undefined ? createFile(file, text) : succeed("exists" as const);
  if (!created.ok) return created;
  if (created.value === "exists") return fail(exitCodes.usage, words.exists(shownPath(file, from)), words.existsHelp);
  terminal.talk(`${words.wrote(shownPath(file, from))}\n`);
  return succeed(undefined);
}

/** Tests that are there already stay as they are, whatever they test. */
function writeTests(template: StarterTemplate, { folder, from, facts, terminal }: Place): Result<void> {
  const words = initWords[facts.language];
  const file = join(folder, "contract.test.yaml");
  const created = createFile(file, fillStarter(readTemplate(`${template}.test.yaml`), facts));
  if (!created.ok) return created;
  const shown = shownPath(file, from);
  terminal.talk(`${created.value === "exists" ? words.exists(shown) : words.wrote(shown)}\n`);
  return succeed(undefined);
}

function readTemplate(name: string): string {
  return readFileSync(templateFile(name), "utf8");
}

function templateFile(name: string): string {
  return join(packageFolder(), "templates", "init", name);
}

interface NextSteps {
  readonly isHere: boolean;
  readonly isTested: boolean;
  readonly language: Language;
  readonly terminal: Terminal;
}

function talkNextSteps(folder: string, { isHere, isTested, language, terminal }: NextSteps): void {
  const words = initWords[language];
  const path = /^[\w./-]+$/.test(folder) ? folder : JSON.stringify(folder);
  const steps = ["validate", ...(isTested ? (["test"] as const) : []), "docs", "plan"] as const;
  const commands = steps.map((name) => ({
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
