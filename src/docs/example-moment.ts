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

/** The name of an office's zone where the contract has calendars in several, and its dates could be misread; else null. */
export function distinctZone({ contract }: DocumentContext, office: ClockOfOffice | undefined): string | null {
  const zones = new Set([...contract.calendars.values()].map(({ definition }) => definition.timezone));
  return zones.size < 2 || office === undefined ? null : zoneName(office.definition.timezone);
}

/** `Paris` for `Europe/Paris`: what people call the zone. */
export function zoneName(timezone: string): string {
  return (timezone.split("/").at(-1) ?? timezone).replaceAll("_", " ");
}
