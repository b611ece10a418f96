import { emptyProblem, invalid, missingFields } from "../http/problems.ts";
import type { Problem } from "../http/reply.ts";
import { asArray, asObject, asString, type Json, type JsonObject } from "../json.ts";

const unsupported = (): Problem => invalid("Invalid request to flow creation");

/** A connection of an action, and whether it is a default branch, where HubSpot fails differently. */
interface Edge {
  readonly connection: JsonObject;
  readonly isDefault: boolean;
}

function edgesOf(action: JsonObject): readonly Edge[] {
  const branches = ["listBranches", "staticBranches", "testBranches"].flatMap((name) => asArray(action[name]));
  const connections = [action, ...branches.map((branch) => asObject(branch) ?? {})].map(
    (holder) => holder["connection"],
  );
  const edge = (isDefault: boolean) => (value: Json | undefined) => {
    const connection = asObject(value);
    return connection === undefined ? [] : [{ connection, isDefault }];
  };
  return [...connections.flatMap(edge(false)), ...edge(true)(action["defaultBranch"])];
}

function checkEdge({ connection, isDefault }: Edge): Problem | undefined {
  const target = asString(connection["nextActionId"]);
  if (target !== undefined && target !== "") return undefined;
  return isDefault && Object.keys(connection).length === 0 ? emptyProblem(500) : missingFields(["nextActionId"]);
}

function checkAction(action: JsonObject): Problem | undefined {
  if (asString(action["actionId"]) === undefined) return missingFields(["actionId"]);
  if (asString(action["type"]) === undefined) return missingFields(["type"]);
  // The action that adds to a list in the old way; HubSpot fails on it.
  if (action["actionTypeId"] === "0-13") return emptyProblem(500);
  if (asArray(action["listBranches"]).length > 20) return invalid("A branch has at most 20 branches.");
  return edgesOf(action)
    .map(checkEdge)
    .find((problem) => problem !== undefined);
}

function reachable(start: string, targets: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const seen = new Set<string>();
  const waiting = [start];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...(targets.get(next) ?? []));
  }
  return seen;
}

/** Whether a way leads back to where it came from; each action is looked at once. */
function hasCycle(start: string, targets: ReadonlyMap<string, readonly string[]>): boolean {
  const finished = new Set<string>();
  const path = new Set<string>();
  // A stack of our own: a workflow may be longer than the call stack.
  const waiting: { readonly id: string; readonly isLeft: boolean }[] = [{ id: start, isLeft: false }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { id, isLeft } = next;
    if (isLeft) {
      path.delete(id);
      finished.add(id);
      continue;
    }
    if (path.has(id)) return true;
    if (finished.has(id)) continue;
    path.add(id);
    waiting.push({ id, isLeft: true }, ...(targets.get(id) ?? []).map((target) => ({ id: target, isLeft: false })));
  }
  return false;
}

/** The problem with a workflow's actions: malformed ones, edges to nowhere, actions that nothing leads to. */
export function checkActions(definition: JsonObject): Problem | undefined {
  const actions = asArray(definition["actions"]).map((action) => asObject(action) ?? {});
  const malformed = actions.map(checkAction).find((problem) => problem !== undefined);
  if (malformed !== undefined) return malformed;
  const targets = new Map(
    actions.map((action) => [
      asString(action["actionId"]) ?? "",
      edgesOf(action).map(({ connection }) => asString(connection["nextActionId"]) ?? ""),
    ]),
  );
  if (targets.size < actions.length) return unsupported();
  if (actions.length === 0) return undefined;
  const start = asString(definition["startActionId"]) ?? "";
  const seen = reachable(start, targets);
  const isWhole = seen.size === targets.size && [...seen].every((id) => targets.has(id));
  if (!isWhole) return unsupported();
  if (!hasCycle(start, targets)) return undefined;
  return invalid("The actions lead back to one another; the local CRM does not run such a workflow.");
}

/** The number after the highest action id, as HubSpot hands it out. */
export function nextActionId(definition: JsonObject): string {
  const ids = asArray(definition["actions"]).map((action) => Number(asObject(action)?.["actionId"]) || 0);
  return String(Math.max(0, ...ids) + 1);
}
