import { type Graph, instance, type Viz } from "@viz-js/viz";
import type { Diagram, EdgeStyle } from "../section-model.ts";
import { arrowLegend } from "./arrow-legend.ts";
import { type Box, boxOf, cardOf } from "./stage-map-card.ts";
import { arrowHead, element, group, picture, round, type Svg } from "./svg.ts";
import { shorten, textLines, textWidth, wrapText } from "./text.ts";

/** What the map shows, in the language of the document. */
export interface StageMapPicture {
  readonly title: string;
  readonly description: string;
  readonly diagram: Diagram;
  readonly legend: Readonly<Record<EdgeStyle, string>>;
  /** The parties whose colours show, by their number. */
  readonly parties: readonly { readonly name: string; readonly party: number }[];
  /** What stands on the card of a stage below its name. */
  readonly cards: readonly { readonly stage: string; readonly said: readonly string[] }[];
}

const small = 12;
const inch = 72;
const padding = 16;
const legendHeight = 56;
// What the legend of the arrows takes.
const leastWidth = 480;

let engine: Promise<Viz> | undefined;

/** Draws the map: laid out by Graphviz, painted by us. */
export async function drawStageMap(map: StageMapPicture, id: string): Promise<string> {
  engine ??= instance();
  const viz = await engine;
  const said = new Map(map.cards.map((card) => [card.stage, card.said]));
  const nodes = map.diagram.groups.flatMap((one) => one.nodes);
  const boxes = new Map(nodes.map((node) => [node.id, boxOf(node, said.get(node.id) ?? [])]));
  const layOut = (direction: Direction) => viz.renderJSON(graphOf(map.diagram, boxes, direction)) as Layout;
  return paint(map, { id, boxes, layout: narrower(layOut) });
}

type Direction = "TB" | "LR";

// A page shows about this much; what is wider is read by scrolling sideways.
const comfortableWidth = 1200;

/** From top to bottom, as a phone can show it; from left to right only where that is far less wide, so that the rest scrolls down. */
function narrower(layOut: (direction: Direction) => Layout): Layout {
  const widthOf = ({ bb }: Layout) => numbersIn(bb)[2] ?? 0;
  const down = layOut("TB");
  if (widthOf(down) <= comfortableWidth) return down;
  const across = layOut("LR");
  return widthOf(across) < widthOf(down) / 1.5 ? across : down;
}

function graphOf({ groups, edges }: Diagram, boxes: ReadonlyMap<string, Box>, direction: Direction): Graph {
  const nodes = groups.flatMap((one) => one.nodes);
  const resting = new Set(nodes.filter(({ shape }) => ["parking", "lost", "won"].includes(shape)).map(({ id }) => id));
  return {
    directed: true,
    graphAttributes: {
      rankdir: direction,
      nodesep: direction === "TB" ? 0.4 : 0.2,
      ranksep: direction === "TB" ? 0.45 : 0.8,
      pad: 0,
    },
    subgraphs: groups.map(({ nodes }, index) => ({
      name: groups.length > 1 ? `cluster_${index}` : `group_${index}`,
      graphAttributes: { margin: 16, label: frameSpace },
      nodes: nodes.map((node) => {
        const { width, height } = boxes.get(node.id) ?? { width: 72, height: 36 };
        return {
          name: node.id,
          attributes: { shape: "box", fixedsize: true, width: width / inch, height: height / inch, label: "" },
        };
      }),
    })),
    edges: edges.map(({ from, to, label, style }, index) => ({
      tail: from,
      head: to,
      attributes: {
        id: String(index),
        weight: weights[style],
        // Who comes back from a rest climbs: the journey still reads from top to bottom.
        ...(resting.has(from) && style === "entry" ? { constraint: false } : {}),
        ...(style === "handoff" ? labelSpace(label) : {}),
      },
    })),
  };
}

/** Room for the name of a frame. */
const frameSpace = { html: tableOf(60, 16) };

function tableOf(width: number, height: number): string {
  return `<table border="0" cellborder="0" cellspacing="0" fixedsize="true" width="${width}" height="${height}"><tr><td></td></tr></table>`;
}

const weights: Readonly<Record<EdgeStyle, number>> = { entry: 4, handoff: 8, return: 1 };

/** A table of the label's size keeps its place free: Graphviz measures with fonts of its own. */
function labelSpace(label: string) {
  const lines = labelLines(label);
  const width = Math.ceil(Math.max(...lines.map((line) => textWidth(line, small))) + 14);
  const height = Math.ceil(lines.length * small * 1.3 + 8);
  return { label: { html: tableOf(width, height) } };
}

function labelLines(label: string): readonly string[] {
  return wrapText(label, { width: 140, fontSize: small, lines: 2 });
}

/** What Graphviz answers: lengths in points from the bottom left. */
interface Layout {
  readonly bb: string;
  readonly objects?: readonly { readonly name: string; readonly bb?: string; readonly pos?: string }[];
  readonly edges?: readonly { readonly id: string; readonly pos?: string; readonly lp?: string }[];
}

interface Painting {
  readonly id: string;
  readonly boxes: ReadonlyMap<string, Box>;
  readonly layout: Layout;
}

function paint(map: StageMapPicture, { id, boxes, layout }: Painting): string {
  const [, , width = 0, height = 0] = numbersIn(layout.bb);
  const objects = layout.objects ?? [];
  const edges = layout.edges ?? [];
  const place = (text: string) => {
    const [x = 0, y = 0] = numbersIn(text);
    return { x: x + padding, y: height - y + padding };
  };
  const frames = map.diagram.groups.flatMap((one, index) => {
    const frame = objects.find(({ name }) => name === `cluster_${index}`)?.bb;
    return frame === undefined ? [] : [frameOf(one.label, numbersIn(frame), height)];
  });
  const cards = map.diagram.groups.flatMap(({ nodes }) =>
    nodes.flatMap((node) => {
      const box = boxes.get(node.id);
      const at = objects.find(({ name }) => name === node.id)?.pos;
      return box === undefined || at === undefined ? [] : [cardOf(node, box, place(at))];
    }),
  );
  const lines = edges.flatMap(({ id: index, pos, lp }) => {
    const edge = map.diagram.edges[Number(index)];
    if (edge === undefined || pos === undefined) return [];
    const path = element("path", {
      d: pathOf(pos, place),
      class: `p-edge p-edge-${edge.style}`,
      "marker-end": `url(#${id}-${edge.style})`,
    });
    return lp === undefined ? [path] : [path, labelOf(edge.label, place(lp))];
  });
  const legendY = height + 2 * padding + 14;
  const parties = partyLegend(map.parties, legendY);
  const canvas = {
    id,
    title: map.title,
    description: map.description,
    width: Math.max(width + 2 * padding, parties.width, leastWidth),
    height: height + 2 * padding + legendHeight,
  };
  return picture(
    canvas,
    element("defs", {}, ...(["entry", "handoff", "return"] as const).map((style) => arrowHead(id, style))),
    group({}, ...frames),
    group({}, ...lines.slice().sort((a, b) => Number(a.markup.startsWith("<g")) - Number(b.markup.startsWith("<g")))),
    group({}, ...cards),
    parties.svg,
    arrowLegend(map.legend, { id, x: padding, y: legendY + 24 }),
  );
}

function frameOf(label: string, [left = 0, bottom = 0, right = 0, top = 0]: readonly number[], height: number): Svg {
  const [x, y] = [left + padding, height - top + padding];
  return group(
    {},
    element("rect", { x, y, width: right - left, height: top - bottom, rx: 8, class: "p-frame" }),
    element("title", {}, label),
    textLines([shorten(label, right - left - 24, small)], {
      x: x + 12,
      y: y + 18,
      fontSize: small,
      className: "p-frame-label",
    }),
  );
}

function labelOf(label: string, { x, y }: { readonly x: number; readonly y: number }): Svg {
  const lines = labelLines(label);
  const width = Math.max(...lines.map((line) => textWidth(line, small))) + 10;
  const height = lines.length * small * 1.3 + 4;
  return group(
    {},
    element("rect", { x: x - width / 2, y: y - height / 2, width, height, rx: 4, class: "p-label-back" }),
    textLines(lines, { x, y, fontSize: small, className: "p-label", anchor: "middle", isCentred: true }),
  );
}

/** Graphviz writes `e,x,y` where the arrow ends, then a start and triples of a cubic curve. */
function pathOf(pos: string, place: (text: string) => { readonly x: number; readonly y: number }): string {
  const points = pos.split(" ");
  const end = points.find((point) => point.startsWith("e,"))?.slice(2);
  const [first, ...rest] = points.filter((point) => /^-?\d/.test(point)).map(place);
  if (first === undefined) return "";
  const written = ({ x, y }: { readonly x: number; readonly y: number }) => `${round(x)} ${round(y)}`;
  const tip = end === undefined ? "" : ` L${written(place(end))}`;
  return `M${written(first)} C${rest.map(written).join(" ")}${tip}`;
}

/** The colours of the parties; their names stand on the cards too. */
function partyLegend(parties: StageMapPicture["parties"], y: number): { readonly svg: Svg; readonly width: number } {
  let x = padding;
  const swatches = parties.map(({ name, party }) => {
    const said = shorten(name, longestParty, small);
    const swatch = group(
      { class: `p-party-${party}` },
      element("title", {}, name),
      element("rect", { x, y: y - 7, width: 16, height: 14, rx: 4, class: "p-party-swatch" }),
      textLines([said], { x: x + 22, y: y + 4, fontSize: small, className: "p-note" }),
    );
    x += 22 + textWidth(said, small) + 24;
    return swatch;
  });
  return { svg: group({}, ...swatches), width: x };
}

const longestParty = 200;

function numbersIn(text: string): readonly number[] {
  return text.split(/[ ,]/).map(Number);
}
