import type { TimeZone } from "../calendar/index.ts";
import type { Contract } from "../contract/index.ts";
import { createEventNames, type DecimalSign, type EventReading } from "../events/index.ts";
import { createTerms, type Terms } from "../journey/index.ts";

/** The two versions of a contract that are compared. */
export type Side = "before" | "after";

/** A version of a contract that leads are played under, and how it reads what was recorded. */
export interface Version {
  /** What people call it: its version, or the revision where both have the same. */
  readonly label: string;
  readonly contract: Contract;
  readonly terms: Terms;
  readonly reading: EventReading;
}

/** Both versions; `isOneLanguage` says that every name and field means the same in both. */
export interface Versions extends Readonly<Record<Side, Version>> {
  readonly zone: TimeZone;
  readonly isOneLanguage: boolean;
}

/** A contract and what people call it. */
export interface LabelledContract {
  readonly contract: Contract;
  readonly label: string;
}

/** How the moments and numbers of the file are read. */
export interface VersionOptions {
  /** Of moments without an offset; absent: that of the later version's default calendar. */
  readonly zone?: TimeZone;
  readonly decimal?: DecimalSign;
}

/** Prepares two contracts; each is played as if it had always been in effect, else a new one would say nothing of the past. */
export function createVersions(
  { before, after }: Readonly<Record<Side, LabelledContract>>,
  { zone: asked, decimal }: VersionOptions = {},
): Versions {
  const terms = { before: createTerms(sinceEver(before.contract)), after: createTerms(sinceEver(after.contract)) };
  const zone = asked ?? terms.after.clock.zone;
  const version = (side: Side, own: LabelledContract, other: LabelledContract): Version => ({
    ...own,
    terms: terms[side],
    reading: {
      names: createEventNames(own.contract, other.contract),
      zone,
      ...(decimal === undefined ? {} : { decimal }),
    },
  });
  return {
    before: version("before", before, after),
    after: version("after", after, before),
    zone,
    isOneLanguage: dictionaryOf(before.contract) === dictionaryOf(after.contract),
  };
}

/** Older than any record: acts before the day an agreement takes effect would count for nothing. */
const beginning = "1970-01-01";

function sinceEver(contract: Contract): Contract {
  return { ...contract, effective: beginning };
}

function dictionaryOf({ fields, signals, stages, handoffs, reasons, pipelines, scope }: Contract): string {
  const named = [signals, handoffs, reasons].map((entries) =>
    [...entries.values()].map(({ id, label }) => [id, label]),
  );
  const places = [...stages.values()].map(({ id, label, statuses, formerly, pipeline }) => [
    id,
    label,
    statuses,
    formerly,
    pipelines.get(pipeline ?? "")?.object,
  ]);
  return JSON.stringify([scope.object, named, places, [...fields.values()].map((field) => ({ ...field, path: [] }))]);
}
