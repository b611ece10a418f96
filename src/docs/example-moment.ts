import type { Instant } from "../calendar/index.ts";
import type { ClockOfOffice, DocumentContext } from "./document-context.ts";

/** When an example starts, in words and in the zone of the office; null without a calendar. */
export function exampleMoment(
  context: DocumentContext,
  office: ClockOfOffice | undefined,
): { readonly start: Instant; readonly moment: string; readonly zone: string } | null {
  const start = office?.exampleStart;
  if (office === undefined || start === undefined) return null;
  const { timezone } = office.definition;
  return { start, moment: context.moment(start, office), zone: zoneName(timezone) };
}

/** `Paris` for `Europe/Paris`: what people call the zone. */
export function zoneName(timezone: string): string {
  return (timezone.split("/").at(-1) ?? timezone).replaceAll("_", " ");
}
