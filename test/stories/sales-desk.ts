import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import { folderWithContract, revpact, start } from "../cli/run-command.ts";

type Properties = Readonly<Record<string, string>>;

interface Definition {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
}

/** A portal as the people of a story use it: they read labels and local times, and write what they pick. */
export interface SalesDesk {
  /** The portal's clock goes to a local time such as `2027-01-11T10:00`. */
  readonly until: (local: string) => Promise<void>;
  readonly create: (object: string, values: Properties, linkedTo?: readonly LinkTo[]) => Promise<string>;
  readonly write: (object: string, id: string, values: Properties) => Promise<void>;
  /** Logs a call with a contact, made now. */
  readonly call: (contact: string) => Promise<void>;
  /** What somebody sees on a record: a line per label, in the order asked for; without a value no line. */
  readonly card: (object: string, id: string, names: readonly string[]) => Promise<string>;
  /** Deals that belong to a contact. */
  readonly dealsOf: (contact: string) => Promise<readonly string[]>;
  /** Recipients and subjects of the messages sent since the last time this was asked. */
  readonly mail: () => Promise<readonly string[]>;
}

interface LinkTo {
  readonly id: string;
  /** HubSpot's number of the kind of link. */
  readonly kind: number;
}

/** Applies a contract to a fresh local CRM, by the commands people use, and switches every workflow on. */
export async function openSalesDesk(contract: string): Promise<SalesDesk> {
  const folder = folderWithContract(contract);
  const applied = await revpact(["apply", "--yes"], { cwd: folder });
  expect(applied.code, applied.talk).toBe(0);
  const server = start(["crm", "start"], { cwd: folder });
  const [url = ""] = /http:\/\/[\d.:]+/.exec(await server.says("crm stop")) ?? [];
  onTestFinished(async () => {
    await revpact(["crm", "stop"], { cwd: folder });
    await server.end;
  });
  const token = readFileSync(join(folder, ".revpact", "local", "crm", "token"), "utf8").trim();
  const ask: Ask = async (method, path, body) => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const answer = await fetch(`${url}${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    expect(answer.status, `${method} ${path}: ${text}`).toBeLessThan(300);
    return JSON.parse(text || "{}") as Answer; // each request knows which keys it reads
  };
  // Without HubSpot's own delays the times of a story are those of the contract.
  const none = { from: 0, to: 0 };
  const behaviour = { triggerLagSeconds: none, actionLagSeconds: none, spreadMinutes: none };
  await ask("PUT", "/__revpact/runner", { seed: 1, behaviour });
  await ask("POST", "/__revpact/clock", { to: "2027-01-04T08:00:00+01:00" });
  await switchAllOn(ask);
  return peopleWords(ask);
}

/** A property, a workflow, a link, a pipeline or a message: each request knows which keys it reads. */
interface Found extends Definition {
  readonly id: string;
  readonly toObjectId: string;
  readonly stages: readonly { readonly id: string; readonly label: string }[];
  readonly subject: string;
  readonly to: readonly { readonly email: string }[];
}

/** The keys of HubSpot's answers that a story reads. */
interface Answer {
  readonly id: string;
  readonly now: string;
  readonly properties: Readonly<Record<string, string | null>>;
  readonly results: readonly Found[];
  readonly paging?: { readonly next: { readonly after: string } };
}

type Ask = (method: string, path: string, body?: unknown) => Promise<Answer>;

async function switchAllOn(ask: Ask): Promise<void> {
  for (let after = ""; ; ) {
    const page = await ask("GET", `/automation/v4/flows?limit=100${after}`);
    for (const { id } of page.results) {
      const flow = await ask("GET", `/automation/v4/flows/${id}`);
      await ask("PUT", `/automation/v4/flows/${id}`, { ...flow, isEnabled: true });
    }
    if (page.paging === undefined) return;
    after = `&after=${page.paging.next.after}`;
  }
}

const zone = "Europe/Paris";
const clock = new Intl.DateTimeFormat("fr-FR", { timeZone: zone, dateStyle: "full", timeStyle: "short" });

/** The instant of a local time of the story's zone, away from the hours in which clocks change. */
function instantOf(local: string): string {
  const guess = new Date(`${local}:00Z`);
  const parts = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" }).formatToParts(guess);
  const offset = parts.find(({ type }) => type === "timeZoneName")?.value.slice(3) ?? "";
  return `${local}:00${offset === "" ? "Z" : offset}`;
}

function peopleWords(ask: Ask): SalesDesk {
  let read = 0;
  const definitions = new Map<string, ReadonlyMap<string, Definition>>();
  const define = async (object: string): Promise<ReadonlyMap<string, Definition>> => {
    const known = definitions.get(object);
    if (known !== undefined) return known;
    const { results } = await ask("GET", `/crm/v3/properties/${object}`);
    const stages = object === "deals" ? await stagesOf(ask) : [];
    const map = new Map<string, Definition>(
      results.map((one) => [one.name, one.name === "dealstage" ? { ...one, options: stages } : one]),
    );
    definitions.set(object, map);
    return map;
  };
  return {
    until: async (local) => void (await ask("POST", "/__revpact/clock", { to: instantOf(local) })),
    create: async (object, properties, linkedTo = []) => {
      const associations = linkedTo.map(({ id, kind }) => ({
        to: { id },
        types: [{ associationCategory: "HUBSPOT_DEFINED", associationTypeId: kind }],
      }));
      return (await ask("POST", `/crm/v3/objects/${object}`, { properties, associations })).id;
    },
    write: async (object, id, properties) =>
      void (await ask("PATCH", `/crm/v3/objects/${object}/${id}`, { properties })),
    call: async (contact) => {
      const { now } = await ask("GET", "/__revpact/clock");
      await ask("POST", "/crm/v3/objects/calls", {
        properties: { hs_timestamp: now },
        associations: [
          { to: { id: contact }, types: [{ associationCategory: "HUBSPOT_DEFINED", associationTypeId: 194 }] },
        ],
      });
    },
    card: async (object, id, names) => {
      const known = await define(object);
      const { properties } = await ask("GET", `/crm/v3/objects/${object}/${id}?properties=${names.join(",")}`);
      return names.flatMap((name) => lineOf(known.get(name), properties[name])).join("\n");
    },
    dealsOf: async (contact) => {
      const { results } = await ask("GET", `/crm/v4/objects/contacts/${contact}/associations/deals`);
      return results.map(({ toObjectId }) => String(toObjectId));
    },
    mail: async () => {
      const { results } = await ask("GET", "/__revpact/messages");
      const fresh = results.slice(read);
      read = results.length;
      return fresh.map(({ subject, to }) => `${to.map(({ email }) => email).join(", ")}: ${subject}`);
    },
  };
}

/** The stages of every pipeline of deals as the options they are to people. */
async function stagesOf(ask: Ask): Promise<NonNullable<Definition["options"]>> {
  const { results } = await ask("GET", "/crm/v3/pipelines/deals");
  return results.flatMap(({ stages }) => stages.map(({ id, label }) => ({ value: id, label })));
}

function lineOf(definition: Definition | undefined, value: string | null | undefined): readonly string[] {
  if (value === null || value === undefined || value === "" || definition === undefined) return [];
  const option = definition.options?.find((one) => one.value === value);
  const isTime = definition.type === "datetime";
  return [`${definition.label}: ${isTime ? clock.format(new Date(value)) : (option?.label ?? value)}`];
}
