import type { Argument, Command, Option } from "commander";

/** A word that can be completed to, and what it is. */
export interface Choice {
  readonly word: string;
  readonly says: string;
}

/** What may stand in one place: fixed words, files, names of the contract at hand, or nothing that can be known. */
export type Values =
  | { readonly kind: "words"; readonly words: readonly string[] }
  | { readonly kind: "names"; readonly names: ContractNames }
  | { readonly kind: "files" }
  | { readonly kind: "none" };

/** Names that are read from the contract when they are asked for. */
export type ContractNames = "environments" | "deadlines" | "audiences";

/** A flag with its spellings, such as `-e` and `--environment`. */
export interface Flag {
  readonly spellings: readonly string[];
  readonly says: string;
  /** What follows it; missing where nothing does. */
  readonly values?: Values;
}

/** One command as a shell sees it: the words that lead to it, and what may follow. */
export interface CommandNode {
  /** Empty for revpact itself, else such as `crm start`. */
  readonly path: string;
  readonly commands: readonly Choice[];
  readonly flags: readonly Flag[];
  /** What its arguments may be. */
  readonly values: Values;
}

/** Words for arguments whose choices would flood the help, by the path of their command. */
export type ArgumentWords = Readonly<Record<string, readonly string[]>>;

/** Every command of a program, itself first: read from the program, so that no list has to follow it. */
export function readCommandTree(program: Command, words: ArgumentWords, path = ""): readonly CommandNode[] {
  const help = program.createHelp();
  const commands = help.visibleCommands(program);
  const node: CommandNode = {
    path,
    commands: commands.map((command) => ({ word: command.name(), says: brief(help.subcommandDescription(command)) })),
    flags: help.visibleOptions(program).map(readFlag),
    values: valuesOfArguments(help.visibleArguments(program), words[path]),
  };
  const below = program.commands.filter((command) => commands.includes(command));
  return [
    node,
    ...below.flatMap((command) =>
      readCommandTree(command, words, path === "" ? command.name() : `${path} ${command.name()}`),
    ),
  ];
}

function readFlag(option: Option): Flag {
  const spellings = [option.short, option.long].filter((spelling) => spelling !== undefined && spelling !== null);
  const flag = { spellings, says: brief(option.description) };
  return option.required || option.optional ? { ...flag, values: valuesOfOption(option) } : flag;
}

function valuesOfOption({ argChoices, long, flags }: Option): Values {
  if (argChoices !== undefined) return { kind: "words", words: argChoices };
  if (long === "--environment") return { kind: "names", names: "environments" };
  if (long === "--audience") return { kind: "names", names: "audiences" };
  return /<(?:file|folder|path)\b/.test(flags) ? { kind: "files" } : { kind: "none" };
}

function valuesOfArguments(all: readonly Argument[], words: readonly string[] | undefined): Values {
  const [first] = all;
  if (first === undefined) return { kind: "none" };
  const choices = words ?? first.argChoices;
  if (choices !== undefined) return { kind: "words", words: choices };
  return first.name() === "deadline" ? { kind: "names", names: "deadlines" } : { kind: "files" };
}

/** The first clause of a description: shells show one line. */
function brief(description: string): string {
  return (description.split(/[;(:]|\. /)[0] ?? "").replace(/\.$/, "").trim();
}
