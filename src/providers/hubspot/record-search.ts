import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../../engine/index.ts";

/** One search of records: groups of filters, of which one must hold whole. */
export interface Search {
  readonly filterGroups: readonly JsonObject[];
}

/** The searches that find what a filter tree asks for; not exact where they find more. */
export interface Searches {
  readonly searches: readonly Search[];
  readonly isExact: boolean;
}

// HubSpot's search takes 5 groups of 6 filters, 18 in all; its statements differ, these are the lowest.
const mostGroups = 5;
const mostFiltersInGroup = 6;
const mostFilters = 18;

type Filter = JsonObject;

/** Groups of filters, of which one must hold whole; `isWhole` unless a condition was left out. */
interface Alternatives {
  readonly groups: readonly (readonly Filter[])[];
  readonly isWhole: boolean;
}

/** Turns the filter tree of a list or workflow (an OR of ANDs) into searches of records. */
export function searchesFor(tree: JsonObject): Searches {
  const found = branchesOf(tree).map(alternativesOf);
  const groups = found.flatMap((one) => one.groups);
  const cut = groups.map((group) => group.slice(0, mostFiltersInGroup));
  const isExact = found.every((one) => one.isWhole) && groups.every((group) => group.length <= mostFiltersInGroup);
  return { searches: packed(cut), isExact };
}

const branchesOf = (tree: JsonObject): readonly JsonObject[] => objectsIn(tree["filterBranches"]);

const objectsIn = (value: Json | undefined): readonly JsonObject[] =>
  isJsonArray(value) ? value.filter(isJsonObject) : [];

/** An AND: every combination of what each of its filters lets pass. */
function alternativesOf(branch: JsonObject): Alternatives {
  let groups: readonly (readonly Filter[])[] = [[]];
  // Conditions on other records can't be asked for.
  let isWhole = objectsIn(branch["filterBranches"]).length === 0;
  for (const filter of objectsIn(branch["filters"])) {
    const ways = waysOf(filter);
    const more = ways === undefined ? undefined : groups.flatMap((group) => ways.map((way) => [...group, ...way]));
    if (more === undefined || more.length > mostGroups) isWhole = false;
    else groups = more;
  }
  return { groups, isWhole };
}

/** What one filter lets pass, each way as filters of a search; undefined where a search can't ask for it. */
function waysOf({ property, operation }: JsonObject): readonly (readonly Filter[])[] | undefined {
  if (typeof property !== "string" || !isJsonObject(operation)) return undefined;
  const known = knownWays(property, operation);
  if (known === undefined) return undefined;
  const letsUnknownPass = operation["includeObjectsWithNoValueSet"] === true;
  return letsUnknownPass ? [...known, [{ propertyName: property, operator: "NOT_HAS_PROPERTY" }]] : known;
}

function knownWays(propertyName: string, operation: JsonObject): readonly (readonly Filter[])[] | undefined {
  const { operator, value, values } = operation;
  switch (`${operation["operationType"]} ${operator}`) {
    case "ALL_PROPERTY IS_KNOWN":
      return [[{ propertyName, operator: "HAS_PROPERTY" }]];
    case "ALL_PROPERTY IS_UNKNOWN":
      return [[{ propertyName, operator: "NOT_HAS_PROPERTY" }]];
    case "ENUMERATION IS_ANY_OF":
      return isJsonArray(values) ? [[{ propertyName, operator: "IN", values }]] : undefined;
    case "ENUMERATION IS_NONE_OF":
      // Records without a value are a way of their own: a search of what is not among values may leave them out.
      return isJsonArray(values)
        ? [
            [
              { propertyName, operator: "HAS_PROPERTY" },
              { propertyName, operator: "NOT_IN", values },
            ],
          ]
        : undefined;
    default: {
      const asked = comparisons[String(operator)];
      if (asked === undefined || !isPlain(value)) return undefined;
      const compared = { propertyName, operator: asked, value: String(value) };
      return asked === "NEQ" ? [[{ propertyName, operator: "HAS_PROPERTY" }, compared]] : [[compared]];
    }
  }
}

const isPlain = (value: Json | undefined): value is string | number | boolean =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean";

const comparisons: Readonly<Record<string, string | undefined>> = {
  IS_EQUAL_TO: "EQ",
  IS_NOT_EQUAL_TO: "NEQ",
  IS_GREATER_THAN: "GT",
  IS_GREATER_THAN_OR_EQUAL_TO: "GTE",
  IS_LESS_THAN: "LT",
  IS_LESS_THAN_OR_EQUAL_TO: "LTE",
};

/** As few searches as their limits allow; without a group nothing is asked for, and nothing found. */
function packed(groups: readonly (readonly Filter[])[]): readonly Search[] {
  // A way that asks for nothing lets every record pass.
  if (groups.some((group) => group.length === 0)) return [{ filterGroups: [] }];
  const searches: JsonObject[][] = [];
  let filters = 0;
  for (const group of groups) {
    const current = searches.at(-1);
    const isFull = current === undefined || current.length === mostGroups || filters + group.length > mostFilters;
    if (isFull) searches.push([{ filters: group }]);
    else current.push({ filters: group });
    filters = isFull ? group.length : filters + group.length;
  }
  return searches.map((filterGroups) => ({ filterGroups }));
}
