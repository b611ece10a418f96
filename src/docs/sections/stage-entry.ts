import type { Id, Stage } from "../../contract/index.ts";
import type { Condition } from "../../criteria/index.ts";
import { type DocumentContext, line } from "../document-context.ts";
import type { Line } from "../section-model.ts";

/** Every way into a stage, in words: by itself, by hand, by a handoff, for a reason, and coming back. */
export function entryLines(context: DocumentContext, stage: Stage): readonly Line[] {
  return [
    ...ownEntry(context, stage),
    ...handoffEntry(context, stage),
    ...reasonEntry(context, stage),
    ...comingBack(context, stage),
  ];
}

function ownEntry(context: DocumentContext, stage: Stage): readonly Line[] {
  const { say, who } = context;
  const { from, by, criteria } = stage;
  if (from.length === 0 && by === undefined && criteria === undefined) return [];
  const origins = say.choice(from.map(originName(context)));
  const isCreation = from.every((id) => id === "new");
  const byHand = isCreation ? say.stages.created(who(by)) : say.stages.byHand(who(by), origins);
  const way = by === undefined ? say.stages.automatic(origins) : byHand;
  if (criteria !== undefined) return [context.onCondition(way, criteria)];
  if (by !== undefined) return [line(way)];
  return from.includes("new") ? [line(say.stages.born(context.noun(stage.id)))] : [];
}

function originName({ say, stage, quoted }: DocumentContext): (id: Id) => string {
  return (id) => {
    if (id === "new") return say.stages.creation;
    return id === "any" ? say.stages.anyStage : quoted(stage(id));
  };
}

function handoffEntry({ contract, say, quoted, handoff }: DocumentContext, stage: Stage): readonly Line[] {
  return [...contract.handoffs.values()]
    .filter(({ to }) => to === stage.id)
    .map(({ id }) => line(say.stages.byHandoff(quoted(handoff(id)))));
}

function reasonEntry(context: DocumentContext, stage: Stage): readonly Line[] {
  const { contract, say, quoted, reason, labels } = context;
  const names = [...contract.reasons.values()]
    .filter(({ moveTo }) => moveTo === stage.id)
    .map(({ id }) => quoted(reason(id)));
  if (names.length === 0) return [];
  const text =
    names.length === 1
      ? say.stages.byReasons(names.join(""))
      : `${say.stages.byCommonReasons}${labels.colon} ${names.join(", ")}`;
  return [line(text)];
}

/** From where records rest or ended, only a new sign brings one back; stages that mirror another object follow it. */
function comingBack(context: DocumentContext, stage: Stage): readonly Line[] {
  const { contract, say, quoted } = context;
  const signals = stage.criteria === undefined ? [] : signalsIn(stage.criteria);
  if (signals.length === 0) return [];
  const rests = stage.from
    .flatMap((id) => contract.stages.get(id) ?? [])
    .filter(({ parking, closed }) => parking || closed === "lost");
  if (rests.length === 0) return [];
  const names = (stages: readonly Stage[]) => say.choice(stages.map(({ id }) => quoted(context.stage(id))));
  const raised = signals.flatMap((id) => contract.signals.get(id) ?? []).filter(({ handRaise }) => handRaise);
  const raises = say.choice(raised.map(({ label }) => quoted(context.text(label))));
  const lost = rests.filter(({ closed }) => closed === "lost");
  return [
    line(say.stages.comingBack(names(rests)), [
      ...(raised.length === 0 ? [] : [line(say.stages.handRaise(raises))]),
      ...(raised.length === 0 || lost.length === 0 ? [] : [line(say.stages.reopening(names(lost), raises))]),
    ]),
  ];
}

/** The signals a condition speaks of, each once. */
export function signalsIn(condition: Condition): readonly Id[] {
  if (condition.kind === "signal") return [condition.signal];
  return "of" in condition ? [...new Set(condition.of.flatMap(signalsIn))] : [];
}
