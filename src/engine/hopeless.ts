import type { ProviderError } from "./provider.ts";

const lasting: readonly ProviderError["code"][] = ["withdrawn", "daily-limit", "rate-limited", "unavailable"];

/** Whether the next call, whatever it is, would meet the same error: going on would only repeat it. */
export const isHopeless = ({ code, status }: ProviderError): boolean =>
  lasting.includes(code) || (code === "forbidden" && status === 401);
