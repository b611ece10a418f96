import type { Contract, Id, Stage } from "../../../contract/index.ts";
import { type Finding, finding, nearest } from "../../../diagnostics/index.ts";
import type { LiveResource } from "../../resource.ts";
import { hubSpotObject } from "../objects.ts";
import { findByName } from "./find-by-name.ts";
import type { PortalThing } from "./portal-facts.ts";

/** The lifecycle stages of a portal by object, such as `contacts`, in their order; ids are what records hold. */
export type LifecycleStages = ReadonlyMap<string, readonly PortalThing[]>;

/** What a stage of the contract is in a portal's lifecycle: the value to write, and the values that must not be overwritten. */
export interface LifecycleMirror {
  readonly value: string;
  /** Itself and what comes after it. */
  readonly from: readonly string[];
}

/** Reads the lifecycle stages off the property that holds them. */
export function lifecycleStagesIn(live: readonly LiveResource[]): LifecycleStages {
  const properties = live.filter(({ kind, name, isArchived }) => {
    return kind === "property" && name === "lifecyclestage" && !isArchived;
  });
  return new Map(properties.map(({ object, attributes }) => [object, stagesIn(attributes["options"])]));
}

function stagesIn(options: LiveResource["attributes"][string] | undefined): readonly PortalThing[] {
  if (!Array.isArray(options)) return [];
  // The shape of HubSpot's options.
  const rows = options as readonly { readonly value: string; readonly label: string; readonly displayOrder?: number }[];
  return rows
    .toSorted((one, other) => (one.displayOrder ?? 0) - (other.displayOrder ?? 0))
    .map(({ value, label }) => ({ id: value, name: label }));
}

/** Finds the lifecycle stage of each stage, by its label or by what records hold; findings tell which the portal lacks. */
export function resolveLifecycle(
  contract: Contract,
  known: LifecycleStages,
): { readonly mirrors: ReadonlyMap<Id, LifecycleMirror>; readonly findings: readonly Finding[] } {
  const mirrors = new Map<Id, LifecycleMirror>();
  const findings: Finding[] = [];
  for (const stage of contract.stages.values()) {
    const name = stage.crm?.lifecycleStage;
    const entries = stage.pipeline === undefined ? known.get(hubSpotObject(contract.scope.object).name) : undefined;
    if (name === undefined || entries === undefined) continue;
    const found = findByName({ kind: "known", entries }, name, ({ id, name: label }) => [id, label]);
    if (!found.ok) {
      findings.push(absentFinding(contract, stage, { name, entries }));
      continue;
    }
    const from = entries.slice(entries.indexOf(found.value)).map(({ id }) => id);
    mirrors.set(stage.id, { value: found.value.id, from });
  }
  return { mirrors, findings };
}

function absentFinding(
  contract: Contract,
  stage: Stage,
  { name, entries }: { readonly name: string; readonly entries: readonly PortalThing[] },
): Finding {
  const path = [...stage.path, "crm", "lifecycleStage"];
  const candidates = entries.map(({ id }) => id);
  const args = { kind: "lifecycle", name, guess: nearest(name, candidates) ?? "", candidates, scopes: [] } as const;
  return finding(
    "CRM812",
    contract.locate.spanOf(path, "value"),
    { ...args, cause: "absent" },
    { clause: path.join(".") },
  );
}
