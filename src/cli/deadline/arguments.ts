import { type Command, Option } from "commander";
import type { Language } from "../../diagnostics/index.ts";
import { languageOption } from "../options.ts";
import type { Runner } from "../run.ts";
import type { Terminal } from "../terminal.ts";

interface Flags {
  readonly at?: string;
  readonly priority?: string;
  readonly format: "text" | "json";
  readonly lang: Language;
}

const examples = `
Examples:
  revpact deadline marketing-to-sdr.decision --at 2027-03-26T17:15
  revpact deadline marketing-to-sdr.decision --at 2027-08-05T10:15 --priority normal --lang fr
  revpact deadline sal.outcome contracts/inbound     a deadline of a stage, from now on
  revpact deadline marketing-to-sdr.decision --at 2027-03-26T17:15+01:00 --format json

A time without an offset is local time on the calendar of the role that owes the deadline.

Exit codes: 0 done, 1 the contract has errors, 7 wrong usage or no calendar.`;

/** `revpact deadline`: arguments → command. */
export function addDeadlineCommand(program: Command, terminal: Terminal, run: Runner): void {
  program
    .command("deadline")
    .summary("when a deadline is due, and who is told on the way")
    .description("Computes a deadline on the contract's calendar: due time, reminders and escalations.")
    .argument("<deadline>", "HANDOFF.DEADLINE or STAGE.DEADLINE, such as marketing-to-sdr.decision")
    .argument("[path]", "a contract file, or the folder that holds contract.yaml (default: the nearest one upwards)")
    .option("--at <time>", "when it starts, such as 2027-03-26T17:15 (default: now)")
    .option("--priority <priority>", "only this priority (default: a line for each)")
    .addOption(new Option("--format <format>", "text or json").choices(["text", "json"]).default("text"))
    .addOption(languageOption(terminal.language))
    .addHelpText("after", examples)
    .action((deadline: string, path: string | undefined, flags: Flags) =>
      run(async () => {
        const { runDeadline } = await import("./command.ts");
        const { at, priority, format, lang } = flags;
        return runDeadline({ deadline, path, at, priority, format, language: lang }, terminal);
      }),
    );
}
