import type { Call } from "../http/call.ts";
import { invalid } from "../http/problems.ts";
import type { Problem } from "../http/reply.ts";
import { asString, asStrings, own } from "../json.ts";
import type { ObjectType } from "../portal/object-types.ts";
import { findPropertyReferences } from "./property-references.ts";

function inUse(stageIds: readonly string[], objectIds: readonly string[]): Problem {
  const stages = `[${stageIds.join(", ")}]`;
  const objects = `[${objectIds.join(", ")}]`;
  return invalid(`Stage IDs: ${stages} are being referenced by object IDs: ${objects}`, {
    subCategory: "PipelineError.STAGE_ID_IN_USE",
    context: { stageIds: [stages], objectIds: [objects] },
  });
}

function checkRecords({ store }: Call, type: ObjectType, stageIds: readonly string[]): Problem | undefined {
  const live = store.list("records", type.id).filter((record) => !record.archived);
  const users = live.filter((record) => stageIds.includes(own(record.properties, type.stageProperty) ?? ""));
  return users.length === 0
    ? undefined
    : inUse(
        stageIds,
        users.map((record) => record.id),
      );
}

function checkTools({ store }: Call, type: ObjectType, stageIds: readonly string[]): Problem | undefined {
  const definitions = [
    ...store
      .list("flows", "")
      .map((flow) => ({ id: flow.id, node: flow.definition, of: flow.definition["objectTypeId"] })),
    ...store
      .list("lists", "")
      .filter((list) => list.deletedAt === undefined)
      .map((list) => ({ id: list.listId, node: list.filterBranch, of: list.objectTypeId })),
  ];
  const users = definitions.filter(({ node, of }) =>
    findPropertyReferences(node, asString(of) ?? "")
      .filter((each) => each.objectTypeId === type.id && each.name === type.stageProperty)
      .some(({ operation }) => asStrings(operation?.["values"]).some((value) => stageIds.includes(value))),
  );
  return users.length === 0
    ? undefined
    : inUse(
        stageIds,
        users.map(({ id }) => id),
      );
}

/** 400 when the query asks to validate, and records or tools still refer to stages about to go. */
export function checkStageReferences(call: Call, type: ObjectType, stageIds: readonly string[]): Problem | undefined {
  const asks = (flag: string) => call.query.get(flag) === "true";
  return (
    (asks("validateReferencesBeforeDelete") ? checkRecords(call, type, stageIds) : undefined) ??
    (asks("validateDealStageUsagesBeforeDelete") ? checkTools(call, type, stageIds) : undefined)
  );
}
