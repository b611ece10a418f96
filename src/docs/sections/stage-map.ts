import { type Contract, type Id, partyOf, type Stage } from "../../contract/index.ts";
import { type DocumentContext, line } from "../document-context.ts";
import type { Diagram, EdgeStyle, Line, NodeShape, StageMapSection } from "../section-model.ts";
import { capitalise } from "../words/index.ts";

/** One way from a stage to another: `label` on the map, `said` in the list. */
interface Way {
  readonly from: Id;
  readonly to: Id;
  readonly label: string;
  readonly said: string;
  readonly style: EdgeStyle;
}

// No contract id starts with a hyphen, so these can't collide with a stage.
const anyNode = "-any";
const startNode = (pipeline: Id | undefined) => `-start-${pipeline ?? ""}`;

/** The stages as a graph, and the same as a list for those who read rather than look. */
export function buildStageMap(context: DocumentContext): StageMapSection {
  const { contract, labels, say } = context;
  const ways = [...contract.stages.values()].flatMap((stage) => [
    ...entriesInto(context, stage),
    ...handoffsFrom(context, stage),
    ...returnsFrom(context, stage),
  ]);
  return {
    heading: { text: labels.headings.stageMap, anchor: "stage-map" },
    intro: say.map.intro,
    diagram: {
      groups: groupsOf(context, ways),
      edges: ways.map(({ from, to, label, style }) => ({ from, to, label, style })),
    },
    listIntro: say.map.listIntro,
    lines: linesOf(context, ways),
  };
}

function entriesInto(context: DocumentContext, stage: Stage): readonly Way[] {
  const { say, who } = context;
  const by = stage.by === undefined ? "" : say.map.by(who(stage.by));
  const origins: Readonly<Record<string, Id>> = { new: startNode(stage.pipeline), any: anyNode };
  const usable =
    stage.by === undefined && stage.criteria === undefined
      ? ["new"]
      : ["new", "any", ...context.contract.stages.keys()];
  return stage.from
    .filter((id) => usable.includes(id))
    .map((id) => ({
      from: origins[id] ?? id,
      to: stage.id,
      label: by,
      said: by || (stage.criteria === undefined ? "" : say.map.automatic),
      style: "entry",
    }));
}

function handoffsFrom({ contract, handoff }: DocumentContext, stage: Stage): readonly Way[] {
  return [...contract.handoffs.values()]
    .filter(({ from }) => from.includes(stage.id))
    .map(({ id, to }) => ({ from: stage.id, to, label: handoff(id), said: handoff(id), style: "handoff" }));
}

/** Refusals, reasons and expiry that leave a stage, one way per destination. */
function returnsFrom(context: DocumentContext, stage: Stage): readonly Way[] {
  const { contract, say, reason } = context;
  const refusals = [...contract.handoffs.values()]
    .filter(({ from }) => from.includes(stage.id))
    .flatMap(({ feedback, recycle }) => [
      ...(feedback?.reasons ?? []),
      ...(recycle === undefined ? [] : [recycle.reason]),
    ]);
  const expiry = stage.expires === undefined ? [] : [stage.expires.reason];
  const reasons = [...new Set([...stage.exitReasons, ...refusals, ...expiry])];
  const destinationOf = (id: Id) => contract.reasons.get(id)?.moveTo;
  const destinations = [...new Set(reasons.map(destinationOf))].filter((id) => id !== undefined && id !== "sender");
  return destinations.map((to) => {
    const names = reasons.filter((id) => destinationOf(id) === to).map(reason);
    const said = say.map.forReasons(names.map((name) => context.quoted(name)));
    return {
      from: stage.id,
      to: to ?? "",
      label: say.map.reasons(names.length, names[0] ?? ""),
      said,
      style: "return",
    };
  });
}

function groupsOf(context: DocumentContext, ways: readonly Way[]): Diagram["groups"] {
  const { contract, say, stage: label, text } = context;
  const stages = [...contract.stages.values()];
  const pipelines = [undefined, ...contract.pipelines.keys()];
  return pipelines.flatMap((pipeline) => {
    const members = stages.filter((stage) => stage.pipeline === pipeline);
    if (members.length === 0) return [];
    const noun = context.noun(members[0]?.id);
    const own = contract.pipelines.get(pipeline ?? "");
    const usesStart = ways.some(({ from }) => from === startNode(pipeline));
    const usesAny = pipeline === undefined && ways.some(({ from }) => from === anyNode);
    return [
      {
        id: pipeline ?? "-record",
        label: own === undefined ? capitalise(noun.many) : `${capitalise(noun.many)} – ${text(own.label)}`,
        nodes: [
          ...(usesStart
            ? [{ id: startNode(pipeline), label: say.map.start(noun), shape: "start" as const, party: 0 }]
            : []),
          ...members.map((stage) => ({
            id: stage.id,
            label: label(stage.id),
            shape: shapeOf(stage),
            party: partyNumber(contract, stage.owner),
          })),
          ...(usesAny ? [{ id: anyNode, label: say.map.any, shape: "any" as const, party: 0 }] : []),
        ],
      },
    ];
  });
}

/** The number of a party, or of a role's: its place in the contract, so that each has its colour everywhere; after four they begin again. */
export function partyNumber(contract: Contract, name: Id | undefined): number {
  const party = name === undefined ? undefined : partyOf(contract, name);
  const place = party === undefined ? -1 : [...contract.parties.keys()].indexOf(party);
  return place < 0 ? 0 : (place % 4) + 1;
}

function shapeOf({ parking, closed }: Stage): NodeShape {
  return closed ?? (parking ? "parking" : "stage");
}

function linesOf(context: DocumentContext, ways: readonly Way[]): readonly Line[] {
  const { contract, say, stage, quoted } = context;
  const wayLines = (from: Id) =>
    ways
      .filter((way) => way.from === from)
      .map(({ to, said }) => line(capitalise(say.map.line(quoted(stage(to)), said))));
  const starts = [undefined, ...contract.pipelines.keys()].map((pipeline) => {
    const first = [...contract.stages.values()].find((candidate) => candidate.pipeline === pipeline);
    return line(say.map.start(context.noun(first?.id)), wayLines(startNode(pipeline)));
  });
  return [
    ...starts,
    ...[...contract.stages.keys()].map((id) => line(stage(id), wayLines(id))),
    line(say.map.any, wayLines(anyNode)),
  ].filter(({ children }) => children.length > 0);
}
