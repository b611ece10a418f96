import { describe, expect, test } from "vitest";
import { createHubSpotWriter, createSecret } from "../../../src/providers/index.ts";
import { openTransport } from "./faulty-server.ts";
import { group, list, openPortal, pipeline, select, value, workflow } from "./portal.ts";

const odd = `acme · « L'été » "100 %" & co / #1 ? ñ=é+%2F 漢字 😀`;
const state = select("acme_state", "pending");

/** The writing half by itself, for what no plan asks of it. */
function openWriter(baseUrl: string) {
  const { transport } = openTransport(baseUrl, { token: createSecret("local-token") });
  return createHubSpotWriter(transport, async () => undefined);
}

describe("a name with quotes, accents and what means something in a URL", () => {
  test("is kept letter for letter by a list and a workflow, and found again", async () => {
    const portal = await openPortal();
    const desired = [group, state, list(odd, "pending"), workflow(odd, "pending")];
    expect(value(await portal.applyNow(desired))).toMatchObject({ status: "converged" });
    expect((await portal.planNow(desired)).steps).toEqual([]);
  });

  test("is given to a list whose name is in the URL", async () => {
    const portal = await openPortal();
    await portal.applyNow([group, state, list("acme", "pending")]);
    const sought = { kind: "list", object: "contacts", name: "acme", address: "list:contacts/acme" } as const;
    const [live] = value(await portal.reader.read([sought])).resources;
    if (live === undefined) throw new Error("the list is not there");
    value(await openWriter(portal.crm.url).update({ live, set: { name: odd } }));
    const renamed = value(await portal.reader.readOne({ ...sought, remoteId: live.remoteId ?? "" }));
    expect(renamed?.name).toBe(odd);
  });

  test("is the id of a pipeline whose stages are read, changed and removed", async () => {
    const portal = await openPortal();
    const id = `é"'/?#%2F &`;
    const named = (...stages: readonly (readonly [string, string])[]) => {
      const { attributes, ...rest } = pipeline(...stages);
      return { ...rest, name: id, address: `pipeline:deals/${id}`, attributes: { ...attributes, pipelineId: id } };
    };
    const first = [named(["acme_new", "0.2"], [`b/é"?`, "0.4"], ["acme_won", "1"])];
    expect(value(await portal.applyNow(first))).toMatchObject({ status: "converged" });
    const second = [named(["acme_new", "0.2"], [`b/é"?`, "0.6"], ["acme_won", "1"])];
    expect(value(await portal.applyNow(second))).toMatchObject({ status: "converged" });
    const changes = portal.requests.filter((request) => /^(PATCH|PUT) /.test(request));
    expect(changes.map((request) => request.split(" ")[1]?.split("/").map(decodeURIComponent))).toEqual([
      ["", "crm", "v3", "pipelines", "deals", id, "stages", `b/é"?`],
    ]);
    expect((await portal.planNow(second)).steps).toEqual([]);
  });
});
