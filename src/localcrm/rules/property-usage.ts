import { invalid } from "../http/problems.ts";
import type { Problem } from "../http/reply.ts";
import { asString } from "../json.ts";
import type { StoredProperty } from "../store/documents.ts";
import type { Store } from "../store/store.ts";
import { findPropertyReferences } from "./property-references.ts";

/** Something that keeps a property from being archived. */
interface Usage {
  readonly parentType: string;
  readonly displayType: string;
  readonly id: string;
}

function usagesOf(store: Store, { objectTypeId, name }: StoredProperty): readonly Usage[] {
  const names = (node: Parameters<typeof findPropertyReferences>[0], type: string) =>
    findPropertyReferences(node, type).some((each) => each.objectTypeId === objectTypeId && each.name === name);
  const flows = store
    .list("flows", "")
    .filter((flow) => names(flow.definition, asString(flow.definition["objectTypeId"]) ?? ""));
  const lists = store
    .list("lists", "")
    .filter((list) => list.deletedAt === undefined && list.processingType === "DYNAMIC")
    .filter((list) => names(list.filterBranch, list.objectTypeId));
  const formulas = store
    .list("properties", objectTypeId)
    .filter((each) => !each.archived && each.name !== name)
    .filter((each) => new RegExp(`\\b${name}\\b`).test(each.calculationFormula ?? ""));
  return [
    ...flows.map(({ id }) => ({ parentType: "AUTOMATION_PLATFORM_FLOW", displayType: "WORKFLOW", id })),
    ...lists.map(({ listId }) => ({ parentType: "OBJECT_LIST", displayType: "LIST", id: listId })),
    ...formulas.map((each) => ({ parentType: "CALCULATED_PROPERTY", displayType: "PROPERTY", id: each.name })),
  ];
}

/** 400 while a workflow (even one that is off), an active list or a calculated property names the property. */
export function checkNotInUse(store: Store, property: StoredProperty): Problem | undefined {
  const usages = usagesOf(store, property);
  if (usages.length === 0) return undefined;
  const { name, objectTypeId } = property;
  return invalid(
    `Property: ${name} of object type ${objectTypeId} is currently used in ${usages.length} places and cannot be deleted`,
    {
      errors: usages.map(({ parentType, displayType, id }) => ({
        subCategory: "PropertyValidationError.PROPERTY_USAGE",
        message: `Property ${name} of object type ${objectTypeId} in use by ${parentType} (display type ${displayType}) ID ${id}: `,
        context: {
          property: [name],
          objectTypeId: [objectTypeId],
          parentType: [parentType],
          parentDisplayType: [displayType],
          parentName: [id],
          link: [""],
        },
      })),
      context: { property: [name], objectTypeId: [objectTypeId], usageCount: [String(usages.length)] },
      subCategory: "PropertyValidationError.CANNOT_DELETE_PROPERTY_IN_USE",
    },
  );
}
