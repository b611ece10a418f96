import type { StoredFlow } from "../store/documents.ts";
import { compileFlow } from "./compile-flow.ts";
import type { CompiledFlow } from "./compiled-flow.ts";

/** A workflow of the portal. */
export interface Workflow {
  readonly id: string;
  readonly flow: CompiledFlow;
}

/** Which workflows a change concerns, so that a write asks only those. */
export interface FlowIndex {
  /** All of them, also those that are off. */
  readonly all: ReadonlyMap<string, Workflow>;
  /** Those that are on, by the properties of their own records that they watch ("0-1/email"). */
  readonly byProperty: ReadonlyMap<string, readonly Workflow[]>;
  /** Those that are on and enrol by state, by type of their records. */
  readonly byType: ReadonlyMap<string, readonly Workflow[]>;
  /** Those that are on and look at associated records, by the associated type. */
  readonly byAssociated: ReadonlyMap<string, readonly Workflow[]>;
  /** Those that are on and look at a list. */
  readonly byList: ReadonlyMap<string, readonly Workflow[]>;
}

function watched({ flow }: Workflow): ReadonlySet<string> {
  const { entrance } = flow;
  if (entrance.kind === "manual") return new Set();
  const changes = entrance.changes.map((change) => change.property);
  return new Set([...changes, ...(entrance.kind === "state" ? entrance.properties : [])]);
}

function group(
  workflows: readonly Workflow[],
  keysOf: (workflow: Workflow) => Iterable<string>,
): ReadonlyMap<string, readonly Workflow[]> {
  const groups = new Map<string, Workflow[]>();
  for (const workflow of workflows) {
    for (const key of keysOf(workflow)) {
      const others = groups.get(key);
      if (others === undefined) groups.set(key, [workflow]);
      else others.push(workflow);
    }
  }
  return groups;
}

function neighbourhood({ flow }: Workflow) {
  return flow.entrance.kind === "state"
    ? flow.entrance.neighbourhood
    : { associated: new Map<string, ReadonlySet<string>>(), listIds: new Set<string>() };
}

/** Builds the index of a portal's workflows. */
export function indexFlows(stored: readonly StoredFlow[]): FlowIndex {
  const all = stored.map(({ id, definition }) => ({ id, flow: compileFlow(definition) }));
  const live = all.filter(({ flow }) => flow.isEnabled);
  return {
    all: new Map(all.map((workflow) => [workflow.id, workflow])),
    byProperty: group(live, (each) => [...watched(each)].map((name) => `${each.flow.objectTypeId}/${name}`)),
    byType: group(
      live.filter(({ flow }) => flow.entrance.kind === "state"),
      ({ flow }) => [flow.objectTypeId],
    ),
    byAssociated: group(live, (each) => neighbourhood(each).associated.keys()),
    byList: group(live, (each) => neighbourhood(each).listIds),
  };
}
