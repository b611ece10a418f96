import { type Duration, parseDuration } from "../calendar/index.ts";

/** A small text of the contract, read or refused; `form` shows how it is written. */
export type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly form: string };

const touchesForm = /^(\d{1,4}) touch(?:es)?(?: over at least (.+))?$/;

/** `6 touches over at least 10 business days`, `1 touch`. */
export function parseTouches(text: string): Reading<{ readonly count: number; readonly over?: Duration }> {
  const form = "6 touches over at least 10 business days";
  const match = touchesForm.exec(text.trim());
  if (match === null || Number(match[1]) < 1) return { ok: false, form };
  if (match[2] === undefined) return { ok: true, value: { count: Number(match[1]) } };
  const over = parseDuration(match[2]);
  return over.ok ? { ok: true, value: { count: Number(match[1]), over: over.value } } : { ok: false, form };
}

/** `15 per person per business day` → 15. */
export function parseCapacity(text: string): Reading<number> {
  const match = /^(\d{1,5}) per person per business day$/.exec(text.trim());
  return match === null || Number(match[1]) < 1
    ? { ok: false, form: "15 per person per business day" }
    : { ok: true, value: Number(match[1]) };
}

/** `2 per 12 months` → at most 2 in a window of 12 months. */
export function parseRecycle(text: string): Reading<{ readonly max: number; readonly per: Duration }> {
  const form = "2 per 12 months";
  const match = /^(\d{1,3}) per (.+)$/.exec(text.trim());
  if (match === null) return { ok: false, form };
  const per = parseDuration(match[2] ?? "");
  return per.ok ? { ok: true, value: { max: Number(match[1]), per: per.value } } : { ok: false, form };
}

/** A share, an amount of money or a count: `60%`, `600000 EUR`, `120`. */
export type QuantityReading =
  | { readonly kind: "share"; readonly value: number }
  | { readonly kind: "count"; readonly value: number }
  | { readonly kind: "money"; readonly value: number; readonly currency: string };

/** Shares are read to 0…1; money keeps its ISO 4217 code. */
export function parseQuantity(written: string | number): Reading<QuantityReading> {
  if (typeof written === "number")
    return Number.isFinite(written) && written >= 0
      ? { ok: true, value: { kind: "count", value: written } }
      : { ok: false, form: "120" };
  const share = parseShare(written);
  if (share.ok) return { ok: true, value: { kind: "share", value: share.value } };
  const money = /^(\d{1,15}(?:\.\d{1,2})?) ([A-Z]{3})$/.exec(written.trim());
  if (money !== null) return { ok: true, value: { kind: "money", value: Number(money[1]), currency: money[2] ?? "" } };
  return { ok: false, form: "60%, 120, 600000 EUR" };
}

/** `60%` → 0.6; from 0 % to 100 %. */
export function parseShare(text: string): Reading<number> {
  const match = /^(\d{1,3}(?:\.\d{1,3})?) ?%$/.exec(text.trim());
  const percent = match === null ? Number.NaN : Number(match[1]);
  // Divided last and rounded, so that 7 % is 0.07 and not 0.07000000000000001.
  return percent >= 0 && percent <= 100
    ? { ok: true, value: Math.round(percent * 1000) / 100_000 }
    : { ok: false, form: "60%" };
}

/** A named period of a commitment: `2027-08`, `2027-Q3`, `2027`. */
export function isPeriod(text: string): boolean {
  return /^\d{4}(?:-(?:0[1-9]|1[0-2]|Q[1-4]))?$/.test(text);
}
