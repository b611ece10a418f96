import { describeInstant, type Wait } from "../calendar/index.ts";
import { type Bilingual, inBoth, type Language } from "../diagnostics/index.ts";
import type { Analysis } from "./analysis.ts";
import { durationsOf, type PlacedDeadline } from "./placed-deadlines.ts";

/** What is told of a lead's course: when it comes, and what is said of a moment after that. */
export interface Course {
  /** The moment told, from the wait: the due time, say. */
  readonly momentOf: (wait: Wait) => number;
  readonly said: Readonly<Record<Language, (moment: string) => string>>;
}

/** A lead that comes at the moment of the deadline's longest wait of the year, and what becomes of it; nothing without a calendar. */
export function courseWitness(
  { clockOf }: Analysis,
  { deadline, owedBy }: PlacedDeadline,
  { momentOf, said }: Course,
): { readonly witness?: Bilingual } {
  const on = clockOf(owedBy);
  const [duration] = durationsOf(deadline);
  if (on === undefined || duration === undefined) return {};
  const { whileOpen, whileClosed } = on.worstWaits(duration);
  const wait = whileOpen ?? whileClosed;
  if (wait === undefined) return {};
  const told = (language: Language) => {
    const [start, moment] = [wait.start, momentOf(wait)].map((at) => describeInstant(at, on.zone, language));
    return {
      en: `a lead comes on ${start}; ${said.en(moment ?? "")}`,
      fr: `un lead arrive le ${start}\u202f; ${said.fr(moment ?? "")}`,
    }[language];
  };
  return { witness: inBoth(told) };
}
