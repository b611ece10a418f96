import { createBusinessClock, isCalendarDate } from "../../calendar/index.ts";
import type { Contract } from "../../contract/index.ts";
import { isSame } from "../canonical.ts";
import { type Change, leaver, newcomer, type Place, shift } from "../change.ts";
import { comparePlain } from "./entries.ts";
import { compareNames, isReordered } from "./lists.ts";
import { ofEveryone, type Pair } from "./pair.ts";
import { compareText } from "./texts.ts";
import { day, same } from "./words.ts";

/** The name, the dates, the languages. */
export function compareHeader(pair: Pair): readonly Change[] {
  const { before, after } = pair;
  const at = (clause: string, en: string, fr: string): Place => ({
    clause,
    subject: { en, fr },
    sides: ofEveryone(pair),
  });
  return [
    ...comparePlain(
      at("name", "Name of the contract", "Nom du contrat"),
      { before: before.name, after: after.name },
      { kind: "contract-renamed", inWords: same },
    ),
    ...comparePlain(
      at("version", "Version", "Version"),
      { before: before.version, after: after.version },
      { kind: "version-changed", inWords: same },
    ),
    ...compareText(pair, at("title", "Title", "Titre"), { before: before.title, after: after.title }),
    ...compareEffective(pair, at("effective", "Effective date", "Date d'effet")),
    ...comparePlain(
      at("reviewBy", "Next review", "Prochaine revue"),
      { before: before.reviewBy, after: after.reviewBy },
      { kind: "review-moved", inWords: day },
    ),
    ...compareNames(
      at("languages", "Languages", "Langues"),
      { before: before.languages, after: after.languages },
      {
        added: "language-added",
        removed: "language-removed",
        nameOf: same,
      },
    ),
    ...(isReordered(before.languages, after.languages) || before.languages[0] !== after.languages[0]
      ? comparePlain(
          at("languages", "First language", "Première langue"),
          { before: before.languages.join(", "), after: after.languages.join(", ") },
          {
            kind: "default-language-changed",
            inWords: same,
          },
        )
      : []),
  ];
}

function compareEffective(pair: Pair, place: Place): readonly Change[] {
  const [old, now] = [pair.before.effective, pair.after.effective];
  if (old === now) return [];
  const told = { before: day(old), after: day(now), content: [old, now] };
  if (now > old) return [shift("effective-postponed", place, told)];
  const earliest = earliestEffective(pair.after, pair.asOf);
  return [
    shift(
      earliest !== undefined && now < earliest ? "effective-without-notice" : "effective-brought-forward",
      place,
      told,
    ),
  ];
}

/** The first day on which a version told on a day may take effect, the agreed notice kept; undefined where none is agreed. */
export function earliestEffective(contract: Contract, told: string): string | undefined {
  const { notice } = contract.governance;
  const calendar = contract.calendars.get(contract.calendar ?? "");
  if (notice === undefined || calendar === undefined || !isCalendarDate(told)) return undefined;
  const clock = createBusinessClock(calendar.definition);
  const start = clock.zone.instantAt(Date.parse(`${told}T00:00:00Z`));
  const due = clock.dueAt(start, notice);
  if (due === undefined) return undefined;
  // Effective is midnight: what is due during a day leaves that day to the notice.
  const local = new Date(clock.zone.localAt(due));
  const isMidnight = local.getUTCHours() === 0 && local.getUTCMinutes() === 0;
  const dayMs = 86_400_000;
  return new Date(isMidnight ? local.getTime() : local.getTime() + dayMs).toISOString().slice(0, 10);
}

/** The glossary, which explains and binds nobody. */
export function compareGlossary(pair: Pair): readonly Change[] {
  const [old, now] = [pair.before.glossary, pair.after.glossary];
  const at = (id: string): Place => ({
    clause: `glossary.${id}`,
    subject: { en: `Term "${id}"`, fr: `Terme «\u00a0${id}\u00a0»` },
    sides: ofEveryone(pair),
  });
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((id): readonly Change[] => {
    const [before, after] = [old.get(id), now.get(id)];
    if (isSame(before, after)) return [];
    const value = { en: "", fr: "" };
    if (before === undefined) return [newcomer("term-added", at(id), { value, content: [after] })];
    if (after === undefined) return [leaver("term-removed", at(id), { value, content: [before] })];
    const part = (key: string, en: string, fr: string): Place => ({
      ...at(id),
      clause: `glossary.${id}.${key}`,
      subject: { en: `${at(id).subject.en}, ${en}`, fr: `${at(id).subject.fr}, ${fr}` },
    });
    const avoided = (words: Readonly<Record<string, readonly string[]>>) =>
      same(Object.values(words).flat().join(", ") || "-");
    return [
      ...compareText(pair, part("label", "name", "nom"), { before: before.label, after: after.label }),
      ...compareText(pair, part("definition", "definition", "définition"), {
        before: before.definition,
        after: after.definition,
      }),
      ...comparePlain(
        part("avoid", "words to avoid", "mots à éviter"),
        { before: before.avoid, after: after.avoid },
        { kind: "text-changed", inWords: avoided },
      ),
    ];
  });
}

/** Where the contract is applied: none of it is agreed, all of it concerns the CRM. */
export function compareEnvironments(pair: Pair): readonly Change[] {
  const [old, now] = [pair.before.environments, pair.after.environments];
  const at = (id: string): Place => ({
    clause: `environments.${id}`,
    subject: { en: `Environment "${id}"`, fr: `Environnement «\u00a0${id}\u00a0»` },
    sides: { obligated: [], relying: [] },
  });
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((id): readonly Change[] => {
    const [before, after] = [old.get(id), now.get(id)];
    if (isSame(before, after)) return [];
    const value = { en: "", fr: "" };
    if (before === undefined) return [newcomer("environment-added", at(id), { value, content: [after] })];
    if (after === undefined) return [leaver("environment-removed", at(id), { value, content: [before] })];
    const keys = Object.keys({ ...before, ...after }).filter((key) => key !== "id" && key !== "path");
    return keys.flatMap((key) => {
      const settingOf = (environment: object): unknown =>
        Object.entries(environment).find(([name]) => name === key)?.[1];
      const place = {
        ...at(id),
        clause: `environments.${id}.${key}`,
        subject: { en: `${at(id).subject.en}, ${key}`, fr: `${at(id).subject.fr}, ${key}` },
      };
      return comparePlain(
        place,
        { before: settingOf(before), after: settingOf(after) },
        { kind: "environment-changed", inWords: settingInWords },
      );
    });
  });
}

function settingInWords(value: unknown) {
  if (value === undefined) return same("-");
  if (value instanceof Map)
    return same([...value].map(([key, item]) => `${key}: ${Object.values(Object(item)).join(" ")}`).join(", ") || "-");
  return same(String(value));
}
