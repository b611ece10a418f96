import fc from "fast-check";
import type { Happening, JourneyEvent } from "../../src/journey/index.ts";

const minuteMs = 60_000;

/** What may happen, sense or nonsense; `deal` is only there where a contract makes one. */
const happenings: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ kind: fc.constant("signal" as const), signal: fc.constantFrom("demo", "form", "page") }),
  fc.record({
    kind: fc.constant("set" as const),
    field: fc.constantFrom("size", "score"),
    value: fc.constantFrom(10, 20, 50, 59, 60, 90),
  }),
  fc.constantFrom<Happening>(
    { kind: "set", field: "phone", value: "1" },
    { kind: "set", field: "phone", value: undefined },
    { kind: "set", field: "country", value: "DE" },
    { kind: "set", field: "country", value: "FR" },
    { kind: "set", field: "student", value: true },
    { kind: "set", field: "student", value: false },
    { kind: "set", field: "renewal", value: "2027-03-20" },
    { kind: "set", field: "renewal", value: "2027-06-01" },
  ),
  fc.record({ kind: fc.constant("touch" as const), touch: fc.constantFrom("call" as const, "email" as const) }),
  fc.constantFrom<Happening>(
    { kind: "accepted" },
    { kind: "accepted" },
    { kind: "handed-over" },
    { kind: "repaired" },
    { kind: "refused" },
    { kind: "owner", owner: "anna" },
    { kind: "status", status: "calling" },
    { kind: "deleted" },
  ),
  fc.record({
    kind: fc.constant("refused" as const),
    reason: fc.constantFrom("no-fit", "wrong", "later", "unreached", "again"),
    detail: fc.constantFrom("because", ""),
  }),
  fc.record({
    kind: fc.constant("left" as const),
    reason: fc.constantFrom("later", "unreached", "no-fit", "dropped"),
    detail: fc.constant("because"),
  }),
  fc.record({
    kind: fc.constant("moved" as const),
    to: fc.constantFrom("lead", "ready", "working", "offer", "won", "nurture", "lost", "gone"),
  }),
);

/** Stories of one record, and of the deal that may come of it, over some months. */
export const histories: fc.Arbitrary<readonly JourneyEvent[]> = fc
  .tuple(
    fc.integer({ min: Date.UTC(2026, 11, 20), max: Date.UTC(2027, 2, 1) }),
    fc.option(fc.constantFrom("lead", "marketingqualifiedlead"), { nil: undefined }),
    fc.array(
      fc.record({
        happening: happenings,
        gap: fc.oneof(
          fc.constant(0),
          fc.integer({ min: 1, max: 600 }),
          fc.integer({ min: 600, max: 20_000 }),
          fc.integer({ min: 20_000, max: 150_000 }),
        ),
        isAboutDeal: fc.boolean(),
      }),
      { minLength: 1, maxLength: 40 },
    ),
  )
  .map(([start, lifecycleStage, steps]) => {
    const born = Math.floor(start / minuteMs) * minuteMs;
    let at = born;
    const created: JourneyEvent = { kind: "created", at, ...(lifecycleStage === undefined ? {} : { lifecycleStage }) };
    const events = steps.map(({ happening, gap, isAboutDeal }): JourneyEvent => {
      at += gap * minuteMs;
      const isDealAct = happening.kind === "moved" || happening.kind === "left" || happening.kind === "touch";
      return { ...happening, at, ...(isAboutDeal && isDealAct ? { record: "deal" } : {}) };
    });
    return [created, ...events];
  });
