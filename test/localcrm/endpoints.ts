/** The requests of one part of HubSpot's API, without their prefix, and the prefixes of its versions. */
interface Part {
  readonly title: string;
  /** The oldest first. */
  readonly prefixes: readonly string[];
  /** METHOD path, one a line. */
  readonly requests: string;
}

/** Every request that a portal answers, by HubSpot's own descriptions; what is left out stands in docs/local-crm.md. */
export const endpoints: readonly Part[] = [
  {
    title: "properties",
    prefixes: ["/crm/v3/properties", "/crm/properties/2026-03", "/crm/properties/2026-09"],
    requests: `
      GET /{objectType}
      POST /{objectType}
      POST /{objectType}/batch/archive
      POST /{objectType}/batch/create
      POST /{objectType}/batch/read
      GET /{objectType}/groups
      POST /{objectType}/groups
      GET /{objectType}/groups/{groupName}
      DELETE /{objectType}/groups/{groupName}
      PATCH /{objectType}/groups/{groupName}
      GET /{objectType}/{propertyName}
      DELETE /{objectType}/{propertyName}
      PATCH /{objectType}/{propertyName}
    `,
  },
  {
    title: "pipelines",
    prefixes: ["/crm/v3/pipelines", "/crm/pipelines/2026-03", "/crm/pipelines/2026-09"],
    requests: `
      GET /{objectType}
      POST /{objectType}
      GET /{objectType}/{pipelineId}
      PUT /{objectType}/{pipelineId}
      DELETE /{objectType}/{pipelineId}
      PATCH /{objectType}/{pipelineId}
      GET /{objectType}/{pipelineId}/audit
      GET /{objectType}/{pipelineId}/stages
      POST /{objectType}/{pipelineId}/stages
      GET /{objectType}/{pipelineId}/stages/{stageId}
      PUT /{objectType}/{pipelineId}/stages/{stageId}
      DELETE /{objectType}/{pipelineId}/stages/{stageId}
      PATCH /{objectType}/{pipelineId}/stages/{stageId}
      GET /{objectType}/{pipelineId}/stages/{stageId}/audit
    `,
  },
  {
    title: "lists",
    prefixes: ["/crm/v3/lists", "/crm/lists/2026-03", "/crm/lists/2026-09"],
    requests: `
      GET /
      POST /
      GET /folders
      POST /folders
      PUT /folders/move-list
      DELETE /folders/{folderId}
      PUT /folders/{folderId}/move/{newParentFolderId}
      PUT /folders/{folderId}/rename
      GET /idmapping
      POST /idmapping
      GET /object-type-id/{objectTypeId}/name/{listName}
      POST /records/memberships/batch/read
      GET /records/{objectTypeId}/{recordId}/memberships
      POST /search
      GET /{listId}
      DELETE /{listId}
      GET /{listId}/memberships
      DELETE /{listId}/memberships
      PUT /{listId}/memberships/add
      PUT /{listId}/memberships/add-and-remove
      PUT /{listId}/memberships/add-from/{sourceListId}
      GET /{listId}/memberships/join-order
      PUT /{listId}/memberships/remove
      PUT /{listId}/restore
      GET /{listId}/schedule-conversion
      PUT /{listId}/schedule-conversion
      DELETE /{listId}/schedule-conversion
      GET /{listId}/size-and-edits-history/between
      PUT /{listId}/update-list-filters
      PUT /{listId}/update-list-name
    `,
  },
  {
    title: "workflows",
    prefixes: ["/automation/v4", "/automation/2026-09-beta", "/automation/2027-03-beta"],
    requests: `
      GET /flows
      POST /flows
      POST /flows/batch/read
      GET /flows/email-campaigns
      GET /flows/performance/{flowId}
      GET /flows/{flowId}
      PUT /flows/{flowId}
      DELETE /flows/{flowId}
      POST /workflow-id-mappings/batch/read
    `,
  },
  {
    title: "owners",
    prefixes: ["/crm/v3/owners", "/crm/owners/2026-03", "/crm/owners/2026-09"],
    requests: `
      GET /
      GET /{ownerId}
    `,
  },
  {
    title: "users & teams",
    prefixes: ["/settings"],
    requests: `
      GET /users/v3
      POST /users/v3
      GET /v3/users/roles
      GET /v3/users/teams
      GET /v3/users/{userId}
      PUT /v3/users/{userId}
      DELETE /v3/users/{userId}
    `,
  },
  {
    title: "account info",
    prefixes: ["/account-info/v3", "/account-info/2026-03", "/account-info/2026-09"],
    requests: `
      GET /api-usage/daily/private-apps
      GET /details
    `,
  },
  {
    title: "association labels",
    prefixes: [
      "/crm/v4/associations",
      "/crm/associations/v4",
      "/crm/associations/2026-03",
      "/crm/associations/2026-09",
    ],
    requests: `
      GET /{fromObjectType}/{toObjectType}/labels
      PUT /{fromObjectType}/{toObjectType}/labels
      POST /{fromObjectType}/{toObjectType}/labels
      DELETE /{fromObjectType}/{toObjectType}/labels/{associationTypeId}
    `,
  },
  {
    title: "associations of many records",
    prefixes: ["/crm/v4/associations", "/crm/associations/2026-03", "/crm/associations/2026-09"],
    requests: `
      POST /usage/high-usage-report/{userId}
      POST /{fromObjectType}/{toObjectType}/batch/archive
      POST /{fromObjectType}/{toObjectType}/batch/associate/default
      POST /{fromObjectType}/{toObjectType}/batch/create
      POST /{fromObjectType}/{toObjectType}/batch/labels/archive
      POST /{fromObjectType}/{toObjectType}/batch/read
    `,
  },
  {
    title: "associations of one record",
    prefixes: ["/crm/v4/objects", "/crm/objects/2026-03", "/crm/objects/2026-09"],
    requests: `
      PUT /{fromObjectType}/{fromObjectId}/associations/default/{toObjectType}/{toObjectId}
      GET /{objectType}/{objectId}/associations/{toObjectType}
      PUT /{objectType}/{objectId}/associations/{toObjectType}/{toObjectId}
      DELETE /{objectType}/{objectId}/associations/{toObjectType}/{toObjectId}
    `,
  },
  {
    title: "schemas of objects",
    prefixes: ["/crm-object-schemas/v3", "/crm-object-schemas/2026-03", "/crm-object-schemas/2026-09"],
    requests: `
      GET /schemas
      POST /schemas
      POST /schemas/batch/read
      GET /schemas/{objectType}
      DELETE /schemas/{objectType}
      PATCH /schemas/{objectType}
      POST /schemas/{objectType}/associations
      DELETE /schemas/{objectType}/associations/{associationIdentifier}
    `,
  },
  {
    title: "records",
    prefixes: ["/crm/v3/objects", "/crm/objects/2026-03", "/crm/objects/2026-09"],
    requests: `
      GET /{objectType}
      POST /{objectType}
      POST /{objectType}/batch/archive
      POST /{objectType}/batch/create
      POST /{objectType}/batch/read
      POST /{objectType}/batch/update
      POST /{objectType}/batch/upsert
      POST /{objectType}/search
      GET /{objectType}/{objectId}
      DELETE /{objectType}/{objectId}
      PATCH /{objectType}/{objectId}
      POST /contacts/merge
      POST /contacts/gdpr-delete
      POST /companies/merge
      POST /deals/merge
      POST /tickets/merge
    `,
  },
  {
    title: "limits tracking",
    prefixes: ["/crm/v3/limits", "/crm/limits/2026-03", "/crm/limits/2026-09"],
    requests: `
      GET /associations/labels
      GET /associations/records/from
      GET /associations/records/{fromObjectTypeId}/to
      GET /associations/records/{fromObjectTypeId}/{toObjectTypeId}
      GET /calculated-properties
      GET /custom-object-types
      GET /custom-properties
      GET /pipelines
      GET /records
    `,
  },
];
