import { type Command, Option } from "commander";
import type { Language } from "../../../diagnostics/index.ts";
import { languageOption } from "../../options.ts";
import type { Runner } from "../../run.ts";
import type { Terminal } from "../../terminal.ts";
import type { ClockRequest } from "./command.ts";

interface Flags {
  readonly environment?: string;
  readonly format: "text" | "json";
  readonly json?: boolean;
  readonly verbose?: boolean;
  readonly lang: Language;
}

const examples = `
Examples:
  revpact crm clock                        what time it is in the portal, and when something is due next
  revpact crm clock set 2027-03-01T09:00   local time of the portal, unless an offset (+01:00, Z) follows
  revpact crm clock advance 3d             also 90m, 2h, 1w, 1d12h; a day has 24 hours
  revpact crm clock advance 2h --verbose   each action: which record, which workflow, what was written or told
  revpact crm clock advance 3d --json

The clock shows real time until it is set or advanced; then it stands still in between, also after a restart.
Workflows are created switched off: switch on those that should run.

Exit codes: 0 done, 1 the contract has errors, 6 the portal is in use, 7 wrong usage.`;

/** `revpact crm clock show|set|advance`: arguments → command. */
export function addClockCommand(crm: Command, terminal: Terminal, run: Runner): void {
  const clock = crm
    .command("clock")
    .summary("the portal's time: show, set or advance it")
    .description("Shows, sets or advances the time of the local CRM. Its workflows do what is due on the way.")
    .addHelpText("after", examples);
  const withFlags = (command: Command) =>
    command
      .argument("[path]", "the contract whose local CRM is meant (default: the nearest contract.yaml upwards)")
      .option("-e, --environment <name>", "an environment with crm: local")
      .addOption(new Option("--format <format>", "text or json").choices(["text", "json"]).default("text"))
      .option("--json", "the same as --format json")
      .addOption(languageOption(terminal.language));
  const start = (request: ClockRequest, path: string | undefined, flags: Flags) =>
    run(async () => {
      const { runClock } = await import("./command.ts");
      const { lang, environment, verbose = false } = flags;
      const format = flags.json === true ? "json" : flags.format;
      const place = { path, ...(environment === undefined ? {} : { environment }) };
      return runClock({ ...place, request, format, isVerbose: verbose, language: lang }, terminal);
    });
  withFlags(clock.command("show", { isDefault: true }))
    .description("Shows the portal's time.")
    .action((path: string | undefined, flags: Flags) => start({ kind: "show" }, path, flags));
  withFlags(clock.command("set").argument("<time>", "such as 2027-03-01T09:00"))
    .description("Moves the clock to a time and keeps it there. Back only as far as nothing has happened to a record.")
    .option("--verbose", "show each action")
    .action((time: string, path: string | undefined, flags: Flags) => start({ kind: "set", time }, path, flags));
  withFlags(clock.command("advance").argument("<duration>", "such as 3d, 90m, 2h"))
    .description("Lets time pass: everything due on the way is carried out, in order of time.")
    .option("--verbose", "show each action")
    .action((duration: string, path: string | undefined, flags: Flags) =>
      start({ kind: "advance", duration }, path, flags),
    );
}
