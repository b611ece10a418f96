import { type Command, Option } from "commander";
import type { Language } from "../../diagnostics/index.ts";
import { languageOption } from "../options.ts";
import type { Runner } from "../run.ts";
import type { Terminal } from "../terminal.ts";

interface Flags {
  readonly environment?: string;
  readonly format: "text" | "json";
  readonly lang: Language;
}

const examples = `
Examples:
  revpact state show -e production           what revpact last applied there, object by object
  revpact state lock status -e production    whether an apply is running, whose, and when it last gave a sign
  revpact state lock break --id 6d1f…        take the lock from a holder that will not come back; it can write no more
  revpact state rebuild -e production        a new ledger from the portal, where the old one was lost or damaged

REVPACT_LEASE_MS is how long the holder of the lock may give no sign before another apply succeeds it (default 30000).

Exit codes: 0 done, 1 the contract has errors, 6 an apply is running, 7 wrong usage or a damaged file, 8 the CRM can't
be reached or refuses.`;

/** `revpact state show|rebuild|lock`: arguments → command. */
export function addStateCommand(program: Command, terminal: Terminal, run: Runner): void {
  const state = program
    .command("state")
    .summary("what revpact keeps of an environment: the ledger, its journal and its lock")
    .description("Shows and mends what revpact knows of what it applied. Writes nothing to the CRM.")
    .addHelpText("after", examples);
  const complete = (command: Command) =>
    command
      .argument("[path]", "a contract file, or the folder that holds contract.yaml (default: the nearest one upwards)")
      .option("-e, --environment <name>", "an environment of the contract (default: the local CRM)")
      .addOption(new Option("--format <format>", "text or json").choices(["text", "json"]).default("text"))
      .addOption(languageOption(terminal.language));
  const act =
    (name: "runShow" | "runUnprotect" | "runRebuild" | "runLockStatus") => (path: string | undefined, flags: Flags) =>
      run(async () => (await import("./command.ts"))[name]({ path, ...flags }, terminal));
  complete(state.command("show"))
    .description("Lists the objects that were applied, and the calls of a killed apply whose end is not known.")
    .action(act("runShow"));
  complete(state.command("rebuild"))
    .description("Makes the ledger anew from the portal: what carries this contract's mark, or bears its names.")
    .action(act("runRebuild"));
  complete(state.command("unprotect"))
    .description(
      "Ends the protection that an environment keeps from earlier applies, once the contract no longer asks for it.",
    )
    .action(act("runUnprotect"));
  const lock = state.command("lock").description("The lock that lets one apply at a time write to a portal.");
  complete(lock.command("status")).description("Tells who holds the lock.").action(act("runLockStatus"));
  complete(lock.command("break"))
    .description("Takes the lock of this id from its holder, which writes no more from then on.")
    .requiredOption("--id <id>", "the lock's id, as revpact state lock status shows it")
    .action((path: string | undefined, flags: Flags & { readonly id: string }) =>
      run(async () => (await import("./command.ts")).runLockBreak({ path, ...flags }, terminal)),
    );
}
