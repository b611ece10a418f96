import type { StoredPipeline } from "../store/documents.ts";

/** The lifecycle stages of contacts and companies, in order. */
export const lifecycleStages: readonly { readonly id: string; readonly label: string }[] = [
  { id: "subscriber", label: "Subscriber" },
  { id: "lead", label: "Lead" },
  { id: "marketingqualifiedlead", label: "Marketing Qualified Lead" },
  { id: "salesqualifiedlead", label: "Sales Qualified Lead" },
  { id: "opportunity", label: "Opportunity" },
  { id: "customer", label: "Customer" },
  { id: "evangelist", label: "Evangelist" },
  { id: "other", label: "Other" },
];

/** HubSpot gives what it defines itself this time of creation. */
const epoch = new Date(0).toISOString();

interface SeedStage {
  readonly id: string;
  readonly label: string;
  readonly metadata?: Readonly<Record<string, string>>;
}

function pipeline(id: string, label: string, stages: readonly SeedStage[]): StoredPipeline {
  return {
    id,
    label,
    displayOrder: 0,
    createdAt: epoch,
    updatedAt: epoch,
    archived: false,
    stages: stages.map((stage, displayOrder) => ({
      id: stage.id,
      label: stage.label,
      displayOrder,
      metadata: stage.metadata ?? {},
      createdAt: epoch,
      updatedAt: epoch,
      archived: false,
      writePermissions: "CRM_PERMISSIONS_ENFORCEMENT",
    })),
  };
}

const deal = (id: string, label: string, probability: string): SeedStage => ({
  id,
  label,
  metadata: { isClosed: String(probability === "0.0" || probability === "1.0"), probability },
});
const ticket = (id: string, label: string, ticketState: string): SeedStage => ({
  id,
  label,
  metadata: { isClosed: String(ticketState === "CLOSED"), ticketState },
});
const lead = (name: string, label: string): SeedStage => ({ id: `${name}-stage-id`, label });

/** The pipelines of a new portal, by object type id. */
export const seedPipelines: readonly (readonly [objectTypeId: string, pipeline: StoredPipeline])[] = [
  ["0-1", pipeline("contacts-lifecycle-pipeline", "Lifecycle Stage Pipeline", lifecycleStages)],
  ["0-2", pipeline("companies-lifecycle-pipeline", "Lifecycle Stage Pipeline", lifecycleStages)],
  [
    "0-3",
    pipeline("default", "Sales Pipeline", [
      deal("appointmentscheduled", "Appointment Scheduled", "0.2"),
      deal("qualifiedtobuy", "Qualified To Buy", "0.4"),
      deal("presentationscheduled", "Presentation Scheduled", "0.6"),
      deal("decisionmakerboughtin", "Decision Maker Bought-In", "0.8"),
      deal("contractsent", "Contract Sent", "0.9"),
      deal("closedwon", "Closed Won", "1.0"),
      deal("closedlost", "Closed Lost", "0.0"),
    ]),
  ],
  [
    "0-5",
    pipeline("0", "Support Pipeline", [
      ticket("1", "New", "OPEN"),
      ticket("2", "Waiting on contact", "OPEN"),
      ticket("3", "Waiting on us", "OPEN"),
      ticket("4", "Closed", "CLOSED"),
    ]),
  ],
  [
    "0-136",
    pipeline("lead-pipeline-id", "Lead Pipeline", [
      lead("new", "New"),
      lead("attempting", "Attempting"),
      lead("connected", "Connected"),
      lead("qualified", "Qualified"),
      lead("unqualified", "Disqualified"),
    ]),
  ],
];
