import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Contract, compileContract } from "../../../src/contract/index.ts";
import type { JsonObject, Resource } from "../../../src/engine/index.ts";
import { decodeSource } from "../../../src/language/index.ts";
import { bindToPortal, factNeeds, idOf, type Reference, referTo } from "../../../src/targets/index.ts";
import { group, list, openPortal, select, value, workflow } from "./portal.ts";

const small = readFileSync(new URL("../../fixtures/cli/small.yaml", import.meta.url), "utf8");
const state = select("acme_state", "pending");
const seed = {
  owners: [
    { email: "chief@example.test", teams: ["Board"] },
    { email: "first@example.test", teams: ["Commerce"] },
    { email: "second@example.test", teams: ["Support", "Commerce"] },
    { email: "gone@example.test", teams: ["Commerce"], isInactive: true },
  ],
  forms: ["Devis"],
};

/** The small contract with an environment that names these people. */
function contractWith(environment: string): Contract {
  const text = `${small.trimEnd()}\n  far:\n    crm: hubspot\n    token: env:TOKEN\n    ${environment}\n`;
  const decoded = decodeSource("contract.yaml", new TextEncoder().encode(text));
  const compiled = compileContract(decoded.value === undefined ? [] : [decoded.value], { asOf: "2027-01-04" });
  if (compiled.value === undefined) throw new Error(JSON.stringify(compiled.findings.map(({ code }) => code)));
  return compiled.value;
}

/** A workflow that writes to people, in the portal's own numbers. */
function notifying(name: string, reference: Reference): Resource {
  const base = workflow(name, "pending");
  const fields = { user_ids: referTo(reference), subject: "Overdue", body: "See the list." };
  const action = { type: "SINGLE_CONNECTION", actionId: "1", actionTypeId: "0-8", actionTypeVersion: 0, fields };
  return { ...base, attributes: { ...base.attributes, actions: [action] } };
}

async function bind(
  portal: Awaited<ReturnType<typeof openPortal>>,
  contract: Contract,
  resources: readonly Resource[],
) {
  const environment = contract.environments.get("far");
  if (environment === undefined) throw new Error("the contract has no far environment");
  const facts = value(await portal.reader.readFacts(factNeeds(environment, () => undefined)));
  const about = {
    facts,
    capabilities: { refused: [] },
    present: new Set<string>(),
    lookUp: () => undefined,
    propertyNames: new Map(),
  };
  return bindToPortal({ contract, environment }, { resources, notes: [] }, about);
}

const userIdsIn = (flow: JsonObject): unknown => JSON.stringify(flow).match(/"user_ids":(\[[^\]]*\])/)?.[1];

describe("a workflow that names people of the contract", () => {
  test("gets the user ids of a team's active members, and after an apply there is nothing left to plan", async () => {
    const portal = await openPortal({ seed });
    const contract = contractWith("people: { seller: { team: Commerce } }");
    const flow = notifying("acme · overdue", { kind: "user-ids", roles: ["seller"] });
    const { resources, withheld, findings } = await bind(portal, contract, [group, state, flow]);
    expect([findings, withheld.size]).toEqual([[], 0]);
    expect(value(await portal.applyNow(resources)).status).toBe("converged");
    const { results } = await portal.call("GET", "/automation/v4/flows");
    const [{ id = "" } = {}] = results as readonly { readonly id?: string }[];
    expect(userIdsIn(await portal.call("GET", `/automation/v4/flows/${id}`))).toBe('["9002","9003"]');
    expect((await portal.planNow(resources)).summary).toMatchObject({ unchanged: 3, update: 0, drift: 0 });
  });

  test("is the only thing held back where the team is not there; the rest is applied", async () => {
    const portal = await openPortal({ seed });
    const contract = contractWith("people: { seller: { team: Comerce }, marketer: { user: chief@example.test } }");
    const lost = notifying("acme · overdue", { kind: "user-ids", roles: ["seller"] });
    const found = notifying("acme · quality", { kind: "user-ids", roles: ["marketer"] });
    const { resources, withheld, findings } = await bind(portal, contract, [group, state, lost, found]);
    expect(findings.map(({ code, clause }) => [code, clause])).toEqual([["CRM812", "environments.far.people.seller"]]);
    expect([...withheld]).toEqual([[lost.address, "unresolved"]]);
    const plan = await portal.planNow(resources, [], withheld);
    expect(plan.blocked).toMatchObject([{ address: lost.address, reason: "unresolved" }]);
    const report = value(await portal.applyPlan(plan, resources));
    expect(report).toMatchObject({ status: "converged", remaining: [] });
    expect((await portal.planNow(resources, [], withheld)).summary).toMatchObject({ unchanged: 3, blocked: 1 });
  });

  test("reads a thousand people in two calls, and no more than what is named", async () => {
    const owners = Array.from({ length: 999 }, (_, index) => ({
      email: `p${index}@example.test`,
      teams: ["Commerce"],
    }));
    const portal = await openPortal({ seed: { owners } });
    const contract = contractWith("people: { seller: { team: Commerce }, marketer: { user: p998@example.test } }");
    await bind(portal, contract, []);
    expect(portal.requests).toEqual(["GET /crm/v3/owners 200", "GET /crm/v3/owners 200"]);
  });
});

describe("a workflow that refers to a list and to another workflow of the same plan", () => {
  const pending = list("acme · pending", "pending");
  const first = workflow("acme · first", "pending");
  const second: Resource = {
    ...workflow("acme · second", "pending"),
    dependsOn: [state.address, pending.address, first.address],
  };
  const referring: Resource = {
    ...second,
    attributes: {
      ...second.attributes,
      actions: [
        {
          ...step("1", "0-63809083", { listId: idOf(pending.address) }),
          connection: { edgeType: "STANDARD", nextActionId: "2" },
        },
        step("2", "0-15", { flow_id: idOf(first.address) }),
      ],
    },
  };
  const desired = [group, state, referring, pending, first];

  test("gets their ids when they are made, and the plan names them by address", async () => {
    const portal = await openPortal();
    const plan = await portal.planNow(desired);
    const sent = plan.steps.find(({ address }) => address === referring.address)?.send;
    expect(JSON.stringify(sent)).toContain(`{"listId":{"revpact:id-of":"${pending.address}"}}`);
    expect(value(await portal.applyPlan(plan, desired))).toMatchObject({ status: "converged", remaining: [] });
    const { results } = await portal.call("GET", "/automation/v4/flows");
    const flows = results as readonly { readonly id: string; readonly name: string }[];
    const idBy = (name: string) => flows.find((flow) => flow.name === name)?.id ?? "";
    const made = JSON.stringify(await portal.call("GET", `/automation/v4/flows/${idBy(referring.name)}`));
    expect(made).toContain('"listId":"1"');
    expect(made).toContain(`"flow_id":"${idBy(first.name)}"`);
    expect((await portal.planNow(desired)).summary).toMatchObject({ unchanged: 5, update: 0, drift: 0, conflict: 0 });
  });

  test("follows a list that was deleted and made again under another id", async () => {
    const portal = await openPortal();
    value(await portal.applyNow(desired));
    await portal.call("DELETE", "/crm/v3/lists/1");
    const plan = await portal.planNow(desired, [pending.address]);
    expect(value(await portal.applyPlan(plan, desired)).status).not.toBe("incomplete");
    const next = await portal.planNow(desired);
    expect(value(await portal.applyPlan(next, desired)).status).toBe("converged");
    const text = JSON.stringify(
      (await portal.call("POST", "/automation/v4/flows/batch/read", { inputs: await allFlows(portal) }))["results"],
    );
    expect(text).toContain('"listId":"2"');
  });
});

function step(actionId: string, actionTypeId: string, fields: JsonObject): JsonObject {
  return { type: "SINGLE_CONNECTION", actionId, actionTypeId, actionTypeVersion: 0, fields };
}

async function allFlows(portal: Awaited<ReturnType<typeof openPortal>>): Promise<readonly JsonObject[]> {
  const { results } = await portal.call("GET", "/automation/v4/flows");
  return (results as readonly { readonly id: string }[]).map(({ id }) => ({ type: "FLOW_ID", flowId: id }));
}
