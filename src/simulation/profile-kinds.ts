import type { Id } from "../contract/index.ts";
import type { Weighted } from "./distributions.ts";
import type { Profile, SignalShare, ValueShare } from "./profile.ts";
import { numberOf } from "./random.ts";
import type { FieldDraw, FieldOrigin, LeadKind, SignalDraw } from "./scheme.ts";

/** The kinds of leads of a profile; where it names none, those found for the contract with its fields and signals. */
export function profileKinds(profile: Profile, found: readonly Weighted<LeadKind>[]): readonly Weighted<LeadKind>[] {
  const fields = [...(profile.fields ?? [])].map(fieldDraw);
  const signals = [...(profile.signals ?? [])].map(signalDraw);
  if (profile.leads === undefined)
    return found.map(({ weight, value }) => ({ weight, value: withDraws(value, fields, signals) }));
  return profile.leads.map(({ label, share, fields: own, signals: given }) => {
    const kind = { label, because: [], fields, signals };
    return { weight: share, value: withDraws(kind, [...own].map(fieldDraw), [...given].map(signalDraw)) };
  });
}

/** The same kind, with these draws in the place of those of the same field or signal. */
function withDraws(kind: LeadKind, fields: readonly FieldDraw[], signals: readonly SignalDraw[]): LeadKind {
  const names = new Set(fields.map(({ field }) => field));
  const given = new Set(signals.map(({ signal }) => signal));
  return {
    ...kind,
    fields: [...kind.fields.filter(({ field }) => !names.has(field)), ...fields],
    signals: [...kind.signals.filter(({ signal }) => !given.has(signal)), ...signals],
  };
}

function fieldDraw([field, values]: readonly [Id, readonly ValueShare[]]): FieldDraw {
  const drawn = values.map(({ share, value }) => ({ weight: share, value: originOf(value) }));
  return { field, number: numberOf(field), values: drawn };
}

function originOf(value: ValueShare["value"]): FieldOrigin {
  if (value === undefined) return { kind: "unknown" };
  if (typeof value === "object" && "low" in value) return { kind: "range", ...value };
  return { kind: "value", value };
}

function signalDraw([signal, { share, times }]: readonly [Id, SignalShare]): SignalDraw {
  return { signal, number: numberOf(signal), times, share };
}
