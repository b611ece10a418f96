import type { Diagram, EdgeStyle, NodeShape } from "../document-model.ts";
import { plainLine } from "./escape-markdown.ts";

const shapes: Readonly<Record<NodeShape, readonly [open: string, close: string]>> = {
  start: ["((", "))"],
  stage: ["[", "]"],
  parking: ["[/", "/]"],
  won: ["([", "])"],
  lost: ["([", "])"],
  any: ["{{", "}}"],
};
const arrows: Readonly<Record<EdgeStyle, string>> = { entry: "-->", handoff: "==>", return: "-.->" };

/** The text of a Mermaid flowchart, without its fence. */
export function renderMermaid(diagram: Diagram): string {
  const groups = diagram.groups.flatMap((group) => [
    `  subgraph ${nodeName("group", group.id)}["${escapeMermaid(group.label)}"]`,
    ...group.nodes.map(({ id, label, shape }) => {
      const [open, close] = shapes[shape];
      return `    ${nodeName("stage", id)}${open}"${escapeMermaid(label)}"${close}`;
    }),
    "  end",
  ]);
  const edges = diagram.edges.map(({ from, to, label, style }) => {
    const said = label === "" ? "" : `|"${escapeMermaid(label)}"|`;
    return `  ${nodeName("stage", from)} ${arrows[style]}${said} ${nodeName("stage", to)}`;
  });
  return ["flowchart LR", ...groups, ...edges].join("\n");
}

/**
 * A label inside quotes. Letters, digits and harmless punctuation stay; all else becomes a Mermaid entity (`#60;`),
 * so that no label can close its quotes, add HTML, end the fence, or be taken for a list (`1.`).
 */
export function escapeMermaid(label: string): string {
  const entity = (character: string) => `#${character.codePointAt(0) ?? 0};`;
  return plainLine(label)
    .replace(/[^\p{L}\p{M}\p{N} \u00a0\u202f,.:()/'’«»%+–—-]/gu, entity)
    .replace(/^[+–—-]|(?<=^\d+)[.)]/gu, entity);
}

/** Ids are kebab-case; the prefix keeps them clear of Mermaid's own words such as `end`. */
function nodeName(prefix: string, id: string): string {
  return `${prefix}_${id.replaceAll(/[^a-z0-9]/g, "_")}`;
}
