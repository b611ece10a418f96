import { Argument, type Command } from "commander";
import { catalogue, codes } from "../../diagnostics/index.ts";
import { exitCodes, succeed } from "../exit-codes.ts";
import type { Runner } from "../run.ts";
import type { Terminal } from "../terminal.ts";
import type { ContractNames } from "./command-tree.ts";

const shells = ["bash", "zsh", "fish"] as const;
type Shell = (typeof shells)[number];

const examples = `
Examples:
  source <(revpact completion bash)                                         in ~/.bashrc
  revpact completion zsh > "\${fpath[1]}/_revpact"                            or source it in ~/.zshrc, after compinit
  revpact completion fish > ~/.config/fish/completions/revpact.fish`;

/** `revpact completion SHELL`, and the hidden command by which the scripts ask for names of the contract at hand. */
export function addCompletionCommand(program: Command, terminal: Terminal, run: Runner): void {
  program
    .command("completion")
    .summary("a script that completes revpact in a shell")
    .description(
      "Prints a script by which the shell completes commands, flags, their choices, codes and names of the contract.",
    )
    .addArgument(new Argument("<shell>", "the shell you use").choices([...shells]))
    .addHelpText("after", examples)
    .action((shell: Shell) =>
      run(async () => {
        terminal.out(await renderScript(shell, program));
        return succeed(exitCodes.done);
      }),
    );
  program
    .command("__names", { hidden: true })
    .addArgument(new Argument("<kind>").choices(["environments", "deadlines", "audiences"]))
    .action((kind: ContractNames) =>
      run(async () => {
        const { readContractNames } = await import("./contract-names.ts");
        terminal.out(
          readContractNames(kind, process.cwd())
            .map((name) => `${name}\n`)
            .join(""),
        );
        return succeed(exitCodes.done);
      }),
    );
}

async function renderScript(shell: Shell, program: Command): Promise<string> {
  const { readCommandTree } = await import("./command-tree.ts");
  const tree = readCommandTree(program, { explain: [...codes, ...codes.map((code) => catalogue[code].name)] });
  switch (shell) {
    case "bash":
      return (await import("./bash-script.ts")).bashScript(tree);
    case "zsh":
      return (await import("./zsh-script.ts")).zshScript(tree);
    case "fish":
      return (await import("./fish-script.ts")).fishScript(tree);
    default:
      return shell satisfies never;
  }
}
