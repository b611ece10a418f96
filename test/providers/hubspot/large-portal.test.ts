import { describe, expect, test } from "vitest";
import { soughtBy } from "../../../src/engine/index.ts";
import { group, list, openPortal, select, value, workflow } from "./portal.ts";

const state = select("acme_state", "pending");
const none = { formatVersion: 1, portalId: "1", contract: "acme", entries: {} } as const;
const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

describe("a portal with more than one answer holds", () => {
  test("has its lists found beyond the first five hundred, and read a hundred at a time", async () => {
    const portal = await openPortal();
    const manual = { objectTypeId: "0-1", processingType: "MANUAL" };
    for (const number of numbers(505))
      await portal.call("POST", "/crm/v3/lists", { name: `other ${number}`, ...manual });
    for (const number of numbers(101))
      await portal.call("POST", "/crm/v3/lists", { name: `acme ${number}`, ...manual });
    portal.requests.length = 0;
    const desired = numbers(101).map((number) => list(`acme ${number}`, "pending"));
    const { resources } = value(await portal.reader.read(soughtBy(desired, none)));
    expect(resources.map(({ name }) => name).sort()).toEqual(desired.map(({ name }) => name).sort());
    expect(portal.requests).toEqual([
      "POST /crm/v3/lists/search 200",
      "POST /crm/v3/lists/search 200",
      "GET /crm/v3/lists 200",
      "GET /crm/v3/lists 200",
    ]);
  });

  test("has its workflows found beyond the first hundred, and read a hundred at a time", async () => {
    const portal = await openPortal();
    value(await portal.applyNow([group, state]));
    const desired = numbers(101).map((number) => workflow(`acme ${number}`, "pending"));
    const own = (name: string) => ({ ...workflow(name, "pending").attributes, name, isEnabled: false });
    for (const number of numbers(120)) await portal.call("POST", "/automation/v4/flows", own(`other ${number}`));
    for (const { name } of desired) await portal.call("POST", "/automation/v4/flows", own(name));
    portal.requests.length = 0;
    const { resources } = value(await portal.reader.read(soughtBy(desired, none)));
    expect(resources.map(({ name }) => name).sort()).toEqual(desired.map(({ name }) => name).sort());
    expect(portal.requests).toEqual([
      ...numbers(3).map(() => "GET /automation/v4/flows 200"),
      ...numbers(2).map(() => "POST /automation/v4/flows/batch/read 200"),
    ]);
  });
});
