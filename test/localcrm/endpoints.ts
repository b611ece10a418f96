/** The requests of one part of HubSpot's API, without their prefix, and the prefixes of its versions. */
interface Part {
  readonly title: string;
  /** The oldest first. */
  readonly prefixes: readonly string[];
  /** Where the official client keeps the models of its answers; absent where it has none. */
  readonly client?: string;
  /** METHOD path and what is granted as status:schema, or status alone for an empty answer; one a line. */
  readonly requests: string;
}

/** Every request that a portal answers, by HubSpot's own descriptions; what is left out stands in docs/local-crm.md. */
const parts: readonly Part[] = [
  {
    title: "properties",
    prefixes: ["/crm/v3/properties", "/crm/properties/2026-03", "/crm/properties/2026-09"],
    client: "crm/properties",
    requests: `
      GET /{objectType} 200:CollectionResponsePropertyNoPaging
      POST /{objectType} 201:Property
      POST /{objectType}/batch/archive 204
      POST /{objectType}/batch/create 201:BatchResponseProperty 207:BatchResponsePropertyWithErrors
      POST /{objectType}/batch/read 200:BatchResponseProperty 207:BatchResponsePropertyWithErrors
      GET /{objectType}/groups 200:CollectionResponsePropertyGroupNoPaging
      POST /{objectType}/groups 201:PropertyGroup
      GET /{objectType}/groups/{groupName} 200:PropertyGroup
      DELETE /{objectType}/groups/{groupName} 204
      PATCH /{objectType}/groups/{groupName} 200:PropertyGroup
      GET /{objectType}/{propertyName} 200:Property
      DELETE /{objectType}/{propertyName} 204
      PATCH /{objectType}/{propertyName} 200:Property
    `,
  },
  {
    title: "pipelines",
    prefixes: ["/crm/v3/pipelines", "/crm/pipelines/2026-03", "/crm/pipelines/2026-09"],
    client: "crm/pipelines",
    requests: `
      GET /{objectType} 200:CollectionResponsePipelineNoPaging
      POST /{objectType} 201:Pipeline
      GET /{objectType}/{pipelineId} 200:Pipeline
      PUT /{objectType}/{pipelineId} 200:Pipeline
      DELETE /{objectType}/{pipelineId} 204
      PATCH /{objectType}/{pipelineId} 200:Pipeline
      GET /{objectType}/{pipelineId}/audit 200:CollectionResponsePublicAuditInfoNoPaging
      GET /{objectType}/{pipelineId}/stages 200:CollectionResponsePipelineStageNoPaging
      POST /{objectType}/{pipelineId}/stages 201:PipelineStage
      GET /{objectType}/{pipelineId}/stages/{stageId} 200:PipelineStage
      PUT /{objectType}/{pipelineId}/stages/{stageId} 200:PipelineStage
      DELETE /{objectType}/{pipelineId}/stages/{stageId} 204
      PATCH /{objectType}/{pipelineId}/stages/{stageId} 200:PipelineStage
      GET /{objectType}/{pipelineId}/stages/{stageId}/audit 200:CollectionResponsePublicAuditInfoNoPaging
    `,
  },
  {
    title: "lists",
    prefixes: ["/crm/v3/lists", "/crm/lists/2026-03", "/crm/lists/2026-09"],
    client: "crm/lists",
    requests: `
      GET / 200:ListsByIdResponse
      POST / 200:ListCreateResponse
      GET /folders 200:ListFolderFetchResponse
      POST /folders 200:ListFolderCreateResponse
      PUT /folders/move-list 204
      DELETE /folders/{folderId} 204
      PUT /folders/{folderId}/move/{newParentFolderId} 200:ListFolderFetchResponse
      PUT /folders/{folderId}/rename 200:ListFolderFetchResponse
      GET /idmapping 200:PublicMigrationMapping
      POST /idmapping 200:PublicBatchMigrationMapping
      GET /object-type-id/{objectTypeId}/name/{listName} 200:ListFetchResponse
      POST /records/memberships/batch/read 200:BatchResponseRecordIdWithMemberships 207:BatchResponseRecordIdWithMembershipsWithErrors
      GET /records/{objectTypeId}/{recordId}/memberships 200:ApiCollectionResponseRecordListMembership
      POST /search 200:ListSearchResponse
      GET /{listId} 200:ListFetchResponse
      DELETE /{listId} 204
      GET /{listId}/memberships 200:ApiCollectionResponseJoinTimeAndRecordId
      DELETE /{listId}/memberships 204
      PUT /{listId}/memberships/add 200:MembershipsUpdateResponse
      PUT /{listId}/memberships/add-and-remove 200:MembershipsUpdateResponse
      PUT /{listId}/memberships/add-from/{sourceListId} 204
      GET /{listId}/memberships/join-order 200:ApiCollectionResponseJoinTimeAndRecordId
      PUT /{listId}/memberships/remove 200:MembershipsUpdateResponse
      PUT /{listId}/restore 204
      GET /{listId}/schedule-conversion 200:PublicListConversionResponse
      PUT /{listId}/schedule-conversion 200:PublicListConversionResponse
      DELETE /{listId}/schedule-conversion 204
      GET /{listId}/size-and-edits-history/between 200:ListSizeAndEditHistoryResponse
      PUT /{listId}/update-list-filters 200:ListUpdateResponse
      PUT /{listId}/update-list-name 200:ListUpdateResponse
    `,
  },
  {
    title: "workflows",
    prefixes: ["/automation/v4", "/automation/2026-09-beta", "/automation/2027-03-beta"],
    requests: `
      GET /flows 200:CollectionResponseApiFlowListingForwardPaging
      POST /flows 201:ApiFlow
      POST /flows/batch/read 200:BatchResponseApiFlow 207:BatchResponseApiFlowWithErrors
      GET /flows/email-campaigns 200:CollectionResponseApiFlowEmailCampaign
      GET /flows/performance/{flowId} 200:CollectionResponseApiHistogramDataPointNoPaging
      GET /flows/{flowId} 200:ApiFlow
      PUT /flows/{flowId} 200:ApiFlow
      DELETE /flows/{flowId} 204
      POST /workflow-id-mappings/batch/read 200:BatchResponseFlowIdWorkflowIdMappingResponse 207:BatchResponseFlowIdWorkflowIdMappingResponseWithErrors
    `,
  },
  {
    title: "owners",
    prefixes: ["/crm/v3/owners", "/crm/owners/2026-03", "/crm/owners/2026-09"],
    client: "crm/owners",
    requests: `
      GET / 200:CollectionResponsePublicOwnerForwardPaging
      GET /{ownerId} 200:PublicOwner
    `,
  },
  {
    title: "users & teams",
    prefixes: ["/settings"],
    client: "settings/users",
    requests: `
      GET /users/v3 200:CollectionResponsePublicUserForwardPaging
      POST /users/v3 201:PublicUser
      GET /v3/users/roles 200:CollectionResponsePublicPermissionSetNoPaging
      GET /v3/users/teams 200:CollectionResponsePublicTeamNoPaging
      GET /v3/users/{userId} 200:PublicUser
      PUT /v3/users/{userId} 200:PublicUser
      DELETE /v3/users/{userId} 204
    `,
  },
  {
    title: "account info",
    prefixes: ["/account-info/v3", "/account-info/2026-03", "/account-info/2026-09"],
    requests: `
      GET /api-usage/daily/private-apps 200:CollectionResponseApiUsageNoPaging
      GET /details 200:PortalInformationResponse
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
    client: "crm/associations/v4/schema",
    requests: `
      GET /{fromObjectType}/{toObjectType}/labels 200:CollectionResponseAssociationSpecWithLabelNoPaging
      PUT /{fromObjectType}/{toObjectType}/labels 204
      POST /{fromObjectType}/{toObjectType}/labels 200:CollectionResponseAssociationSpecWithLabelNoPaging
      DELETE /{fromObjectType}/{toObjectType}/labels/{associationTypeId} 204
    `,
  },
  {
    title: "associations of many records",
    prefixes: ["/crm/v4/associations", "/crm/associations/2026-03", "/crm/associations/2026-09"],
    client: "crm/associations/v4",
    requests: `
      POST /usage/high-usage-report/{userId} 200:ReportCreationResponse
      POST /{fromObjectType}/{toObjectType}/batch/archive 204
      POST /{fromObjectType}/{toObjectType}/batch/associate/default 200:BatchResponsePublicDefaultAssociation
      POST /{fromObjectType}/{toObjectType}/batch/create 201:BatchResponseLabelsBetweenObjectPair 207:BatchResponseLabelsBetweenObjectPairWithErrors
      POST /{fromObjectType}/{toObjectType}/batch/labels/archive 204
      POST /{fromObjectType}/{toObjectType}/batch/read 200:BatchResponsePublicAssociationMultiWithLabel 207:BatchResponsePublicAssociationMultiWithLabelWithErrors
    `,
  },
  {
    title: "associations of one record",
    prefixes: ["/crm/v4/objects", "/crm/objects/2026-03", "/crm/objects/2026-09"],
    client: "crm/associations/v4",
    requests: `
      PUT /{fromObjectType}/{fromObjectId}/associations/default/{toObjectType}/{toObjectId} 200:BatchResponsePublicDefaultAssociation
      GET /{objectType}/{objectId}/associations/{toObjectType} 200:CollectionResponseMultiAssociatedObjectWithLabelForwardPaging
      PUT /{objectType}/{objectId}/associations/{toObjectType}/{toObjectId} 201:LabelsBetweenObjectPair
      DELETE /{objectType}/{objectId}/associations/{toObjectType}/{toObjectId} 204
    `,
  },
  {
    title: "schemas of objects",
    prefixes: ["/crm-object-schemas/v3", "/crm-object-schemas/2026-03", "/crm-object-schemas/2026-09"],
    client: "crm/schemas",
    requests: `
      GET /schemas 200:CollectionResponseObjectSchemaNoPaging
      POST /schemas 201:ObjectSchema
      POST /schemas/batch/read 200:CollectionResponseObjectSchemaNoPaging
      GET /schemas/{objectType} 200:ObjectSchema
      DELETE /schemas/{objectType} 204
      PATCH /schemas/{objectType} 200:ObjectTypeDefinition
      POST /schemas/{objectType}/associations 201:AssociationDefinition
      DELETE /schemas/{objectType}/associations/{associationIdentifier} 204
    `,
  },
  {
    title: "records",
    prefixes: ["/crm/v3/objects", "/crm/objects/2026-03", "/crm/objects/2026-09"],
    client: "crm/objects",
    requests: `
      GET /{objectType} 200:CollectionResponseSimplePublicObjectWithAssociationsForwardPaging
      POST /{objectType} 201:SimplePublicObject
      POST /{objectType}/batch/archive 204
      POST /{objectType}/batch/create 201:BatchResponseSimplePublicObject 207:BatchResponseSimplePublicObjectWithErrors
      POST /{objectType}/batch/read 200:BatchResponseSimplePublicObject 207:BatchResponseSimplePublicObjectWithErrors
      POST /{objectType}/batch/update 200:BatchResponseSimplePublicObject 207:BatchResponseSimplePublicObjectWithErrors
      POST /{objectType}/batch/upsert 200:BatchResponseSimplePublicUpsertObject 207:BatchResponseSimplePublicUpsertObjectWithErrors
      POST /{objectType}/search 200:CollectionResponseWithTotalSimplePublicObject
      GET /{objectType}/{objectId} 200:SimplePublicObjectWithAssociations
      DELETE /{objectType}/{objectId} 204
      PATCH /{objectType}/{objectId} 200:SimplePublicObject
      POST /contacts/merge 200:SimplePublicObject
      POST /contacts/gdpr-delete 204
      POST /companies/merge 200:SimplePublicObject
      POST /deals/merge 200:SimplePublicObject
      POST /tickets/merge 200:SimplePublicObject
    `,
  },
  {
    title: "limits tracking",
    prefixes: ["/crm/v3/limits", "/crm/limits/2026-03", "/crm/limits/2026-09"],
    requests: `
      GET /associations/labels 200:CollectionResponseAssociationLabelLimitResponseNoPaging
      GET /associations/records/from 200:CollectionResponseObjectTypeNearOrAtAssociationLimitNoPaging
      GET /associations/records/{fromObjectTypeId}/to 200:CollectionResponseObjectTypeNearOrAtAssociationLimitNoPaging
      GET /associations/records/{fromObjectTypeId}/{toObjectTypeId} 200:AssociationRecordLimitResponse
      GET /calculated-properties 200:CalculatedPropertyLimitResponse
      GET /custom-object-types 200:CustomObjectLimitResponse
      GET /custom-properties 200:CustomPropertyLimitResponse
      GET /pipelines 200:PipelineLimitResponse
      GET /records 200:RecordLimitResponse
    `,
  },
];

/** One request of the table, in one version. */
export interface Endpoint {
  readonly part: Part;
  readonly prefix: string;
  readonly method: string;
  /** With the prefix; names of parameters in braces. */
  readonly template: string;
  /** By status: the name of the schema, undefined for an empty answer. */
  readonly answers: ReadonlyMap<number, string | undefined>;
}

function endpointOf(part: Part, prefix: string, line: string): Endpoint {
  const [method = "", path = "", ...granted] = line.trim().split(" ");
  const answers = granted.map((each) => {
    const [status, schema] = each.split(":");
    return [Number(status), schema] as const;
  });
  return { part, prefix, method, template: path === "/" ? prefix : `${prefix}${path}`, answers: new Map(answers) };
}

/** Every request of the table, in every version. */
export const endpoints: readonly Endpoint[] = parts.flatMap((part) =>
  part.prefixes.flatMap((prefix) =>
    part.requests
      .trim()
      .split("\n")
      .map((line) => endpointOf(part, prefix, line)),
  ),
);
