import type { ApiVersion } from "../../engine/index.ts";
import { createPaths } from "./paths.ts";
import { readJson } from "./reading-calls.ts";
import type { Transport } from "./transport.ts";

/** Records of an object whose property holds a value. */
export interface RecordQuestion {
  readonly object: string;
  readonly property: string;
  readonly value: string;
}

/** How many records hold a value: one search that asks for none of them; undefined where it is refused or not told. */
export async function countRecords(
  transport: Transport,
  version: ApiVersion,
  { object, property, value }: RecordQuestion,
): Promise<number | undefined> {
  const filters = [{ propertyName: property, operator: "EQ", value }];
  const body = { filterGroups: [{ filters }], properties: [], limit: 1 };
  const path = createPaths(version).searchRecords(object);
  const answer = await readJson(transport, { method: "POST", path, body, replay: "safe" });
  const total = answer.ok ? answer.value["total"] : undefined;
  return typeof total === "number" ? total : undefined;
}
