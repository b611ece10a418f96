import { describe, expect, test } from "vitest";
import { openPortal, type TestPortal } from "./portal-client.ts";

const stage = (stageId: string, label: string, displayOrder: number, probability = "0.2") => ({
  stageId,
  label,
  displayOrder,
  metadata: { probability },
});
const acme = {
  pipelineId: "acme",
  label: "Acme",
  displayOrder: 1,
  stages: [stage("acme_new", "New", 0), stage("acme_won", "Won", 1, "1")],
};

async function portalWithPipeline(): Promise<TestPortal> {
  const portal = await openPortal();
  await portal.call("POST", "/crm/v3/pipelines/deals", acme);
  return portal;
}

async function stageIds({ call }: TestPortal): Promise<unknown[]> {
  const { body } = await call("GET", "/crm/v3/pipelines/deals/acme/stages");
  return body.results.map((each) => [each["id"], each["displayOrder"]]);
}

describe("pipelines", () => {
  test("a new portal has HubSpot's default pipelines, made at the epoch", async () => {
    const { call } = await openPortal();
    const deals = await call("GET", "/crm/v3/pipelines/deals");
    expect(deals.body.results).toMatchObject([{ id: "default", createdAt: "1970-01-01T00:00:00.000Z" }]);
    const lifecycle = await call("GET", "/crm/pipelines/2026-03/contacts/contacts-lifecycle-pipeline/stages");
    expect(lifecycle.body.results).toHaveLength(8);
    expect((await call("GET", "/crm/v3/pipelines/leads/lead-pipeline-id")).status).toBe(200);
    expect((await call("GET", "/crm/v3/pipelines/tickets/0")).status).toBe(200);
  });

  test("the caller's ids are kept; a create echoes what was sent, a read shows what is kept", async () => {
    const { call } = await openPortal();
    const sent = { ...stage("acme_won", "Won", 1, "1"), metadata: { probability: "1", colour: "green" } };
    const created = await call("POST", "/crm/v3/pipelines/deals", { ...acme, stages: [acme.stages[0], sent] });
    expect(created.status).toBe(201);
    expect(created.body["stages"]).toMatchObject([{ id: "acme_new" }, { id: "acme_won", metadata: sent.metadata }]);
    const read = await call("GET", "/crm/v3/pipelines/deals/acme/stages/acme_won");
    expect(read.body["metadata"]).toEqual({ isClosed: "true", probability: "1.0" });
  });

  test.each([
    ["no stages", { ...acme, stages: [] }, 400, "Pipeline must have at least one stage"],
    [
      "a taken label",
      { ...acme, label: "sales pipeline" },
      400,
      "An active pipeline with label sales pipeline already",
    ],
    ["a taken id", { ...acme, pipelineId: "default" }, 400, "There's another pipeline in this portal with pipelineId"],
    ["a ticket pipeline's id", { ...acme, pipelineId: "0" }, 400, "There's another pipeline"],
    ["a negative order", { ...acme, displayOrder: -1 }, 400, "Pipeline display order cannot be negative"],
    ["a stage id of another pipeline", { ...acme, stages: [stage("closedwon", "Won", 0)] }, 409, "another pipeline"],
    ["twice one stage label", { ...acme, stages: [stage("a", "New", 0), stage("b", "new", 1)] }, 400, "already exists"],
    [
      "a stage order that is no number",
      { ...acme, stages: [{ ...acme.stages[0], displayOrder: "x" }] },
      400,
      "whole number",
    ],
    ["no probability", { ...acme, stages: [{ label: "New", displayOrder: 0 }] }, 400, "must specify probability"],
    ["a probability above one", { ...acme, stages: [stage("a", "A", 0, "1.1")] }, 400, "between 0.0 and 1.0"],
  ])("%s is refused", async (_case, body, status, message) => {
    const { call } = await openPortal();
    const refused = await call("POST", "/crm/v3/pipelines/deals", body);
    expect(refused.status).toBe(status);
    expect(refused.body.message).toContain(message);
  });

  test("ids that are too long are a 500, unknown pipelines a 404 without a body", async () => {
    const { call } = await openPortal();
    expect(await call("POST", "/crm/v3/pipelines/deals", { ...acme, pipelineId: "x".repeat(37) })).toMatchObject({
      status: 500,
      text: "",
    });
    expect(await call("GET", "/crm/v3/pipelines/deals/none")).toMatchObject({ status: 404, text: "" });
    expect(await call("PATCH", "/crm/v3/pipelines/deals/none", { label: "x" })).toMatchObject({
      status: 404,
      text: "",
    });
    const deleted = await call("DELETE", "/crm/v3/pipelines/deals/none");
    expect(deleted).toMatchObject({ status: 404, body: { category: "OBJECT_NOT_FOUND" } });
  });

  test("a ticket pipeline needs a closed stage and known states", async () => {
    const { call } = await openPortal();
    const open = { label: "Open", displayOrder: 0 };
    const pipeline = { label: "Care", displayOrder: 1 };
    const never = await call("POST", "/crm/v3/pipelines/tickets", { ...pipeline, stages: [open] });
    expect(never.body.subCategory).toBe("PipelineError.MISSING_CLOSED_STAGE");
    const odd = { ...open, metadata: { ticketState: "PAUSED" } };
    const unknown = await call("POST", "/crm/v3/pipelines/tickets", { ...pipeline, stages: [odd] });
    expect(unknown.body.subCategory).toBe("PipelineError.INVALID_PIPELINE_STAGE_METADATA");
    const closed = { label: "Closed", displayOrder: 1, metadata: { ticketState: "CLOSED" } };
    const created = await call("POST", "/crm/v3/pipelines/tickets", { ...pipeline, stages: [open, closed] });
    expect(created.status).toBe(201);
  });

  test("an id is taken over deals and tickets together, and free for other objects", async () => {
    const { call } = await openPortal();
    const stages = [
      { label: "Open", displayOrder: 0, metadata: { ticketState: "OPEN" } },
      { label: "Closed", displayOrder: 1, metadata: { ticketState: "CLOSED" } },
    ];
    const own = { pipelineId: "default", label: "Own", displayOrder: 1, stages };
    const refused = await call("POST", "/crm/v3/pipelines/tickets", own);
    expect(refused).toMatchObject({
      status: 400,
      body: { message: "There's another pipeline in this portal with pipelineId (default)." },
    });
    expect((await call("POST", "/crm/v3/pipelines/leads", own)).status).toBe(201);
  });

  test("PUT keeps the stages it names and drops the others for good", async () => {
    const portal = await portalWithPipeline();
    const stages = [stage("acme_won", "Gained", 0, "1.0"), { ...stage("", "Lost", 1, "0"), stageId: undefined }];
    const replaced = await portal.call("PUT", "/crm/v3/pipelines/deals/acme", { ...acme, stages });
    expect(replaced.status).toBe(200);
    expect(await stageIds(portal)).toEqual([
      ["acme_won", 0],
      ["1000001", 1],
    ]);
  });

  test("lifecycle stages are read-only here", async () => {
    const { call } = await openPortal();
    const path = "/crm/v3/pipelines/contacts/contacts-lifecycle-pipeline";
    expect((await call("PATCH", path, { label: "x" })).status).toBe(400);
  });
});

describe("stages", () => {
  test("a stage at a taken position comes after the occupant, and all are numbered anew", async () => {
    const portal = await portalWithPipeline();
    await portal.call("POST", "/crm/v3/pipelines/deals/acme/stages", stage("acme_mid", "Middle", 0));
    expect(await stageIds(portal)).toEqual([
      ["acme_new", 0],
      ["acme_mid", 1],
      ["acme_won", 2],
    ]);
  });

  test("PATCH merges metadata and keeps the rest", async () => {
    const { call } = await portalWithPipeline();
    await call("PATCH", "/crm/v3/pipelines/deals/acme/stages/acme_new", { metadata: {}, label: "Fresh" });
    const read = await call("GET", "/crm/v3/pipelines/deals/acme/stages/acme_new");
    expect(read.body).toMatchObject({ label: "Fresh", metadata: { probability: "0.2", isClosed: "false" } });
    await call("PUT", "/crm/v3/pipelines/deals/acme/stages/acme_new", stage("x", "Replaced", 0, "0.30"));
    const replaced = await call("GET", "/crm/v3/pipelines/deals/acme/stages/acme_new");
    expect(replaced.body).toMatchObject({ label: "Replaced", metadata: { probability: "0.3" } });
  });

  test("an id in use elsewhere is a 400 without a category; deleting anything is a 204", async () => {
    const portal = await portalWithPipeline();
    const path = "/crm/v3/pipelines/deals/acme/stages";
    const taken = await portal.call("POST", path, stage("closedwon", "Closed", 5));
    expect(taken.status).toBe(400);
    expect(taken.body).not.toHaveProperty("category");
    expect((await portal.call("DELETE", `${path}/nowhere`)).status).toBe(204);
    expect((await portal.call("DELETE", `${path}/acme_won`)).status).toBe(204);
    expect(await stageIds(portal)).toEqual([["acme_new", 0]]);
  });
});

test("what was done to a pipeline and to its stages can be read, also once they are gone", async () => {
  const { crm, call } = await openPortal();
  const path = "/crm/v3/pipelines/deals";
  const stages = [{ label: "New", displayOrder: 0, metadata: { probability: "0.2" }, stageId: "own_new" }];
  await call("POST", path, { label: "Own", displayOrder: 1, pipelineId: "own", stages });
  await call("PATCH", `${path}/own/stages/own_new`, { label: "Newer", displayOrder: 0, metadata: {} });
  await call("DELETE", `${path}/own`);
  const stage = await call("GET", `${path}/own/stages/own_new/audit`);
  expect(stage.body.results.map(({ action }) => action)).toEqual(["DELETE", "UPDATE", "CREATE"]);
  const pipeline = await call("GET", `${path}/own/audit`);
  expect(pipeline.body.results).toMatchObject([
    { action: "DELETE", identifier: "own", portalId: crm.portalId },
    { action: "CREATE" },
  ]);
});
