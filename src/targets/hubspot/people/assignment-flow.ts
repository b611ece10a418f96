import { type Assignment, type Handoff, type Id, receiverOf } from "../../../contract/index.ts";
import type { Condition } from "../../../criteria/index.ts";
import { quote } from "../../../diagnostics/index.ts";
import type { Resource } from "../../resource.ts";
import { onlyIf, type Sequence, set, type Way } from "../actions.ts";
import type { Compiled } from "../compiled.ts";
import { conditionFilters } from "../condition-filters.ts";
import { anyOf, isAnyOf, isKnown } from "../filters.ts";
import { type HubSpotModel, handoffProperty, objectOfHandoff, say, textIn } from "../model.ts";
import { isSentBack } from "../opening-steps.ts";
import { word } from "../words.ts";
import { compileWorkflow, everyOf } from "../workflow.ts";
import { assignmentProperty, done, givenRoles, ownerStep, wantedFor } from "./assignment.ts";
import { assignmentNotes } from "./assignment-notes.ts";
import { keepSender } from "./give-back.ts";
import { hasKeeper } from "./has-keeper.ts";
import { ownerProperty, roleNames } from "./recipients.ts";

/** Gives a record to its receiver as soon as the handoff is pending, and remembers who had it before. */
export function compileAssignment(model: HubSpotModel, handoff: Handoff): Compiled {
  const giving = givenRoles(model, handoff).flatMap((role) => compileGiving(model, handoff, role));
  return { resources: [compileFlow(model, handoff), ...giving], notes: assignmentNotes(model, handoff) };
}

function compileFlow(model: HubSpotModel, handoff: Handoff): Resource {
  const state = handoffProperty(model, handoff, "state");
  const isPending = everyOf([isAnyOf(state, receivedStates(handoff))]);
  return compileWorkflow(model, {
    object: objectOfHandoff(model, handoff),
    title: [handoff.id, word(model, "assignment")],
    clause: `handoffs.${handoff.id}.assign`,
    purpose: say((language) => {
      const name = quote(textIn(model, handoff.label, language), language);
      return language === "fr"
        ? `Donne la fiche à celui qui reçoit la transmission ${name}.`
        : `Gives the record to who receives the handoff ${name}.`;
    }),
    enrollment: { kind: "change", property: state, values: ["pending"] },
    sequence: onlyIf(word(model, "pending"), isPending, remembered(model, handoff)),
  });
}

/** What is accepted by itself may be so before anybody gets it. */
export const receivedStates = ({ acceptance }: Handoff): readonly string[] =>
  acceptance === "automatic" ? ["pending", "accepted"] : ["pending"];

/** The owner is copied only where there is one: nothing can clear a property. */
function remembered(model: HubSpotModel, handoff: Handoff): Sequence {
  if (!isSentBack(model, handoff)) return assigned(model, handoff, "perhaps");
  const then = assigned(model, handoff, "known");
  const leadsTo = { ...then, steps: [keepSender(model, handoff), ...then.steps] };
  const name = model.language === "fr" ? "a un propriétaire" : "has an owner";
  const filter = everyOf([isKnown(ownerProperty)]);
  return { steps: [], ways: [{ name, filter, leadsTo }], otherwise: assigned(model, handoff, "unknown") };
}

/** What is known of a record's owner by the time that it is given to somebody. */
type OwnerIs = "known" | "unknown" | "perhaps";

/** The first line of `assign` that applies, else the role that receives; without lines the owner stays. */
function assigned(model: HubSpotModel, handoff: Handoff, owner: OwnerIs): Sequence {
  if (handoff.assign.length === 0) return { steps: done(model, handoff, "kept") };
  const ways: Way[] = [];
  for (const line of handoff.assign) {
    if (line.kind === "keep") ways.push(...keepWays(model, handoff, { keeps: line.owner, owner }));
    else if (line.when === undefined) return endingIn(ways, giveTo(model, handoff, line.role));
    else ways.push(...givenWhen(model, handoff, { ...line, when: line.when }));
  }
  return endingIn(ways, giveTo(model, handoff, receiverOf(model.contract, handoff)));
}

function endingIn(ways: readonly Way[], otherwise: Sequence): Sequence {
  if (ways.length === 0) return otherwise;
  return { steps: [], ways, ...(otherwise.steps.length === 0 ? {} : { otherwise }) };
}

/** Where the company has an owner but the record has none, nobody is given it: only a person can copy that owner. */
function keepWays(
  model: HubSpotModel,
  handoff: Handoff,
  { keeps, owner }: { readonly keeps: Extract<Assignment, { kind: "keep" }>["owner"]; readonly owner: OwnerIs },
): readonly Way[] {
  const keeper = hasKeeper(objectOfHandoff(model, handoff), keeps);
  if (keeper === undefined) return [];
  const isOwn = keeper["property"] === ownerProperty;
  const own = isOwn ? [keeper] : [isKnown(ownerProperty), keeper];
  const kept: Way = {
    name: word(model, "ownerKept"),
    filter: everyOf(own),
    leadsTo: { steps: done(model, handoff, "kept") },
  };
  const toAssign: Way = { name: word(model, "toAssign"), filter: everyOf([keeper]), leadsTo: { steps: [] } };
  return [...(owner === "unknown" ? [] : [kept]), ...(owner === "known" || isOwn ? [] : [toAssign])];
}

/** A line that asks for something; none where HubSpot can't see what. */
function givenWhen(
  model: HubSpotModel,
  handoff: Handoff,
  { role, when }: { readonly role: Id; readonly when: Condition },
): readonly Way[] {
  const found = conditionFilters(model, objectOfHandoff(model, handoff), when);
  if (found.kind === "impossible" || found.alternatives.length === 0) return [];
  const filter = anyOf(found.alternatives.map(({ nodes }) => nodes));
  return [{ name: roleNames(model, [role])[model.language], filter, leadsTo: giveTo(model, handoff, role) }];
}

/** Asks for the record to be given: one workflow for each role does it, so that its people take turns in one order. */
function giveTo(model: HubSpotModel, handoff: Handoff, role: Id | undefined): Sequence {
  const isNamed = role !== undefined && givenRoles(model, handoff).includes(role);
  return { steps: isNamed ? [set(assignmentProperty(model, handoff), wantedFor(role, "first"))] : [] };
}

function compileGiving(model: HubSpotModel, handoff: Handoff, role: Id): readonly Resource[] {
  const step = ownerStep(model, role);
  if (step === undefined) return [];
  const assignment = assignmentProperty(model, handoff);
  const again = wantedFor(role, "again");
  return [
    compileWorkflow(model, {
      object: objectOfHandoff(model, handoff),
      title: [handoff.id, `${model.language === "fr" ? "donner à" : "give to"} ${role}`],
      clause: `handoffs.${handoff.id}.assign`,
      purpose: say((language) => {
        const who = roleNames(model, [role])[language];
        const name = quote(textIn(model, handoff.label, language), language);
        return language === "fr"
          ? `Donne à ${who} les fiches de la transmission ${name}.`
          : `Gives records of the handoff ${name} to ${who}.`;
      }),
      enrollment: { kind: "change", property: assignment, values: [wantedFor(role, "first"), again] },
      sequence: {
        steps: [step],
        ways: [
          {
            name: word(model, "reassigned"),
            filter: everyOf([isAnyOf(assignment, [again])]),
            leadsTo: { steps: done(model, handoff, "reassigned") },
          },
        ],
        otherwise: { steps: done(model, handoff, "assigned") },
      },
    }),
  ];
}
