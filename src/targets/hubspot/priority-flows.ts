import type { Handoff } from "../../contract/index.ts";
import { quote } from "../../diagnostics/index.ts";
import type { Resource } from "../resource.ts";
import { onlyIf, type Step, set, stampNow } from "./actions.ts";
import {
  type Clock,
  type ClockPriority,
  clockPriority,
  clockProperty,
  mayRise,
  proposedAt,
  proposedFor,
  proposedPriority,
} from "./clocks/clock.ts";
import { isInTime } from "./clocks/due-flows.ts";
import { anyOf, type FilterNode, isAnyOf, isLaterThan } from "./filters.ts";
import { type LaterPriority, laterPriorities } from "./later-priorities.ts";
import { type HubSpotModel, handoffProperty, labelOf, objectOfHandoff, say, textIn } from "./model.ts";
import { clocksFrom } from "./opening-steps.ts";
import { word } from "./words.ts";
import { compileWorkflow, everyOf, propertiesOf } from "./workflow.ts";

/** A higher priority that comes to hold before the decision replaces the one of the opening, and never gives more time. */
export function compilePriorityFlows(model: HubSpotModel, handoff: Handoff): readonly Resource[] {
  const clocks = clocksFrom(model, handoff, "reception").filter(mayRise);
  return [
    ...laterPriorities(model, handoff).map((later) => compileRaise(model, handoff, later)),
    ...clocks.flatMap((clock) =>
      clock.priority === undefined
        ? []
        : [compileRestart(model, handoff, clock, clock.priority), compileComparison(model, clock, clock.priority)],
    ),
  ];
}

function compileRaise(
  model: HubSpotModel,
  handoff: Handoff,
  { id, label, lower, alternatives }: LaterPriority,
): Resource {
  const priority = handoffProperty(model, handoff, "priority");
  const gate = [isPending(model, handoff), isAnyOf(priority, lower)];
  const ways = alternatives.map(({ nodes }) => [...gate, ...nodes]);
  return compileWorkflow(model, {
    object: objectOfHandoff(model, handoff),
    title: [handoff.id, id, model.language === "fr" ? "priorité relevée" : "raised priority"],
    clause: `handoffs.${handoff.id}`,
    purpose: say((language) => {
      const name = quote(textIn(model, label, language), language);
      return language === "fr"
        ? `Donne la priorité ${name} à une fiche qui la mérite pendant qu'elle attend sa décision.`
        : `Gives a record that waits for its decision the priority ${name} once it deserves it.`;
    }),
    enrollment: { kind: "state", filter: anyOf(ways), again: propertiesOf(ways), whenLost: "stay" },
    sequence: onlyIf(labelOf(model, label), everyOf(gate), { steps: [set(priority, id)] }),
  });
}

const isPending = (model: HubSpotModel, handoff: Handoff): FilterNode =>
  isAnyOf(handoffProperty(model, handoff, "state"), ["pending"]);

/** The time of the new priority counts from now; what is overdue already stays so. */
function compileRestart(model: HubSpotModel, handoff: Handoff, clock: Clock, priority: ClockPriority): Resource {
  const isUnset = isAnyOf(clockProperty(model, clock, "clock"), ["unset"]);
  // A handoff that opens with the priority gives it to its clocks as well.
  const isRaised = [...priority.raisedBy].map(([id, lower]) => [
    isAnyOf(priority.judged, [id]),
    isAnyOf(clockPriority(model, clock), lower),
  ]);
  const waits = clock.runs.flatMap((nodes) =>
    isRaised.flatMap((raised) => {
      const own = [...nodes, isPending(model, handoff), ...raised];
      return [
        [...own, isUnset],
        [...own, ...isInTime(model, clock)],
      ];
    }),
  );
  return compileWorkflow(model, {
    object: clock.object,
    title: [
      handoff.id,
      clock.id,
      model.language === "fr" ? "délai de la nouvelle priorité" : "time of the new priority",
    ],
    clause: clock.clause,
    purpose: {
      en: "Counts the time of a raised priority from now on.",
      fr: "Décompte le délai de la priorité relevée à partir de maintenant.",
    },
    enrollment: { kind: "change", property: priority.judged, values: [...priority.raisedBy.keys()] },
    sequence: onlyIf(word(model, "stillWaits"), anyOf(waits), { steps: [stampNow(clock.startedAt)] }),
  });
}

/** Of the due time that stands and the one that the new priority gives, the earlier one counts. */
function compileComparison(model: HubSpotModel, clock: Clock, priority: ClockPriority): Resource {
  const dueAt = clockProperty(model, clock, "due", "at");
  const clockSet = clockProperty(model, clock, "clock");
  const proposed = proposedAt(model, clock);
  const take: Step = { kind: "set", property: dueAt, value: { kind: "copy", property: proposed } };
  const itsPriority = proposedPriority(model, clock);
  const isFresh = isAnyOf(clockSet, ["unset", ...(clock.restarts === true ? ["again"] : [])]);
  const isProposed = isLaterThan(proposed, clock.startedAt);
  const isEarlier = [isProposed, ...isInTime(model, clock), isLaterThan(dueAt, proposed)];
  return compileWorkflow(model, {
    object: clock.object,
    title: [
      clock.holder.id,
      clock.id,
      model.language === "fr" ? "première des deux échéances" : "earlier of two due times",
    ],
    clause: clock.clause,
    purpose: {
      en: "Takes the due time of a priority, unless an earlier one was promised.",
      fr: "Retient l'échéance d'une priorité, sauf si une plus proche était promise.",
    },
    // What a lower priority promises may come after what the higher one proposes.
    enrollment: { kind: "change", property: proposed, values: [], or: [{ property: clockSet, values: ["set"] }] },
    sequence: {
      steps: [],
      ways: [
        {
          name: word(model, "unset"),
          filter: anyOf(firstProposals(model, clock, priority).map((nodes) => [isFresh, isProposed, ...nodes])),
          leadsTo: { steps: [take, itsPriority, set(clockSet, "set")] },
        },
        {
          name: word(model, "newPriority"),
          filter: anyOf(clock.runs.map((nodes) => [...nodes, ...isEarlier])),
          // The alerts of the former time leave first: else they would follow the date that moves, and remind at once.
          leadsTo: {
            steps: [
              set(clockProperty(model, clock, "alert"), "none"),
              set(clockSet, "unset"),
              itsPriority,
              take,
              set(clockSet, "set"),
            ],
          },
        },
      ],
    },
  });
}

/** What is proposed first gives the due time, unless the clock's own priority gives one without proposing it. */
function firstProposals(
  model: HubSpotModel,
  clock: Clock,
  { raisedBy, neverLater }: ClockPriority,
): readonly (readonly FilterNode[])[] {
  const own = clockPriority(model, clock);
  const sooner = [...neverLater].map(([id, lower]) => [isAnyOf(proposedFor(model, clock), [id]), isAnyOf(own, lower)]);
  return [[isAnyOf(own, [...raisedBy.keys()])], ...sooner];
}
