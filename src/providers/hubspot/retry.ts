import type { ProviderError, SilenceReason } from "../../engine/index.ts";

/** Pauses already made for one call. */
export interface Pauses {
  readonly taken: number;
}

interface Circumstances {
  /** The call is safe to repeat, or never arrived. */
  readonly mayRepeat: boolean;
  readonly pauses: Pauses;
  readonly header: (name: string) => string | null;
  readonly random: () => number;
}

const mostPauses = 5;
const mostNetworkPauses = 3;
const secondMs = 1_000;
const longestPauseMs = 60_000;
const rollingWindowMs = 10_000;
const lockedPauseMs = 2_000;
const firstBackoffMs = 250;

/**
 * How long to wait before sending again, in milliseconds; undefined when sending again is no use or no option.
 * 429, 423 and 477 were not carried out: any call may be repeated. The rest only where `mayRepeat`; a call that met
 * its deadline is not sent again, because people wait.
 */
export function pauseAfter(error: ProviderError, circumstances: Circumstances): number | undefined {
  const { pauses, header, mayRepeat } = circumstances;
  if (pauses.taken >= mostPauses) return undefined;
  switch (error.code) {
    case "rate-limited":
      return withJitter(
        askedFor(header) ?? (error.policy === "SECONDLY" ? secondMs : intervalOf(header)),
        circumstances,
      );
    case "locked":
      return withJitter(askedFor(header) ?? lockedPauseMs, circumstances);
    case "unavailable":
      return mayRepeat && isPassing(error.reason, pauses) ? backoff(circumstances) : undefined;
    default:
      return undefined;
  }
}

function isPassing(reason: SilenceReason, { taken }: Pauses): boolean {
  if (reason === "redirect" || reason === "timeout" || reason === "too-large") return false;
  return reason !== "network" || taken < mostNetworkPauses;
}

function backoff(circumstances: Circumstances): number | undefined {
  const { header, pauses } = circumstances;
  return withJitter(askedFor(header) ?? firstBackoffMs * 2 ** pauses.taken, circumstances);
}

/** Up to a quarter more, so that two clients do not come back together; too long a wait is no wait. */
function withJitter(milliseconds: number, { random }: Circumstances): number | undefined {
  if (milliseconds > longestPauseMs) return undefined;
  return Math.round(milliseconds * (1 + random() / 4));
}

/** Retry-After in seconds; a date would need a clock and HubSpot sends none. */
function askedFor(header: Circumstances["header"]): number | undefined {
  const written = header("retry-after")?.trim() ?? "";
  return /^\d+(\.\d+)?$/.test(written) ? Number(written) * 1000 : undefined;
}

/** The rolling window that HubSpot states, else its usual ten seconds. */
function intervalOf(header: Circumstances["header"]): number {
  const interval = Number(header("x-hubspot-ratelimit-interval-milliseconds") ?? Number.NaN);
  return Number.isFinite(interval) && interval > 0 ? interval : rollingWindowMs;
}
