import { describeDuration } from "../../calendar/index.ts";
import type { Contract, Escalation, Id } from "../../contract/index.ts";
import { type Bilingual, inBoth, type Language } from "../../diagnostics/index.ts";
import { isSame } from "../canonical.ts";
import { type Change, leaver, newcomer, type Place, shift } from "../change.ts";
import { compareNames } from "./lists.ts";
import { movedBetween, type Pair } from "./pair.ts";
import { compareTimes } from "./times.ts";
import { aspect, people, person } from "./words.ts";

interface Steps {
  readonly before: readonly Escalation[];
  readonly after: readonly Escalation[];
  /** Who owes the deadline: steps run on their calendar. */
  readonly roles: { readonly before: Id | undefined; readonly after: Id | undefined };
}

/**
 * Steps have no names. Those that are the same are taken out, then those at the same time are the same step, and what is
 * left is compared in its order.
 */
export function compareEscalations(pair: Pair, place: Place, { before, after, roles }: Steps): readonly Change[] {
  const old = before.filter((step) => !after.some((other) => isSame(step, other)));
  const now = after.filter((step) => !before.some((other) => isSame(step, other)));
  const matched = new Map<Escalation, Escalation>();
  for (const match of [sameTime, () => true])
    for (const step of now) {
      const former = old.find((one) => ![...matched.values()].includes(one) && match(one, step));
      if (!matched.has(step) && former !== undefined) matched.set(step, former);
    }
  const at = (step: Escalation): Place => ({ ...place, clause: `${place.clause}.${after.indexOf(step) + 1}` });
  return [
    ...now.flatMap((step) => {
      const former = matched.get(step);
      if (former === undefined)
        return [newcomer("escalation-added", at(step), { value: inSentence(pair.after, step), content: [step] })];
      return compareStep(pair, at(step), { former, step, roles });
    }),
    ...old
      .filter((step) => ![...matched.values()].includes(step))
      .map((step) =>
        leaver(
          "escalation-removed",
          { ...place, clause: `${place.clause}.${before.indexOf(step) + 1}` },
          { value: inSentence(pair.before, step), content: [step] },
        ),
      ),
  ];
}

function sameTime(one: Escalation, other: Escalation): boolean {
  return isSame(one.after, other.after);
}

interface Step extends Pick<Steps, "roles"> {
  readonly former: Escalation;
  readonly step: Escalation;
}

function compareStep(pair: Pair, place: Place, { former, step, roles }: Step): readonly Change[] {
  const told = { before: inSentence(pair.before, former), after: inSentence(pair.after, step) };
  const time = sameTime(former, step)
    ? []
    : [shift(timeKind(pair, { former, step, roles }), place, { ...told, content: [former.after, step.after] })];
  const reassigned =
    former.reassign === step.reassign
      ? []
      : [
          shift(
            "reassignment-changed",
            {
              clause: `${place.clause}.reassign`,
              subject: aspect(place.subject, { en: "who gets the record", fr: "qui reçoit le lead" }),
              sides: movedBetween(pair, [former.reassign], [step.reassign]),
            },
            {
              before: person(pair.before, former.reassign),
              after: person(pair.after, step.reassign),
              content: [former.reassign, step.reassign],
            },
          ),
        ];
  const notified = compareNames(
    {
      ...place,
      clause: `${place.clause}.notify`,
      subject: aspect(place.subject, { en: "who is told", fr: "qui est prévenu" }),
    },
    { before: former.notify, after: step.notify },
    { added: "told-added", removed: "told-removed", nameOf: (id, side) => person(pair[side], id) },
  );
  return [...time, ...reassigned, ...notified];
}

const timeKinds = {
  same: "escalation-restated",
  restated: "escalation-restated",
  shortened: "escalation-sooner",
  lengthened: "escalation-later",
  shifted: "escalation-undecided",
  undecided: "escalation-undecided",
} as const;

/** `due` comes before every duration. */
function timeKind(pair: Pair, { former, step, roles }: Step): (typeof timeKinds)[keyof typeof timeKinds] {
  if (former.after === "due") return "escalation-later";
  if (step.after === "due") return "escalation-sooner";
  const [old, now] = [former.after, step.after];
  return timeKinds[
    compareTimes(pair, { duration: old, role: roles.before }, { duration: now, role: roles.after }).kind
  ];
}

function inSentence(contract: Contract, { after, notify, reassign }: Escalation): Bilingual {
  const acts = [
    ...(notify.length === 0 ? [] : [{ ...people(contract, notify), verb: { en: "tell", fr: "prévenir" } }]),
    ...(reassign === undefined ? [] : [{ ...person(contract, reassign), verb: { en: "hand on to", fr: "passer à" } }]),
  ];
  return inBoth((language) => {
    const told = acts
      .map((act) => `${act.verb[language]} ${act[language]}`)
      .join({ en: " and ", fr: " et " }[language]);
    return `${momentInWords(after, language)}${{ en: ":", fr: "\u00a0:" }[language]} ${told}`;
  });
}

function momentInWords(after: Escalation["after"], language: Language): string {
  if (after === "due") return { en: "at the due time", fr: "à l'échéance" }[language];
  return `${describeDuration(after, language)} ${{ en: "later", fr: "après" }[language]}`;
}
