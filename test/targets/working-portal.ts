import type { PortalFacts, Resource } from "../../src/targets/index.ts";
import { openPortal } from "../localcrm/portal-client.ts";
import { exact, type RunnerPortal, runnerOver } from "../localcrm/runner/runner-portal.ts";
import { boundTo } from "./named-portal.ts";

const places: Readonly<Record<Resource["kind"], (object: string) => string>> = {
  "property-group": (object) => `/crm/v3/properties/${object}/groups`,
  property: (object) => `/crm/v3/properties/${object}`,
  pipeline: (object) => `/crm/v3/pipelines/${object}`,
  list: () => "/crm/v3/lists",
  workflow: () => "/automation/v4/flows",
};

/** People by e-mail address, with their team. */
export type Staff = Readonly<Record<string, string>>;

/** A local CRM with people and everything that a contract compiles to, switched on; its clock stands. */
export interface WorkingPortal extends RunnerPortal {
  /** The e-mail address of a contact's owner. */
  readonly ownerOf: (id: string) => Promise<string>;
  /** What was written since the last time: `to: subject`. */
  readonly post: () => Promise<readonly string[]>;
  /** Subjects of a contact's tasks with the owner they are for, oldest first. */
  readonly tasks: () => Promise<readonly string[]>;
}

/** Applies a contract's environment `far` to an empty portal at this moment. */
export async function openWorkingPortal(text: string, staff: Staff, at: string): Promise<WorkingPortal> {
  const owners = Object.entries(staff).map(([email, team]) => ({ email, teams: [team] }));
  const portal = await openPortal({ seed: { owners } });
  const runner = runnerOver(portal);
  await runner.pass({ to: at });
  await portal.call("PUT", "/__revpact/runner", { seed: 1, behaviour: exact });
  const facts = await factsOf(runner);
  const { resources, withheld } = boundTo(text, "far", { factsOf: () => facts });
  const refused: string[] = [];
  for (const { kind, object, address, attributes } of resources.filter((one) => !one.isAdopted)) {
    if (withheld.has(address)) continue;
    const { status, body, text: said } = await portal.call("POST", places[kind](object), attributes);
    if (status >= 300) refused.push(`${address}: ${said}`);
    else if (kind === "workflow") await runner.switchFlow(body.id, true);
  }
  if (refused.length > 0) throw new Error(refused.join("\n"));
  return { ...runner, ...people(runner) };
}

/** Who is there, as the portal's owners tell it. */
async function factsOf({ call }: RunnerPortal): Promise<PortalFacts> {
  const { body } = await call("GET", "/crm/v3/owners?limit=100");
  // The shape of HubSpot's owners.
  const owners = body.results as readonly {
    readonly id: string;
    readonly email: string;
    readonly userId: number;
    readonly teams: readonly { readonly id: string; readonly name: string }[];
  }[];
  const teams = new Map(owners.flatMap((owner) => owner.teams.map(({ id, name }) => [id, name] as const)));
  return {
    owners: {
      kind: "known",
      entries: owners.map(({ id, email, userId }) => ({ id, email, userId: String(userId), isActive: true })),
    },
    teams: {
      kind: "known",
      entries: [...teams].map(([id, name]) => ({
        id,
        name,
        userIds: owners
          .filter((owner) => owner.teams.some((team) => team.id === id))
          .map(({ userId }) => String(userId)),
      })),
    },
    forms: { kind: "known", entries: [] },
    events: { kind: "known", entries: [] },
  };
}

function people(runner: RunnerPortal): Pick<WorkingPortal, "ownerOf" | "post" | "tasks"> {
  let read = 0;
  const emailOf = async (owner: string | null | undefined): Promise<string> =>
    owner ? ((await runner.call("GET", `/crm/v3/owners/${owner}`)).body["email"] as string) : "nobody";
  return {
    ownerOf: async (id) => emailOf(await runner.value(id, "hubspot_owner_id")),
    post: async () => {
      const all = (await runner.messages()) as readonly {
        readonly subject: string;
        readonly to: readonly { readonly email: string }[];
      }[];
      const fresh = all.slice(read);
      read = all.length;
      return fresh.map(({ to, subject }) => `${to.map(({ email }) => email).join(", ")}: ${subject}`);
    },
    tasks: async () => {
      const properties = "hs_task_subject,hubspot_owner_id";
      const { body } = await runner.call("GET", `/crm/v3/objects/tasks?properties=${properties}`);
      const found = body.results as readonly { readonly properties: Readonly<Record<string, string | null>> }[];
      return Promise.all(
        found.map(
          async ({ properties: { hs_task_subject, hubspot_owner_id } }) =>
            `${await emailOf(hubspot_owner_id)}: ${hs_task_subject}`,
        ),
      );
    },
  };
}
