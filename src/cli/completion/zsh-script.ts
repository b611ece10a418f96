import type { CommandNode, Values } from "./command-tree.ts";

/** Completion for zsh, as a file of `$fpath` or sourced. */
export function zshScript(tree: readonly CommandNode[]): string {
  const paths = tree.filter(({ path }) => path !== "").map(({ path }) => quote(path));
  return `#compdef revpact
# Completion of revpact for zsh: revpact completion zsh > "\${fpath[1]}/_revpact", or source <(revpact completion zsh)
_revpact() {
  local command="" word previous="\${words[CURRENT-1]}" current="\${words[CURRENT]}"
  local -a commands flags
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case "\${command:+$command }$word" in
      (${paths.join("|")}) command="\${command:+$command }$word" ;;
    esac
  done
  if [[ $current == --*=* ]]; then
    previous="\${current%%=*}"
    compset -P 1 '*='
  fi
  case "$command $previous" in
${tree.flatMap(flagCases).join("\n")}
  esac
  case "$command" in
${tree.map(commandCase).join("\n")}
  esac
}
if [[ "\${zsh_eval_context[-1]}" == loadautofunc ]]; then _revpact "$@"; else compdef _revpact revpact; fi
`;
}

function flagCases({ path, flags }: CommandNode): readonly string[] {
  return flags.flatMap(({ spellings, values }) => {
    if (values === undefined) return [];
    const patterns = spellings.map((spelling) => quote(`${path} ${spelling}`)).join("|");
    return [`    (${patterns}) ${offer(values)}; return ;;`];
  });
}

function commandCase({ path, commands, flags, values }: CommandNode): string {
  const described = flags.flatMap(({ spellings, says }) => spellings.map((spelling) => describe(spelling, says)));
  const others =
    commands.length > 0
      ? `commands=(${commands.map(({ word, says }) => describe(word, says)).join(" ")}); _describe command commands`
      : offer(values);
  return `    (${quote(path)})
      flags=(${described.join(" ")})
      if [[ $current == -* ]]; then _describe -o option flags; else ${others}; fi ;;`;
}

function offer(values: Values): string {
  if (values.kind === "words") return `compadd -- ${values.words.map(quote).join(" ")}`;
  if (values.kind === "names") return `compadd -- \${(f)"$(revpact __names ${values.names} 2>/dev/null)"}`;
  return values.kind === "files" ? "_files" : "_message value";
}

function describe(word: string, says: string): string {
  return quote(`${word.replaceAll(":", "\\:")}:${says}`);
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
