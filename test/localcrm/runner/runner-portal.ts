import { expect } from "vitest";
import type { JsonObject } from "../../../src/localcrm/json.ts";
import { openPortal, type TestPortal } from "../portal-client.ts";

const contacts = "/crm/v3/objects/contacts";
const flows = "/automation/v4/flows";
const none = { from: 0, to: 0 };

/** No lags, no spread, everything else conservative: times are exact. */
export const exact: JsonObject = { triggerLagSeconds: none, actionLagSeconds: none, spreadMinutes: none };

/** What the clock answers to a move. */
export interface ClockAnswer {
  readonly now: string;
  readonly nextDue?: string;
  readonly flows: readonly (Readonly<Record<string, number>> & { readonly name: string })[];
  readonly steps: readonly {
    readonly at: string;
    readonly kind: string;
    readonly text: string;
    readonly recordId: string;
  }[];
}

/** One value in a history, as reads show it. */
export interface PastValue {
  readonly value: string;
  readonly timestamp: string;
  readonly sourceType: string;
  readonly sourceId?: string;
}

/** A running local CRM whose clock stands, with short words for what tests of workflows do. */
export interface RunnerPortal extends TestPortal {
  readonly create: (
    objectType: string,
    properties: JsonObject,
    associations?: readonly JsonObject[],
  ) => Promise<string>;
  readonly contact: (properties?: JsonObject) => Promise<string>;
  readonly write: (id: string, properties: JsonObject) => Promise<void>;
  /** Creates a workflow and switches it on. */
  readonly flow: (definition: JsonObject) => Promise<string>;
  readonly switchFlow: (id: string, isEnabled: boolean, changes?: JsonObject) => Promise<void>;
  readonly pass: (time: { readonly minutes: number } | { readonly to: string }) => Promise<ClockAnswer>;
  readonly value: (id: string, property: string) => Promise<string | null>;
  readonly history: (id: string, property: string) => Promise<readonly PastValue[]>;
  readonly messages: () => Promise<readonly Readonly<Record<string, unknown>>[]>;
}

/** Opens a portal at 10:00 in Paris on Monday, 1 March 2027, with datetime, number and choice properties to write. */
export async function openRunnerPortal(behaviour = exact, seed = 1, folder?: string): Promise<RunnerPortal> {
  const portal = await openPortal(folder === undefined ? {} : { folder });
  const runner = runnerOver(portal);
  await runner.pass({ to: "2027-03-01T09:00:00Z" });
  await checked(portal.call("PUT", "/__revpact/runner", { seed, behaviour }));
  const property = (name: string, type: string, fieldType: string, options: readonly JsonObject[] = []) =>
    checked(
      portal.call("POST", "/crm/v3/properties/contacts", {
        ...{ name, label: name, type, fieldType, options, groupName: "contactinformation" },
      }),
    );
  for (const name of ["stamp", "due_at", "other_at"]) await property(name, "datetime", "date");
  await property("tally", "number", "number");
  const option = (value: string) => ({ label: value, value, hidden: false });
  await property("step", "enumeration", "select", ["none", "one", "two", "three"].map(option));
  return runner;
}

/** The answer's body; fails the test when the portal refuses. */
async function checked(answer: ReturnType<TestPortal["call"]>) {
  const { status, body, text } = await answer;
  expect(status, text).toBeLessThan(300);
  return body;
}

/** The short words over a portal that runs already. */
export function runnerOver(portal: TestPortal): RunnerPortal {
  const { call } = portal;
  const create: RunnerPortal["create"] = async (objectType, properties, associations = []) =>
    (await checked(call("POST", `/crm/v3/objects/${objectType}`, { properties, associations }))).id;
  const switchFlow: RunnerPortal["switchFlow"] = async (id, isEnabled, changes = {}) => {
    await checked(call("GET", `${flows}/${id}`));
    const body = await checked(call("GET", `${flows}/${id}`));
    await checked(call("PUT", `${flows}/${id}`, { ...body, ...changes, isEnabled }));
  };
  return {
    ...portal,
    create,
    contact: (properties = {}) => create("contacts", properties),
    write: async (id, properties) => {
      await checked(call("PATCH", `${contacts}/${id}`, { properties }));
    },
    flow: async (definition) => {
      const { id } = await checked(call("POST", flows, definition));
      await switchFlow(id, true);
      return id;
    },
    switchFlow,
    pass: async (time) => {
      const move = "to" in time ? time : { byMs: time.minutes * 60_000 };
      const body = await checked(call("POST", "/__revpact/clock", { ...move, steps: true }));
      return body as unknown as ClockAnswer; // the control route's own shape
    },
    value: async (id, property) =>
      (await checked(call("GET", `${contacts}/${id}?properties=${property}`))).properties[property] ?? null,
    history: async (id, property) => {
      const body = await checked(call("GET", `${contacts}/${id}?propertiesWithHistory=${property}`));
      return (body["propertiesWithHistory"] as Readonly<Record<string, readonly PastValue[]>>)[property] ?? []; // HubSpot's shape
    },
    messages: async () => (await checked(call("GET", "/__revpact/messages"))).results,
  };
}
