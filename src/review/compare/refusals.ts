import { describeDuration } from "../../calendar/index.ts";
import { type Contract, type Feedback, type Handoff, receiverOf } from "../../contract/index.ts";
import { type Bilingual, inBoth } from "../../diagnostics/index.ts";
import { isSame } from "../canonical.ts";
import { type Change, leaver, newcomer, type Place, shift } from "../change.ts";
import { comparePlain, partOf, type Versions } from "./entries.ts";
import { compareNames } from "./lists.ts";
import { fromReceiver, fromSender, ofEveryone, type Pair, signatories } from "./pair.ts";
import { compareTime } from "./times.ts";
import { labels, namesIn, none, person } from "./words.ts";

/** What the receiver gives back when it refuses. */
export function compareFeedback(pair: Pair, { before, after, place }: Versions<Handoff>): readonly Change[] {
  const site = partOf(
    place,
    "feedback",
    { en: "feedback on refusals", fr: "retour sur les refus" },
    fromReceiver(pair, after),
  );
  const [old, now] = [before.feedback, after.feedback];
  if (old === undefined && now === undefined) return [];
  if (old === undefined)
    return [newcomer("feedback-added", site, { value: feedbackInWords(pair.after, now), content: [now] })];
  if (now === undefined)
    return [leaver("feedback-removed", site, { value: feedbackInWords(pair.before, old), content: [old] })];
  const roles = { before: receiverOf(pair.before, before), after: receiverOf(pair.after, after) };
  return [
    ...compareNames(
      partOf(place, "feedback.reasons", { en: "reasons of refusal", fr: "motifs de refus" }, site.sides),
      { before: old.reasons, after: now.reasons },
      {
        added: "reason-offered",
        removed: "reason-withdrawn",
        nameOf: namesIn(pair, "reasons"),
      },
    ),
    ...compareReaders(pair, partOf(place, "feedback.to", { en: "readers of the feedback", fr: "lecteurs du retour" }), [
      old,
      now,
    ]),
    ...compareTime(
      pair,
      partOf(place, "feedback.within", { en: "time to give feedback", fr: "délai de retour" }, site.sides),
      {
        before: old.within === undefined ? undefined : { duration: old.within, role: roles.before },
        after: now.within === undefined ? undefined : { duration: now.within, role: roles.after },
      },
    ),
  ];
}

/** A reader who is dropped is the one who loses. */
function compareReaders(pair: Pair, place: Place, [old, now]: readonly [Feedback, Feedback]): readonly Change[] {
  return compareNames(
    place,
    { before: old.to, after: now.to },
    {
      added: "reader-added",
      removed: "reader-removed",
      nameOf: (id, side) => person(pair[side], id),
      placeOf: (id, side) => ({ ...place, sides: { obligated: [], relying: signatories(pair[side], [id]) } }),
    },
  );
}

function feedbackInWords(contract: Contract, feedback: Feedback | undefined): Bilingual {
  return feedback === undefined ? none : labels(contract, contract.reasons, feedback.reasons);
}

/** How often a record may come back before it goes elsewhere; none means without limit. */
export function compareReturns(pair: Pair, { before, after, place }: Versions<Handoff>): readonly Change[] {
  const site = partOf(place, "recycle", { en: "returns allowed", fr: "retours permis" }, fromSender(pair, after));
  const [old, now] = [before.recycle, after.recycle];
  const limits = { before: limitOf(old), after: limitOf(now) };
  const inSentence = (recycle: Handoff["recycle"]) =>
    recycle === undefined
      ? { en: "without limit", fr: "sans limite" }
      : inBoth(
          (language) =>
            `${recycle.max} ${{ en: "per", fr: "par période de" }[language]} ${describeDuration(recycle.per, language)}`,
        );
  const changed = isSame(limits.before, limits.after)
    ? []
    : [
        shift(returnsKind(old, now), site, {
          before: inSentence(old),
          after: inSentence(now),
          content: [limits.before, limits.after],
        }),
      ];
  if (old === undefined || now === undefined) return changed;
  return [
    ...changed,
    ...comparePlain(
      partOf(
        place,
        "recycle.reason",
        { en: "reason after too many returns", fr: "motif après trop de retours" },
        ofEveryone(pair),
      ),
      { before: old.reason, after: now.reason },
      {
        kind: "consequence-changed",
        inWords: (id, side) => labels(pair[side], pair[side].reasons, [id]),
      },
    ),
  ];
}

function limitOf(recycle: Handoff["recycle"]) {
  return recycle === undefined ? undefined : { max: recycle.max, per: recycle.per };
}

function returnsKind(
  old: Handoff["recycle"],
  now: Handoff["recycle"],
): "returns-raised" | "returns-lowered" | "returns-changed" {
  if (old === undefined) return "returns-lowered";
  if (now === undefined) return "returns-raised";
  if (!isSame(old.per, now.per)) return "returns-changed";
  return now.max > old.max ? "returns-raised" : "returns-lowered";
}
