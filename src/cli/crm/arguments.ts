import { type Command, InvalidArgumentError, Option } from "commander";
import { isTimeZone } from "../../calendar/index.ts";
import type { Tier } from "../../localcrm/index.ts";
import type { Runner } from "../run.ts";
import type { Terminal } from "../terminal.ts";
import { addClockCommand } from "./clock/arguments.ts";

interface Place {
  readonly environment?: string;
}

interface Flags extends Place {
  readonly port?: number;
  readonly tier?: Tier;
  readonly timezone?: string;
  readonly scopes?: readonly string[];
  readonly seed?: string;
  readonly fault?: readonly string[];
  readonly rateLimit?: number;
}

const examples = `
Examples:
  revpact crm start              keep the local CRM running in this terminal; stop it with Ctrl-C or revpact crm stop
  revpact crm start --port 8787  on a port of your own
  revpact crm start --tier free  as a smaller subscription; --scopes crm.lists.read,… as a token that may do less
  revpact crm start --timezone Pacific/Auckland  where its clock and its workflows' hours are
  revpact crm start --seed portal.json  with these owners, teams, forms and events
  revpact crm start --fault "POST /crm/v3/lists 2 answer-lost"  the second creation of a list is carried out, its answer lost
  revpact crm start --rate-limit 100    refuse what is more in ten seconds; searches, more than five in a second
  revpact crm stop
  revpact crm reset              start again from an empty portal
  revpact crm clock advance 3d   let three days pass: workflows that are on do what is due`;

/** `revpact crm start|stop|reset|clock`: arguments → command. */
export function addCrmCommand(program: Command, terminal: Terminal, run: Runner): void {
  const crm = program
    .command("crm")
    .summary("the local CRM: a HubSpot-compatible server to try things on")
    .description("Serves a HubSpot-compatible CRM on this machine, so that plan and apply work without an account.")
    .addHelpText("after", examples);
  const withPath = (command: Command) =>
    command
      .argument("[path]", "the contract whose local CRM is meant (default: the nearest contract.yaml upwards)")
      .option("-e, --environment <name>", "an environment with crm: local");
  withPath(crm.command("start"))
    .description(
      "Serves the local CRM until Ctrl-C or revpact crm stop. Its portal is kept on disk, also when the process is killed.",
    )
    .option("--port <port>", "the port on loopback (default: any free one)", parsePort)
    .addOption(
      new Option("--tier <tier>", "the subscription it plays, kept from then on").choices([
        "free",
        "starter",
        "professional",
        "enterprise",
      ]),
    )
    .option("--timezone <zone>", "the time zone of the portal, kept from then on (first: Europe/Paris)", parseZone)
    .option("--scopes <scopes>", "what its token may do, separated by commas, or all; kept from then on", parseScopes)
    .option("--seed <file>", "JSON with owners, teams, forms and events to put into it")
    .option(
      "--fault <fault>",
      "something that goes wrong once: METHOD PATH [NTH] NAME, with the names of docs/local-crm.md; may be repeated",
      (fault: string, before: readonly string[] = []) => [...before, fault],
    )
    .option("--rate-limit <requests>", "refuse more requests than this in ten seconds, as HubSpot does", parseCount)
    .action((path: string | undefined, { fault: faults = [], ...flags }: Flags) =>
      run(async () => (await import("./command.ts")).runStart({ path, faults, ...flags }, terminal)),
    );
  withPath(crm.command("stop"))
    .description("Stops the local CRM that revpact crm start keeps running.")
    .action((path: string | undefined, flags: Place) =>
      run(async () => (await import("./command.ts")).runStop({ path, ...flags }, terminal)),
    );
  addClockCommand(crm, terminal, run);
  withPath(crm.command("reset"))
    .description("Empties the local CRM: its portal, and what revpact remembers of it.")
    .action((path: string | undefined, flags: Place) =>
      run(async () => (await import("./command.ts")).runReset({ path, ...flags }, terminal)),
    );
}

function parseScopes(written: string): readonly string[] {
  return written
    .split(",")
    .map((scope) => scope.trim())
    .filter((scope) => scope !== "");
}

function parseZone(written: string): string {
  if (!isTimeZone(written)) throw new InvalidArgumentError("Write a time zone like Europe/Paris or UTC.");
  return written;
}

function parseCount(written: string): number {
  const count = Number(written);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError("Write a whole number from 1.");
  return count;
}

function parsePort(written: string): number {
  const port = Number(written);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError("A port is a number from 0 to 65535.");
  return port;
}
