import type { Contract, Environment } from "../../../contract/index.ts";
import { type Finding, finding } from "../../../diagnostics/index.ts";
import type { FidelityNote } from "../../fidelity.ts";
import type { Address, Resource } from "../../resource.ts";
import { adoptedFindings } from "./adopted-findings.ts";
import { type Capabilities, dispensableKinds, type Lack, lacksOf } from "./capabilities.ts";
import type { LookUp } from "./fact-needs.ts";
import { type LifecycleStages, resolveLifecycle } from "./lifecycle-stages.ts";
import { lowerFidelity, lowerWaiting } from "./lower-fidelity.ts";
import { nameFinding, noteOf } from "./name-findings.ts";
import type { PortalFacts } from "./portal-facts.ts";
import { bindReferences } from "./references.ts";
import { resolveNames } from "./resolve-names.ts";

/** Why a resource must not be written to this portal. */
export type WithholdReason = "unresolved" | "capability";

/** What a contract becomes in one portal: what it can hold, what is withheld and why, and what is left to people. */
export interface BoundConfiguration {
  readonly resources: readonly Resource[];
  readonly withheld: ReadonlyMap<Address, WithholdReason>;
  readonly notes: readonly FidelityNote[];
  readonly findings: readonly Finding[];
}

/** Everything that is known of a portal before planning. */
export interface Portal {
  readonly facts: PortalFacts;
  readonly capabilities: Capabilities;
  /** Addresses of what it holds already. */
  readonly present: ReadonlySet<Address>;
  readonly lookUp: LookUp;
  /** Every property by object, of the objects that were read. */
  readonly propertyNames: ReadonlyMap<string, readonly string[]>;
  /** Absent where they were not read. */
  readonly lifecycleStages?: LifecycleStages;
}

/** Fits a compiled contract to one portal. Pure: the same portal gives the same configuration. */
export function bindToPortal(
  about: { readonly contract: Contract; readonly environment: Environment },
  configuration: { readonly resources: readonly Resource[]; readonly notes: readonly FidelityNote[] },
  portal: Portal,
): BoundConfiguration {
  const { contract, environment } = about;
  const names = resolveNames(environment, portal.facts, portal.lookUp);
  const lifecycle = resolveLifecycle(contract, portal.lifecycleStages ?? new Map());
  const bound = bindReferences(configuration.resources, { ...names, lifecycle: lifecycle.mirrors });
  const lacks = lacksOf(bound.resources, portal.capabilities, portal.present);
  const dropped = new Set(lacks.filter(isDispensable).flatMap(({ resources }) => resources));
  const kept = bound.resources.filter((resource) => !dropped.has(resource));
  const withheld = new Map<Address, WithholdReason>([
    ...[...bound.unresolved].map((address) => [address, "unresolved"] as const),
    ...lacks
      .filter((lack) => !isDispensable(lack))
      .flatMap(({ resources }) => resources.map(({ address }) => [address, "capability"] as const)),
  ]);
  const nameFindings = names.unresolved.map((one) => nameFinding(contract, environment, one));
  const lackFindings = lacks.map((lack) => lackFinding(contract, environment, lack));
  const findings = [
    ...lackFindings,
    ...adoptedFindings(about, bound.resources, portal),
    ...lifecycle.findings,
    ...nameFindings,
  ];
  return {
    resources: kept,
    withheld,
    notes: [
      ...findings.map(noteOf),
      ...lowerWaiting(
        lowerFidelity(configuration.notes, { dropped: [...dropped], kept }),
        bound.resources,
        bound.unresolved,
      ),
    ],
    findings,
  };
}

const isDispensable = ({ kind }: Lack): boolean => dispensableKinds.has(kind);

/** A lack that only lowers what the CRM holds by itself is a warning. */
function lackFinding(contract: Contract, environment: Environment, lack: Lack): Finding {
  const { kind, object, cause, scopes, resources, room } = lack;
  const place = contract.locate.spanOf(environment.path, "key");
  const args = { cause, scopes, kind, object, count: resources.length, room };
  const severity = isDispensable(lack) ? "warning" : "error";
  return finding("CRM811", place, args, { clause: environment.path.join("."), severity });
}
