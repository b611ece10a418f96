import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Contract, compileContract } from "../../src/contract/index.ts";
import { applyEvent, createWorld, interpret, type JourneyEvent, openEpisode } from "../../src/journey/index.ts";
import { createSource } from "../../src/language/index.ts";

const text = readFileSync("test/fixtures/journey/contract.yaml", "utf8");

function contractFrom(changes: readonly (readonly [string, string])[]): Contract {
  const changed = changes.reduce((written, [before, after]) => {
    if (!written.includes(before)) throw new Error(`not in the contract: ${before}`);
    return written.replaceAll(before, after);
  }, text);
  const { value, findings } = compileContract([createSource("contract.yaml", changed)], { asOf: "2027-01-04" });
  if (value === undefined) throw new Error(JSON.stringify(findings.map(({ code, args }) => ({ code, args }))));
  return value;
}

const at = (local: string): number => Date.parse(`${local.replace(" ", "T")}:00+01:00`);
const first = contractFrom([]);
const second = contractFrom([
  ["version: 1.0.0", "version: 2.0.0"],
  ["plain: 4 business hours", "plain: 1 business hour"],
  ["{ after: 25 business days, reason: untreated }", "{ after: 30 business days, reason: untreated }"],
  ["\n  working:\n    label: Working", "\n  working:\n    formerly: [working-old]\n    label: Working"],
]);

const opened: readonly JourneyEvent[] = [
  {
    kind: "created",
    at: at("2027-03-01 09:00"),
    fields: new Map<string, string | number>([
      ["score", 70],
      ["phone", "1"],
    ]),
  },
  { kind: "signal", at: at("2027-03-01 09:00"), signal: "form" },
];
const newVersion: JourneyEvent = { kind: "version", at: at("2027-03-01 10:00"), contract: second };

test("what is open keeps the terms under which it opened, what opens later has the new ones", () => {
  const { world } = interpret(first, [...opened, newVersion], at("2027-03-01 11:00"));
  const lead = world.records.get("lead");
  const [decision] = lead?.running.filter(({ name }) => name === "to-sdr.decision") ?? [];
  expect(decision?.due).toBe(at("2027-03-01 14:30"));
  expect(lead === undefined ? "" : openEpisode(lead)?.version).toBe("1.0.0");
  const later = interpret(
    first,
    [
      ...opened,
      newVersion,
      { kind: "refused", at: at("2027-03-01 11:00"), reason: "wrong-number" },
      { kind: "repaired", at: at("2027-03-01 11:00") },
    ],
    at("2027-03-01 11:30"),
  ).world.records.get("lead");
  expect(later?.running.find(({ name }) => name === "to-sdr.decision")?.due).toBe(at("2027-03-01 12:00"));
  expect(later === undefined ? "" : openEpisode(later)?.version).toBe("2.0.0");
});

test("a record in a stage that was renamed goes on in the stage of the new name", () => {
  const old = contractFrom([["working", "working-old"]]);
  const { world } = interpret(
    old,
    [{ kind: "created", at: at("2027-03-01 09:00"), stage: "working-old" }, newVersion],
    at("2027-03-01 11:00"),
  );
  const lead = world.records.get("lead");
  expect(lead?.stage?.stage.id).toBe("working");
  // Its clocks are those it entered with.
  expect(lead?.running.map(({ name }) => name)).toEqual(["working-old.outcome", "working-old.qualified"]);
});

test("events go in the order of their time", () => {
  const world = createWorld(first);
  applyEvent(world, { kind: "created", at: at("2027-03-01 09:00") });
  expect(() => applyEvent(world, { kind: "signal", at: at("2027-03-01 08:59"), signal: "demo" })).toThrow(RangeError);
  const { steps } = interpret(first, opened.toReversed(), at("2027-03-01 09:00"));
  expect(steps.some(({ kind, stage }) => kind === "entered" && stage === "ready")).toBe(true);
});

test("what happens after the moment of the question is left out", () => {
  const { world } = interpret(first, opened, at("2027-03-01 08:00"));
  expect(world.records.size).toBe(0);
});
