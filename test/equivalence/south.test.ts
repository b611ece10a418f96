import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FieldValue } from "../../src/journey/index.ts";
import type { LocalPortal } from "../../src/localcrm/index.ts";
import { contractOf } from "../targets/compile-example.ts";
import type { Act } from "./act.ts";
import { behaviourOf } from "./behaviours.ts";
import { checkHistory, type Verdict } from "./check-history.ts";
import { historiesOf } from "./random-history.ts";
import { createSubject, preparePortal, type Subject } from "./subject.ts";

const isLong = process.env["REVPACT_TEST"] === "all";
const steady = { seed: Number(process.env["REVPACT_SEED"] ?? 1) };
const dayMs = 86_400_000;
const patienceMs = 900_000;

const text = readFileSync(new URL("../fixtures/equivalence/south.yaml", import.meta.url), "utf8");

interface Place {
  readonly subject: Subject;
  readonly portal: LocalPortal;
}

function placeOf(contract: string): Place {
  const subject = createSubject(contractOf(contract));
  return { subject, portal: preparePortal(subject) };
}

function play({ subject, portal }: Place, wanted: readonly Act[], seed = 0): Verdict {
  return checkHistory(subject, portal, { wanted, trial: { seed, behaviour: behaviourOf(seed), watchMs: 45 * dayMs } });
}

const inAuckland = (local: string): number => Date.parse(`${local}+13:00`);

const born = (local: string, fields: Readonly<Record<string, FieldValue>> = {}): Act => ({
  kind: "created",
  at: inAuckland(local),
  fields: new Map(Object.entries(fields)),
});
const signal = (id: string, local: string): Act => ({ kind: "signal", signal: id, at: inAuckland(local) });
const filled = (field: string, value: FieldValue | undefined, local: string): Act => ({
  kind: "set",
  field,
  value,
  at: inAuckland(local),
});

const shown = ({ matches }: Verdict, key: string): readonly unknown[] =>
  matches.flatMap((match) => (match.key === key ? [match.expectation.value] : []));

describe("two handoffs that leave one stage", () => {
  const place = placeOf(text);

  test("are never under way at once: what comes to fit while the other is incomplete waits", () => {
    const verdict = play(place, [
      born("2027-01-05T13:00"),
      signal("webinar", "2027-01-05T13:10"),
      filled("tier", "A.1", "2027-01-05T13:20"),
      filled("employees", 10, "2027-01-05T14:30"),
    ]);
    expect(verdict.difference).toBeUndefined();
    expect(shown(verdict, "desk-to-closer state")).toEqual(["incomplete"]);
    expect(shown(verdict, "desk-to-hunter state")).toEqual([]);
  });

  test("do not open one because the other has just refused the record away", () => {
    const verdict = play(
      place,
      [
        born("2027-01-05T13:00", { employees: 10 }),
        signal("referral", "2027-01-05T23:00"),
        filled("employees", undefined, "2027-01-05T23:30"),
        {
          kind: "refused",
          handoff: "desk-to-hunter",
          reason: "no-fit",
          detail: "because",
          at: inAuckland("2027-01-06T09:01"),
        },
      ],
      1027342066,
    );
    expect(verdict.difference).toBeUndefined();
    expect(shown(verdict, "stage")).toEqual(["spotted", "ripe", "gone"]);
  });

  test("hand over what was held back once it is complete, though its criteria hold no more", () => {
    const verdict = play(place, [
      born("2027-01-05T13:00", { tier: "A.1" }),
      signal("webinar", "2027-01-05T13:30"),
      filled("employees", 10, "2027-01-05T14:30"),
      filled("notes", "one", "2027-01-06T14:30"),
    ]);
    expect(verdict.difference).toBeUndefined();
    expect(shown(verdict, "desk-to-closer state")).toEqual(["incomplete", "pending"]);
  });
});

describe("a handoff by hand that its sender owes to complete", () => {
  test("is received once it is complete, without a second act", () => {
    const verdict = play(placeOf(text), [
      born("2027-01-05T13:00", { budget: 20 }),
      { kind: "moved", to: "hunted", at: inAuckland("2027-01-05T14:00") },
      { kind: "handed-over", handoff: "hunter-to-closer", at: inAuckland("2027-01-05T15:00") },
      filled("notes", "one", "2027-01-06T10:00"),
    ]);
    expect(verdict.difference).toBeUndefined();
    expect(shown(verdict, "hunter-to-closer state")).toEqual(["incomplete", "pending"]);
  });
});

test("the contact that accepts is none of the stay it leads to", () => {
  const place = placeOf(text);
  for (const seed of [0, 1, 3, 5, 1933227838]) {
    const verdict = play(
      place,
      [
        born("2027-01-05T13:00", { employees: 10, notes: "one" }),
        signal("referral", "2027-01-06T07:44"),
        { kind: "touch", touch: "call", at: inAuckland("2027-01-09T02:34") },
      ],
      seed,
    );
    expect(verdict.difference).toBeUndefined();
    expect(shown(verdict, "hunted one-touch alert")).toEqual(["overdue"]);
  }
});

describe("a priority raised before the clock is set", () => {
  const raisedAtNight = [
    born("2027-01-05T13:00", { notes: "one", employees: 60 }),
    signal("chat", "2027-01-05T23:00"),
    signal("referral", "2027-01-05T23:30"),
  ];

  test("gives the time, whichever workflow wakes up first in the morning", () => {
    const place = placeOf(text);
    for (const seed of [0, 1, 2, 3, 5, 7, 1051061629]) {
      const verdict = play(place, raisedAtNight, seed);
      expect(verdict.difference).toBeUndefined();
    }
  });

  test("takes nothing from what was promised where its time is the longer one", () => {
    const place = placeOf(
      text.replace(
        "{ vip: 45 business minutes, tierb: 2 business hours, warm: 6 business hours",
        "{ vip: 3 business days, tierb: 2 business hours, warm: 45 business minutes",
      ),
    );
    for (const seed of [0, 1, 2, 3]) expect(play(place, raisedAtNight, seed).difference).toBeUndefined();
  });
});

test(
  `${isLong ? "1,000" : "60"} histories of such a contract: stages, dates, states and alerts agree`,
  () => {
    const place = placeOf(text);
    fc.assert(
      fc.property(historiesOf(place.subject.contract), fc.nat(), (wanted, seed) => {
        const { difference } = play(place, wanted, seed);
        if (difference !== undefined) throw new Error(difference);
      }),
      { numRuns: isLong ? 1000 : 60, ...steady },
    );
  },
  patienceMs,
);
