/** How many days the periods of a volume have; a month is a twelfth of a year. */
const daysIn = { day: 1, week: 7, month: 365.25 / 12, quarter: 365.25 / 4, year: 365.25 } as const;

/** `120/month` → leads per day; undefined for anything else, and for none at all. */
export function parseVolume(text: string): number | undefined {
  const match = /^(\d{1,7}(?:\.\d+)?) ?\/ ?(day|week|month|quarter|year)$/.exec(text.trim());
  if (match === null) return undefined;
  const [, amount = "", period = ""] = match;
  const days = Object.entries(daysIn).find(([name]) => name === period)?.[1] ?? 1;
  const perDay = Number(amount) / days;
  return perDay > 0 ? perDay : undefined;
}
