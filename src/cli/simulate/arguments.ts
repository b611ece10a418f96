import { type Command, InvalidArgumentError, Option } from "commander";
import type { Language } from "../../diagnostics/index.ts";
import { formatOption, languageOption, type Output, parseDay } from "../options.ts";
import type { Runner } from "../run.ts";
import type { Terminal } from "../terminal.ts";
import type { SimulateFormat } from "./command.ts";

interface Flags {
  readonly volume?: string;
  readonly seed: number;
  readonly runs: number;
  readonly months: number;
  readonly from?: string;
  readonly staff?: ReadonlyMap<string, number>;
  readonly profile?: string;
  readonly past?: string;
  readonly against?: string;
  readonly format?: readonly Output<SimulateFormat>[];
  readonly lang: Language;
}

const simulateFormats: readonly SimulateFormat[] = ["text", "json", "html"];

const examples = `
Examples:
  revpact simulate --volume 120/month                        half a year, ten times over
  revpact simulate --volume 120/month --staff sdr=3 --months 12
  revpact simulate --profile leads.profile.yaml --format text --format html=simulation.html
  revpact simulate --past leads.csv --staff sdr=3            as in the past, with three people
  revpact simulate --volume 120/month --against main         what a change of the contract does to deadlines
  revpact simulate contracts/inbound --volume 40/week --seed 7 --format json

What the profile does not say is supposed, and every supposition is printed (docs/simulation.md).
The same seed gives the same result.

Exit codes: 0 done, 1 the contract or the profile has errors, 7 wrong usage.`;

/** `revpact simulate`: arguments → command. */
export function addSimulateCommand(program: Command, terminal: Terminal, run: Runner): void {
  program
    .command("simulate")
    .summary("what happens to deadlines with so many leads and so many people")
    .description("Plays months of leads against a contract and counts what is late, who is busy and what waits.")
    .argument("[path]", "a contract file, or the folder that holds contract.yaml (default: the nearest one upwards)")
    .option("--volume <leads>", "how many leads arrive, such as 120/month (per day, week, month, quarter or year)")
    .addOption(new Option("--seed <number>", "the luck to play with").argParser(wholeNumber(0, 2 ** 48)).default(1))
    .addOption(
      new Option("--runs <number>", "how often the months are played").argParser(wholeNumber(1, 1000)).default(10),
    )
    .addOption(new Option("--months <number>", "how many months").argParser(wholeNumber(1, 120)).default(6))
    .addOption(
      new Option("--from <date>", "the first day (default: when the contract takes effect)").argParser(parseDay),
    )
    .addOption(new Option("--staff <role=people>", "people in a role; may be repeated").argParser(addStaff))
    .option("--profile <file>", "what is known of leads and people, as YAML")
    .option(
      "--past <file>",
      "past leads as CSV (docs/events.md): volume, what they show, refusals and exits are read off them",
    )
    .option("--against <version>", "a git revision, or a path: compare with that contract under the same luck")
    .addOption(formatOption(simulateFormats, "text"))
    .addOption(languageOption(terminal.language))
    .addHelpText("after", examples)
    .action((path: string | undefined, { format = [{ format: "text" }], staff = new Map(), ...flags }: Flags) =>
      run(async () => {
        const { runSimulate } = await import("./command.ts");
        const { volume, seed, runs, months, from, profile, past, against, lang } = flags;
        return runSimulate(
          { path, volume, seed, runs, months, from, staff, profile, past, against, outputs: format, language: lang },
          terminal,
        );
      }),
    );
}

function wholeNumber(least: number, most: number): (written: string) => number {
  return (written) => {
    const value = Number(written);
    if (!/^\d+$/.test(written) || value < least || value > most)
      throw new InvalidArgumentError(`Write a whole number from ${least} to ${most}.`);
    return value;
  };
}

function addStaff(written: string, before: ReadonlyMap<string, number> | undefined): ReadonlyMap<string, number> {
  const named = written.split(",").map((one) => /^([a-z][a-z0-9-]*)=([1-9]\d{0,3})$/.exec(one.trim()));
  if (named.some((match) => match === null)) throw new InvalidArgumentError("Write role=people, such as sdr=3.");
  return new Map([...(before ?? []), ...named.map((match) => [match?.[1] ?? "", Number(match?.[2])] as const)]);
}
