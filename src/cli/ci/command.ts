import { appendFileSync } from "node:fs";
import { relative } from "node:path";
import type { Language } from "../../diagnostics/index.ts";
import { loadDifference } from "../diff/command.ts";
import { type Difference, neededVersion } from "../diff/difference.ts";
import { type ExitCode, exitCodes, fail, type Result, succeed } from "../exit-codes.ts";
import { repositoryOf } from "../files/find-contract.ts";
import { type LoadedContract, loadContracts } from "../files/load-contract.ts";
import type { UsableContract } from "../files/load-single.ts";
import { contractAt } from "../files/load-version.ts";
import { writeFileAtomically } from "../files/write-file.ts";
import { chooseEnvironment } from "../portal/environment.ts";
import { createPaint, type Terminal } from "../terminal.ts";
import { renderGitLab } from "../validate/formats/gitlab.ts";
import { revpactVersion } from "../version.ts";
import { renderAnnotations } from "./annotations.ts";
import { baseOfPipeline } from "./base-of-pipeline.ts";
import { type Check, checkNames, checkOf, stateNames } from "./check.ts";
import { renderComment } from "./comment.ts";
import { checkApprovals, checkChanges, checkContract, checkDocuments, checkTests } from "./contract-checks.ts";
import { lostFidelity } from "./fidelity-lost.ts";
import { checkPlan } from "./plan-check.ts";
import { isPassed, type Verdict } from "./verdict.ts";
import { ciWords } from "./words.ts";

/** The options of `revpact ci`. */
export interface CiOptions {
  readonly path: string | undefined;
  readonly base: string | undefined;
  readonly environment: string | undefined;
  readonly comment: string | undefined;
  readonly codeQuality: string | undefined;
  readonly asOf: string;
  readonly language: Language;
}

/** Everything a pipeline checks, in one verdict. */
export async function runCi(options: CiOptions, terminal: Terminal): Promise<Result<ExitCode>> {
  const loaded = loadOne(options);
  if (!loaded.ok) return loaded;
  const verdict = await judge(loaded.value, options, terminal);
  if (!verdict.ok) return verdict;
  return report(verdict.value, { options, terminal });
}

function loadOne({ path, asOf }: CiOptions): Result<LoadedContract> {
  const loaded = loadContracts(path, process.cwd(), asOf);
  if (!loaded.ok) return loaded;
  const [only, second] = loaded.value;
  if (only !== undefined && second === undefined) return succeed(only);
  const files = loaded.value.map(({ mainFile }) => mainFile).join(", ");
  return fail(
    exitCodes.usage,
    `there are several contracts here: ${files}`,
    "run revpact ci once for each, with its path",
  );
}

async function judge(loaded: LoadedContract, options: CiOptions, terminal: Terminal): Promise<Result<Verdict>> {
  const { asOf, language, path } = options;
  const usable = usableFrom(loaded, options, terminal);
  if (!usable.ok) return usable;
  const { contract } = usable.value;
  const compared = compareWithBase(usable.value, options);
  if (!compared.ok) return compared;
  const { difference } = compared.value;
  const approvals = difference === undefined ? succeed([]) : checkApprovals(difference, language);
  const checked = await inTurn([
    () => succeed([checkContract(loaded, difference, asOf, language)]),
    () => checkTests(usable.value, process.cwd(), language),
    () => succeed([difference === undefined ? notCompared(compared.value.isNew) : checkChanges(difference)]),
    () => approvals,
    () => checkDocuments({ path, folder: usable.value.folder }, terminal),
  ]);
  if (!checked.ok) return checked;
  const plan = await checkPlan({ path, contract, environment: options.environment, language, difference }, terminal);
  const checks = [...checked.value, plan.check];
  const lost = difference === undefined ? [] : lostFidelity(difference);
  return succeed({ contract, isPassed: isPassed(checks), checks, plan, lost, ...compared.value });
}

type Step = () => Result<readonly Check[]> | Promise<Result<readonly Check[]>>;

/** One check after the other; one that can't be made at all ends the command. */
async function inTurn(steps: readonly Step[]): Promise<Result<readonly Check[]>> {
  const checks: Check[] = [];
  for (const step of steps) {
    const made = await step();
    if (!made.ok) return made;
    checks.push(...made.value);
  }
  return succeed(checks);
}

/** A contract with errors has nothing else that could be checked; an environment that it lacks is wrong usage. */
function usableFrom(
  loaded: LoadedContract,
  { asOf, language, environment }: CiOptions,
  terminal: Terminal,
): Result<UsableContract> {
  const { contract, folder, mainFile, sources } = loaded;
  if (contract === undefined) {
    for (const line of checkContract(loaded, undefined, asOf, language).lines) terminal.talk(`${line}\n`);
    return fail(
      exitCodes.findings,
      `${mainFile} has errors: nothing else was checked`,
      "run revpact validate to see each with its remedy",
    );
  }
  const chosen = environment === undefined ? succeed(undefined) : chooseEnvironment(contract, environment);
  if (!chosen.ok) return chosen;
  return succeed({ contract, folder, mainFile, sources, texts: sources.map(({ text }) => text) });
}

function notCompared(isNew: boolean): Check {
  return isNew
    ? checkOf("changes", "passed", { en: "a new contract", fr: "un nouveau contrat" })
    : checkOf("changes", "skipped", { en: "no base to compare with", fr: "aucune base à comparer" });
}

interface Compared {
  readonly difference?: Difference;
  readonly isNew: boolean;
}

/** A base without this contract makes it new; one that can't be read is an error, never "no changes". */
function compareWithBase({ contract, folder, mainFile }: UsableContract, options: CiOptions): Result<Compared> {
  const base = options.base ?? baseOfPipeline(process.env);
  if (base === undefined) return succeed({ isNew: false });
  const there = contractAt(
    base,
    { folder, main: mainFile.split("/").at(-1) ?? mainFile, name: contract.name },
    process.cwd(),
  );
  if (!there.ok) return there;
  if (!there.value) return succeed({ isNew: true });
  const { path, asOf, language } = options;
  const loaded = loadDifference({ base, head: undefined, contract: path, asOf, language });
  return loaded.ok ? succeed({ difference: loaded.value, isNew: false }) : loaded;
}

interface Reporting {
  readonly options: CiOptions;
  readonly terminal: Terminal;
}

function report(verdict: Verdict, { options, terminal }: Reporting): Result<ExitCode> {
  const { language, comment, codeQuality } = options;
  terminal.out(renderSummaryText(verdict, { language, terminal }));
  if (comment !== undefined) {
    const written = writeFileAtomically(comment, renderComment(verdict, language));
    if (!written.ok) return written;
  }
  if (codeQuality !== undefined) {
    const written = writeFileAtomically(codeQuality, codeQualityReport(verdict, language));
    if (!written.ok) return written;
  }
  tellGitHub(verdict, { options, terminal });
  return succeed(verdict.isPassed ? exitCodes.done : exitCodes.findings);
}

function codeQualityReport({ checks }: Verdict, language: Language): string {
  const findings = checks.flatMap((check) => check.findings);
  const report = {
    version: revpactVersion,
    contracts: [],
    findings,
    suppressed: [],
    sources: [],
    below: pathInRepository(),
  };
  return renderGitLab(report, { language, least: "warning", paint: createPaint(false) });
}

function pathInRepository(): string {
  const root = repositoryOf(process.cwd());
  return root === undefined ? "" : relative(root, process.cwd()).replaceAll("\\", "/");
}

function renderSummaryText(
  verdict: Verdict,
  { language, terminal }: { readonly language: Language; readonly terminal: Terminal },
): string {
  const { outPaint: paint } = terminal;
  const say = ciWords(language);
  const width = Math.max(...verdict.checks.map(({ id }) => checkNames[id][language].length));
  const rows = verdict.checks.flatMap(({ id, state, summary, lines }) => {
    const colour = { passed: paint.green, failed: paint.red, skipped: paint.dim }[state];
    const head = `${checkNames[id][language].padEnd(width)}  ${colour(stateNames[state][language].padEnd(7))}  ${summary[language]}`;
    return [head, ...(state === "failed" ? lines.map((line) => `  ${line}`) : [])];
  });
  const end = verdict.isPassed ? paint.green(say.passed) : paint.red(say.failed);
  return `${[...rows, "", `${verdict.contract.name} ${verdict.contract.version}  ${paint.bold(end)}`].join("\n")}\n`;
}

/** GitHub takes a megabyte of summary for a step; twice what a comment holds is plenty, and nobody reads more. */
const summaryLimit = 500_000;

function tellGitHub(verdict: Verdict, { options, terminal }: Reporting): void {
  const { language } = options;
  const { GITHUB_ACTIONS, GITHUB_STEP_SUMMARY, GITHUB_OUTPUT } = process.env;
  if (GITHUB_ACTIONS === "true") terminal.out(renderAnnotations(verdict, pathInRepository(), language));
  if (GITHUB_STEP_SUMMARY !== undefined && GITHUB_STEP_SUMMARY !== "")
    appendFileSync(GITHUB_STEP_SUMMARY, renderComment(verdict, language, summaryLimit));
  if (GITHUB_OUTPUT === undefined || GITHUB_OUTPUT === "") return;
  const { difference } = verdict;
  const needed = difference === undefined ? undefined : neededVersion(difference);
  const outputs = [
    `verdict=${verdict.isPassed ? "passed" : "failed"}`,
    `level=${difference?.comparison.level ?? "none"}`,
    `needed-version=${needed?.version ?? ""}`,
  ];
  appendFileSync(GITHUB_OUTPUT, `${outputs.join("\n")}\n`);
}
