import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JsonObject, Resource } from "../../src/engine/index.ts";
import { smallContract } from "../cli/run-command.ts";
import { compiled } from "../targets/compile-example.ts";
import { createMishap, type FaultName, faults, type Kill, kills } from "./mishap.ts";
import { openWorld, type World } from "./world.ts";

const isLong = process.env["REVPACT_TEST"] === "all";

/** Edits of the contract, each made or taken back. */
const edits: readonly (readonly [from: string, to: string])[] = [
  ["en: Need,", "en: Wish,"],
  ["later: {", "never: { en: Never, fr: Jamais }, later: {"],
  ["now: { en: Now, fr: Maintenant }, ", ""],
  ["within: 2 calendar days", "within: 4 calendar days"],
  ["en: Working,", "en: At work,"],
  [
    "  remark: { type: text, label: { en: Remark, fr: Remarque }, filledBy: marketer }\n",
    "  hint: { type: number, label: { en: Hint, fr: Indice }, filledBy: seller }\n",
  ],
  ["en: To sales,", "en: Over to sales,"],
];

type Act =
  | { readonly kind: "edit the contract"; readonly edit: number }
  | { readonly kind: "apply"; readonly kill: Kill; readonly fault: FaultName }
  | { readonly kind: "relabel ours" | "relabel theirs" | "delete ours" | "add theirs"; readonly pick: number };

const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant("edit the contract" as const), edit: fc.nat(edits.length - 1) }),
    fc.record({
      kind: fc.constant("apply" as const),
      kill: fc.constantFrom(...kills),
      fault: fc.constantFrom(...faults),
    }),
    fc.record({
      kind: fc.constantFrom(
        "relabel ours" as const,
        "relabel theirs" as const,
        "delete ours" as const,
        "add theirs" as const,
      ),
      pick: fc.nat(99),
    }),
  ),
  { minLength: 2, maxLength: 7 },
);

/** What is in the portal that is none of the contract's, as it was left by whoever made it. */
interface Theirs {
  readonly paths: string[];
  readonly seen: Map<string, JsonObject>;
}

const properties = "/crm/v3/properties/contacts";

async function addTheirs(world: World, theirs: Theirs, pick: number): Promise<void> {
  const at = theirs.paths.length;
  if (pick % 3 === 0) {
    const body = {
      name: `other_${at}`,
      label: "Other",
      type: "string",
      fieldType: "text",
      groupName: "contactinformation",
    };
    await world.call("POST", properties, body);
    theirs.paths.push(`${properties}/other_${at}`);
  } else if (pick % 3 === 1) {
    const body = { name: `Other ${at}`, objectTypeId: "0-1", processingType: "MANUAL" };
    const { list } = await world.call("POST", "/crm/v3/lists", body);
    theirs.paths.push(`/crm/v3/lists/${(list as JsonObject)["listId"]}?includeFilters=true`);
  } else {
    const flow = { type: "CONTACT_FLOW", objectTypeId: "0-1", flowType: "WORKFLOW", isEnabled: true, actions: [] };
    const { id } = await world.call("POST", "/automation/v4/flows", { ...flow, name: `Other ${at}` });
    theirs.paths.push(`/automation/v4/flows/${id}`);
  }
  await look(world, theirs);
}

async function look(world: World, { paths, seen }: Theirs): Promise<void> {
  for (const path of paths) seen.set(path, await whole(world, path));
}

/** As it is once HubSpot has made it whole. */
async function whole(world: World, path: string): Promise<JsonObject> {
  for (let looks = 0; looks < 20; looks += 1) {
    const found = await world.call("GET", path);
    if ((found["crmObjectCreationStatus"] ?? "COMPLETE") === "COMPLETE") return found;
  }
  throw new Error(`${path} is never whole`);
}

/** A hand at one of the objects that the contract made, where it has made any. */
async function touchOurs(world: World, isDeleting: boolean, pick: number): Promise<void> {
  if (isDeleting) {
    const { lists } = await world.call("POST", "/crm/v3/lists/search", { offset: 0, count: 500 });
    const ours = (lists as readonly JsonObject[]).filter(({ name }) => String(name).startsWith("small"));
    const one = ours[pick % Math.max(1, ours.length)];
    if (one !== undefined) await world.call("DELETE", `/crm/v3/lists/${one["listId"]}`);
    return;
  }
  const { results } = await world.call("GET", properties);
  const ours = (results as readonly JsonObject[]).filter(({ name }) => String(name).startsWith("small_"));
  const one = ours[pick % Math.max(1, ours.length)];
  if (one !== undefined) await world.call("PATCH", `${properties}/${one["name"]}`, { label: `By hand ${pick}` });
}

async function relabelTheirs(world: World, theirs: Theirs, pick: number): Promise<void> {
  const path = theirs.paths.filter((one) => one.startsWith(properties))[0];
  if (path !== undefined) await world.call("PATCH", path, { label: `Theirs ${pick}` });
  await look(world, theirs);
}

function wanted(made: ReadonlySet<number>): readonly Resource[] {
  const text = [...made].reduce((one, index) => one.replace(...(edits[index] ?? ["", ""])), smallContract);
  return compiled(text, "local").resources;
}

async function play(world: World, history: readonly Act[]): Promise<readonly string[]> {
  const theirs: Theirs = { paths: [], seen: new Map() };
  const made = new Set<number>();
  await addTheirs(world, theirs, 0);
  for (const act of history) {
    switch (act.kind) {
      case "edit the contract":
        if (!made.delete(act.edit)) made.add(act.edit);
        break;
      case "apply": {
        const desired = wanted(made);
        await world.applyOnce(await world.planNow(desired), desired, createMishap(act.kill, act.fault));
        break;
      }
      case "add theirs":
        await addTheirs(world, theirs, act.pick);
        break;
      case "relabel theirs":
        await relabelTheirs(world, theirs, act.pick);
        break;
      default:
        await touchOurs(world, act.kind === "delete ours", act.pick);
    }
  }
  return settle(world, theirs, wanted(made));
}

const mostApplies = 3;

/** What is wrong after three applies in peace. */
async function settle(world: World, { paths, seen }: Theirs, desired: readonly Resource[]): Promise<readonly string[]> {
  for (let applies = 0; applies < mostApplies; applies += 1) {
    const planned = await world.planNow(desired);
    if (planned.steps.length === 0) break;
    await world.applyOnce(planned, desired);
  }
  const left = await world.planNow(desired);
  const open = left.steps.map(({ action, address }) => `${action} ${address} is left to do`);
  const changed: string[] = [];
  for (const path of paths)
    if (JSON.stringify(await whole(world, path)) !== JSON.stringify(seen.get(path)))
      changed.push(`${path} was touched`);
  return [...open, ...changed];
}

describe("whatever is edited here and there, and whatever goes wrong", () => {
  test("three applies later nothing is left to do, and what others made is as they left it", async () => {
    await fc.assert(
      fc.asyncProperty(acts, async (history) => {
        const world = await openWorld("small");
        try {
          expect(await play(world, history)).toEqual([]);
        } finally {
          await world.end();
        }
      }),
      { numRuns: isLong ? 60 : 6, seed: 1, endOnFailure: false },
    );
  }, 1_800_000);
});
