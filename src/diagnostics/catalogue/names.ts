import { type Language, quote, quoteEach } from "../language.ts";
import { row } from "./row.ts";

/** The sections of a contract that hold named entries. */
export type EntryKind =
  | "party"
  | "role"
  | "calendar"
  | "signal"
  | "field"
  | "criteria"
  | "priority"
  | "pipeline"
  | "stage"
  | "reason"
  | "handoff"
  | "deadline"
  | "term"
  | "environment"
  | "language"
  | "contract"
  | "entry";

const nouns: Readonly<Record<Language, Readonly<Record<EntryKind, string>>>> = {
  en: {
    party: "party",
    role: "role",
    calendar: "calendar",
    signal: "signal",
    field: "field",
    criteria: "named criteria",
    priority: "priority",
    pipeline: "pipeline",
    stage: "stage",
    reason: "reason",
    handoff: "handoff",
    deadline: "deadline",
    term: "term",
    environment: "environment",
    language: "language",
    contract: "contract",
    entry: "entry",
  },
  fr: {
    party: "partie",
    role: "rôle",
    calendar: "calendrier",
    signal: "signal",
    field: "champ",
    criteria: "critère nommé",
    priority: "priorité",
    pipeline: "pipeline",
    stage: "étape",
    reason: "motif",
    handoff: "transmission",
    deadline: "délai",
    term: "terme",
    environment: "environnement",
    language: "langue",
    contract: "contrat",
    entry: "entrée",
  },
};

const feminine: ReadonlySet<EntryKind> = new Set<EntryKind>([
  "party",
  "priority",
  "stage",
  "handoff",
  "language",
  "entry",
]);

function noSuch(kind: EntryKind): string {
  return feminine.has(kind) ? "Aucune" : "Aucun";
}

/** The codes of the family REF: names, weights and messages. */
export const nameRows = {
  REF201: row<{ kind: EntryKind; name: string; suggestion: string; known: readonly string[] }>({
    name: "unresolved-reference",
    severity: "error",
    message: {
      en: ({ kind, name, suggestion }) =>
        `There is no ${nouns.en[kind]} ${quote(name, "en")}${suggestion === "" ? "" : `; did you mean ${quote(suggestion, "en")}`}`,
      fr: ({ kind, name, suggestion }) =>
        `${noSuch(kind)} ${nouns.fr[kind]} ${quote(name, "fr")} n'existe${suggestion === "" ? "" : `\u202f; vouliez-vous dire ${quote(suggestion, "fr")}`}`,
    },
    help: {
      en: ({ kind, name, suggestion, known }) => {
        if (suggestion !== "") return `write "${suggestion}", or define "${name}"`;
        return known.length === 0
          ? `define the ${nouns.en[kind]} "${name}"`
          : `define it, or use one of ${quoteEach(known, "en")}`;
      },
      fr: ({ name, suggestion, known }) => {
        if (suggestion !== "") return `écrire «\u00a0${suggestion}\u00a0», ou définir «\u00a0${name}\u00a0»`;
        return known.length === 0
          ? `définir «\u00a0${name}\u00a0»`
          : `définir ce nom, ou prendre parmi ${quoteEach(known, "fr")}`;
      },
    },
    why: {
      en: "the rule points at nothing, so it binds nobody",
      fr: "la règle ne désigne rien\u202f; elle n'engage donc personne",
    },
  }),
  REF202: row<{ kind: EntryKind; name: string; file: string }>({
    name: "duplicate-entry",
    severity: "error",
    message: {
      en: ({ kind, name, file }) => `The ${nouns.en[kind]} ${quote(name, "en")} is also written in ${file}`,
      fr: ({ name, file }) => `${quote(name, "fr")} est aussi écrit dans ${file}`,
    },
    help: {
      en: () => "keep it in one file: each file of a folder owns whole entries",
      fr: () => "ne le garder que dans un fichier\u00a0: chaque fichier d'un dossier possède des entrées entières",
    },
    why: {
      en: "two files would each claim to say what was agreed",
      fr: "deux fichiers prétendraient chacun dire ce qui a été convenu",
    },
  }),
  REF203: row<{ kind: EntryKind; name: string }>({
    name: "unused-definition",
    severity: "warning",
    message: {
      en: ({ kind, name }) => `The ${nouns.en[kind]} ${quote(name, "en")} is used nowhere`,
      fr: ({ kind, name }) =>
        `${feminine.has(kind) ? "La" : "Le"} ${nouns.fr[kind]} ${quote(name, "fr")} ne sert nulle part`,
    },
    help: {
      en: () => "use it or take it out",
      fr: () => "s'en servir ou le retirer",
    },
    why: {
      en: "readers look for the rule that goes with it and find none",
      fr: "on cherche la règle qui va avec, et on n'en trouve pas",
    },
  }),
  REF205: row<{ kind: EntryKind; name: string; other: string }>({
    name: "confusable-ids",
    severity: "warning",
    message: {
      en: ({ name, other }) => `${quote(name, "en")} is easily mistaken for ${quote(other, "en")}`,
      fr: ({ name, other }) => `${quote(name, "fr")} se confond facilement avec ${quote(other, "fr")}`,
    },
    help: {
      en: () => "give one of the two a name of its own",
      fr: () => "donner à l'un des deux un nom bien distinct",
    },
    why: {
      en: "people would quote one and mean the other",
      fr: "on citerait l'un en pensant à l'autre",
    },
  }),
};
