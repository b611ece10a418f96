import { type Instant, parseLocalDateTime } from "../../../calendar/index.ts";
import type { Language } from "../../../diagnostics/index.ts";
import { type ExitCode, exitCodes, fail, type Result, succeed } from "../../exit-codes.ts";
import { type LocalPortal, openLocalPortal } from "../../portal/local-portal.ts";
import type { Terminal } from "../../terminal.ts";
import { type CrmOptions, locate } from "../locate.ts";
import { movePortalTime, type PortalTime, readPortalTime } from "./portal-time.ts";
import { renderAsJson, renderAsText } from "./views.ts";

/** What is asked of the clock. */
export type ClockRequest =
  | { readonly kind: "show" }
  | { readonly kind: "set"; readonly time: string }
  | { readonly kind: "advance"; readonly duration: string };

/** The options of `revpact crm clock`. */
export interface ClockOptions extends CrmOptions {
  readonly request: ClockRequest;
  readonly format: "text" | "json";
  readonly isVerbose: boolean;
  readonly language: Language;
}

/** Shows, sets or advances the time of the local CRM: the running one, or one that ends with the command. */
export async function runClock(options: ClockOptions, terminal: Terminal): Promise<Result<ExitCode>> {
  const place = locate(options, terminal);
  if (!place.ok) return place;
  const portal = await openLocalPortal(place.value.portal);
  if (!portal.ok) return portal;
  try {
    const answer = await answerRequest(portal.value, options);
    if (!answer.ok) return answer;
    if (options.format === "json") terminal.out(renderAsJson(answer.value));
    else terminal.out(renderAsText(answer.value, { language: options.language, paint: terminal.outPaint }));
    return succeed(exitCodes.done);
  } finally {
    await portal.value.close();
  }
}

async function answerRequest(portal: LocalPortal, options: ClockOptions): Promise<Result<PortalTime>> {
  const { request, isVerbose: steps } = options;
  switch (request.kind) {
    case "show":
      return readPortalTime(portal);
    case "advance": {
      const byMs = parseSpan(request.duration);
      if (byMs !== undefined) return movePortalTime(portal, { byMs, steps });
      return fail(exitCodes.usage, `${request.duration} is no duration`, "write it like 90m, 2h, 3d, 1w or 1d12h");
    }
    case "set": {
      const now = await readPortalTime(portal);
      if (!now.ok) return now;
      const to = readTime(request.time, now.value.timeZone);
      if (to !== undefined) return movePortalTime(portal, { to: new Date(to).toISOString(), steps });
      return fail(
        exitCodes.usage,
        `${request.time} is no time`,
        "write it like 2027-03-01T09:00, with an offset (+01:00 or Z) if you like",
      );
    }
    default:
      return request satisfies never;
  }
}

const unitMs: ReadonlyMap<string, number> = new Map([
  ["m", 60_000],
  ["h", 3_600_000],
  ["d", 86_400_000],
  ["w", 604_800_000],
]);

/** Milliseconds of a span such as 3d or 1d12h. */
function parseSpan(text: string): number | undefined {
  if (!/^(?:\d{1,6}[mhdw])+$/.test(text)) return undefined;
  const parts = [...text.matchAll(/(\d+)([mhdw])/g)];
  return parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * (unitMs.get(unit ?? "") ?? 0), 0);
}

/** Local time of the portal, unless an offset says otherwise. */
function readTime(text: string, timeZone: string): Instant | undefined {
  const offset = /^(.*T\d\d:\d\d(?::\d\d)?)(?:Z|[+-]\d\d:\d\d)$/.exec(text);
  const local = parseLocalDateTime(offset?.[1] ?? text, timeZone);
  if (local === undefined || offset === null) return local;
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? undefined : moment;
}
