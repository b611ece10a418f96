import { type Duration, shortestWait } from "../../calendar/index.ts";
import type { DocumentContext } from "../document-context.ts";

/** `30 business minutes / 4 business hours`: one per priority, in the order of the contract; of more the least and the most. */
export function joinedDurations(
  { duration: inWords, pictures }: DocumentContext,
  durations: readonly { readonly duration: Duration }[],
): string {
  const said = [...new Set(durations.map(({ duration }) => inWords(duration)))];
  if (said.length <= 2) return said.join(" / ");
  const sorted = durations
    .map(({ duration }) => duration)
    .toSorted((one, other) => shortestWait(one) - shortestWait(other));
  const [least, most] = [sorted[0], sorted.at(-1)];
  return least === undefined || most === undefined ? "" : pictures.range(inWords(least), inWords(most));
}
