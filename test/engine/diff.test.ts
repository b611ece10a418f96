import { describe, expect, test } from "vitest";
import type { Ledger, LiveResource, Resource } from "../../src/engine/index.ts";
import { diff, emptyLedger } from "../../src/engine/index.ts";
import { ledgerOf, live, marker, resource, semantics } from "./portal.ts";

const none = emptyLedger("42", "acme");

function check(desired: readonly Resource[], lives: readonly LiveResource[], ledger: Ledger = none) {
  return diff({ contract: "acme", desired, live: lives, ledger, semantics });
}

function verdicts(desired: Resource, now: LiveResource, was: Resource) {
  const [difference] = check([desired], [now], ledgerOf([was]));
  const changes = difference?.changes.map((change) => `${change.path.join("/")} ${change.verdict}`);
  return { action: difference?.action, changes };
}

const stage = resource("acme_stage", { label: "Stage", type: "string" });
const renamed = resource("acme_stage", { label: "Step", type: "string" });

describe("one attribute in contract, portal and ledger", () => {
  test.each([
    ["contract only → update", renamed, live(stage), stage, "update", ["label update"]],
    ["portal only → drift, held", stage, live(renamed), stage, "drift", ["label drift"]],
    [
      "both, differently → conflict, held",
      renamed,
      live(stage, { label: "Other" }),
      stage,
      "conflict",
      ["label conflict"],
    ],
    ["both, alike → unchanged", renamed, live(renamed), stage, "unchanged", []],
    ["neither → unchanged", stage, live(stage), stage, "unchanged", []],
    ["not declared → left alone", stage, live(stage, { hidden: true }), stage, "unchanged", []],
    [
      "newly declared → update",
      resource("acme_stage", { ...stage.attributes, hidden: true }),
      live(stage),
      stage,
      "update",
      ["hidden update"],
    ],
  ] as const)("%s", (_, desired, now, was, action, changes) => {
    expect(verdicts(desired, now, was)).toEqual({ action, changes });
  });

  test("an update beside drift writes the one and holds the other", () => {
    const was = resource("p", { label: "A", hidden: false });
    const desired = resource("p", { label: "B", hidden: false });
    const now = live(was, { hidden: true });
    expect(verdicts(desired, now, was)).toEqual({ action: "update", changes: ["hidden drift", "label update"] });
  });

  test("keys that the server adds inside a value are not differences, keys the contract drops are", () => {
    const filter = (operation: Record<string, string>) => resource("p", { filter: { operation } });
    const now = live(filter({ operator: "IS", added: "default" }));
    expect(verdicts(filter({ operator: "IS" }), now, filter({ operator: "IS" })).action).toBe("unchanged");
    const dropped = verdicts(filter({ operator: "IS" }), now, filter({ operator: "IS", added: "default" }));
    expect(dropped).toEqual({ action: "update", changes: ["filter update"] });
  });
});

describe("options", () => {
  const option = (value: string, label = value) => ({ value, label });
  const withOptions = (...options: { value: string; label: string }[]) => resource("reason", { options });
  const two = withOptions(option("a"), option("b"));

  test.each([
    [
      "a new one in the contract is added",
      withOptions(option("a"), option("b"), option("c")),
      two,
      ["options/c update"],
    ],
    [
      "a new label in the contract is written",
      withOptions(option("a", "A"), option("b")),
      two,
      ["options/a/label update"],
    ],
    ["one a person added is left alone", two, withOptions(option("a"), option("b"), option("mine")), []],
    ["one a person removed is drift", two, withOptions(option("a")), ["options/b drift"]],
    ["one a person renamed is drift", two, withOptions(option("a", "A"), option("b")), ["options/a/label drift"]],
    ["one the contract drops is kept: records may hold it", withOptions(option("a")), two, ["options/b removal-held"]],
    ["dropped in both places is settled", withOptions(option("a")), withOptions(option("a")), []],
    [
      "renamed in both places is a conflict",
      withOptions(option("a", "X"), option("b")),
      withOptions(option("a", "Y"), option("b")),
      ["options/a/label conflict"],
    ],
    ["another order is no difference", withOptions(option("b"), option("a")), two, []],
  ] as const)("%s", (_, desired, now, changes) => {
    expect(verdicts(desired, live(now), two).changes).toEqual(changes);
  });
});

describe("objects", () => {
  const actionOf = (desired: readonly Resource[], lives: readonly LiveResource[], ledger = none) =>
    check(desired, lives, ledger).map(({ name, action, blocked, isMissing }) => ({
      name,
      action,
      ...(blocked && { blocked }),
      ...(isMissing && { isMissing }),
    }));

  test("absent → create", () => {
    expect(actionOf([stage], [])).toEqual([{ name: "acme_stage", action: "create" }]);
  });

  test("archived under our name → revive, because creating it brings the old one back", () => {
    expect(actionOf([stage], [live(stage, {}, { isArchived: true })])).toEqual([
      { name: "acme_stage", action: "revive" },
    ]);
  });

  test("present with our marker and no ledger → adopt", () => {
    expect(actionOf([stage], [live(stage)])).toEqual([{ name: "acme_stage", action: "adopt" }]);
  });

  test.each(["", "Somebody's own", "revpact:acme-other · x", "revpact:acm"])(
    "present with the description %j → blocked, the name is somebody else's",
    (description) => {
      const action = { name: "acme_stage", action: "blocked", blocked: "name-taken" };
      expect(actionOf([stage], [live(stage, { description })])).toEqual([action]);
    },
  );

  test("a person who deletes what was applied makes drift, not a new creation", () => {
    const gone = { name: "acme_stage", action: "drift", isMissing: true };
    expect(actionOf([stage], [], ledgerOf([stage]))).toEqual([gone]);
    expect(actionOf([stage], [live(stage, {}, { isArchived: true })], ledgerOf([stage]))).toEqual([gone]);
  });

  test("asked for again, what a person deleted is created, or revived where its archive stands in the way", () => {
    const other = resource("acme_other");
    const asked = (lives: readonly LiveResource[]) =>
      diff({
        ...{ contract: "acme", desired: [stage, other], live: lives, ledger: ledgerOf([stage, other]), semantics },
        recreate: [stage.address],
      }).map(({ name, action, isMissing }) => ({ name, action, isMissing }));
    const held = { name: "acme_other", action: "drift", isMissing: true };
    expect(asked([])).toEqual([held, { name: "acme_stage", action: "create", isMissing: false }]);
    expect(asked([live(stage, {}, { isArchived: true })])).toEqual([
      held,
      { name: "acme_stage", action: "revive", isMissing: false },
    ]);
    const unchanged = { name: "acme_stage", action: "unchanged", isMissing: false };
    expect(asked([live(stage)])).toEqual([held, unchanged]);
  });

  test("no longer in the contract → unmanaged, never deleted", () => {
    expect(actionOf([], [live(stage)], ledgerOf([stage]))).toEqual([{ name: "acme_stage", action: "unmanaged" }]);
  });

  test("another type → blocked", () => {
    const other = live(stage, { type: "number" });
    expect(actionOf([stage], [other])).toEqual([{ name: "acme_stage", action: "blocked", blocked: "fixed-attribute" }]);
  });

  test("a read-only definition is never written", () => {
    const readOnly = live(renamed, {}, { isReadOnly: true });
    const action = { name: "acme_stage", action: "blocked", blocked: "read-only" };
    expect(actionOf([stage], [readOnly])).toEqual([action]);
  });

  test("an object only used by the contract must exist and is never touched", () => {
    const used = resource(
      "industry",
      { type: "enumeration" },
      { isAdopted: true, attributes: { type: "enumeration" } },
    );
    expect(actionOf([used], [])).toEqual([
      { name: "industry", action: "blocked", blocked: "missing", isMissing: true },
    ]);
    expect(actionOf([used], [live(used, { label: "Industry" })])).toEqual([{ name: "industry", action: "unchanged" }]);
    const wrong = live(used, { type: "string" });
    expect(actionOf([used], [wrong])).toEqual([{ name: "industry", action: "blocked", blocked: "not-as-used" }]);
  });

  test("what depends on something blocked is blocked with it, however long the chain", () => {
    const taken = live(stage, { description: "mine" });
    const list = resource("list", {}, { kind: "list", dependsOn: [stage.address] });
    const flow = resource("flow", { description: marker }, { kind: "workflow", dependsOn: [list.address] });
    const blocked = { action: "blocked", blocked: "dependency" };
    const expected = [
      { name: "list", ...blocked },
      { name: "acme_stage", action: "blocked", blocked: "name-taken" },
      { name: "flow", ...blocked },
    ];
    expect(actionOf([flow, list, stage], [taken])).toEqual(expected);
  });

  test("of two objects with one name the ledger's id tells ours, else the marker, else nothing", () => {
    const flow = resource("flow", { description: marker }, { kind: "workflow" });
    const first = live(flow, {}, { remoteId: "1" });
    const second = live(flow, {}, { remoteId: "2" });
    expect(actionOf([flow], [first, second])).toEqual([{ name: "flow", action: "blocked", blocked: "several" }]);
    const theirs = live(flow, { description: "theirs" }, { remoteId: "3" });
    expect(actionOf([flow], [theirs, second])).toEqual([{ name: "flow", action: "adopt" }]);
    const ledger = ledgerOf([flow]);
    const entry = ledger.entries[flow.address];
    if (entry === undefined) throw new Error("no entry");
    const known = { ...ledger, entries: { [flow.address]: { ...entry, remoteId: "2" } } };
    expect(check([flow], [first, second], known)[0]).toMatchObject({ action: "unchanged", live: { remoteId: "2" } });
  });
});
