import { plainLine } from "../plain-line.ts";
import type { Diagram, EdgeStyle, NodeShape } from "../section-model.ts";

const shapes: Readonly<Record<NodeShape, readonly [open: string, close: string]>> = {
  start: ["(", ")"],
  stage: ["[", "]"],
  parking: ["[/", "/]"],
  won: ["([", "])"],
  lost: ["([", "])"],
  any: ["{{", "}}"],
};
const arrows: Readonly<Record<EdgeStyle, string>> = { entry: "-->", handoff: "==>", return: "-.->" };

// The colours repeat what the shapes say; each names its text colour too, so that it reads on GitHub's dark page.
const classes: Readonly<Partial<Record<NodeShape, string>>> = {
  parking: "fill:#fff3d6,stroke:#9a6700,color:#1f2328",
  won: "fill:#dafbe1,stroke:#1a7f37,color:#1f2328",
  lost: "fill:#eaeef2,stroke:#57606a,color:#1f2328",
  start: "fill:#ffffff,stroke:#57606a,color:#1f2328,stroke-dasharray:4 3",
  any: "fill:#ffffff,stroke:#57606a,color:#1f2328,stroke-dasharray:4 3",
};

/**
 * The text of a Mermaid flowchart, without its fence. It runs from top to bottom, which a phone can show, and names
 * handoffs only: with the label of every arrow on it GitHub shrinks it until nobody can read one, and the list has them.
 */
export function renderMermaid(diagram: Diagram): string {
  const groups = diagram.groups.flatMap((group) => [
    `  subgraph ${nodeName("group", group.id)}["${escapeMermaid(group.label)}"]`,
    // Without it Mermaid turns a group that no arrow leaves from left to right.
    "    direction TB",
    ...group.nodes.map(({ id, label, shape }) => {
      const [open, close] = shapes[shape];
      const style = classes[shape] === undefined ? "" : `:::${shape}Node`;
      return `    ${nodeName("stage", id)}${open}"${escapeMermaid(label)}"${close}${style}`;
    }),
    "  end",
  ]);
  const edges = diagram.edges.map(({ from, to, label, style }) => {
    const said = label === "" || style !== "handoff" ? "" : `|"${escapeMermaid(label)}"|`;
    return `  ${nodeName("stage", from)} ${arrows[style]}${said} ${nodeName("stage", to)}`;
  });
  const used = new Set(diagram.groups.flatMap(({ nodes }) => nodes.map(({ shape }) => shape)));
  const styles = Object.entries(classes)
    .filter(([shape]) => [...used].some((one) => one === shape))
    .map(([shape, style]) => `  classDef ${shape}Node ${style}`);
  return ["flowchart TD", ...styles, ...groups, ...edges].join("\n");
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
