import type { Contract, Deadline, Id } from "../contract/index.ts";
import { createTerms, type Terms } from "../journey/index.ts";
import { createScheme } from "./create-scheme.ts";
import { defaultKinds } from "./default-kinds.ts";
import type { Weighted } from "./distributions.ts";
import type { Profile } from "./profile.ts";
import { profileKinds } from "./profile-kinds.ts";
import type { LeadKind, Scheme } from "./scheme.ts";
import { type Staffing, staffingOf } from "./staffing.ts";

/** What a simulation is made from. */
export interface PreparationInput {
  readonly profile: Profile;
  readonly perDay: number;
  readonly staff: ReadonlyMap<Id, number>;
  /** The first day, at 00:00 where the contract's calendar is: an ISO date. The contract is simulated as if it held from then. */
  readonly from: string;
  /** Leads of another preparation, to compare two contracts with the same ones. */
  readonly kinds?: readonly Weighted<LeadKind>[];
}

/** A contract that is ready to be simulated, and what was supposed for it. */
export interface Preparation {
  readonly terms: Terms;
  readonly scheme: Scheme;
  readonly staffing: readonly Staffing[];
  readonly perDay: number;
  readonly profile: Profile;
}

/** Fills in what neither profile nor command says. */
export function prepare(contract: Contract, input: PreparationInput): Preparation {
  const { profile, perDay, staff, from } = input;
  const terms = createTerms(withoutReminders({ ...contract, effective: from }));
  const staffing = staffingOf(terms, { asked: staff, profile: profile.staff ?? new Map(), perDay });
  const kinds = input.kinds ?? profileKinds(profile, profile.leads === undefined ? defaultKinds(terms) : []);
  const people = new Map(staffing.map((one) => [one.role, one.people]));
  const scheme = createScheme(terms, { profile, kinds, staff: people, perDay });
  return { terms, scheme, staffing, perDay, profile };
}

/** Reminders change nothing that is counted, and there are more of them than of anything else. */
function withoutReminders(contract: Contract): Contract {
  return { ...contract, stages: silenced(contract.stages), handoffs: silenced(contract.handoffs) };
}

function silenced<T extends { readonly deadlines: readonly Deadline[] }>(
  entries: ReadonlyMap<Id, T>,
): ReadonlyMap<Id, T> {
  return new Map(
    [...entries].map(([id, entry]) => [
      id,
      { ...entry, deadlines: entry.deadlines.map((deadline) => ({ ...deadline, remind: [] })) },
    ]),
  );
}
