import type { Contract, Deadline, Within } from "../../contract/index.ts";
import type { DocumentContext } from "../document-context.ts";
import type { GlossarySection } from "../section-model.ts";
import type { OwnTermId } from "../words/index.ts";

/** The contract's own terms, then those that this document uses, each list in alphabetical order. */
export function buildGlossary(context: DocumentContext): GlossarySection {
  const { contract, labels, language, text, terms } = context;
  const own = [...contract.glossary.values()].map(({ label, definition, avoid }) => ({
    term: text(label),
    definition: text(definition),
    avoid: avoided(context, avoid[language] ?? []),
  }));
  const isUsed: Readonly<Record<string, boolean>> = usesOf(contract);
  const ours = Object.entries(terms).flatMap(([id, term]) => (isUsed[id] ? [{ ...term, avoid: null }] : []));
  return {
    heading: { text: labels.headings.glossary, anchor: "glossary" },
    entries: [...inOrder(own), ...inOrder(ours)],
  };
}

function avoided({ labels, say, quoted }: DocumentContext, names: readonly string[]): string | null {
  return names.length === 0 ? null : `${labels.avoid}${labels.colon} ${say.choice(names.map(quoted))}`;
}

/** Alphabetical without the platform's collation, which differs between versions of Node: accents count as their letter. */
function inOrder<T extends { readonly term: string }>(entries: readonly T[]): readonly T[] {
  const key = ({ term }: T) => term.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return [...entries].sort((a, b) => (key(a) < key(b) ? -1 : Number(key(a) > key(b))));
}

function usesOf(contract: Contract): Readonly<Record<OwnTermId, boolean>> {
  const stages = [...contract.stages.values()];
  const handoffs = [...contract.handoffs.values()];
  const reasons = [...contract.reasons.values()];
  const signals = [...contract.signals.values()];
  const deadlines = [...stages, ...handoffs].flatMap((entry) => entry.deadlines);
  return {
    record: true,
    stage: true,
    handoff: handoffs.length > 0,
    business: deadlines.some(({ within, every }) => every?.kind === "business" || usesKind(within, "business")),
    calendarTime:
      deadlines.some(({ within, every }) => every?.kind === "calendar" || usesKind(within, "calendar")) ||
      stages.some(({ expires }) => expires?.after.kind === "calendar"),
    reason: reasons.length > 0,
    coolOff: reasons.some(({ coolOff }) => coolOff !== undefined),
    signal: signals.length > 0,
    handRaise: signals.some(({ handRaise }) => handRaise),
    touch: reasons.some(({ onlyAfter }) => onlyAfter !== undefined) || deadlines.some(isTouched),
    escalation: deadlines.some(({ escalate }) => escalate.length > 0),
    parking: stages.some(({ parking }) => parking),
    expiry: stages.some(({ expires }) => expires !== undefined),
    priority: contract.priorities.size > 0,
    raci: handoffs.length + contract.governance.decisions.length > 0,
    pipeline: contract.pipelines.size > 0,
  };
}

function isTouched({ id, stops }: Deadline): boolean {
  return id === "first-touch" || stops.kind === "touched";
}

function usesKind(within: Within | undefined, kind: "business" | "calendar"): boolean {
  if (within === undefined) return false;
  const durations = within.kind === "same" ? [within.duration] : [...within.durations.values()];
  return durations.some(
    (duration) => duration.kind === kind || (kind === "business" && duration.kind === "end-of-business-day"),
  );
}
