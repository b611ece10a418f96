import type { Assignment, CrmObject } from "../../../contract/index.ts";
import { associated, type FilterNode, isKnown } from "../filters.ts";
import { associationTypeId, hubSpotObject } from "../objects.ts";
import { ownerProperty } from "./recipients.ts";

/** Whether the owner is there whose record it stays: on the record itself, or on one that it belongs to. */
export function hasKeeper(
  object: CrmObject,
  owner: Extract<Assignment, { kind: "keep" }>["owner"],
): FilterNode | undefined {
  const holder = owner === "company-owner" ? "company" : "contact";
  if (holder === object) return isKnown(ownerProperty);
  const association = associationTypeId(object, holder);
  if (association === undefined) return undefined;
  const to = { typeId: hubSpotObject(holder).typeId, associationTypeId: association };
  return associated(to, "IN_LIST", [isKnown(ownerProperty)]);
}
