import type { Instant } from "../../calendar/index.ts";
import { createAnalysis, type Field } from "../../contract/index.ts";
import type { Condition, Lead, Trait } from "../../criteria/index.ts";
import type { FieldValue, Terms } from "../../journey/index.ts";
import type { Act } from "./story.ts";

/** What a lead shows: values it has, signals that came and deals it is linked to, and when all of that is so. */
export interface Showing {
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** Signals and links, the oldest first. */
  readonly acts: readonly Act[];
  readonly at: Instant;
}

/** Leads for which some conditions hold and others fail, as a story can tell them; undefined where there is none. */
export interface Satisfier {
  readonly show: (
    query: { readonly holding: readonly Condition[]; readonly failing?: readonly Condition[] },
    start: Instant,
  ) => Showing | undefined;
  /** A value for a field that just has to be filled in. */
  readonly anyValue: (field: string) => FieldValue;
}

/** Finds leads by the algebra of the contract's criteria. */
export function createSatisfier(terms: Terms): Satisfier {
  const analysis = createAnalysis(terms.contract, new Set());
  const anyValue = (field: string): FieldValue => plainValue(terms.contract.fields.get(field));
  return {
    anyValue,
    show: ({ holding, failing = [] }, start) => {
      const all = [...holding, ...failing];
      const found = analysis.algebraWith(all).findLead({ holding, failing });
      return found.kind === "lead" ? showingOf(terms, found.lead, start, anyValue) : undefined;
    },
  };
}

function plainValue(field: Field | undefined): FieldValue {
  switch (field?.type) {
    case "number":
    case "money":
      return field.min ?? 1;
    case "boolean":
      return true;
    case "date":
      return "2030-01-01";
    case "datetime":
      return "2030-01-01T00:00:00Z";
    case "enum":
      return field.options[0]?.id ?? "other";
    case "enums":
      return field.options.slice(0, 1).map(({ id }) => id);
    default:
      return "known";
  }
}

/** What has to be older comes first; the rest follows when that is old enough. */
function showingOf(terms: Terms, lead: Lead, start: Instant, anyValue: (field: string) => FieldValue): Showing {
  const old = lead.filter(({ sample }) => sample.kind === "signal" && sample.beyond !== undefined);
  const at = Math.max(start, ...old.map((trait) => oldEnough(terms, trait, start)));
  const fields = Object.fromEntries(lead.flatMap((trait) => fieldOf(terms, trait, at, anyValue)));
  const acts = [
    ...old.flatMap((trait) => signalsOf(trait, start)),
    ...lead
      .filter((trait) => !old.includes(trait))
      .flatMap((trait) => [...signalsOf(trait, at), ...linksOf(trait, at)]),
  ];
  return { fields, acts, at };
}

const minuteMs = 60_000;

function oldEnough({ after }: Terms, { sample }: Trait, start: Instant): Instant {
  return sample.kind === "signal" && sample.beyond !== undefined ? after(start, sample.beyond) + minuteMs : start;
}

function signalsOf({ subject, sample }: Trait, at: Instant): readonly Act[] {
  if (sample.kind !== "signal" || sample.times === 0) return [];
  const times = sample.times > 1 ? { times: sample.times } : {};
  return [{ at, keys: { signal: subject.id, ...times } }];
}

function linksOf({ subject, sample }: Trait, at: Instant): readonly Act[] {
  const stage = sample.kind === "linked" ? sample.stages[0] : undefined;
  return stage === undefined ? [] : [{ at, keys: { link: { [subject.id]: stage } } }];
}

function fieldOf(
  terms: Terms,
  { subject, sample }: Trait,
  at: Instant,
  anyValue: (field: string) => FieldValue,
): readonly (readonly [string, FieldValue])[] {
  switch (sample.kind) {
    case "value":
      return [[subject.id, sample.value]];
    case "other":
      return [[subject.id, otherValue(terms, subject.id, anyValue)]];
    case "moment":
      return [[subject.id, sample.date ?? new Date(momentOf(terms, sample, at)).toISOString().slice(0, 10)]];
    default:
      return [];
  }
}

/** Any value that no condition names: an option at the end of the list, or a text of its own. */
function otherValue(terms: Terms, field: string, anyValue: (field: string) => FieldValue): FieldValue {
  const { options = [] } = terms.contract.fields.get(field) ?? {};
  return options.at(-1)?.id ?? anyValue(field);
}

const dayMs = 86_400_000;

/** A day that is in the narrowest window or beyond the widest. */
function momentOf(
  { after }: Terms,
  { isPast, beyond }: Extract<Trait["sample"], { kind: "moment" }>,
  at: Instant,
): Instant {
  const reach = beyond === undefined ? dayMs : after(at, beyond) - at + 2 * dayMs;
  return isPast ? at - reach : at + reach;
}
