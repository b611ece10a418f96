import type { Escalation, Handoff, Id } from "../../../contract/index.ts";
import { quote } from "../../../diagnostics/index.ts";
import type { FidelityNote } from "../../fidelity.ts";
import type { Resource } from "../../resource.ts";
import { onlyIf, type Sequence, type Step, set, type Way } from "../actions.ts";
import { type Clock, clockProperty, forgetProposal, judgedPriority, missedAt } from "../clocks/clock.ts";
import { alertOf } from "../clocks/notice-flows.ts";
import type { Compiled } from "../compiled.ts";
import { anyOf, type FilterNode, isAnyOf, isNoneOf } from "../filters.ts";
import { type HubSpotModel, say, textIn } from "../model.ts";
import { clocksFrom, receivedNow } from "../opening-steps.ts";
import { word } from "../words.ts";
import { compileWorkflow, everyOf } from "../workflow.ts";
import { assignmentProperty, givenRoles, ownerStep, wantedFor } from "./assignment.ts";
import { nameThem, roleNames } from "./recipients.ts";

/** An escalation that hands the record on, with the alert that it sets and the step that changes the owner. */
interface HandingOn {
  readonly alert: string;
  readonly role: Id;
  readonly step: Step;
}

/** Hands on the record of a clock that nobody kept: a newcomer becomes its owner and gets the receiver's clocks anew. */
export function compileReassignment(model: HubSpotModel, clock: Clock): Compiled {
  const asked = clock.escalate.flatMap((rung, index) => handingOn(model, rung, index));
  const known = asked.flatMap(({ step, ...rest }): readonly HandingOn[] =>
    step === undefined ? [] : [{ ...rest, step }],
  );
  const unknown = asked.flatMap(({ step, role }) => (step === undefined ? [role] : []));
  const handoff = clock.clause.startsWith("handoffs.") ? model.contract.handoffs.get(clock.holder.id) : undefined;
  return {
    resources: known.length === 0 ? [] : [compileFlow(model, clock, { known, handoff })],
    notes: [...knownNotes(model, clock, { known, handoff }), ...unknownNotes(model, clock, unknown)],
  };
}

function handingOn(model: HubSpotModel, rung: Escalation, index: number) {
  const { reassign } = rung;
  if (reassign === undefined) return [];
  return [{ alert: alertOf(rung, index), role: reassign, step: ownerStep(model, reassign) }];
}

interface Reassigned {
  readonly known: readonly HandingOn[];
  /** Absent for the clock of a stage. */
  readonly handoff: Handoff | undefined;
}

function compileFlow(model: HubSpotModel, clock: Clock, { known, handoff }: Reassigned): Resource {
  const alert = clockProperty(model, clock, "alert");
  // A team that never reacts must not pass a record round for ever.
  const isFirst =
    handoff === undefined ? [] : [isNoneOf(assignmentProperty(model, handoff), spent(model, handoff), "passes")];
  const ways = known.map(({ alert: value, role, step }): Way => {
    const leadsTo = handoff === undefined ? { steps: [step] } : handedOn(model, { handoff, role, clock });
    return { name: roleNames(model, [role])[model.language], filter: everyOf([isAnyOf(alert, [value])]), leadsTo };
  });
  return compileWorkflow(model, {
    object: clock.object,
    title: [clock.holder.id, clock.id, model.language === "fr" ? "réattribution" : "reassignment"],
    clause: `${clock.clause}.escalate`,
    purpose: say((language) => {
      const name = quote(textIn(model, clock.holder.label, language), language);
      return language === "fr"
        ? `Confie à quelqu'un d'autre la fiche dont le délai est dépassé\u00a0: ${name}.`
        : `Hands a record whose deadline has passed on to somebody else: ${name}.`;
    }),
    enrollment: { kind: "change", property: alert, values: known.map((one) => one.alert) },
    sequence: onlyIf(word(model, "stillWaits"), anyOf(clock.runs.map((nodes) => [...nodes, ...isFirst])), {
      steps: [],
      ways,
    }),
  });
}

/** The record has been handed on, or is about to be. */
const spent = (model: HubSpotModel, handoff: Handoff): readonly string[] => [
  "reassigned",
  ...givenRoles(model, handoff).map((role) => wantedFor(role, "again")),
];

/** The newcomer has received it now; every clock of the receiver that still runs starts anew, the missed due time stays. */
function handedOn(
  model: HubSpotModel,
  { handoff, role, clock }: { readonly handoff: Handoff; readonly role: Id; readonly clock: Clock },
): Sequence {
  const others = clocksFrom(model, handoff, "reception").filter(({ restarts, id }) => restarts && id !== clock.id);
  const missed: Step = {
    kind: "set",
    property: missedAt(model, clock),
    value: { kind: "copy", property: clockProperty(model, clock, "due", "at") },
  };
  const received = receivedNow(model, handoff, [clock, ...others]);
  const end = { steps: [set(assignmentProperty(model, handoff), wantedFor(role, "again"))] };
  const rest = anew(model, others, end);
  return { ...rest, steps: [missed, ...received, ...again(model, clock), ...rest.steps] };
}

/** The change of the clock's state starts it again. */
const again = (model: HubSpotModel, clock: Clock): readonly Step[] => [
  ...forgetProposal(model, clock),
  ...(clock.priority === undefined ? [] : [judgedPriority(model, clock, clock.priority)]),
  set(clockProperty(model, clock, "alert"), "none"),
  set(clockProperty(model, clock, "clock"), "again"),
];

/** One clock after the other: only those that run. */
function anew(model: HubSpotModel, [clock, ...others]: readonly Clock[], end: Sequence): Sequence {
  if (clock === undefined) return end;
  const later = anew(model, others, end);
  const isSet: FilterNode = isAnyOf(clockProperty(model, clock, "clock"), ["set"]);
  const filter = anyOf(clock.runs.map((nodes) => [...nodes, isSet]));
  const leadsTo = { ...later, steps: [...again(model, clock), ...later.steps] };
  return { steps: [], ways: [{ name: word(model, "stillWaits"), filter, leadsTo }], otherwise: later };
}

function knownNotes(model: HubSpotModel, clock: Clock, { known, handoff }: Reassigned): readonly FidelityNote[] {
  if (known.length === 0) return [];
  const names = roleNames(
    model,
    known.map(({ role }) => role),
  );
  const clocks =
    handoff === undefined
      ? { en: "the clocks of the stage go on", fr: "les délais de l'étape continuent" }
      : {
          en: "the receiver's running clocks start anew, once per handoff",
          fr: "les délais en cours de celui qui reçoit repartent, une fois par transmission",
        };
  const text = {
    en: `A workflow hands the record on to ${names.en}, in turn where they are several, which may be its owner once more; ${clocks.en}.`,
    fr: `Un workflow confie la fiche à ${names.fr}, à tour de rôle s'ils sont plusieurs, et peut retomber sur son propriétaire\u00a0; ${clocks.fr}.`,
  };
  return [{ clause: `${clock.clause}.escalate`, level: "approximated", text }];
}

function unknownNotes(model: HubSpotModel, clock: Clock, roles: readonly Id[]): readonly FidelityNote[] {
  if (roles.length === 0) return [];
  const names = roleNames(model, roles);
  const text = {
    en: `The record is not handed on to ${names.en}: the environment does not say who that is.`,
    fr: `La fiche n'est pas confiée à ${names.fr}\u00a0: l'environnement ne dit pas qui c'est.`,
  };
  return [{ clause: `${clock.clause}.escalate`, level: "manual", text, howTo: nameThem(model) }];
}
