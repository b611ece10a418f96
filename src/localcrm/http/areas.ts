import { accountRoutes } from "../routes/account.ts";
import { associationBatchRoutes } from "../routes/association-batches.ts";
import { associationLabelRoutes } from "../routes/association-labels.ts";
import { associationRoutes } from "../routes/associations.ts";
import { flowInsightRoutes, workflowIdRoutes } from "../routes/flow-insights.ts";
import { flowRoutes } from "../routes/flows.ts";
import { eventRoutes, formRoutes } from "../routes/forms-and-events.ts";
import { limitRoutes } from "../routes/limits.ts";
import { listConversionRoutes } from "../routes/list-conversion.ts";
import { listFolderRoutes } from "../routes/list-folders.ts";
import { listSearchRoutes } from "../routes/list-search.ts";
import { listRoutes } from "../routes/lists.ts";
import { membershipRoutes } from "../routes/memberships.ts";
import { ownerRoutes } from "../routes/owners.ts";
import { pipelineAuditRoutes } from "../routes/pipeline-audits.ts";
import { pipelineRoutes } from "../routes/pipelines.ts";
import { propertyRoutes } from "../routes/properties.ts";
import { propertyGroupRoutes } from "../routes/property-groups.ts";
import { recordBatchRoutes } from "../routes/record-batches.ts";
import { recordMembershipRoutes } from "../routes/record-memberships.ts";
import { recordMergeRoutes } from "../routes/record-merges.ts";
import { recordSearchRoutes } from "../routes/record-search.ts";
import { recordRoutes } from "../routes/records.ts";
import { schemaRoutes } from "../routes/schemas.ts";
import { stageRoutes } from "../routes/stages.ts";
import { tokenRoutes } from "../routes/token.ts";
import { teamRoutes, userRoutes } from "../routes/users-and-teams.ts";
import { anyRecords, listNeeds, type Needs, needsOneOf, recordNeeds, schemaNeeds, userNeeds } from "../rules/scopes.ts";
import type { Route } from "./call.ts";

/** Where a kind of resource is served: each prefix of each API version, and its routes. */
export interface Area {
  readonly prefixes: readonly string[];
  readonly routes: readonly Route[];
  /** Absent: every token may. */
  readonly needs?: Needs;
}

const datedObjects = ["/crm/objects/2026-03", "/crm/objects/2026-09"];

/** Every area of the API; the first whose prefix and route fit answers. The first prefix of each is its name. */
export const areas: readonly Area[] = [
  {
    prefixes: ["/crm/v3/properties", "/crm/properties/2026-03", "/crm/properties/2026-09"],
    routes: [...propertyGroupRoutes, ...propertyRoutes],
    needs: schemaNeeds,
  },
  {
    prefixes: ["/crm/v3/pipelines", "/crm/pipelines/2026-03", "/crm/pipelines/2026-09"],
    routes: [...pipelineRoutes, ...stageRoutes, ...pipelineAuditRoutes],
    needs: schemaNeeds,
  },
  {
    prefixes: ["/crm/v3/objects", ...datedObjects],
    routes: [...recordBatchRoutes, ...recordSearchRoutes, ...recordMergeRoutes, ...recordRoutes],
    needs: recordNeeds,
  },
  { prefixes: ["/crm/v4/objects", ...datedObjects], routes: associationRoutes, needs: recordNeeds },
  {
    prefixes: [
      "/crm/v4/associations",
      "/crm/associations/v4",
      "/crm/associations/2026-03",
      "/crm/associations/2026-09",
    ],
    routes: [...associationLabelRoutes, ...associationBatchRoutes],
    needs: recordNeeds,
  },
  {
    prefixes: [
      "/crm-object-schemas/v3/schemas",
      "/crm-object-schemas/2026-03/schemas",
      "/crm-object-schemas/2026-09/schemas",
    ],
    routes: schemaRoutes,
    needs: schemaNeeds,
  },
  {
    prefixes: ["/crm/v3/lists", "/crm/lists/2026-03", "/crm/lists/2026-09"],
    routes: [
      ...listSearchRoutes,
      ...listFolderRoutes,
      ...recordMembershipRoutes,
      ...listRoutes,
      ...membershipRoutes,
      ...listConversionRoutes,
    ],
    needs: listNeeds,
  },
  {
    prefixes: ["/automation/v4/flows", "/automation/2026-09-beta/flows", "/automation/2027-03-beta/flows"],
    routes: [...flowInsightRoutes, ...flowRoutes],
    needs: needsOneOf("automation"),
  },
  {
    prefixes: [
      "/automation/v4/workflow-id-mappings",
      "/automation/2026-09-beta/workflow-id-mappings",
      "/automation/2027-03-beta/workflow-id-mappings",
    ],
    routes: workflowIdRoutes,
    needs: needsOneOf("automation"),
  },
  {
    prefixes: ["/crm/v3/owners", "/crm/owners/2026-03", "/crm/owners/2026-09"],
    routes: ownerRoutes,
    needs: needsOneOf("crm.objects.owners.read", "automation"),
  },
  {
    prefixes: ["/settings/v3/users/teams"],
    routes: teamRoutes,
    needs: needsOneOf("settings.users.teams.read"),
  },
  {
    prefixes: ["/settings/users/v3", "/settings/v3/users"],
    routes: userRoutes,
    needs: userNeeds,
  },
  {
    prefixes: ["/crm/v3/limits", "/crm/limits/2026-03", "/crm/limits/2026-09"],
    routes: limitRoutes,
    needs: anyRecords,
  },
  {
    prefixes: ["/marketing/v3/forms", "/marketing/forms/2026-09-beta"],
    routes: formRoutes,
    needs: needsOneOf("forms"),
  },
  {
    prefixes: ["/events/v3/event-definitions", "/events/2026-03/event-definitions"],
    routes: eventRoutes,
    needs: needsOneOf("behavioral_events.event_definitions.read_write"),
  },
  { prefixes: ["/oauth/v2/private-apps/get"], routes: tokenRoutes },
  { prefixes: ["/account-info/v3", "/account-info/2026-03", "/account-info/2026-09"], routes: accountRoutes },
];
