import type { Json, Resource } from "../../src/targets/index.ts";

type Node = Readonly<Record<string, Json | undefined>>;

// Compiled workflows are plain JSON of HubSpot's shapes.
const node = (value: Json | undefined): Node => (typeof value === "object" && value !== null ? (value as Node) : {});
const list = (value: Json | undefined): readonly Node[] => (Array.isArray(value) ? value.map(node) : []);
const said = (value: Json | undefined): string => (Array.isArray(value) ? value.join(",") : String(value ?? ""));

/** A workflow in words: when records enter, and what is done, branches indented. */
export function flowText({ name, attributes }: Resource): string {
  const actions = new Map(list(attributes["actions"]).map((action) => [said(action["actionId"]), action]));
  const steps = [...walk(actions, said(attributes["startActionId"]), "  ")];
  return [`${name} [${said(attributes["objectTypeId"])}]`, ...enters(node(attributes["enrollmentCriteria"])), ...steps]
    .join("\n")
    .concat("\n");
}

function enters(criteria: Node): readonly string[] {
  const branches = criteria["type"] === "EVENT_BASED" ? "eventFilterBranches" : "reEnrollmentTriggersFilterBranches";
  const changes = list(criteria[branches]).map((branch) => {
    const [property, value] = list(branch["filters"]).map((filter) => operation(node(filter["operation"])));
    return `${property?.replace("= ", "")} ${value}`;
  });
  if (criteria["type"] === "EVENT_BASED") return [`  on ${changes.join(" or ")}`];
  const leaves = criteria["unEnrollObjectsNotMeetingCriteria"] === true ? "; leaves when no longer" : "";
  return [`  when ${filterText(node(criteria["listFilterBranch"]))}${leaves}`, `  again on ${changes.join(" or ")}`];
}

function filterText(branch: Node): string {
  const filters = list(branch["filters"]).map((filter) => {
    return `${said(filter["property"])} ${operation(node(filter["operation"]))}`;
  });
  const inner = list(branch["filterBranches"]).map(filterText);
  if (branch["filterBranchType"] === "ASSOCIATION") {
    return `${said(branch["operator"]) === "IN_LIST" ? "some" : "no"} ${said(branch["objectTypeId"])} with (${filters.join(" and ")})`;
  }
  return [...filters, ...inner].join(branch["filterBranchType"] === "OR" ? " | " : " and ");
}

const operators: Readonly<Record<string, string>> = {
  IS_ANY_OF: "∈",
  IS_NONE_OF: "∉",
  IS_EQUAL_TO: "=",
  IS_KNOWN: "is known",
  IS_UNKNOWN: "is unknown",
};

function operation(op: Node): string {
  const operator = operators[said(op["operator"])] ?? said(op["operator"]);
  const value = op["values"] ?? op["value"] ?? op["comparisonPropertyName"];
  const unknown = op["includeObjectsWithNoValueSet"] === true ? " or unknown" : "";
  return `${operator}${value === undefined ? "" : ` ${said(value)}`}${unknown}`;
}

function* walk(actions: ReadonlyMap<string, Node>, id: string, indent: string): Generator<string> {
  const action = actions.get(id);
  if (action === undefined) return;
  if (action["type"] !== "LIST_BRANCH") {
    yield `${indent}${actionText(said(action["actionTypeId"]), node(action["fields"]))}`;
    yield* walk(actions, said(node(action["connection"])["nextActionId"]), indent);
    return;
  }
  for (const way of list(action["listBranches"])) {
    yield `${indent}if ${filterText(node(way["filterBranch"]))}:`;
    yield* walk(actions, said(node(way["connection"])["nextActionId"]), `${indent}  `);
  }
  if (action["defaultBranch"] === undefined) return;
  yield `${indent}else:`;
  yield* walk(actions, said(node(action["defaultBranch"])["nextActionId"]), `${indent}  `);
}

function actionText(type: string, fields: Node): string {
  switch (type) {
    case "0-1":
      return `wait ${said(fields["delta"])} min`;
    case "0-35":
      return `wait until ${valueText(node(fields["date"]))} ${said(fields["delta"])} min`;
    case "0-5":
      return `${said(fields["property_name"])} := ${valueText(node(fields["value"]))}`;
    case "0-8":
      return `mail ${peopleText(fields)}: ${said(fields["subject"])} / ${said(fields["body"])}`;
    case "0-11":
      return `rotate ${said(fields["target_property"])} to ${peopleText(fields)}, overwrite ${said(fields["overwrite_current_owner"])}`;
    case "0-3":
      return `task for ${valueText(node(node(fields["owner_assignment"])["value"]))}: ${said(fields["subject"])} / ${said(fields["body"])}`;
    default:
      return `${type} ${JSON.stringify(fields)}`;
  }
}

function peopleText(fields: Node): string {
  const kinds = ["owner_properties", "user_ids", "team_ids"].filter((kind) => fields[kind] !== undefined);
  return kinds.map((kind) => `${kind} ${said(fields[kind])}`).join(" + ");
}

function valueText(value: Node): string {
  switch (value["type"]) {
    case "STATIC_VALUE":
      return `"${said(value["staticValue"])}"`;
    case "OBJECT_PROPERTY":
      return said(value["propertyName"]);
    case "TIMESTAMP":
      return "now";
    default:
      return JSON.stringify(value);
  }
}
