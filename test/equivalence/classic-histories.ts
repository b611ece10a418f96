import { createTimeZone } from "../../src/calendar/index.ts";
import type { FieldValue } from "../../src/journey/index.ts";
import type { Json, JsonObject } from "../../src/targets/index.ts";
import type { Act } from "./act.ts";
import type { Subject } from "./subject.ts";

const dayMs = 86_400_000;
const minuteMs = 60_000;

const known = new Map<string, FieldValue>([
  ["country", "FR"],
  ["fit-score", 70],
  ["need", "one"],
  ["company-size", 50],
  ["timing", "this-year"],
]);

const first = "marketing-to-sdr";
const second = "sdr-to-sales";

/** How a clock of the classic contract starts at a moment. */
export function startOf(clause: string, variant: string | undefined, start: number): readonly Act[] {
  const fields = clause.includes(".complete") ? new Map([["fit-score", 70]]) : known;
  const created: Act = { kind: "created", at: start - 6 * dayMs, fields };
  const opening: Act = {
    kind: "signal",
    signal: variant === "normal" || clause.includes(".complete") ? "any-form" : "demo-request",
    at: start,
  };
  const opened: Act = { ...opening, at: start - 4 * dayMs };
  const accepted: Act = { kind: "accepted", handoff: first, at: start };
  if (clause.startsWith("reasons."))
    return [created, opened, { kind: "refused", handoff: first, reason: "wrong-data", at: start }];
  if (clause.startsWith(`handoffs.${first}`)) return [created, opening];
  if (clause.startsWith("stages.sal.")) return [created, opened, accepted];
  const worked: readonly Act[] = [
    created,
    opened,
    { ...accepted, at: start - 3 * dayMs },
    { kind: "signal", signal: "meeting-held", at: start - 2 * dayMs },
  ];
  if (clause.startsWith(`handoffs.${second}`)) return [...worked, { kind: "handed-over", handoff: second, at: start }];
  const opensDeal: readonly Act[] = [
    ...worked,
    { kind: "handed-over", handoff: second, at: start - dayMs },
    { kind: "accepted", handoff: second, at: start },
  ];
  if (!clause.startsWith("stages.proposal")) return opensDeal;
  return [...opensDeal, { kind: "moved", to: "proposal", record: "deal", at: start + dayMs }];
}

/** Histories that go where chance seldom leads: into each range of dates of a due time, and out by each reason. */
export function directedHistories(subject: Subject): readonly (readonly Act[])[] {
  const dated = subject.configuration.resources.flatMap(({ kind, clause, name, attributes }) => {
    if (kind !== "workflow") return [];
    const variant = ["hot", "normal"].find((one) => name.includes(` · ${one} · `));
    const about = name.includes(" · repair · ") ? "reasons." : clause;
    return rangeStarts(attributes["actions"] ?? []).map((start) => startOf(about, variant, start));
  });
  return [...dated, ...refusals(subject)];
}

const firstStart = Date.UTC(2027, 0, 14);
const lastStart = Date.UTC(2028, 9, 1);

/** Where the absolute ranges of a workflow's branches begin, and their middles. */
function rangeStarts(node: Json): readonly number[] {
  if (typeof node !== "object" || node === null) return [];
  const inner = Object.values(node).flatMap(rangeStarts);
  if (!("lowerBoundTimePoint" in node) || !("upperBoundTimePoint" in node)) return inner;
  const from = instantOf(node["lowerBoundTimePoint"]);
  const to = instantOf(node["upperBoundTimePoint"]);
  if (from === undefined || to === undefined) return inner;
  const middle = Math.floor((from + to) / 2 / minuteMs) * minuteMs;
  return [...inner, ...[from, middle].filter((start) => start >= firstStart && start <= lastStart)];
}

function instantOf(point: Json | undefined): number | undefined {
  const { year, month, day, hour, minute, zoneId } = (point ?? {}) as JsonObject; // a time point is an object
  if (typeof year !== "number" || typeof zoneId !== "string") return undefined;
  const local = Date.UTC(year, Number(month) - 1, Number(day), Number(hour), Number(minute));
  return createTimeZone(zoneId).instantAt(local);
}

const someMonday = Date.UTC(2027, 2, 8, 9);
const week = 7 * dayMs;

/** Each handoff refused for each reason until the limit, each stage left for each reason. */
function refusals({ contract }: Subject): readonly (readonly Act[])[] {
  const refused = [...contract.handoffs.values()].flatMap(({ id, feedback }) =>
    (feedback?.reasons ?? []).map((reason): readonly Act[] => {
      const opening = startOf(`handoffs.${id}`, undefined, someMonday);
      return [0, 1, 2, 3].flatMap((round): readonly Act[] => [
        ...(round === 0 ? opening : opening.slice(1).map((act) => ({ ...act, at: act.at + round * 2 * week }))),
        { kind: "refused", handoff: id, reason, detail: "because", at: someMonday + round * 2 * week + dayMs },
      ]);
    }),
  );
  const left = [...contract.stages.values()].flatMap(({ id, exitReasons, pipeline }) =>
    exitReasons.map((reason): readonly Act[] => [
      ...startOf(`stages.${id}.`, undefined, someMonday),
      {
        kind: "left",
        reason,
        detail: "because",
        at: someMonday + 3 * dayMs,
        ...(pipeline === undefined ? {} : { record: "deal" }),
      },
    ]),
  );
  return [...refused, ...left];
}
