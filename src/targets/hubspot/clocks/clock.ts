import type { Duration } from "../../../calendar/index.ts";
import type { CrmObject, Escalation, Id, Text } from "../../../contract/index.ts";
import { type Step, set } from "../actions.ts";
import type { FilterNode } from "../filters.ts";
import { type HubSpotModel, ours } from "../model.ts";

/** A time within which something is owed, as HubSpot keeps it: what starts it, what it waits for, and whom it concerns. */
export interface Clock {
  readonly clause: string;
  /** Such as `decision`: in names of properties and workflows. */
  readonly id: Id;
  /** The stage or handoff it belongs to. */
  readonly holder: { readonly id: Id; readonly label: Text };
  readonly object: CrmObject;
  readonly startsOn: ClockStart;
  /** The change that starts it: this property takes one of these values, or any where none is named. */
  readonly start: { readonly property: string; readonly values: readonly string[] };
  /** The property that holds when it started, written before that change. */
  readonly startedAt: string;
  /** It runs while one of these holds; a record that meets none of them leaves it for good. */
  readonly runs: readonly (readonly FilterNode[])[];
  /** Asked again before each alert, where what ends the clock is not on the record itself. */
  readonly gate?: readonly (readonly FilterNode[])[];
  /** The role that owes it; its calendar counts. */
  readonly owedBy: Id | undefined;
  readonly variants: readonly ClockVariant[];
  readonly remind: readonly number[];
  readonly escalate: readonly Escalation[];
  /** Alerts of other kinds of contact than the contract counts can't be told apart. */
  readonly isTouched: boolean;
  /** A condition of the contract ends it, which may cease to hold. */
  readonly isConditional?: boolean;
  /** At its end the record leaves the stage by itself, and nobody is alerted. */
  readonly expires?: { readonly reason: Id };
  /** A newcomer gets it anew: it starts again once its state says so. */
  readonly restarts?: true;
  /** Where a higher priority may come to hold later it has a priority of its own: that whose time it runs with. */
  readonly priority?: ClockPriority;
}

/** The priority of a clock. */
export interface ClockPriority {
  /** The property that holds the handoff's own. */
  readonly judged: string;
  /** Those that have a time for this clock and may replace a lower one, each with the lower ones. */
  readonly raisedBy: ReadonlyMap<Id, readonly Id[]>;
  /** Those of the lower ones after whose time theirs never ends. */
  readonly neverLater: ReadonlyMap<Id, readonly Id[]>;
}

/** A handoff is received, held back or sent back; a stage is entered, or a round of a recurring deadline begins. */
export type ClockStart = "reception" | "hold" | "return" | "entry" | "round";

/** The time of a clock for some of its records: those of a priority, or refused for a reason; for all where it has no key. */
export interface ClockVariant {
  readonly key?: Id;
  readonly label?: Text;
  /** What tells these records from the others. */
  readonly only: readonly FilterNode[];
  readonly within: Duration;
  /** The clause that gives this time, where it is not the clock's. */
  readonly clause?: string;
}

/** One clock with one of its times. */
export interface ClockPlace {
  readonly clock: Clock;
  readonly variant: ClockVariant;
}

/** The clause that asks for a time. */
export const clauseOf = ({ clock, variant }: ClockPlace): string => variant.clause ?? clock.clause;

/** The name of a clock's property, such as `…_decision_due_at`. */
export const clockProperty = (model: HubSpotModel, { holder, id }: Clock, ...parts: readonly string[]): string =>
  ours(model, holder.id, id, ...parts);

/** The property that holds the due time which the first owner of a record missed. */
export const missedAt = (model: HubSpotModel, clock: Clock): string => clockProperty(model, clock, "missed", "at");

/** The property that holds the priority whose time a clock runs with. */
export const clockPriority = (model: HubSpotModel, clock: Pick<Clock, "holder" | "id">): string =>
  ours(model, clock.holder.id, clock.id, "priority");

/** The clock runs with the priority that the handoff has now. */
export const judgedPriority = (model: HubSpotModel, clock: Clock, { judged }: ClockPriority): Step => ({
  kind: "set",
  property: clockPriority(model, clock),
  value: { kind: "copy", property: judged },
});

/** The property that holds the due time that the time of a raised priority gives, before it is compared. */
export const proposedAt = (model: HubSpotModel, clock: Clock): string => clockProperty(model, clock, "proposed", "at");

/** The property that holds the priority whose time is proposed. */
export const proposedFor = (model: HubSpotModel, clock: Clock): string =>
  clockProperty(model, clock, "proposed", "for");

/** The clock runs with the priority whose time is proposed: another one may have been judged since. */
export const proposedPriority = (model: HubSpotModel, clock: Clock): Step => ({
  kind: "set",
  property: clockPriority(model, clock),
  value: { kind: "copy", property: proposedFor(model, clock) },
});

// Before every start, and so no due time of any.
const nothingProposed = "0";

/** What was proposed for an earlier run of a clock is of no account to the next. */
export const forgetProposal = (model: HubSpotModel, clock: Clock): readonly Step[] =>
  mayRise(clock) ? [set(proposedAt(model, clock), nothingProposed)] : [];

/** Whether a priority may come to replace the one that a clock runs with. */
export const mayRise = ({ priority }: Clock): boolean => (priority?.raisedBy.size ?? 0) > 0;

/** Names of a clock's workflows begin with this. */
export const clockTitle = ({ clock, variant }: ClockPlace): readonly string[] => [
  clock.holder.id,
  clock.id,
  ...(variant.key === undefined ? [] : [variant.key]),
];

/** Makes room for the next run of clocks: written before the change that starts them. */
export const resetSteps = (model: HubSpotModel, clocks: readonly Clock[]): readonly Step[] =>
  clocks.flatMap((clock) => [
    ...(clock.expires === undefined ? [set(clockProperty(model, clock, "alert"), "none")] : []),
    ...forgetProposal(model, clock),
    set(clockProperty(model, clock, "clock"), "unset"),
  ]);

/** An escalation that comes some time after the deadline; `number` counts all escalations of the deadline from 1. */
export interface Rung {
  readonly number: number;
  readonly after: Duration;
  readonly escalation: Escalation;
}

/** The escalations that come some time after the deadline, in the contract's order. */
export const laterRungs = ({ escalate }: Pick<Clock, "escalate">): readonly Rung[] =>
  escalate.flatMap((escalation, index) =>
    escalation.after === "due" ? [] : [{ number: index + 1, after: escalation.after, escalation }],
  );
