import type { CrmObject } from "../../contract/index.ts";
import type { Bilingual } from "../../diagnostics/index.ts";
import type { Json, JsonObject, Resource } from "../resource.ts";
import { compileActions, type Sequence } from "./actions.ts";
import { anyOf, type FilterNode } from "./filters.ts";
import { describe, type HubSpotModel, titleOf } from "./model.ts";
import { hubSpotObject } from "./objects.ts";
import { addressOf } from "./property.ts";

/** When records enter a workflow. */
export type Enrollment =
  | {
      /** When they come to meet the filters, and again when one of `again` changes. */
      readonly kind: "state";
      readonly filter: JsonObject;
      readonly again: readonly string[];
      /** Whether a record that no longer meets the filters leaves at once. */
      readonly whenLost: "stay" | "leave";
    }
  | {
      /** Each time a property takes one of these values; any value where none is named. */
      readonly kind: "change";
      readonly property: string;
      readonly values: readonly string[];
      /** Other properties whose change lets them in too. */
      readonly or?: readonly { readonly property: string; readonly values: readonly string[] }[];
    };

/** Opening hours of a workflow: actions wait for them, delays and branches do not. */
export interface WorkflowHours {
  readonly timeWindows: readonly JsonObject[];
  readonly blockedDates: readonly JsonObject[];
}

/** A workflow that a clause asks for. */
export interface WorkflowDraft {
  readonly object: CrmObject;
  /** Parts of the name after the contract's. */
  readonly title: readonly string[];
  readonly clause: string;
  readonly purpose: Bilingual;
  readonly enrollment: Enrollment;
  readonly sequence: Sequence;
  readonly hours?: WorkflowHours;
}

/** A workflow, switched off: switching on is a step of its own. */
export function compileWorkflow(model: HubSpotModel, draft: WorkflowDraft): Resource {
  const { name: object, typeId } = hubSpotObject(draft.object);
  const name = titleOf(model, ...draft.title);
  const isContact = draft.object === "contact";
  return {
    kind: "workflow",
    address: addressOf("workflow", object, name),
    object,
    name,
    attributes: {
      type: isContact ? "CONTACT_FLOW" : "PLATFORM_FLOW",
      flowType: "WORKFLOW",
      objectTypeId: typeId,
      name,
      description: describe(model, draft.purpose, draft.clause),
      isEnabled: false,
      startActionId: "1",
      actions: compileActions(draft.sequence),
      enrollmentCriteria: compileEnrollment(draft.enrollment),
      timeWindows: draft.hours?.timeWindows ?? [],
      blockedDates: draft.hours?.blockedDates ?? [],
      customProperties: {},
      dataSources: [],
      ...(isContact ? { suppressionListIds: [], canEnrollFromSalesforce: false } : {}),
    },
    dependsOn: [],
    clause: draft.clause,
    purpose: draft.purpose,
    isAdopted: false,
  };
}

const changedTo = (property: string, value: JsonObject): readonly Json[] => [
  {
    filterType: "PROPERTY",
    property: "hs_name",
    operation: {
      operationType: "STRING",
      operator: "IS_EQUAL_TO",
      value: property,
      includeObjectsWithNoValueSet: false,
    },
  },
  { filterType: "PROPERTY", property: "hs_value", operation: value },
];

const anyValue: JsonObject = {
  operationType: "ALL_PROPERTY",
  operator: "IS_KNOWN",
  includeObjectsWithNoValueSet: false,
};

function compileEnrollment(enrollment: Enrollment): JsonObject {
  if (enrollment.kind === "change") return compileChange([enrollment, ...(enrollment.or ?? [])]);
  return {
    type: "LIST_BASED",
    shouldReEnroll: enrollment.again.length > 0,
    unEnrollObjectsNotMeetingCriteria: enrollment.whenLost === "leave",
    listFilterBranch: enrollment.filter,
    reEnrollmentTriggersFilterBranches: enrollment.again.map((property) => ({
      filterBranchType: "AND",
      filterBranchOperator: "AND",
      filterBranches: [],
      filters: changedTo(property, anyValue),
    })),
  };
}

// 4-655002 is HubSpot's event "property value changed".
function compileChange(
  changes: readonly { readonly property: string; readonly values: readonly string[] }[],
): JsonObject {
  return {
    type: "EVENT_BASED",
    shouldReEnroll: true,
    eventFilterBranches: changes.map(({ property, values }) => ({
      filterBranchType: "UNIFIED_EVENTS",
      filterBranchOperator: "AND",
      eventTypeId: "4-655002",
      operator: "HAS_COMPLETED",
      filterBranches: [],
      filters: changedTo(property, values.length === 0 ? anyValue : oneOf(values)),
    })),
    listMembershipFilterBranches: [],
  };
}

const oneOf = (values: readonly string[]): JsonObject => ({
  operationType: "ENUMERATION",
  operator: "IS_ANY_OF",
  values,
  includeObjectsWithNoValueSet: false,
});

/** The record's own properties that filters look at, each once: a change of any of them asks the question again. */
export function propertiesOf(alternatives: readonly (readonly FilterNode[])[]): readonly string[] {
  const names = alternatives.flatMap((nodes) => nodes.map((node) => node["property"]));
  return [...new Set(names.filter((name) => typeof name === "string"))];
}

/** Whether a workflow writes a fixed value into a property by one of its actions. */
export function writesValue({ attributes }: Resource, property: string, value: string): boolean {
  const actions = attributes["actions"];
  return Array.isArray(actions) && actions.some((action) => isWrite(action?.fields));

  function isWrite(fields: Partial<JsonObject> | undefined): boolean {
    const written = fields?.["value"];
    const isSame = typeof written === "object" && written !== null && "staticValue" in written;
    return fields?.["property_name"] === property && isSame && written["staticValue"] === value;
  }
}

/** A single AND of filters as a whole filter tree. */
export const everyOf = (nodes: readonly FilterNode[]): JsonObject => anyOf([nodes]);
