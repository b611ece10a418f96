import type { Language } from "../../diagnostics/index.ts";
import { canonicalJson, jsonOf } from "../../engine/index.ts";
import { changeLines } from "../plan/change-lines.ts";
import { kindWord, planWords } from "../plan/words.ts";
import type { Paint } from "../terminal.ts";
import type { Drifted } from "./drifted.ts";

const words = {
  en: {
    none: "Nothing was changed by hand: the CRM is as it was applied.",
    head: (count: number) => `${count} ${count === 1 ? "object was" : "objects were"} changed in the CRM by hand`,
    conflict: "the contract has changed there as well",
    changed: (when: string, who: string | undefined) =>
      `changed last on ${when}${who === undefined ? "" : ` by user ${who}`}`,
    sides: "contract → CRM",
  },
  fr: {
    none: "Rien n'a été modifié à la main\u00a0: le CRM est comme il a été appliqué.",
    head: (count: number) =>
      `${count} ${count < 2 ? "objet a été modifié" : "objets ont été modifiés"} à la main dans le CRM`,
    conflict: "le contrat a changé au même endroit",
    changed: (when: string, who: string | undefined) =>
      `dernière modification le ${when}${who === undefined ? "" : ` par l'utilisateur ${who}`}`,
    sides: "contrat → CRM",
  },
} as const;

/** What was changed by hand, who and when, for a person. */
export function renderDriftText(
  drifted: readonly Drifted[],
  { language, paint }: { readonly language: Language; readonly paint: Paint },
): string {
  const say = words[language];
  if (drifted.length === 0) return `${paint.green(say.none)}\n`;
  const rows = drifted.flatMap(({ item, isConflict, changed }) => {
    const notes = [
      ...(item.isMissing ? [planWords(language).missing(item.address)] : []),
      ...(isConflict ? [paint.red(say.conflict)] : []),
      ...(changed === undefined ? [] : [paint.dim(say.changed(moment(changed.at, language), changed.by))]),
    ];
    const changes = item.changes.flatMap((change) =>
      changeLines(change, { paint, language, sides: "seen", isWhole: false }),
    );
    return [
      `  ${paint.yellow("!")} ${kindWord(item.kind, language).padEnd(9)} ${item.address}`,
      ...[...notes, ...changes].map((line) => `      ${line}`),
    ];
  });
  return `${[`${paint.bold(say.head(drifted.length))}  ${paint.dim(say.sides)}`, ...rows].join("\n")}\n`;
}

function moment(instant: string, language: Language): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  return `${date.toLocaleString(language === "fr" ? "fr-FR" : "en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" })} UTC`;
}

/** The same for a program. */
export function renderDriftJson(drifted: readonly Drifted[]): string {
  const drift = drifted.map(({ item, isConflict, changed }) => ({
    ...{ address: item.address, kind: item.kind, object: item.object, name: item.name },
    ...(item.clause === undefined ? {} : { clause: item.clause }),
    ...{ isMissing: item.isMissing, isConflict, changes: item.changes },
    ...(changed === undefined ? {} : { changed }),
  }));
  return `${canonicalJson(jsonOf({ formatVersion: 1, drift }))}\n`;
}
