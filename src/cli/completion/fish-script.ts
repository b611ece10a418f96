import type { CommandNode, Flag, Values } from "./command-tree.ts";

/** Completion for fish 3 and later. */
export function fishScript(tree: readonly CommandNode[]): string {
  const paths = tree.filter(({ path }) => path !== "").map(({ path }) => quote(path));
  return `# Completion of revpact for fish: revpact completion fish > ~/.config/fish/completions/revpact.fish
function __revpact_at --argument-names wanted
    set -l path
    set -l words (commandline -opc)
    for word in $words[2..-1]
        if contains -- "$path $word" ${paths.map((path) => `" "${path}`).join(" ")}
            set path "$path $word"
        end
    end
    test "$path" = "$wanted"
end
complete -c revpact -e
${tree.flatMap(lines).join("\n")}
`;
}

function lines({ path, commands, flags, values }: CommandNode): readonly string[] {
  const start = `complete -c revpact -n ${quote(`__revpact_at '${path === "" ? "" : ` ${path}`}'`)}`;
  const own = commands.map(({ word, says }) => `${start} -f -a ${quote(word)} -d ${quote(says)}`);
  const others = commands.length > 0 ? [] : [`${start} ${offer(values)}`];
  return [...own, ...others, ...flags.map((flag) => `${start} ${flagWords(flag)}`)];
}

function flagWords({ spellings, says, values }: Flag): string {
  const names = spellings.map((spelling) =>
    spelling.startsWith("--") ? `-l ${spelling.slice(2)}` : `-s ${spelling.slice(1)}`,
  );
  const after = values === undefined ? [] : [values.kind === "files" ? "-r -F" : `-x ${offer(values)}`];
  return [...names, "-d", quote(says), ...after].join(" ");
}

function offer(values: Values): string {
  if (values.kind === "words") return `-f -a ${quote(values.words.join(" "))}`;
  if (values.kind === "names") return `-f -a ${quote(`(revpact __names ${values.names} 2>/dev/null)`)}`;
  return values.kind === "files" ? "-F" : "-f";
}

/** Inside single quotes fish reads only \\' and \\\\. */
function quote(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
