import { expect, test } from "vitest";
import type { Happening, JourneyEvent } from "../../src/journey/index.ts";
import { createTerms } from "../../src/journey/index.ts";
import { fitProfile } from "../../src/simulation/fit-profile.ts";
import { contractIn, dayMs, prepared, simulated } from "./simulated.ts";

const classic = contractIn("examples/classic-inbound/contract.yaml");
const terms = createTerms(classic);
const hourMs = 3_600_000;

/** A lead with what happens to it, hours after its arrival. */
function lead(arrivedAt: number, happenings: readonly (readonly [number, Happening])[]): readonly JourneyEvent[] {
  return happenings.map(([hours, happening]) => ({ ...happening, at: arrivedAt + hours * hourMs }));
}

/** Two hundred leads in two hundred days: four in ten are refused, and of those worked one in four goes on by hand. */
function pastLeads(): readonly (readonly JourneyEvent[])[] {
  return Array.from({ length: 200 }, (_, number) => {
    // Always at ten o'clock in winter, on a working day or not.
    const arrivedAt = terms.effectiveAt + number * dayMs + 10 * hourMs;
    const fields = new Map([["country", number % 2 === 0 ? "FR" : "BE"]]);
    const start = [
      [0, { kind: "created", fields }],
      [0, { kind: "signal", signal: "demo-request" }],
    ] as const;
    if (number % 5 < 2) return lead(arrivedAt, [...start, [1, { kind: "refused", reason: "not-a-fit", detail: "no" }]]);
    const worked = [
      [1, { kind: "accepted" }],
      [2, { kind: "touch", touch: "call" }],
      [3, { kind: "touch", touch: "call" }],
      [4, { kind: "touch", touch: "call" }],
    ] as const;
    return lead(arrivedAt, [...start, ...worked, [30, { kind: "left", reason: "no-project" }]]);
  });
}

test("a profile is read off past leads: how many, what they show, what was refused, how stages end", () => {
  const fitting = fitProfile(terms);
  for (const events of pastLeads()) fitting.add(events);
  const { profile, leads } = fitting.end() ?? {};
  expect(leads).toBe(200);
  expect(profile?.perDay).toBeCloseTo(200 / 199, 6);
  expect(profile?.leads?.length).toBe(200);
  expect(profile?.leads?.[1]?.fields.get("country")).toEqual([{ share: 1, value: "BE" }]);
  expect(profile?.leads?.[1]?.signals.get("demo-request")).toEqual({ share: 1, times: 1 });
  expect(profile?.handoffs?.get("marketing-to-sdr")).toEqual({ refused: 0.4, reasons: new Map([["not-a-fit", 1]]) });
  expect(profile?.stages?.get("sal")).toMatchObject({ touches: 3, goesOn: 0, reasons: new Map([["no-project", 1]]) });
  // Every day of the week has its seventh; two hundred leads are too few for hours and months.
  expect([...(profile?.days ?? [])].every(([, share]) => Math.abs(share - 1 / 7) < 0.01)).toBe(true);
  expect(profile?.hours).toBeUndefined();
});

test("what was read is what is simulated then", () => {
  const fitting = fitProfile(terms);
  for (const events of pastLeads()) fitting.add(events);
  const { profile = {} } = fitting.end() ?? {};
  const result = simulated(prepared(classic, { profile, perDay: 20 }), { days: 90 });
  const [first] = result.handoffs;
  expect((first?.refused ?? 0) / (first?.received ?? 1)).toBeCloseTo(0.4, 1);
  expect(result.stages.find(({ stage }) => stage === "discovery")?.entries).toBe(0);
  expect(Object.fromEntries(result.notes)).toEqual({});
});

test("of very many leads every second, every fourth stands for all", () => {
  const fitting = fitProfile(terms);
  for (let number = 0; number < 10_000; number += 1)
    fitting.add([
      { kind: "created", at: terms.effectiveAt + number * hourMs, fields: new Map([["fit-score", number]]) },
    ]);
  const { profile } = fitting.end() ?? {};
  const kept = profile?.leads?.map(({ fields }) => Number(fields.get("fit-score")?.[0]?.value)) ?? [];
  expect(kept.length).toBeGreaterThan(2000);
  expect(kept.length).toBeLessThanOrEqual(4096);
  expect(new Set(kept.map((number, place) => number - (kept[place - 1] ?? number)).slice(1)).size).toBe(1);
  expect(fitProfile(terms).end()).toBeUndefined();
});
