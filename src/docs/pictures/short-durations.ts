import type { Duration } from "../../calendar/index.ts";
import type { DocumentContext } from "../document-context.ts";

/** `30 business minutes / 4 business hours`: one per priority, in the order of the contract; of more than two the first and the last. */
export function joinedDurations(
  { duration: inWords }: DocumentContext,
  durations: readonly { readonly duration: Duration }[],
): string {
  const said = [...new Set(durations.map(({ duration }) => inWords(duration)))];
  const [first = "", last = ""] = [said[0], said.at(-1)];
  return said.length > 2 ? `${first} … ${last}` : said.join(" / ");
}
