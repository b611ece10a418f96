import type { Handoff } from "../../contract/index.ts";
import type { Bilingual } from "../../diagnostics/index.ts";
import type { Resource } from "../resource.ts";
import { type FilterNode, isAnyOf, isNoneOf } from "./filters.ts";
import { isClocked } from "./handoff-clock.ts";
import { type HubSpotModel, handoffProperty, objectOfHandoff, say, titleOf } from "./model.ts";
import { hubSpotObject } from "./objects.ts";
import { addressOf } from "./property.ts";
import { deadlineName } from "./words.ts";
import { everyOf, writesValue } from "./workflow.ts";

interface ListDraft {
  readonly title: Bilingual;
  readonly clause: string;
  readonly purpose: Bilingual;
  readonly nodes: readonly FilterNode[];
}

/**
 * The lists on which nothing disappears: pending, overdue, refused and held back. A list of overdue records exists only
 * where one of the workflows marks them: without, it would be empty for ever and seem to say that nothing is late.
 */
export function compileLists(model: HubSpotModel, workflows: readonly Resource[]): readonly Resource[] {
  return [...model.contract.handoffs.values()].flatMap((handoff) =>
    draftsOf(model, handoff, workflows).map((draft) => compileList(model, handoff, draft)),
  );
}

function draftsOf(model: HubSpotModel, handoff: Handoff, workflows: readonly Resource[]): readonly ListDraft[] {
  const isMarked = (deadlineId: string): boolean =>
    workflows.some((workflow) =>
      writesValue(workflow, handoffProperty(model, handoff, deadlineId, "alert"), "overdue"),
    );
  const clause = `handoffs.${handoff.id}`;
  const inState = (state: string) => isAnyOf(handoffProperty(model, handoff, "state"), [state]);
  const held: ListDraft = {
    title: { en: "held back (incomplete)", fr: "retenues (incomplètes)" },
    clause: `${clause}.requires`,
    purpose: { en: "Records that lack what the handoff requires", fr: "Fiches où manque ce que la transmission exige" },
    nodes: [inState("incomplete")],
  };
  return [
    {
      title: { en: "pending", fr: "en attente" },
      clause,
      purpose: { en: "Records that wait for the receiver", fr: "Fiches qui attendent celui qui reçoit" },
      nodes: [inState("pending")],
    },
    ...handoff.deadlines
      .filter((deadline) => isClocked(handoff, deadline) && isMarked(deadline.id))
      .map(
        ({ id }): ListDraft => ({
          title: { en: `overdue (${deadlineName(id, "en")})`, fr: `en retard (${deadlineName(id, "fr")})` },
          clause: `${clause}.deadlines.${id}`,
          purpose: { en: "Records whose deadline has passed", fr: "Fiches dont le délai est dépassé" },
          nodes: [inState("pending"), isLate(model, handoff, id)],
        }),
      ),
    {
      title: { en: "refused", fr: "refusées" },
      clause: `${clause}.feedback`,
      purpose: { en: "Records that the receiver refused", fr: "Fiches refusées par celui qui reçoit" },
      nodes: [inState("refused")],
    },
    ...(handoff.requires.length === 0 ? [] : [held]),
  ];
}

/** Overdue or escalated: every alert but none and the reminders. */
function isLate(model: HubSpotModel, handoff: Handoff, deadlineId: string): FilterNode {
  const deadline = handoff.deadlines.find(({ id }) => id === deadlineId);
  const early = ["none", ...(deadline?.remind ?? []).map((_, index) => `reminded-${index + 1}`)];
  return isNoneOf(handoffProperty(model, handoff, deadlineId, "alert"), early, "fails");
}

function compileList(model: HubSpotModel, handoff: Handoff, draft: ListDraft): Resource {
  const { name: object, typeId } = hubSpotObject(objectOfHandoff(model, handoff));
  const name = titleOf(model, handoff.id, draft.title[model.language]);
  return {
    kind: "list",
    address: addressOf("list", object, name),
    object,
    name,
    attributes: { name, objectTypeId: typeId, processingType: "DYNAMIC", filterBranch: everyOf(draft.nodes) },
    dependsOn: [],
    clause: draft.clause,
    purpose: say((language) => `${draft.purpose[language]}.`),
    isAdopted: false,
  };
}
