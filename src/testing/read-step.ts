import type { CrmObject } from "../contract/index.ts";
import { type Happening, type JourneyEvent, touchKinds } from "../journey/index.ts";
import { childOf, type MapNode, type Node } from "../language/index.ts";
import { readFields } from "./read-fields.ts";
import { nameAt, type Reading, textAt } from "./reading.ts";

/** The keys of a step that make something happen; a step has exactly one of them, or `expect`. */
export const happeningKeys = [
  "set",
  "signal",
  "touch",
  "handOver",
  "accept",
  "refuse",
  "leave",
  "move",
  "status",
  "owner",
  "repaired",
  "link",
  "mergeInto",
  "deleted",
] as const;

/** Which thing happens in a step. */
export type HappeningKey = (typeof happeningKeys)[number];

/** What happens in a step, without its moment; a name that the contract does not know makes nothing happen. */
export function readHappenings(reading: Reading, step: MapNode, key: HappeningKey): readonly Happening[] {
  switch (key) {
    case "set":
      return [...readFields(reading, childOf(step, "set"))].map(([field, value]) => ({ kind: "set", field, value }));
    case "signal":
      return readSignals(reading, step);
    case "handOver":
    case "accept":
    case "refuse":
      return readDecision(reading, step, key);
    case "leave":
      return readExit(reading, step);
    case "link":
      return readLinks(reading, childOf(step, "link"));
    default:
      return readPlain(reading, step, key);
  }
}

function readSignals(reading: Reading, step: MapNode): readonly Happening[] {
  const signal = nameAt(reading, step, { key: "signal", kind: "signal" });
  if (signal === undefined) return [];
  const times = Number(textAt(step, "times") ?? "1");
  return Array.from({ length: times }, () => ({ kind: "signal", signal }));
}

function readDecision(reading: Reading, step: MapNode, key: "handOver" | "accept" | "refuse"): readonly Happening[] {
  const handoff = nameAt(reading, step, { key, kind: "handoff" });
  if (handoff === undefined) return [];
  if (key === "handOver") return [{ kind: "handed-over", handoff }];
  if (key === "accept") return [{ kind: "accepted", handoff }];
  const reason = nameAt(reading, step, { key: "reason", kind: "reason" });
  return [{ kind: "refused", handoff, ...(reason === undefined ? {} : { reason }), ...detailOf(step) }];
}

function readExit(reading: Reading, step: MapNode): readonly Happening[] {
  const reason = nameAt(reading, step, { key: "leave", kind: "reason" });
  return reason === undefined ? [] : [{ kind: "left", reason, ...detailOf(step) }];
}

function detailOf(step: MapNode): { readonly detail?: string } {
  const detail = textAt(step, "detail");
  return detail === undefined ? {} : { detail };
}

const objects: readonly CrmObject[] = ["deal", "ticket", "lead", "company", "contact"];

function readLinks(reading: Reading, node: Node | undefined): readonly Happening[] {
  return objects.flatMap((object): readonly Happening[] => {
    const stage = nameAt(reading, node, { key: object, kind: "stage" });
    return stage === undefined ? [] : [{ kind: "linked", object, stage }];
  });
}

function readPlain(
  reading: Reading,
  step: MapNode,
  key: "touch" | "move" | "status" | "owner" | "repaired" | "mergeInto" | "deleted",
): readonly Happening[] {
  const written = textAt(step, key) ?? "";
  switch (key) {
    case "touch": {
      const touch = touchKinds.find((kind) => kind === written);
      return touch === undefined ? [] : [{ kind: "touch", touch }];
    }
    case "move": {
      const to = nameAt(reading, step, { key, kind: "stage" });
      return to === undefined ? [] : [{ kind: "moved", to }];
    }
    case "status":
      return [{ kind: "status", status: written }];
    case "owner":
      return [{ kind: "owner", owner: written }];
    case "repaired":
      return [{ kind: "repaired" }];
    case "mergeInto":
      return [{ kind: "merged", into: written }];
    case "deleted":
      return [{ kind: "deleted" }];
    default:
      return key satisfies never;
  }
}

/** An event from what happens, its moment, and whom it is about. */
export function eventFrom(
  happening: Happening,
  { at, record, by }: { readonly at: number; readonly record: string | undefined; readonly by: string | undefined },
): JourneyEvent {
  return { ...happening, at, ...(record === undefined ? {} : { record }), ...(by === undefined ? {} : { by }) };
}
