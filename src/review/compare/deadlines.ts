import { describeDuration } from "../../calendar/index.ts";
import type { Contract, Deadline, Handoff, Id, Stage, Stop } from "../../contract/index.ts";
import { receiverOf, senderOf } from "../../contract/index.ts";
import { type Bilingual, inBoth } from "../../diagnostics/index.ts";
import { isSame } from "../canonical.ts";
import { type Change, leaver, newcomer, type Place, type Sides, shift } from "../change.ts";
import { opened } from "./conditions.ts";
import { compareEscalations } from "./escalations.ts";
import { owedBy, type Pair, signatories } from "./pair.ts";
import { compareTime, type OwedTime } from "./times.ts";
import { aspect, condition, inWords, listed, none, quoted, same, share } from "./words.ts";

/** The handoff or stage that deadlines belong to, in both versions. */
export interface Holder {
  readonly place: Place;
  readonly before: Handoff | Stage;
  readonly after: Handoff | Stage;
}

/** Every deadline of a handoff or a stage. */
export function compareDeadlines(pair: Pair, holder: Holder): readonly Change[] {
  const [old, now] = [byId(holder.before.deadlines), byId(holder.after.deadlines)];
  return [
    ...[...now.values()].flatMap((deadline) => {
      const site = siteOf(pair, { holder, deadline });
      const former = old.get(deadline.id);
      if (former !== undefined) return compareDeadline(pair, site, { former, deadline });
      return [
        newcomer("deadline-added", site.place, { value: timesInWords(pair.after, deadline), content: [deadline] }),
      ];
    }),
    ...[...old.values()]
      .filter(({ id }) => !now.has(id))
      .map((deadline) =>
        leaver("deadline-removed", siteOf(pair, { holder, deadline }).place, {
          value: timesInWords(pair.before, deadline),
          content: [deadline],
        }),
      ),
  ];
}

function byId(deadlines: readonly Deadline[]): ReadonlyMap<Id, Deadline> {
  return new Map(deadlines.map((deadline) => [deadline.id, deadline]));
}

interface Site {
  readonly place: Place;
  readonly roles: { readonly before: Id | undefined; readonly after: Id | undefined };
}

function siteOf(pair: Pair, { holder, deadline }: { readonly holder: Holder; readonly deadline: Deadline }): Site {
  const roles = {
    before: owing(pair.before, holder.before, deadline),
    after: owing(pair.after, holder.after, deadline),
  };
  const clause = `${holder.place.clause}.deadlines.${deadline.id}`;
  const subject = aspect(holder.place.subject, deadlineName(deadline.id));
  return { place: { clause, subject, sides: sidesOf(pair, holder.after, roles.after) }, roles };
}

function owing(contract: Contract, holder: Handoff | Stage, { stops }: Deadline): Id | undefined {
  if (!("to" in holder)) return holder.owner;
  return stops.kind === "complete" ? senderOf(contract, holder) : receiverOf(contract, holder);
}

/** In a handoff the other end relies on it, in a stage everybody else. */
function sidesOf(pair: Pair, holder: Handoff | Stage, role: Id | undefined): Sides {
  const sides = owedBy(pair, [role]);
  if (!("to" in holder)) return sides;
  const ends = signatories(pair.after, [senderOf(pair.after, holder), receiverOf(pair.after, holder)]);
  const others = ends.filter((party) => !sides.obligated.includes(party));
  return { obligated: sides.obligated, relying: others.length === 0 ? sides.obligated : others };
}

const names: Readonly<Record<string, Bilingual>> = {
  complete: { en: "time to complete it", fr: "délai pour la compléter" },
  decision: { en: "time to decide", fr: "délai de décision" },
  "first-touch": { en: "time to the first contact", fr: "délai de premier contact" },
  outcome: { en: "time to an outcome", fr: "délai d'aboutissement" },
};

/** What people call a deadline. */
export function deadlineName(id: Id): Bilingual {
  return names[id] ?? { en: `deadline "${id}"`, fr: `délai «\u00a0${id}\u00a0»` };
}

interface Deadlines {
  readonly former: Deadline;
  readonly deadline: Deadline;
}

function compareDeadline(pair: Pair, { place, roles }: Site, { former, deadline }: Deadlines): readonly Change[] {
  const part = (key: string, name: Bilingual): Place => ({
    ...place,
    clause: `${place.clause}.${key}`,
    subject: aspect(place.subject, name),
  });
  return [
    ...compareWithin(pair, { place, roles }, { former, deadline }),
    ...compareTime(pair, part("every", { en: "rhythm", fr: "rythme" }), {
      before: owed(former.every, roles.before),
      after: owed(deadline.every, roles.after),
    }),
    ...compareStops(pair, part("stops", { en: "what it waits for", fr: "ce qu'il attend" }), [
      former.stops,
      deadline.stops,
    ]),
    ...compareTouches(part("counts", { en: "kinds of contact that count", fr: "contacts qui comptent" }), [
      former.counts,
      deadline.counts,
    ]),
    ...compareReminders(part("remind", { en: "reminders", fr: "rappels" }), [former.remind, deadline.remind]),
    ...compareEscalations(pair, part("escalate", { en: "escalation", fr: "escalade" }), {
      before: former.escalate,
      after: deadline.escalate,
      roles,
    }),
  ];
}

function owed(duration: Deadline["every"], role: Id | undefined): OwedTime | undefined {
  return duration === undefined ? undefined : { duration, role };
}

/** One time for all, or one per priority; a single one counts for each priority that the other version tells apart. */
function compareWithin(pair: Pair, { place, roles }: Site, { former, deadline }: Deadlines): readonly Change[] {
  const [old, now] = [former.within, deadline.within];
  const isSingle = (within: Deadline["within"]) => within === undefined || within.kind === "same";
  if (isSingle(old) && isSingle(now)) {
    const timeOf = (within: Deadline["within"]) => (within?.kind === "same" ? within.duration : undefined);
    const whole = { ...place, clause: `${place.clause}.within` };
    return compareTime(pair, whole, { before: owed(timeOf(old), roles.before), after: owed(timeOf(now), roles.after) });
  }
  const priorities = [...new Set([...prioritiesIn(now), ...prioritiesIn(old)])];
  return priorities.flatMap((priority) => {
    const label = pair.after.priorities.get(priority) ?? pair.before.priorities.get(priority);
    const subject = inBoth(
      (language) => `${place.subject[language]} (${quoted(pair.after, label?.label, priority)[language]})`,
    );
    return compareTime(
      pair,
      { ...place, clause: `${place.clause}.within.${priority}`, subject },
      { before: owed(timeFor(old, priority), roles.before), after: owed(timeFor(now, priority), roles.after) },
    );
  });
}

function prioritiesIn(within: Deadline["within"]): readonly Id[] {
  return within?.kind === "by-priority" ? [...within.durations.keys()] : [];
}

function timeFor(within: Deadline["within"], priority: Id): Deadline["every"] {
  return within?.kind === "same" ? within.duration : within?.durations.get(priority);
}

const stopNames: Readonly<Record<Exclude<Stop["kind"], "condition">, Bilingual>> = {
  complete: { en: "it is complete", fr: "elle est complète" },
  decided: { en: "a decision", fr: "une décision" },
  touched: { en: "a contact", fr: "un contact" },
  left: { en: "the record leaves the stage", fr: "le lead quitte l'étape" },
};

function compareStops(pair: Pair, place: Place, [old, now]: readonly [Stop, Stop]): readonly Change[] {
  const content = [meaningOf(pair.before, old), meaningOf(pair.after, now)];
  if (isSame(content[0], content[1])) return [];
  const inSentence = (contract: Contract, stop: Stop) =>
    stop.kind === "condition" ? condition(contract, stop.condition) : stopNames[stop.kind];
  return [
    shift("stop-changed", place, { before: inSentence(pair.before, old), after: inSentence(pair.after, now), content }),
  ];
}

/** What it waits for, with named criteria opened: they may have changed although the deadline did not. */
function meaningOf(contract: Contract, stop: Stop): unknown {
  return stop.kind === "condition" ? opened(contract, stop.condition) : stop.kind;
}

/** No kind named means that all count. */
function compareTouches(place: Place, [old, now]: readonly [readonly string[], readonly string[]]): readonly Change[] {
  const [was, is] = [[...old].sort(), [...now].sort()];
  if (isSame(was, is)) return [];
  const accepts = (list: readonly string[], kind: string) => list.length === 0 || list.includes(kind);
  const isKept = was.length > 0 && was.every((kind) => accepts(is, kind));
  const isWithin = is.length > 0 && is.every((kind) => accepts(was, kind));
  const all: Bilingual = { en: "all", fr: "tous" };
  const told = { before: listed(was.map(same), all), after: listed(is.map(same), all), content: [was, is] };
  if (isWithin) return [shift("touches-narrowed", place, told)];
  return [shift(isKept || is.length === 0 ? "touches-widened" : "touches-changed", place, told)];
}

function compareReminders(
  place: Place,
  [old, now]: readonly [readonly number[], readonly number[]],
): readonly Change[] {
  if (isSame(old, now)) return [];
  const inSentence = (shares: readonly number[]) =>
    listed(
      shares.map((one) => inBoth((language) => share(one, language))),
      none,
    );
  return [shift("reminders-changed", place, { before: inSentence(old), after: inSentence(now), content: [old, now] })];
}

function timesInWords(contract: Contract, { within, every }: Deadline): Bilingual {
  if (within === undefined) return inWords(every);
  if (within.kind === "same") return inWords(within.duration);
  return inBoth((language) =>
    [...within.durations]
      .map(
        ([id, duration]) =>
          `${describeDuration(duration, language)} (${quoted(contract, contract.priorities.get(id)?.label, id)[language]})`,
      )
      .join(", "),
  );
}
