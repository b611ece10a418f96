/** Set when a flow is created, refused in a PUT. */
export const creationOnlyFlowKeys: readonly string[] = ["flowType", "objectTypeId", "dataSources"];

/** Given by HubSpot, never sent. */
export const answerOnlyFlowKeys: readonly string[] = [
  "id",
  "revisionId",
  "createdAt",
  "updatedAt",
  "nextAvailableActionId",
  "crmObjectCreationStatus",
  "uuid",
];
