import { expect, test } from "vitest";
import { endpoints } from "./endpoints.ts";
import { openPortal, type TestPortal } from "./portal-client.ts";

/** Something for each parameter of a path that the local CRM can look up. */
const examples: Readonly<Record<string, string>> = {
  objectType: "contacts",
  fromObjectType: "contacts",
  toObjectType: "companies",
  objectTypeId: "0-1",
  fromObjectTypeId: "0-1",
  toObjectTypeId: "0-2",
};

const filled = (path: string): string => path.replace(/\{(\w+)\}/g, (_, name: string) => examples[name] ?? "none");

/** Whether a request leads to a route: only then is the refusal about what was asked. */
async function isServed(call: TestPortal["call"], method: string, path: string): Promise<boolean> {
  const { status, text } = await call(method, path, method === "GET" ? undefined : {});
  expect(status, `${method} ${path}: ${text}`).toBeLessThan(500);
  return !text.includes("The local CRM does not serve");
}

const places = [...new Set(endpoints.map(({ part, prefix }) => `${part.title} are served at ${prefix}`))];

test.each(places)("%s, with a slash at the end and without", async (place) => {
  const { call } = await openPortal();
  const requests = endpoints.filter(({ part, prefix }) => `${part.title} are served at ${prefix}` === place);
  const unserved: string[] = [];
  for (const { method, template } of requests) {
    for (const end of ["", "/"]) {
      const asked = `${filled(template)}${end}`;
      if (!(await isServed(call, method, asked))) unserved.push(`${method} ${asked}`);
    }
  }
  expect(unserved).toEqual([]);
  expect(await isServed(call, "GET", `${requests[0]?.prefix ?? ""}/no/such/path/at/all`)).toBe(false);
});
