import type { Language } from "../../diagnostics/index.ts";
import type { StaleObject } from "../../engine/index.ts";
import type { Paint } from "../terminal.ts";
import { threeWayLines } from "./change-lines.ts";
import { planWords } from "./words.ts";

/** An object that somebody changed since it was planned, each changed attribute three ways. */
export function staleLines(
  { address, found, changes }: Pick<StaleObject, "address" | "found" | "changes">,
  view: { readonly language: Language; readonly paint: Paint },
): readonly string[] {
  const words = planWords(view.language);
  const isGone = found === "absent" || found === "archived";
  const unchanged = isGone ? words.goneSince : words.savedSince;
  return [
    `  ${view.paint.yellow("!")} ${address}  ${changes.length > 0 ? words.editedSince : unchanged}`,
    ...changes.flatMap((change) => threeWayLines(change, view)).map((line) => `      ${line}`),
  ];
}
