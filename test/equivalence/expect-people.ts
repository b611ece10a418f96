import type { Handoff } from "../../src/contract/index.ts";
import type { Told } from "./account.ts";
import type { Bounded } from "./bounded-moments.ts";
import type { Subject } from "./subject.ts";

/** Who holds a record, how it came to its receiver, and the task that tells them: where a person is known. */
export function expectPeople(subject: Subject, bounded: readonly Bounded[], told: readonly Told[]): readonly Told[] {
  const handoffs = [...subject.contract.handoffs.values()];
  return [
    ...ownersTold(bounded),
    ...handoffs.flatMap((handoff) => bounded.flatMap((at) => received(handoff, at, told))),
  ];
}

/** A record that comes to a role alone stays with its owner: nothing can clear a property. */
function ownersTold(bounded: readonly Bounded[]): readonly Told[] {
  return bounded.flatMap(({ moment, from, limit }): readonly Told[] => {
    const { owner } = moment;
    if (owner === undefined) return [];
    return [["owner", { value: owner, from, to: limit, isOptional: false, clause: "owner" }]];
  });
}

function received(handoff: Handoff, { moment, from, limit }: Bounded, told: readonly Told[]): readonly Told[] {
  const { id } = handoff;
  const own = moment.steps.filter((step) => step.handoff === id);
  const kinds = new Set(own.map(({ kind }) => kind));
  const base = { from, to: limit, isOptional: false, clause: `handoffs.${id}.assign` };
  const blank: readonly Told[] =
    kinds.has("opened") || kinds.has("received") ? [[`${id} assignment`, { ...base, value: "none" }]] : [];
  const isKept = moment.owner !== undefined || handoff.assign.length === 0;
  if (!kinds.has("received") || !isKept) return blank;
  const kept: readonly Told[] = [
    [`${id} assignment`, { ...base, value: "kept" }],
    [`${id} assigned at`, { ...base, value: "" }],
  ];
  return [...blank, ...kept, ...announced(id, moment.owner, { base, told })];
}

type Base = Omit<Told[1], "value">;

/** The task comes once the due time of the decision is known. */
function announced(
  id: string,
  owner: string | undefined,
  { base, told }: { readonly base: Base; readonly told: readonly Told[] },
): readonly Told[] {
  if (owner === undefined) return [];
  const due = told.find(
    ([key, { value, from }]) => key === `${id} decision clock` && value === "set" && from === base.from,
  )?.[1];
  const span = due === undefined ? base : { ...base, to: due.to + (base.to - base.from), isOptional: due.isOptional };
  return [[`${id} task`, { ...span, value: owner }]];
}
