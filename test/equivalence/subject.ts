import type { Contract, Environment } from "../../src/contract/index.ts";
import { createTerms, type Terms } from "../../src/journey/index.ts";
import { createLocalPortal, type LocalPortal } from "../../src/localcrm/index.ts";
import { createModel, type HubSpotModel } from "../../src/targets/hubspot/model.ts";
import { bindReferences } from "../../src/targets/hubspot/portal/references.ts";
import { compileHubSpot, type HubSpotConfiguration, type Resource } from "../../src/targets/index.ts";
import { contractOf, exampleText } from "../targets/compile-example.ts";
import { fitted } from "../targets/named-portal.ts";
import { type Track, tracksOf } from "./tracks.ts";

/** A contract under test: what it means, and what it compiles to. */
export interface Subject {
  readonly contract: Contract;
  readonly terms: Terms;
  readonly model: HubSpotModel;
  readonly configuration: HubSpotConfiguration;
  /** What is compared, one property each. */
  readonly tracks: readonly Track[];
}

/** A contract with its meaning and its compilation. */
export function createSubject(contract: Contract): Subject {
  const environment: Environment | undefined = contract.environments.get("local");
  if (environment === undefined) throw new Error("the contract has no environment local");
  const model = createModel(contract, environment);
  const compiled = compileHubSpot(contract, environment);
  const configuration = { ...compiled, resources: fitted({ contract, environment }, compiled).resources };
  return {
    contract,
    terms: createTerms(contract),
    model,
    configuration,
    tracks: tracksOf(model, configuration.resources),
  };
}

/** One of the examples. */
export const exampleSubject = (name: string): Subject => createSubject(contractOf(exampleText(name)));

/** When a portal of a subject is set up: before any history begins. */
const setUpAt = Date.UTC(2026, 11, 1);

/** A portal that holds what was compiled, with every workflow switched on. */
export const preparePortal = (subject: Pick<Subject, "model" | "configuration">): LocalPortal =>
  prepareWorkflows(subject).portal;

/** A prepared portal, and its ids of the workflows by their names. */
export interface Prepared {
  readonly portal: LocalPortal;
  readonly workflowIds: ReadonlyMap<string, string>;
}

/** A portal that holds what was compiled, where single workflows can be exchanged. */
export function prepareWorkflows({ model, configuration }: Pick<Subject, "model" | "configuration">): Prepared {
  const portal = createLocalPortal({ now: setUpAt, timeZone: model.timezone });
  for (const standIn of configuration.standIns) placeUnlessThere(portal, standIn);
  const { resources } = configuration;
  const { unresolved } = bindReferences(resources, noNames);
  const workflowIds = new Map<string, string>();
  // What names people or lifecycle stages of a portal moves no record from stage to stage.
  for (const resource of resources.filter(({ address }) => !unresolved.has(address))) {
    if (resource.kind === "workflow") workflowIds.set(resource.name, switchOn(portal, resource));
    else place(portal, resource);
  }
  return { portal, workflowIds };
}

const switchOn = (portal: LocalPortal, { attributes }: Resource): string => {
  const id = portal.createFlow(attributes);
  portal.setFlowEnabled(id, true);
  return id;
};

/** A copy of a portal in which one workflow is another. */
export function exchangeWorkflow({ portal, workflowIds }: Prepared, workflow: Resource): LocalPortal {
  const copy = portal.fork({ now: portal.now() });
  copy.setFlowEnabled(workflowIds.get(workflow.name) ?? "", false);
  switchOn(copy, workflow);
  return copy;
}

const noNames = { people: new Map(), signals: new Map(), lifecycle: new Map() };

/** Some properties that a contract adopts are in every portal from the start. */
function placeUnlessThere(portal: LocalPortal, standIn: Resource): void {
  try {
    place(portal, standIn);
  } catch (error) {
    if (!(error instanceof Error && error.message.includes("already exists"))) throw error;
  }
}

function place(portal: LocalPortal, { kind, object, attributes, isAdopted }: Resource): void {
  if (isAdopted) return;
  switch (kind) {
    case "property":
      portal.createProperty(object, attributes);
      return;
    case "pipeline":
      portal.createPipeline(object, attributes);
      return;
    case "workflow":
    case "property-group":
    case "list":
      // Workflows are switched on; groups come with their properties; lists show records and move none.
      return;
    default:
      kind satisfies never;
  }
}
