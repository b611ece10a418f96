import { type Id, partyOf } from "../../contract/index.ts";
import type { DocumentContext } from "../document-context.ts";
import type { Diagram, NodeShape } from "../section-model.ts";
import { partyNumber } from "../sections/stage-map.ts";
import type { StageMapPicture } from "./stage-map.ts";
import { type Bundled, bundleArrows } from "./stage-map-bundles.ts";

/** The map of the stages in words: what it is called and shows, and what stands on each card. */
export function buildStageMapPicture(context: DocumentContext, diagram: Diagram): StageMapPicture {
  const { contract, pictures, who } = context;
  const { title, description, legend } = pictures.stageMap;
  const bundled = bundleArrows(diagram.edges);
  const nodes = diagram.groups.flatMap((group) => group.nodes);
  return {
    title,
    description: description(contract.stages.size, contract.handoffs.size),
    diagram: { groups: diagram.groups, edges: bundled.drawn },
    legend,
    parties: [...contract.parties.keys()].map((id) => ({ name: who(id), party: partyNumber(contract, id) })),
    cards: nodes.map(({ id, label, shape }) => ({
      stage: id,
      said: [...ownerAndKind(context, id, { label, shape }), ...waysSaid(context, id, bundled)],
    })),
  };
}

/** Who looks after a stage and what kind it is, so that colour alone tells nothing. */
function ownerAndKind(
  { contract, pictures, who }: DocumentContext,
  id: Id,
  { label, shape }: { readonly label: string; readonly shape: NodeShape },
): readonly string[] {
  const owner = contract.stages.get(id)?.owner;
  const party = owner === undefined ? undefined : partyOf(contract, owner);
  const { parking, won, lost } = pictures.stageMap;
  const kinds: Readonly<Partial<Record<NodeShape, string>>> = { parking, won, lost };
  const kind = kinds[shape] ?? "";
  const isSaid = kind === "" || kind.toLowerCase() === label.toLowerCase();
  const words = [...(party === undefined ? [] : [who(party)]), ...(isSaid ? [] : [kind])];
  return words.length === 0 ? [] : [words.join(", ")];
}

/** Arrows that are too many to be drawn, in words: where they lead, and from how many stages. */
function waysSaid({ pictures, stage }: DocumentContext, id: Id, { said }: Bundled): readonly string[] {
  const { toStages, outTo, fromStages } = pictures.stageMap;
  const leading = (style: string) => said.filter((edge) => edge.from === id && edge.style === style);
  const names = (style: string) => leading(style).map(({ to }) => stage(to));
  const arriving = said.filter(({ to }) => to === id).length;
  return [
    ...(names("entry").length === 0 ? [] : [toStages(names("entry"))]),
    ...(names("return").length === 0 ? [] : [outTo(names("return"))]),
    ...(arriving === 0 ? [] : [fromStages(arriving)]),
  ];
}
