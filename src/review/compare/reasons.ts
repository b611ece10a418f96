import { type Duration, describeDuration } from "../../calendar/index.ts";
import { type Contract, type Handoff, type Reason, receiverOf, senderOf, type Touches } from "../../contract/index.ts";
import { type Bilingual, inBoth } from "../../diagnostics/index.ts";
import { isSame } from "../canonical.ts";
import { type Change, type Sides, shift } from "../change.ts";
import {
  comparePlain,
  compareSection,
  formerlyPart,
  labelPart,
  type PartTable,
  partOf,
  type SectionRule,
  type Versions,
} from "./entries.ts";
import { ofEveryone, type Pair, signatories } from "./pair.ts";
import { compareTime, compareTimes } from "./times.ts";
import { inWords, none, silent, stage } from "./words.ts";

/** Who gives a reason (receivers of handoffs that offer it, owners of stages that are left by it) and who gave the record. */
function usersOf(
  contract: Contract,
  { id }: Reason,
): { readonly givers: readonly string[]; readonly senders: readonly string[] } {
  const handoffs = [...contract.handoffs.values()].filter((handoff) => offers(handoff, id));
  const stages = [...contract.stages.values()].filter(
    ({ exitReasons, expires }) => exitReasons.includes(id) || expires?.reason === id,
  );
  return {
    givers: signatories(contract, [
      ...handoffs.map((handoff) => receiverOf(contract, handoff)),
      ...stages.map(({ owner }) => owner),
    ]),
    senders: signatories(
      contract,
      handoffs.map((handoff) => senderOf(contract, handoff)),
    ),
  };
}

function offers({ feedback, recycle }: Handoff, reason: string): boolean {
  return feedback?.reasons.includes(reason) === true || recycle?.reason === reason;
}

function fromGiver(pair: Pair, reason: Reason): Sides {
  const { givers, senders } = usersOf(pair.after, reason);
  const others = senders.length > 0 ? senders : pair.everyone.filter((party) => !givers.includes(party));
  return { obligated: givers, relying: others };
}

function fromSender(pair: Pair, reason: Reason): Sides {
  const { obligated, relying } = fromGiver(pair, reason);
  return { obligated: relying, relying: obligated };
}

const parts: PartTable<Reason> = {
  label: labelPart,
  formerly: formerlyPart,
  moveTo: (pair, { before, after, place }) =>
    comparePlain(
      partOf(place, "moveTo", { en: "where the record goes", fr: "où va le lead" }, ofEveryone(pair)),
      { before: before.moveTo, after: after.moveTo },
      {
        kind: "consequence-changed",
        inWords: (id, side) => stage(pair[side], id),
      },
    ),
  coolOff: (pair, { before, after, place }) => {
    if (isSame(before.coolOff, after.coolOff)) return [];
    const site = partOf(place, "coolOff", { en: "cool-off", fr: "délai de carence" }, fromSender(pair, after));
    const told = {
      before: inWords(before.coolOff),
      after: inWords(after.coolOff),
      content: [before.coolOff, after.coolOff],
    };
    return [shift(coolOffKind(pair, [before.coolOff, after.coolOff]), site, told)];
  },
  needsDetail: (pair, { before, after, place }) => {
    if (before.needsDetail === after.needsDetail) return [];
    const site = partOf(place, "detail", { en: "detail", fr: "détail" }, fromGiver(pair, after));
    return [
      shift(after.needsDetail ? "detail-required" : "detail-waived", site, {
        before: silent,
        after: silent,
        content: [],
      }),
    ];
  },
  onlyAfter: (pair, { before, after, place }) => compareProof(pair, { before, after, place }),
  repair: (pair, { before, after, place }) => {
    const [role] = usersOf(pair.after, after).senders;
    return compareTime(
      pair,
      partOf(place, "repair", { en: "time to repair", fr: "délai de correction" }, fromSender(pair, after)),
      {
        before: before.repair === undefined ? undefined : { duration: before.repair, role },
        after: after.repair === undefined ? undefined : { duration: after.repair, role },
      },
    );
  },
};

/** None at all is the shortest. */
function coolOffKind(
  pair: Pair,
  [old, now]: readonly [Duration | undefined, Duration | undefined],
): "cool-off-lengthened" | "cool-off-shortened" | "cool-off-undecided" {
  if (old === undefined) return "cool-off-lengthened";
  if (now === undefined) return "cool-off-shortened";
  const { kind } = compareTimes(pair, { duration: old, role: undefined }, { duration: now, role: undefined });
  if (kind === "lengthened") return "cool-off-lengthened";
  return kind === "shortened" ? "cool-off-shortened" : "cool-off-undecided";
}

/** What must have been tried before the reason may be given. */
function compareProof(pair: Pair, { before, after, place }: Versions<Reason>): readonly Change[] {
  const [old, now] = [before.onlyAfter, after.onlyAfter];
  if (isSame(old, now)) return [];
  const site = partOf(place, "onlyAfter", { en: "only after", fr: "seulement après" }, fromGiver(pair, after));
  return [
    shift(proofKind(old, now), site, { before: touchesInWords(old), after: touchesInWords(now), content: [old, now] }),
  ];
}

function proofKind(
  old: Touches | undefined,
  now: Touches | undefined,
): "proof-raised" | "proof-lowered" | "proof-changed" {
  if (old === undefined) return "proof-raised";
  if (now === undefined) return "proof-lowered";
  if (!isSame(old.over, now.over)) return "proof-changed";
  return now.count > old.count ? "proof-raised" : "proof-lowered";
}

function touchesInWords(touches: Touches | undefined): Bilingual {
  if (touches === undefined) return none;
  const { count, over } = touches;
  return inBoth((language) => {
    const contacts = { en: count === 1 ? "contact" : "contacts", fr: count < 2 ? "contact" : "contacts" }[language];
    const span =
      over === undefined
        ? ""
        : { en: ` over at least ${describeDuration(over, "en")}`, fr: ` sur au moins ${describeDuration(over, "fr")}` }[
            language
          ];
    return `${count} ${contacts}${span}`;
  });
}

const section: SectionRule<Reason> = {
  section: "reasons",
  of: ({ reasons }) => reasons,
  added: () => "reason-added",
  removed: () => "reason-removed",
  labelOf: ({ label }) => label,
  describe: (pair, { moveTo }, side) =>
    inBoth(
      (language) =>
        ({ en: `leads to ${stage(pair[side], moveTo).en}`, fr: `mène à ${stage(pair[side], moveTo).fr}` })[language],
    ),
  parts,
};

/** The reasons and what follows from each. */
export function compareReasons(pair: Pair): readonly Change[] {
  return compareSection(pair, section);
}
