import type { Contract } from "../../contract/index.ts";
import type { Language } from "../../diagnostics/index.ts";
import type { FidelityLevel, StatedError } from "../../targets/index.ts";
import type { Paint } from "../terminal.ts";
import { type ClauseFidelity, levels, shareOf } from "./clause-fidelity.ts";

/** What is shown: every clause, and the level that was asked for. */
export interface ShownFidelity {
  readonly contract: Contract;
  readonly environment: string;
  readonly clauses: readonly ClauseFidelity[];
  readonly level: FidelityLevel | undefined;
}

const words: Readonly<Record<Language, Readonly<Record<FidelityLevel, string>>>> = {
  en: {
    enforced: "enforced by the CRM",
    approximated: "approximated, within the error it says",
    detected: "shown when broken",
    manual: "left to people",
  },
  fr: {
    enforced: "assurées par le CRM",
    approximated: "approchées, avec l'écart annoncé",
    detected: "signalées quand elles ne sont pas tenues",
    manual: "laissées aux personnes",
  },
};

/** For people: the share of each level, then every clause with what is done and how. */
export function renderAsText(
  { contract, environment, clauses, level }: ShownFidelity,
  { language, paint }: { readonly language: Language; readonly paint: Paint },
): string {
  const head = `${paint.bold(`${contract.name} ${contract.version}`)}  ${paint.dim(environment)}`;
  const wanted = levels.filter((one) => level === undefined || one === level);
  const width = Math.max(...levels.map((one) => words[language][one].length));
  const shares = levels.map((one) => {
    const { count, share } = shareOf(clauses, one);
    const percent = `${Math.round(share * 100)}${language === "fr" ? "\u202f" : ""}%`;
    return `  ${words[language][one].padEnd(width)}  ${String(count).padStart(4)}  ${percent.padStart(5)}`;
  });
  const sections = wanted.flatMap((one) => section(clauses, one, { language, paint }));
  return `${[head, ...shares, ...sections].join("\n")}\n`;
}

function section(
  clauses: readonly ClauseFidelity[],
  level: FidelityLevel,
  { language, paint }: { readonly language: Language; readonly paint: Paint },
): readonly string[] {
  const own = clauses.filter((one) => one.level === level);
  if (own.length === 0) return [];
  const lines = own.flatMap(({ clause, notes }) => [
    `  ${paint.cyan(clause)}`,
    ...notes.flatMap(({ text, howTo }) => [
      `    ${text[language]}`,
      ...(howTo === undefined ? [] : [`      → ${howTo[language]}`]),
    ]),
  ]);
  return ["", paint.bold(words[language][level]), ...lines];
}

const errorOf = ({ worst, ...error }: StatedError) => ({
  ...error,
  ...(worst === undefined ? {} : { worst: new Date(worst).toISOString() }),
});

/** For machines (schemas/fidelity.v1.schema.json): the shares, and every clause with its notes. */
export function renderAsJson({ contract, environment, clauses, level }: ShownFidelity, language: Language): string {
  const document = {
    formatVersion: 1,
    contract: { name: contract.name, version: contract.version },
    environment,
    shares: Object.fromEntries(levels.map((one) => [one, shareOf(clauses, one)])),
    clauses: clauses
      .filter((one) => level === undefined || one.level === level)
      .map(({ clause, level: own, notes }) => ({
        clause,
        level: own,
        notes: notes.map((note) => ({
          level: note.level,
          text: note.text[language],
          ...(note.howTo === undefined ? {} : { howTo: note.howTo[language] }),
          ...(note.errors === undefined ? {} : { errors: note.errors.map(errorOf) }),
        })),
      })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
