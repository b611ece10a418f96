import type { Party, Role } from "../../contract/index.ts";
import type { Change } from "../change.ts";
import { changedClock } from "./calendars.ts";
import {
  comparePlain,
  compareSection,
  formerlyPart,
  labelPart,
  type PartTable,
  partOf,
  personPart,
  type SectionRule,
} from "./entries.ts";
import { compareNames } from "./lists.ts";
import { type Pair, signatories } from "./pair.ts";
import { none, person, same } from "./words.ts";

const partyParts: PartTable<Party> = {
  label: labelPart,
  formerly: formerlyPart,
  head: personPart("head", { en: "who answers for it", fr: "qui en répond" }, "accountable-changed"),
};

const partySection: SectionRule<Party> = {
  section: "parties",
  of: ({ parties }) => parties,
  added: () => "party-added",
  removed: () => "party-removed",
  labelOf: ({ label }) => label,
  parts: partyParts,
};

const roleParts: PartTable<Role> = {
  label: labelPart,
  formerly: formerlyPart,
  party: (pair, { before, after, place }) =>
    comparePlain(
      partOf(
        place,
        "party",
        { en: "party", fr: "partie" },
        {
          obligated: after.party === undefined ? [after.id] : [after.party],
          relying: [],
          former: before.party === undefined ? [before.id] : [before.party],
        },
      ),
      { before: before.party, after: after.party },
      { kind: "role-moved", inWords: (party, side) => person(pair[side], party) },
    ),
  members: (pair, { before, after, place }) =>
    compareNames(
      partOf(place, "members", { en: "members", fr: "membres" }),
      { before: before.members, after: after.members },
      {
        added: "member-added",
        removed: "member-removed",
        nameOf: (id, side) => person(pair[side], id),
      },
    ),
  backup: (pair, { before, after, place }) =>
    comparePlain(
      partOf(place, "backup", { en: "who stands in", fr: "remplaçant" }),
      { before: before.backup, after: after.backup },
      {
        kind: "backup-changed",
        inWords: (role, side) => person(pair[side], role),
      },
    ),
  capacity: (_pair, { before, after, place }) =>
    comparePlain(
      partOf(place, "capacity", { en: "records per person and business day", fr: "leads par personne et jour ouvré" }),
      { before: before.capacity, after: after.capacity },
      {
        kind: "capacity-changed",
        inWords: (count) => (count === undefined ? none : same(count)),
      },
    ),
  calendar: (pair, { before, after, place }) =>
    before.calendar === after.calendar
      ? []
      : changedClock(pair, partOf(place, "calendar", { en: "calendar", fr: "calendrier" }), {
          roles: [after.id],
          before: same(before.calendar ?? pair.before.calendar ?? "-"),
          after: same(after.calendar ?? pair.after.calendar ?? "-"),
          content: [before.calendar, after.calendar],
        }),
};

const roleSection: SectionRule<Role> = {
  section: "roles",
  of: ({ roles }) => roles,
  added: () => "role-added",
  removed: () => "role-removed",
  labelOf: ({ label }) => label,
  sidesOf: (pair, { id }, side) => ({ obligated: signatories(pair[side], [id]), relying: [] }),
  parts: roleParts,
};

/** The parties and the positions. */
export function comparePeople(pair: Pair): readonly Change[] {
  return [...compareSection(pair, partySection), ...compareSection(pair, roleSection)];
}
