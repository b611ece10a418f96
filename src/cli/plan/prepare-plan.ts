import type { Contract, Environment } from "../../contract/index.ts";
import { type Finding, type Language, nearest, renderFinding, severityWord } from "../../diagnostics/index.ts";
import {
  type Intent,
  type Ledger,
  type LiveResource,
  type ManualStep,
  type Plan,
  plan,
  type StateStore,
  soughtBy,
} from "../../engine/index.ts";
import { hubspotSemantics } from "../../providers/hubspot/index.ts";
import { compileHubSpot, type HubSpotConfiguration, type Resource } from "../../targets/index.ts";
import { exitCodes, fail, type Result, succeed } from "../exit-codes.ts";
import { loadSingle, type UsableContract } from "../files/load-single.ts";
import { chooseEnvironment, stateFolder } from "../portal/environment.ts";
import { type OpenPortal, openPortal } from "../portal/open-portal.ts";
import { loadState } from "../state/ledger-of.ts";
import { openStore } from "../state/open-store.ts";
import { sha256 } from "../state/sha256.ts";
import type { Terminal } from "../terminal.ts";
import { revpactVersion } from "../version.ts";
import { observePortal } from "./observe-portal.ts";
import { withStandIns } from "./stand-ins.ts";
import { describeTermChanges, loadTerms } from "./terms.ts";

/** Everything a plan needs and an apply goes on with; `portal.close` must be called. */
export interface PreparedPlan {
  readonly plan: Plan;
  readonly contract: Contract;
  readonly environment: Environment;
  /** The texts of the contract. */
  readonly sources: UsableContract["sources"];
  readonly desired: readonly Resource[];
  /** What the portal held when it was read. */
  readonly live: readonly LiveResource[];
  readonly ledger: Ledger;
  /** Calls of an apply that was killed, whose end is not known. */
  readonly open: readonly Intent[];
  readonly store: StateStore;
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
  /** Addresses of objects whose edits by hand are put back, conflicts too; `all` for every one. */
  readonly revert?: readonly string[];
}

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
    revert: request.revert ?? [],
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

/** Beyond it a plan asks for its digest; the local CRM is there to try things on. */
const limits = { share: 0.3, least: 10 };

interface Comparison {
  readonly terminal: Terminal;
  readonly language: Language;
  readonly recreate: readonly string[];
  readonly revert: readonly string[];
  readonly usable: UsableContract;
  readonly environment: Environment;
  readonly configuration: HubSpotConfiguration;
  readonly portal: OpenPortal;
}

async function compare(comparison: Comparison): Promise<Result<PreparedPlan>> {
  const { usable, environment, configuration, portal } = comparison;
  const { contract, folder } = usable;
  const state = stateFolder(folder, environment);
  const store = openStore(state);
  if (!store.ok) return store;
  const known = await loadState(store.value, portal.identity.portalId, contract.name);
  if (!known.ok) return known;
  const { ledger, open } = known.value;
  tellOpen(open, comparison);
  const sought = soughtBy(configuration.resources, ledger);
  const observed = await observePortal({ contract, environment }, configuration, { portal, sought });
  if (!observed.ok) return observed;
  const { bound, live, requests, reader } = observed.value;
  tellFindings(bound.findings, comparison);
  const recreate = chooseKnown(comparison.recreate, ledger, "as deleted");
  if (!recreate.ok) return recreate;
  const revert = chooseKnown(comparison.revert, ledger, "as drift or conflict");
  if (!revert.ok) return revert;
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
    ledger,
    semantics: hubspotSemantics,
    ...(environment.crm === "local" ? {} : { limits }),
    recreate: recreate.value,
    revert: { drift: environment.drift === "revert", named: revert.value },
    withheld: bound.withheld,
    manual: [...zoneNotes(contract, portal.identity.timeZone), ...bound.notes],
    contractChanges: describeTermChanges(loadTerms(state), contract),
    requests,
    hash: sha256,
  });
  return succeed({
    plan: planned,
    ...{ contract, sources: usable.sources },
    environment,
    desired,
    live,
    ...{ ledger, open },
    store: store.value,
    portal: { ...portal, reader },
    stateFolder: state,
  });
}

/** A plan is made all the same: what is there is seen, whoever made it. */
function tellOpen(open: readonly Intent[], { terminal, language }: Comparison): void {
  const count = open.reduce((sum, { steps }) => sum + steps.length, 0);
  if (count === 0) return;
  terminal.talk(
    language === "fr"
      ? `une application a été interrompue\u00a0: revpact apply vérifie d'abord ce qu'il en est de ${count} ${count < 2 ? "modification" : "modifications"}\n`
      : `an apply was interrupted: revpact apply first finds out what became of ${count} ${count === 1 ? "change" : "changes"}\n`,
  );
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

/** Objects that revpact applied, by the addresses that a plan shows. */
function chooseKnown(asked: readonly string[], ledger: Ledger, shown: string): Result<readonly string[]> {
  const known = Object.keys(ledger.entries);
  if (asked.includes("all")) return succeed(known);
  const unknown = asked.find((address) => !known.includes(address));
  if (unknown === undefined) return succeed(asked);
  const guess = nearest(unknown, known);
  return fail(
    exitCodes.usage,
    `revpact has not applied ${unknown} here${guess === undefined ? "" : `; did you mean ${guess}`}`,
    `take an address that the plan shows ${shown}, or all`,
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
