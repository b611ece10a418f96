import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Json, parsePlan, type Resource, renderPlan } from "../../src/engine/index.ts";
import { recordAfter } from "../../src/engine/plan.ts";
import { hash, ledgerOf, live, planOf, resource, semantics } from "./portal.ts";

const option = fc.record({ value: fc.constantFrom("a", "b", "c", "d"), label: fc.constantFrom("x", "y") });
const attributes = fc.record(
  {
    label: fc.constantFrom("One", "Two"),
    hidden: fc.boolean(),
    options: fc.uniqueArray(option, { selector: ({ value }) => value }),
    filter: fc.record({ values: fc.array(fc.constantFrom("p", "q")), deep: fc.record({ n: fc.nat(3) }) }),
  },
  { requiredKeys: [] },
);
const resources = fc
  .uniqueArray(fc.tuple(fc.constantFrom("p1", "p2", "p3", "p4", "p5"), attributes), { selector: ([name]) => name })
  .map((all) => all.map(([name, own]) => resource(name, own)));

/** What a portal that does as it is told holds after the steps. */
function carriedOut(
  desired: readonly Resource[],
  plan: ReturnType<typeof planOf>,
  before: ReturnType<typeof live>[] = [],
) {
  const portal = new Map(before.map((one) => [one.address, one]));
  for (const step of plan.steps) {
    const own = desired.find((one) => one.address === step.address);
    if (own === undefined) throw new Error(step.address);
    const now = portal.get(step.address);
    portal.set(
      step.address,
      now === undefined ? live(own) : { ...now, attributes: { ...now.attributes, ...step.send } },
    );
  }
  const entries = Object.fromEntries(
    plan.steps.map((step) => [step.address, { ...step, attributes: recordAfter(step, semantics) }] as const),
  );
  return { portal: [...portal.values()], entries };
}

describe("a plan", () => {
  test("applied, leaves nothing to plan", () => {
    fc.assert(
      fc.property(resources, (desired) => {
        const { portal, entries } = carriedOut(desired, planOf(desired));
        const again = planOf(desired, portal, { ...ledgerOf([]), entries });
        expect(again.steps).toEqual([]);
        expect(again.drift).toEqual([]);
      }),
    );
  });

  test("from one contract to the next, over a portal that people edited, is done once and settles", () => {
    fc.assert(
      fc.property(resources, resources, attributes, (first, second, edit) => {
        const before = first.map((one, position) => live(one, position === 0 ? edit : {}));
        const plan = planOf(second, before, ledgerOf(first));
        const { portal, entries } = carriedOut(second, plan, before);
        const ledger = { ...ledgerOf(first), entries: { ...ledgerOf(first).entries, ...entries } };
        const again = planOf(second, portal, ledger);
        expect(again.steps).toEqual([]);
        expect(again.conflicts.map((held) => held.address)).toEqual(plan.conflicts.map((held) => held.address));
      }),
    );
  });

  test("is the same whatever the order of what goes in", () => {
    fc.assert(
      fc.property(resources, resources, (desired, applied) => {
        const lives = applied.map((one) => live(one));
        const plan = planOf(desired, lives, ledgerOf(applied));
        const shuffled = planOf([...desired].reverse(), [...lives].reverse(), ledgerOf([...applied].reverse()));
        expect(renderPlan(shuffled)).toBe(renderPlan(plan));
      }),
    );
  });

  test("puts groups before properties before lists before workflows, and dependencies first", () => {
    const flow = resource("w", {}, { kind: "workflow", dependsOn: ["list:contacts/l"] });
    const late = resource("a_late", {}, { dependsOn: ["property:contacts/z_early"] });
    const list = resource("l", {}, { kind: "list" });
    const group = resource("g", {}, { kind: "property-group" });
    const plan = planOf([flow, list, late, resource("z_early"), group]);
    expect(plan.steps.map((step) => step.name)).toEqual(["g", "z_early", "a_late", "l", "w"]);
  });

  test("counts ten calls for a thousand properties", () => {
    const desired = Array.from({ length: 1000 }, (_, index) => resource(`p${index}`));
    expect(planOf(desired).cost).toEqual({ reads: 7, writes: 10 });
  });

  test("patches options as the portal's own list with ours laid over it", () => {
    const was = resource("reason", { options: [{ value: "a", label: "A" }] });
    const desired = resource("reason", {
      options: [
        { value: "b", label: "B" },
        { value: "a", label: "AA" },
      ],
    });
    const mine = { value: "mine", label: "Mine", hidden: true };
    const now = live(was, { options: [mine, { value: "a", label: "A", hidden: false }] });
    const [step] = planOf([desired], [now], ledgerOf([was])).steps;
    expect(step?.send).toEqual({
      options: [{ value: "b", label: "B" }, mine, { value: "a", label: "AA", hidden: false }],
    });
  });
});

describe("a saved plan", () => {
  const was = resource("reason", { label: "Reason", options: [{ value: "a", label: "A" }] });
  const desired = [resource("reason", { label: "Why", options: [] }), resource("new"), resource("taken")];
  const lives = [live(was), live(resource("taken"), { description: "mine" })];
  const plan = planOf(desired, lives, ledgerOf([was]));
  const text = renderPlan(plan);

  test("is read back as it was", () => {
    expect(parsePlan(text, hash)).toEqual({ ok: true, value: JSON.parse(text) });
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(plan)));
  });

  test("with any value changed is refused", () => {
    const paths = leaves(JSON.parse(text));
    expect(paths.length).toBeGreaterThan(60);
    for (const path of paths) {
      const parsed = parsePlan(JSON.stringify(edit(JSON.parse(text), path)), hash);
      expect(parsed.ok, path.join("/")).toBe(false);
    }
  });

  test.each([
    ["nothing", "", "not-json"],
    ["half a file", text.slice(0, text.length / 2), "not-json"],
    ["another version", text.replace('"formatVersion": 1', '"formatVersion": 2'), "unknown-version"],
    ["an unknown key", text.replace('"environment"', '"extra": 1, "environment"'), "wrong-shape"],
    ["no object at all", "[]", "wrong-shape"],
  ])("%s is refused", (_, damaged, code) => {
    expect(parsePlan(damaged, hash)).toMatchObject({ ok: false, error: { code } });
  });

  test("with an unknown key names it", () => {
    const damaged = text.replace('"environment"', '"extra": 1, "environment"');
    expect(parsePlan(damaged, hash)).toMatchObject({
      error: { at: "", reason: 'must NOT have additional properties ("extra")' },
    });
  });
});

function leaves(value: Json, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, item]) => leaves(item, [...path, key]));
}

function edit(value: Json, [key, ...rest]: readonly string[]): Json {
  if (key === undefined) return typeof value === "number" ? value + 1 : "changed";
  const whole = Array.isArray(value) ? [...value] : { ...(value as Record<string, Json>) };
  Object.assign(whole, { [key]: edit((value as Record<string, Json>)[key] ?? null, rest) });
  return whole;
}
