import { describe, expect, test } from "vitest";
import type { Resource } from "../../src/targets/index.ts";
import { openPortal } from "../localcrm/portal-client.ts";
import { exampleText } from "./compile-example.ts";
import { boundIn } from "./named-portal.ts";

function pathOf({ kind, object }: Resource): string {
  switch (kind) {
    case "property-group":
      return `/crm/v3/properties/${object}/groups`;
    case "property":
      return `/crm/v3/properties/${object}`;
    case "pipeline":
      return `/crm/v3/pipelines/${object}`;
    case "list":
      return "/crm/v3/lists";
    case "workflow":
      return "/automation/v4/flows";
    default:
      return kind satisfies never;
  }
}

describe("an example contract sent to the local CRM as it is compiled", () => {
  test.each(["classic-inbound", "pme-francaise"])("%s: every object is created", async (name) => {
    const { call } = await openPortal();
    const { resources } = boundIn(exampleText(name), "local");
    // What the contract adopts must be there already.
    await call("POST", "/crm/v3/properties/contacts/groups", { name: "before", label: "Before" });
    await call("POST", "/crm/v3/properties/contacts", {
      name: "acme_fit",
      label: "Fit",
      type: "number",
      fieldType: "number",
      groupName: "before",
    });
    const refused: string[] = [];
    for (const resource of resources.filter(({ isAdopted }) => !isAdopted)) {
      const body = resource.kind === "pipeline" ? { displayOrder: 9, ...resource.attributes } : resource.attributes;
      const { status, text } = await call("POST", pathOf(resource), body);
      if (status !== 200 && status !== 201) refused.push(`${resource.address}: ${status} ${text.slice(0, 300)}`);
    }
    expect(refused).toEqual([]);
  });
});
