import type { CommandNode, Values } from "./command-tree.ts";

/** Completion for bash 3.2 and later. */
export function bashScript(tree: readonly CommandNode[]): string {
  const paths = tree.filter(({ path }) => path !== "").map(({ path }) => `"${path}"`);
  return `# Completion of revpact for bash: source <(revpact completion bash)
_revpact() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD - 1]}" command="" word index
  COMPREPLY=()
  # bash takes --flag=value for three words
  if [[ $current == "=" ]]; then current=""; elif [[ $previous == "=" ]]; then previous="\${COMP_WORDS[COMP_CWORD - 2]}"; fi
  for ((index = 1; index < COMP_CWORD; index++)); do
    word="\${COMP_WORDS[index]}"
    case "\${command:+$command }$word" in
    ${paths.join(" | ")}) command="\${command:+$command }$word" ;;
    esac
  done
  case "$command $previous" in
${tree.flatMap(flagCases).join("\n")}
  esac
  case "$command" in
${tree.map(commandCase).join("\n")}
  esac
}
complete -o default -F _revpact revpact
`;
}

function flagCases({ path, flags }: CommandNode): readonly string[] {
  return flags.flatMap(({ spellings, values }) => {
    if (values === undefined) return [];
    const patterns = spellings.map((spelling) => `"${path} ${spelling}"`).join(" | ");
    return [`  ${patterns}) ${replyWith(values)}; return ;;`];
  });
}

function commandCase({ path, commands, flags, values }: CommandNode): string {
  const spellings = flags.flatMap((flag) => flag.spellings).join(" ");
  const others: Values = commands.length > 0 ? { kind: "words", words: commands.map(({ word }) => word) } : values;
  return `  "${path}")
    if [[ $current == -* ]]; then ${replyWithWords(spellings)}
    else ${replyWith(others)}; fi ;;`;
}

/** An empty reply leaves it to bash, which completes files. */
function replyWith(values: Values): string {
  if (values.kind === "words") return replyWithWords(values.words.join(" "));
  if (values.kind === "names") return replyWithWords(`$(revpact __names ${values.names} 2>/dev/null)`);
  return values.kind === "files" ? ":" : "compopt +o default 2>/dev/null";
}

function replyWithWords(words: string): string {
  return `COMPREPLY=($(compgen -W "${words}" -- "$current"))`;
}
