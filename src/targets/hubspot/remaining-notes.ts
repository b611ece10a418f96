import type { Deadline, Handoff, Stage } from "../../contract/index.ts";
import { type Bilingual, quote } from "../../diagnostics/index.ts";
import type { FidelityLevel, FidelityNote } from "../fidelity.ts";
import { clocksOf } from "./clocks/clocks-of.ts";
import { acceptsByTouch } from "./clocks/handoff-clocks.ts";
import { associationOfMade } from "./decision-flows.ts";
import { isHeldBack } from "./handoff-criteria.ts";
import { type HubSpotModel, objectOfHandoff, objectOfStage } from "./model.ts";
import { notes } from "./note-texts.ts";
import { hubSpotProbability, stagesOf } from "./pipelines.ts";

/** Everything the contract says that no CRM object holds yet: never silence. */
export function remainingNotes(model: HubSpotModel): readonly FidelityNote[] {
  const { contract } = model;
  return [
    ...scopeNotes(model),
    ...[...contract.pipelines.values()]
      .filter((pipeline) => stagesOf(model, pipeline).length === 0)
      .map(({ id }) => note(`pipelines.${id}`, "manual", [notes.emptyPipeline])),
    note("stages", "manual", [notes.anyMove]),
    ...[...contract.stages.values()].flatMap((stage) => stageNotes(model, stage)),
    ...[...contract.handoffs.values()].flatMap((handoff) => handoffNotes(model, handoff)),
    ...reasonNotes(model),
    ...signalNotes(model),
    ...fieldNotes(model),
    ...measureNotes(model),
  ];
}

/** A note from its clause, level, text and, where a person has something to do, how. */
const note = (clause: string, level: FidelityLevel, [text, howTo]: readonly [Bilingual, Bilingual?]): FidelityNote => ({
  clause,
  level,
  text,
  ...(howTo === undefined ? {} : { howTo }),
});

function scopeNotes({ contract }: HubSpotModel): readonly FidelityNote[] {
  const { exclude, existingRecords } = contract.scope;
  return [
    ...exclude.map(({ id }) => note(`scope.exclude.${id}`, "approximated", [notes.exclusion])),
    existingRecords === "place"
      ? note("scope.existingRecords", "manual", notes.place)
      : note("scope.existingRecords", "enforced", [notes.ignoreExisting]),
  ];
}

function stageNotes(model: HubSpotModel, stage: Stage): readonly FidelityNote[] {
  const clause = `stages.${stage.id}`;
  const isDeal = stage.pipeline !== undefined && objectOfStage(model, stage) === "deal";
  const wanted = stage.probability ?? (stage.closed === undefined ? undefined : hubSpotProbability(stage));
  const isRounded = isDeal && wanted !== hubSpotProbability(stage);
  return [
    ...(isRounded ? [note(`${clause}.probability`, "approximated", [probabilityText(stage)])] : []),
    ...(stage.requires.length > 0 ? [note(`${clause}.requires`, "manual", notes.stageRequires)] : []),
    ...(stage.statuses.length > 0 ? [note(`${clause}.statuses`, "manual", notes.statuses)] : []),
    ...unclocked(model, clause, stage),
    ...(stage.exitReasons.length > 0 ? [note(`${clause}.exitReasons`, "detected", [notes.exitReasons])] : []),
  ];
}

function probabilityText(stage: Stage): Bilingual {
  const share = Math.round(hubSpotProbability(stage) * 100);
  if (stage.probability !== undefined) {
    return { en: `HubSpot takes tenths: ${share}%.`, fr: `HubSpot compte en dixièmes\u00a0: ${share}\u00a0%.` };
  }
  return {
    en: `The contract gives no probability; HubSpot wants one: ${share}%.`,
    fr: `Le contrat ne donne pas de probabilité\u00a0; HubSpot en veut une\u00a0: ${share}\u00a0%.`,
  };
}

function handoffNotes(model: HubSpotModel, handoff: Handoff): readonly FidelityNote[] {
  const clause = `handoffs.${handoff.id}`;
  const held = passesIncomplete(model, handoff) ? notes.handoffRequires : notes.handoffRequiresByHand;
  const requires = isHeldBack(handoff)
    ? note(`${clause}.requires`, "detected", [held])
    : note(`${clause}.requires`, "enforced", [notes.handoffRefused]);
  return [
    ...acceptanceNotes(model, handoff),
    ...(handoff.requires.length > 0 ? [requires] : []),
    ...(handoff.helpful.length > 0 ? [note(`${clause}.helpful`, "manual", [notes.helpful])] : []),
    ...unclocked(model, clause, handoff),
    ...(handoff.feedback === undefined ? [] : [note(`${clause}.feedback`, "detected", notes.feedback)]),
    ...(handoff.recycle === undefined ? [] : [note(`${clause}.recycle`, "approximated", [notes.recycle])]),
    note(`${clause}.responsibilities`, "manual", [notes.responsibilities]),
  ];
}

/** Deadlines that no clock keeps: nobody is waited for where acceptance is automatic, or HubSpot can't see what stops them. */
function unclocked(
  model: HubSpotModel,
  clause: string,
  { deadlines }: Pick<Handoff | Stage, "deadlines">,
): readonly FidelityNote[] {
  const kept = new Set(clocksOf(model).map((clock) => clock.clause));
  return deadlines
    .filter(({ id }) => !kept.has(`${clause}.deadlines.${id}`))
    .map((deadline) => unclockedNote(`${clause}.deadlines.${deadline.id}`, deadline, clause.startsWith("stages.")));
}

function unclockedNote(clause: string, { stops, within }: Deadline, isOfStage: boolean): FidelityNote {
  if (isOfStage && within?.kind === "by-priority") return note(clause, "manual", notes.noPriority);
  if (stops.kind === "decided") return note(clause, "enforced", [notes.nobodyWaits]);
  return note(clause, "manual", notes.unseenStop);
}

/** Who accepts, and how far HubSpot carries it out: as far as it knows how the two records belong together. */
function acceptanceNotes(model: HubSpotModel, handoff: Handoff): readonly FidelityNote[] {
  const clause = `handoffs.${handoff.id}.acceptance`;
  const isAcross = crossesObjects(model, handoff);
  const to = model.contract.stages.get(handoff.to);
  const next = to === undefined ? undefined : objectOfStage(model, to);
  if (isAcross && next !== undefined && associationOfMade(next, objectOfHandoff(model, handoff)) === undefined)
    return [note(clause, "manual", notes.decisionUnlinked)];
  const linked = isAcross ? [note(clause, "enforced", [notes.linkedAfterwards])] : [];
  switch (handoff.acceptance) {
    case "decision":
      return [note(clause, "enforced", [isAcross ? notes.decisionAcross : notes.decision])];
    case "automatic":
      return [note(clause, "enforced", [notes.acceptedByItself]), ...linked];
    case "first-touch":
      return acceptsByTouch(model, handoff)
        ? [note(clause, "approximated", [notes.touchAccepts]), ...linked]
        : [note(clause, "manual", notes.touchUnseen), ...linked];
    default:
      return handoff.acceptance satisfies never;
  }
}

/** A request for a person is transmitted even if a required field is missing: its signal is on the record itself. */
function passesIncomplete(model: HubSpotModel, handoff: Handoff): boolean {
  const { scope, signals } = model.contract;
  const isOnRecord = handoff.by === undefined && objectOfHandoff(model, handoff) === scope.object;
  return isOnRecord && [...signals.values()].some(({ handRaise }) => handRaise);
}

/** Acceptance makes a record on another object. */
function crossesObjects(model: HubSpotModel, handoff: Handoff): boolean {
  const to = model.contract.stages.get(handoff.to);
  return to !== undefined && objectOfStage(model, to) !== objectOfHandoff(model, handoff);
}

function reasonNotes({ contract }: HubSpotModel): readonly FidelityNote[] {
  return [...contract.reasons.values()].flatMap(({ id, moveTo, coolOff, needsDetail, onlyAfter, repair }) => [
    ...(moveTo === undefined ? [] : [moveNote(`reasons.${id}.moveTo`, moveTo)]),
    ...(coolOff === undefined ? [] : [note(`reasons.${id}.coolOff`, "approximated", [notes.coolOff])]),
    ...(needsDetail ? [note(`reasons.${id}.detail`, "manual", notes.detail)] : []),
    ...(onlyAfter === undefined ? [] : [note(`reasons.${id}.onlyAfter`, "detected", notes.onlyAfter)]),
    ...(repair === undefined ? [] : [note(`reasons.${id}.repair`, "detected", notes.repair)]),
  ]);
}

const moveNote = (clause: string, moveTo: string): FidelityNote =>
  moveTo === "sender" ? note(clause, "enforced", [notes.moveToSender]) : note(clause, "enforced", [notes.moveTo]);

function signalNotes({ contract, environment }: HubSpotModel): readonly FidelityNote[] {
  return [...contract.signals.keys()].flatMap((id) => {
    const mapped = environment.signals.get(id);
    if (mapped?.kind === "property") return [note(`signals.${id}`, "enforced", [notes.signalAdopted])];
    const source = (language: "en" | "fr"): string =>
      mapped === undefined ? "" : ` (${mapped.kind} ${quote(mapped.value, language)})`;
    const howTo = { en: `${notes.fillSignal.en}${source("en")}.`, fr: `${notes.fillSignal.fr}${source("fr")}.` };
    return [note(`signals.${id}`, "manual", [notes.signalUnfilled, howTo])];
  });
}

function fieldNotes({ contract }: HubSpotModel): readonly FidelityNote[] {
  return [...contract.fields.values()]
    .filter(({ min, max }) => min !== undefined || max !== undefined)
    .map(({ id }) => note(`fields.${id}`, "manual", notes.bounds));
}

function measureNotes({ contract }: HubSpotModel): readonly FidelityNote[] {
  const { decisions, reviews, approvals } = contract.governance;
  const measured = [
    ...[...contract.commitments.keys()].map((id) => `commitments.${id}`),
    ...[...contract.contribution.keys()].map((id) => `contribution.${id}`),
  ];
  const capacities = [...contract.roles.values()].filter(({ capacity }) => capacity !== undefined);
  const agreed = [
    ...decisions.map(({ id }) => `governance.decisions.${id}`),
    ...reviews.map(({ id }) => `governance.reviews.${id}`),
    ...(approvals.length > 0 ? ["governance.approvals"] : []),
    ...(contract.governance.notice === undefined ? [] : ["governance.notice"]),
  ];
  return [
    ...measured.map((clause) => note(clause, "manual", [notes.measured])),
    ...capacities.map(({ id }) => note(`roles.${id}.capacity`, "manual", [notes.capacity])),
    ...agreed.map((clause) => note(clause, "manual", [notes.governance])),
  ];
}
