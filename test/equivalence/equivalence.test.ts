import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { conservative } from "./behaviours.ts";
import { checkHistory } from "./check-history.ts";
import { historiesOf } from "./random-history.ts";
import { exampleSubject, preparePortal } from "./subject.ts";

const isLong = process.env["REVPACT_TEST"] === "all";
const dayMs = 86_400_000;
/** Of the long run, on a busy machine. */
const patienceMs = 900_000;

const inParis = (local: string): number => Date.parse(`${local}+01:00`);

describe("what a contract compiles to does what the contract means", () => {
  test("a lead is refused, comes back, is accepted and left lying: both sides tell the same", () => {
    const subject = exampleSubject("classic-inbound");
    const handoff = "marketing-to-sdr";
    const { difference, matches } = checkHistory(subject, preparePortal(subject), {
      wanted: [
        {
          kind: "created",
          at: inParis("2027-03-01T10:00"),
          fields: new Map<string, string | number>([
            ["country", "FR"],
            ["fit-score", 70],
          ]),
        },
        { kind: "signal", signal: "any-form", at: inParis("2027-03-01T10:30") },
        { kind: "refused", handoff, reason: "bad-timing", at: inParis("2027-03-02T16:30") },
        { kind: "signal", signal: "demo-request", at: inParis("2027-03-08T10:30") },
        { kind: "accepted", handoff, at: inParis("2027-03-08T10:40") },
      ],
      trial: { seed: 1, behaviour: conservative, watchMs: 60 * dayMs },
    });
    expect(difference).toBeUndefined();
    const of = (key: string) => matches.flatMap((match) => (match.key === key ? [match.expectation.value] : []));
    expect(of("stage")).toEqual(["lead", "mql", "nurture", "mql", "sal", "nurture"]);
    expect(of(`${handoff} state`)).toEqual(["pending", "refused", "pending", "accepted"]);
    expect(of(`${handoff} decision alert`)).toEqual([
      "reminded-1",
      "reminded-2",
      "overdue",
      "escalated-2",
      "escalated-3",
    ]);
    expect(of("last reason")).toEqual(["bad-timing", "untreated"]);
  });

  test(
    "whatever happens under the classic contract",
    () => {
      const subject = exampleSubject("classic-inbound");
      const portal = preparePortal(subject);
      fc.assert(
        fc.property(historiesOf(subject.contract), fc.nat(), (wanted, seed) => {
          const trial = { seed, behaviour: conservative, watchMs: 45 * dayMs };
          expect(checkHistory(subject, portal, { wanted, trial }).difference ?? "").toBe("");
        }),
        { numRuns: isLong ? 1000 : 100 },
      );
    },
    patienceMs,
  );
});
