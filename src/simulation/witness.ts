import type { Contract } from "../contract/index.ts";
import { type Algebra, type Condition, elapsedBounds, type Lead, type Sample } from "../criteria/index.ts";
import type { FieldOrigin, Provision } from "./scheme.ts";

/** Values and signals that a lead needs. */
export type Shown = Pick<Provision, "fields" | "signals">;

const minuteMs = 60_000;

/** A lead for which some conditions hold and others don't, as something that can be made to happen. */
export function findShown(
  contract: Contract,
  algebra: Algebra,
  query: { readonly holding: readonly Condition[]; readonly failing: readonly Condition[] },
): Shown | undefined {
  const found = algebra.findLead(query);
  return found.kind === "lead" ? shownBy(contract, found.lead) : undefined;
}

/** Linked records can't be made by hand: what they show is left out. */
function shownBy(contract: Contract, lead: Lead): Shown {
  const fields = lead.flatMap(({ subject, sample }) => {
    const origin = subject.kind === "field" ? originOf(contract, subject.id, sample) : undefined;
    return origin === undefined ? [] : [{ field: subject.id, origin }];
  });
  const signals = lead.flatMap(({ subject, sample }) =>
    sample.kind === "signal" && sample.times > 0 ? [{ signal: subject.id, times: sample.times }] : [],
  );
  return { fields, signals };
}

function originOf(contract: Contract, field: string, sample: Sample): FieldOrigin | undefined {
  switch (sample.kind) {
    case "value":
      return { kind: "value", value: sample.value };
    case "other":
      return { kind: "value", value: "…" };
    case "moment":
      return momentOf(contract.fields.get(field)?.type === "date", sample);
    case "unknown":
    case "signal":
    case "linked":
      return undefined;
    default:
      return sample satisfies never;
  }
}

function momentOf(isDate: boolean, sample: Extract<Sample, { kind: "moment" }>): FieldOrigin {
  const { date, isPast, within, beyond } = sample;
  if (date !== undefined && within === undefined && beyond === undefined) return { kind: "value", value: date };
  const sign = isPast ? -1 : 1;
  if (within !== undefined) return { kind: "moment", offsetMs: isPast ? 0 : elapsedBounds(within).least / 2, isDate };
  const far = beyond === undefined ? minuteMs : 2 * elapsedBounds(beyond).most;
  return { kind: "moment", offsetMs: sign * far, isDate };
}
