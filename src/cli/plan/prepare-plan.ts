import { createHash, randomUUID } from "node:crypto";
import type { Contract, Environment } from "../../contract/index.ts";
import { type Finding, type Language, nearest, renderFinding, severityWord } from "../../diagnostics/index.ts";
import {
  emptyLedger,
  type Ledger,
  type LedgerStore,
  type LiveResource,
  type ManualStep,
  type Plan,
  plan,
  type StateProblem,
  soughtBy,
} from "../../engine/index.ts";
import { hubspotSemantics } from "../../providers/hubspot/index.ts";
import { createFileStore } from "../../state/index.ts";
import { compileHubSpot, type HubSpotConfiguration, type Resource } from "../../targets/index.ts";
import { exitCodes, type Failure, fail, type Result, succeed } from "../exit-codes.ts";
import { loadSingle, type UsableContract } from "../files/load-single.ts";
import { chooseEnvironment, stateFolder } from "../portal/environment.ts";
import { type OpenPortal, openPortal } from "../portal/open-portal.ts";
import type { Terminal } from "../terminal.ts";
import { revpactVersion } from "../version.ts";
import { observePortal } from "./observe-portal.ts";
import { describeTermChanges, loadTerms } from "./terms.ts";

/** Everything a plan needs and an apply goes on with; `portal.close` must be called. */
export interface PreparedPlan {
  readonly plan: Plan;
  readonly contract: Contract;
  readonly environment: Environment;
  readonly desired: readonly Resource[];
  readonly ledger: Ledger;
  readonly store: LedgerStore;
  readonly portal: OpenPortal;
  readonly stateFolder: string;
}

/** What is planned, from the command line. */
export interface PlanRequest {
  readonly path: string | undefined;
  readonly environment?: string;
  readonly lang: Language;
  /** Addresses of objects that were deleted in the CRM and shall be made again; `all` for every one. */
  readonly recreate?: readonly string[];
}

/** SHA-256 in hexadecimal. */
export const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** Reads contract, ledger and portal and compares them; nothing is written anywhere. */
export async function preparePlan(request: PlanRequest, terminal: Terminal): Promise<Result<PreparedPlan>> {
  const usable = loadSingle(request.path, request.lang, terminal);
  if (!usable.ok) return usable;
  const environment = chooseEnvironment(usable.value.contract, request.environment);
  if (!environment.ok) return environment;
  const configuration = compile(usable.value.contract, environment.value);
  if (!configuration.ok) return configuration;
  const portal = await openPortal(environment.value, usable.value.folder, terminal);
  if (!portal.ok) return portal;
  const prepared = await compare({
    terminal,
    language: request.lang,
    recreate: request.recreate ?? [],
    usable: usable.value,
    environment: environment.value,
    configuration: configuration.value,
    portal: portal.value,
  });
  if (!prepared.ok) await portal.value.close();
  return prepared;
}

function compile(contract: Contract, environment: Environment): Result<HubSpotConfiguration> {
  const configuration = compileHubSpot(contract, environment);
  const [problem] = configuration.problems;
  if (problem === undefined) return succeed(configuration);
  const [first, second] = problem.clauses;
  return fail(
    exitCodes.usage,
    `${first} and ${second} would both become ${problem.address} in the CRM`,
    "rename one of the two, or give environments.<name>.prefix",
  );
}

interface Comparison {
  readonly terminal: Terminal;
  readonly language: Language;
  readonly recreate: readonly string[];
  readonly usable: UsableContract;
  readonly environment: Environment;
  readonly configuration: HubSpotConfiguration;
  readonly portal: OpenPortal;
}

async function compare(comparison: Comparison): Promise<Result<PreparedPlan>> {
  const { usable, environment, configuration, portal } = comparison;
  const { contract, folder } = usable;
  const state = stateFolder(folder, environment);
  const store = createFileStore({ folder: state, now: () => new Date(), createId: randomUUID });
  const ledger = await loadLedger(store, portal.identity.portalId, contract.name);
  if (!ledger.ok) return ledger;
  const sought = soughtBy(configuration.resources, ledger.value);
  const observed = await observePortal({ contract, environment }, configuration, { portal, sought });
  if (!observed.ok) return observed;
  const { bound, live, requests, reader } = observed.value;
  tellFindings(bound.findings, comparison);
  const recreate = chooseRecreated(comparison.recreate, ledger.value);
  if (!recreate.ok) return recreate;
  const desired =
    environment.crm === "local" ? withStandIns(bound.resources, configuration.standIns, live) : bound.resources;
  const planned = plan({
    contract: contract.name,
    contractVersion: contract.version,
    contractDigest: sha256(usable.texts.join("\n")),
    environment: environment.id,
    portal: portal.identity,
    tool: { version: revpactVersion },
    desired,
    live,
    ledger: ledger.value,
    semantics: hubspotSemantics,
    recreate: recreate.value,
    withheld: bound.withheld,
    manual: [...zoneNotes(contract, portal.identity.timeZone), ...bound.notes],
    contractChanges: describeTermChanges(loadTerms(state), contract),
    requests,
    hash: sha256,
  });
  return succeed({
    plan: planned,
    contract,
    environment,
    desired,
    ledger: ledger.value,
    store,
    portal: { ...portal, reader },
    stateFolder: state,
  });
}

/** What the portal lacks is told at once, each at its place in the contract; the plan says what follows from it. */
function tellFindings(findings: readonly Finding[], { terminal, language }: Comparison): void {
  for (const item of findings) {
    const { file, start } = item.primary;
    const { message, help } = renderFinding(item, language);
    const weight = severityWord(item.severity, language);
    terminal.talk(`${file}:${start.line}:${start.column}: ${weight} ${item.code} ${message}\n  help  ${help}\n`);
  }
}

function chooseRecreated(asked: readonly string[], ledger: Ledger): Result<readonly string[]> {
  const known = Object.keys(ledger.entries);
  if (asked.includes("all")) return succeed(known);
  const unknown = asked.find((address) => !known.includes(address));
  if (unknown === undefined) return succeed(asked);
  const guess = nearest(unknown, known);
  return fail(
    exitCodes.usage,
    `revpact has not applied ${unknown} here${guess === undefined ? "" : `; did you mean ${guess}`}`,
    "take an address that the plan shows as deleted, or all",
  );
}

/** HubSpot opens the windows of a workflow by the portal's own clock: every calendar should be in its time zone. */
function zoneNotes({ calendars }: Contract, timeZone: string): readonly ManualStep[] {
  const zones = new Set([...calendars.values()].map(({ definition }) => definition.timezone));
  return [...calendars.values()].flatMap(({ path, definition: { timezone: zone } }): readonly ManualStep[] => {
    if (zone === timeZone) return [];
    const text = {
      en: `The portal's time zone is ${timeZone}, the calendar's is ${zone}: workflows would keep other hours than the contract's.`,
      fr: `Le fuseau horaire du portail est ${timeZone}, celui du calendrier ${zone}\u00a0: les workflows suivraient d'autres horaires que ceux du contrat.`,
    };
    const howTo = {
      en: `Set the portal's time zone to ${zone} before switching workflows on.`,
      fr: `Régler le fuseau horaire du portail sur ${zone} avant d'activer les workflows.`,
    };
    return [{ clause: `${path.join(".")}.timezone`, level: "manual", text, howTo: zones.size === 1 ? howTo : oneZone }];
  });
}

const oneZone = {
  en: "A portal has one time zone: leave the workflows of the deadlines on this calendar switched off.",
  fr: "Un portail n'a qu'un fuseau horaire\u00a0: laisser désactivés les workflows des délais de ce calendrier.",
};

/** The local CRM starts without the properties a real portal has had for years: those that the contract adopts are made there. */
function withStandIns(
  resources: readonly Resource[],
  standIns: readonly Resource[],
  live: readonly LiveResource[],
): readonly Resource[] {
  const present = new Set(live.filter(({ isArchived }) => !isArchived).map(({ address }) => address));
  const missing = new Map(
    standIns.filter(({ address }) => !present.has(address)).map((resource) => [resource.address, resource]),
  );
  return resources.map((resource) => missing.get(resource.address) ?? resource);
}

/** What was applied last to this portal for this contract; an empty ledger before the first apply. */
export async function loadLedger(store: LedgerStore, portalId: string, contract: string): Promise<Result<Ledger>> {
  const loaded = await store.load();
  if (!loaded.ok) return { ok: false, failure: describeStateProblem(loaded.error) };
  const ledger = loaded.value ?? emptyLedger(portalId, contract);
  if (ledger.contract !== contract) {
    return fail(
      exitCodes.usage,
      `what revpact keeps of this environment belongs to the contract ${ledger.contract}, not ${contract}`,
      "keep each contract in a folder of its own",
    );
  }
  if (ledger.portalId !== portalId) {
    return fail(
      exitCodes.usage,
      `this environment was applied to portal ${ledger.portalId}, and the token opens portal ${portalId}: nothing was read or written`,
      "use the token of that portal, or give the other portal an environment of its own",
    );
  }
  return succeed(ledger);
}

/** The words for a ledger or lock that can't be used. */
export function describeStateProblem(problem: StateProblem): Failure {
  switch (problem.code) {
    case "locked": {
      const { pid, host, since } = problem.holder;
      return {
        exitCode: exitCodes.locked,
        message: `another apply is running: process ${pid} on ${host}, since ${since}`,
        help: `wait until it ends; if that process is gone, remove ${problem.place}`,
      };
    }
    case "corrupt":
      return {
        exitCode: exitCodes.usage,
        message: `${problem.place} is damaged (${problem.problem.code})`,
        help: "restore it from a copy, or remove it: the next plan recognises what carries this contract's mark",
      };
    case "unreadable":
      return {
        exitCode: exitCodes.usage,
        message: `${problem.place} can't be read: ${problem.reason}`,
        help: "check its permissions",
      };
    case "unwritable":
      return {
        exitCode: exitCodes.usage,
        message: `${problem.place} can't be written: ${problem.reason}`,
        help: "apply needs to note what it did: check the permissions and the space on the disk",
      };
    default:
      return problem satisfies never;
  }
}
