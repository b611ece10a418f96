import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LocalPortal } from "../../src/localcrm/index.ts";
import type { Act } from "./act.ts";
import { behaviourOf, conservative } from "./behaviours.ts";
import { checkHistory } from "./check-history.ts";
import { historiesOf } from "./random-history.ts";
import { drawsOf, preparedOf } from "./random-subject.ts";
import { exampleSubject, preparePortal, type Subject } from "./subject.ts";

const isLong = process.env["REVPACT_TEST"] === "all";
/** The same histories on every machine; another seed, or REVPACT_SEED, looks at others. */
const steady = { seed: Number(process.env["REVPACT_SEED"] ?? 1) };
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
    expect(of(`${handoff} decision alert`).filter((value) => value !== "none")).toEqual([
      "reminded-1",
      "reminded-2",
      "overdue",
      "escalated-2",
      "escalated-3",
    ]);
    expect(of("last reason")).toEqual(["bad-timing", "untreated"]);
  });

  test("a lead that becomes hot while it waits has less time, and never more than was promised", () => {
    const subject = exampleSubject("classic-inbound");
    const portal = preparePortal(subject);
    const dueTimes = (hotAt: string) => {
      const { difference, matches } = checkHistory(subject, portal, {
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
          { kind: "signal", signal: "demo-request", at: inParis(hotAt) },
        ],
        trial: { seed: 1, behaviour: conservative, watchMs: 10 * dayMs },
      });
      expect(difference).toBeUndefined();
      const due = matches.filter(({ key }) => key === "marketing-to-sdr decision due");
      return due.map(({ at }) => Math.floor((at - inParis("2027-03-01T00:00")) / 60_000 / 30) / 2);
    };
    // Four hours are up at 16:00; half an hour from 11:00 is sooner, half an hour from 15:50 is not.
    expect(dueTimes("2027-03-01T11:00")).toEqual([16, 11.5]);
    expect(dueTimes("2027-03-01T15:50")).toEqual([16]);
  });

  test.each(["classic-inbound", "pme-francaise"])(
    "whatever happens under the example %s",
    (name) => {
      const subject = exampleSubject(name);
      const portal = preparePortal(subject);
      fc.assert(
        fc.property(historiesOf(subject.contract), fc.nat(), (wanted, seed) => {
          expectAgreement(subject, portal, { wanted, seed });
        }),
        { numRuns: isLong ? 700 : 30, ...steady },
      );
    },
    patienceMs,
  );

  test(
    "whatever happens under whatever contract",
    () => {
      fc.assert(
        fc.property(drawsOf(12), fc.nat(), ({ shape, histories }, seed) => {
          const { subject, portal } = preparedOf(shape);
          for (const wanted of histories) expectAgreement(subject, portal, { wanted, seed });
        }),
        { numRuns: isLong ? 100 : 4, ...steady },
      );
    },
    patienceMs,
  );
});

function expectAgreement(
  subject: Subject,
  portal: LocalPortal,
  { wanted, seed }: { readonly wanted: readonly Act[]; readonly seed: number },
): void {
  const trial = { seed, behaviour: behaviourOf(seed), watchMs: 45 * dayMs };
  const { difference } = checkHistory(subject, portal, { wanted, trial });
  if (difference !== undefined) throw new Error(difference);
}
