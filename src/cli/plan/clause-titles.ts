import { type Contract, type Text, textIn } from "../../contract/index.ts";
import { type Language, quote } from "../../diagnostics/index.ts";

/** The entry of the contract that an object serves, for a heading; `rank` orders the headings as the contract is read. */
export interface ClauseTitle {
  readonly title: string;
  readonly rank: number;
}

const nouns = {
  en: {
    stage: "Stage",
    handoff: "Handoff",
    fields: "Data dictionary",
    signals: "Signals",
    stages: "All stages",
    pipelines: "Pipelines",
    contract: "The contract",
  },
  fr: {
    stage: "Étape",
    handoff: "Transmission",
    fields: "Dictionnaire des données",
    signals: "Signaux",
    stages: "Toutes les étapes",
    pipelines: "Pipelines",
    contract: "Le contrat",
  },
} as const;

const sectionRanks: readonly string[] = ["contract", "fields", "signals", "pipelines", "stages", "handoffs"];

/** Headings for clauses such as `handoffs.marketing-to-sdr.deadlines.decision`, in one language. */
export function createClauseTitles(contract: Contract, language: Language): (clause: string) => ClauseTitle {
  const words = nouns[language];
  const labelled = (noun: string, label: Text) => `${noun} ${quote(textIn(contract, label, language), language)}`;
  const place = (section: string, position = 0) => sectionRanks.indexOf(section) * 10_000 + position;
  const named = (section: "stages" | "handoffs", id: string): ClauseTitle | undefined => {
    const entries: ReadonlyMap<string, { readonly label: Text }> = contract[section];
    const entry = entries.get(id);
    if (entry === undefined) return undefined;
    return {
      title: labelled(section === "stages" ? words.stage : words.handoff, entry.label),
      rank: place(section, 1 + [...entries.keys()].indexOf(id)),
    };
  };
  return (clause) => {
    const [section = "", id = ""] = clause.split(".");
    if (section === "stages" || section === "handoffs")
      return named(section, id) ?? { title: words.stages, rank: place("stages") };
    if (section === "fields" || section === "signals" || section === "pipelines")
      return { title: words[section], rank: place(section) };
    return { title: words.contract, rank: place("contract") };
  };
}
