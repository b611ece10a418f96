import type { Contract } from "../../contract/index.ts";
import { inBoth } from "../../diagnostics/index.ts";
import { alignNames, type Rename, renamesBetween } from "../align-names.ts";
import { isSame } from "../canonical.ts";
import { type Change, shift } from "../change.ts";
import type { Level } from "../rules/index.ts";
import { compareCalendars } from "./calendars.ts";
import { compareData } from "./fields.ts";
import { compareGovernance } from "./governance.ts";
import { compareHandoffs } from "./handoffs.ts";
import { compareEnvironments, compareGlossary, compareHeader } from "./header.ts";
import { compareLeadRules, compareScope } from "./leads.ts";
import { compareObligations } from "./obligations.ts";
import { ofEveryone, type Pair, pairOf } from "./pair.ts";
import { comparePeople } from "./people.ts";
import { compareReasons } from "./reasons.ts";
import { compareStages } from "./stages.ts";
import { entryNamed, nouns, same } from "./words.ts";

/** Every change between two versions, by weight and then as the contract is read, and the weightiest of all. */
export interface Comparison {
  readonly before: Contract;
  readonly after: Contract;
  readonly changes: readonly Change[];
  /** Of what people agree on; `none` where nothing is otherwise. */
  readonly level: Level | "none";
}

/** The levels, weightiest first. */
export const levels: readonly Level[] = ["breaking", "minor", "wording"];

/** What is not the same in two versions of a contract; `asOf` is the day on which it is told. */
export function compareContracts(before: Contract, after: Contract, asOf: string): Comparison {
  const renames = renamesBetween(before, after);
  const pair = pairOf(alignNames(before, renames), after, { asOf, renames });
  const found = [
    ...compareHeader(pair),
    ...renames.map((rename) => renamed(pair, before, rename)),
    ...comparePeople(pair),
    ...compareCalendars(pair),
    ...compareScope(pair),
    ...compareLeadRules(pair),
    ...compareStages(pair),
    ...compareReasons(pair),
    ...compareHandoffs(pair),
    ...compareData(pair),
    ...compareObligations(pair),
    ...compareGovernance(pair),
    ...compareGlossary(pair),
    ...compareEnvironments(pair),
  ];
  const all = [...found, ...reordered(pair, found)];
  const changes = levels.flatMap((level) => all.filter((change) => change.level === level));
  return { before, after, changes, level: changes.find(isAgreed)?.level ?? "none" };
}

/** A new number, and where the contract is applied, are no change of what people agree on. */
function isAgreed({ kind, clause }: Change): boolean {
  return kind !== "version-changed" && !clause.startsWith("environments.");
}

function renamed(pair: Pair, before: Contract, { section, from, to }: Rename): Change {
  const entry = pair.after[section].get(to);
  const former = before[section].get(from);
  return shift(
    "entry-renamed",
    {
      clause: `${section}.${to}`,
      subject: entryNamed(nouns[section], pair.after, entry?.label ?? former?.label, to),
      sides: ofEveryone(pair),
    },
    { before: same(from), after: same(to), content: [section, from, to] },
  );
}

/**
 * The net under all comparisons: a section that is not the same although no change tells of it has its entries, or the
 * items of a list, in another order.
 */
function reordered(pair: Pair, found: readonly Change[]): readonly Change[] {
  const sections = Object.keys(nouns).filter((section) => section !== "contract");
  return sections.flatMap((section) => {
    const of = (side: "before" | "after"): unknown => Object.entries(pair[side]).find(([key]) => key === section)?.[1];
    const isTold = found.some(({ clause }) => clause === section || clause.startsWith(`${section}.`));
    if (isTold || isSame(of("before"), of("after"))) return [];
    const order = inBoth((language) => ({ en: "another order", fr: "un autre ordre" })[language]);
    return [
      shift(
        "order-changed",
        {
          clause: section,
          subject: { en: `Section "${section}"`, fr: `Section «\u00a0${section}\u00a0»` },
          sides: ofEveryone(pair),
        },
        { before: { en: "one order", fr: "un ordre" }, after: order, content: [of("before"), of("after")] },
      ),
    ];
  });
}
