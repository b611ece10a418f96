import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openPortal } from "./portal-client.ts";

const paths: readonly (readonly [method: string, path: string])[] = [
  ["POST", "/crm/v3/properties/contacts"],
  ["PATCH", "/crm/v3/properties/contacts/hs_lead_status"],
  ["POST", "/crm/v3/properties/contacts/batch/create"],
  ["POST", "/crm/v3/properties/contacts/groups"],
  ["POST", "/crm/v3/pipelines/deals"],
  ["PATCH", "/crm/v3/pipelines/deals/default"],
  ["POST", "/crm/v3/pipelines/deals/default/stages"],
  ["POST", "/crm/v3/lists"],
  ["POST", "/crm/v3/lists/search"],
  ["POST", "/automation/v4/flows"],
  ["POST", "/automation/v4/flows/batch/read"],
  ["POST", "/crm/v3/objects/contacts"],
  ["POST", "/crm/v3/objects/contacts/batch/upsert"],
  ["POST", "/crm/v3/objects/contacts/search"],
];
const names = [
  ...["name", "label", "type", "fieldType", "groupName", "options", "inputs", "properties", "stages", "metadata"],
  ...["displayOrder", "filterBranch", "filterBranches", "filters", "filterGroups", "objectTypeId", "processingType"],
  ...["actions", "isEnabled", "flowType", "offset", "count", "sorts", "associations", "id", "__proto__", "constructor"],
];
const words = [
  "contacts",
  "0-1",
  "string",
  "text",
  "enumeration",
  "select",
  "contactinformation",
  "DYNAMIC",
  "OR",
  "AND",
];
const { body } = fc.letrec((tie) => ({
  body: fc.dictionary(fc.constantFrom(...names), tie("value"), { maxKeys: 8, noNullPrototype: true }),
  value: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom(...words),
    fc.jsonValue({ maxDepth: 1 }),
    fc.array(tie("value"), { maxLength: 3 }),
    tie("body"),
  ),
}));

describe("whatever the body", () => {
  test("the local CRM answers, never with a failure of its own, and is the same after a restart", async () => {
    const { call, crm, folder } = await openPortal();
    const request = fc.tuple(fc.constantFrom(...paths), fc.oneof(body, fc.jsonValue()));
    await fc.assert(
      fc.asyncProperty(request, async ([[method, path], sent]) => {
        const answer = await call(method, path, sent);
        expect(answer.body.category, `${method} ${path} ${answer.text}`).not.toBe("INTERNAL_ERROR");
      }),
      { numRuns: 400, seed: 20270301 },
    );
    const reads = [
      "/crm/v3/properties/contacts",
      "/crm/v3/pipelines/deals",
      "/crm/v3/objects/contacts",
      "/automation/v4/flows",
    ];
    const before = await Promise.all(reads.map(async (path) => (await call("GET", path)).text));
    await crm.stop();
    const again = await openPortal({ folder });
    expect(await Promise.all(reads.map(async (path) => (await again.call("GET", path)).text))).toEqual(before);
  });
});
