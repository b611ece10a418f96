import { type Language, quote, quoteEach } from "../language.ts";
import { row } from "./row.ts";

/** What competes for a record: handoffs out of a stage, the stages it is born into or promoted to, priorities, lines of assign. */
export type CompetitionKind = "handoffs" | "entry" | "promotion" | "priorities" | "assignment";

/** Competitors by name: `about` is the stage or handoff they belong to. */
type Rivals = { kind: CompetitionKind; about: string; names: readonly string[] };

/** The codes of the family CRI: names, weights and messages. */
export const criteriaRows = {
  CRI401: row<{ clause: string; parts: readonly string[]; cause: "conflict" | "alone" | "scope" | "cycle" }>({
    name: "unsatisfiable",
    severity: "error",
    message: {
      en: ({ clause, parts, cause }) => {
        if (cause === "cycle")
          return `The criteria ${quote(clause, "en")} refer to themselves, so no lead can meet them`;
        if (cause === "alone") return `No lead can meet ${quoteEach(parts, "en")}`;
        return `No lead can meet ${parts.map((part) => quote(part, "en")).join(" and ")} ${cause === "scope" ? "and be in scope" : "at once"}`;
      },
      fr: ({ clause, parts, cause }) => {
        if (cause === "cycle")
          return `Le critère ${quote(clause, "fr")} renvoie à lui-même\u00a0: aucun lead ne peut le remplir`;
        if (cause === "alone") return `Aucun lead ne peut répondre à ${quoteEach(parts, "fr")}`;
        return `Aucun lead ne peut répondre à ${parts.map((part) => quote(part, "fr")).join(" et à ")} ${cause === "scope" ? "tout en étant dans le périmètre" : "à la fois"}`;
      },
    },
    help: {
      en: ({ parts }) => (parts.length > 1 ? "drop or correct one of them" : "correct it, or take it out"),
      fr: ({ parts }) => (parts.length > 1 ? "retirer ou corriger l'une d'elles" : "la corriger, ou la retirer"),
    },
    why: {
      en: "the rule will never apply to anybody, and nobody will notice",
      fr: "la règle ne s'appliquera jamais à personne, et personne ne s'en apercevra",
    },
  }),
  CRI402: row<{ clause: string }>({
    name: "always-true",
    severity: "warning",
    message: {
      en: ({ clause }) => `The condition of ${quote(clause, "en")} holds for every lead`,
      fr: ({ clause }) => `La condition de ${quote(clause, "fr")} est remplie par tous les leads`,
    },
    help: {
      en: () => "say what was meant, or take the condition out",
      fr: () => "dire ce qui était voulu, ou retirer la condition",
    },
    why: {
      en: "it looks like a filter and lets everything through",
      fr: "elle a l'air d'un filtre et laisse tout passer",
    },
  }),
  CRI403: row<Rivals>({
    name: "uncovered-leads",
    severity: "warning",
    message: {
      en: ({ kind, about, names }) => uncoveredEn[kind](about, quoteEach(names, "en")),
      fr: ({ kind, about, names }) => uncoveredFr[kind](about, quoteEach(names, "fr")),
    },
    help: {
      en: ({ kind }) => `${wideningEn[kind]}, or widen a condition until every lead is covered`,
      fr: ({ kind }) => `${wideningFr[kind]}, ou élargir une condition jusqu'à couvrir tous les leads`,
    },
    why: {
      en: "leads that nobody foresaw are leads that nobody treats",
      fr: "les leads que personne n'a prévus sont des leads que personne ne traite",
    },
  }),
  CRI404: row<Rivals>({
    name: "overlapping-criteria",
    severity: "error",
    message: {
      en: ({ names }) => `${quoteBoth(names, "en")} both accept the same lead`,
      fr: ({ names }) => `${quoteBoth(names, "fr")} acceptent tous deux le même lead`,
    },
    help: {
      en: () => "narrow one of the two so that no lead meets both, or let the first decide and the other take the rest",
      fr: () =>
        "restreindre l'un des deux pour qu'aucun lead ne réponde aux deux, ou laisser le premier décider et l'autre prendre le reste",
    },
    why: {
      en: "two owners would each think the lead is the other's, or both would call it",
      fr: "chacun croirait le lead à l'autre, ou les deux l'appelleraient",
    },
  }),
  CRI405: row<Rivals>({
    name: "shadowed",
    severity: "error",
    message: {
      en: ({ kind, names: [name = "", ...others] }) =>
        `${shadowedEn[kind](name)} can never apply: ${kind === "assignment" ? `line ${others.join(", ")}` : quoteEach(others, "en")} take${others.length === 1 ? "s" : ""} every lead it would`,
      fr: ({ kind, names: [name = "", ...others] }) =>
        `${shadowedFr[kind](name)} ne peut jamais s'appliquer\u00a0: ${kind === "assignment" ? `la ligne ${others.join(", ")}` : quoteEach(others, "fr")} ${others.length === 1 ? "prend" : "prennent"} tous les leads concernés`,
    },
    help: {
      en: () => "put it first, narrow what comes before it, or take it out",
      fr: () => "la placer avant, restreindre ce qui la précède, ou la retirer",
    },
    why: {
      en: "people rely on a rule that is never used",
      fr: "on compte sur une règle qui ne sert jamais",
    },
  }),
  CRI406: row<{ operator: string; subject: string; type: string; allowed: readonly string[] }>({
    name: "operator-type-mismatch",
    severity: "error",
    message: {
      en: ({ operator, subject, type }) =>
        `${quote(operator, "en")} can't be asked of ${quote(subject, "en")}, which is ${typeEn[type] ?? type}`,
      fr: ({ operator, subject, type }) =>
        `${quote(operator, "fr")} ne s'applique pas à ${quote(subject, "fr")}, qui est ${typeFr[type] ?? type}`,
    },
    help: {
      en: ({ allowed }) => `use ${quoteEach(allowed, "en", 20)}`,
      fr: ({ allowed }) => `employer ${quoteEach(allowed, "fr", 20)}`,
    },
    why: {
      en: "the condition could never be checked, in the CRM or by a person",
      fr: "la condition ne pourrait être vérifiée ni par le CRM ni par une personne",
    },
  }),
  CRI407: row<{ field: string; option: string; suggestion: string; known: readonly string[] }>({
    name: "unknown-option",
    severity: "error",
    message: {
      en: ({ field, option, suggestion }) =>
        `${quote(field, "en")} has no option ${quote(option, "en")}${suggestion === "" ? "" : `; did you mean ${quote(suggestion, "en")}`}`,
      fr: ({ field, option, suggestion }) =>
        `${quote(field, "fr")} n'a pas d'option ${quote(option, "fr")}${suggestion === "" ? "" : `\u202f; vouliez-vous dire ${quote(suggestion, "fr")}`}`,
    },
    help: {
      en: ({ known }) => `use one of ${quoteEach(known, "en", 20)}`,
      fr: ({ known }) => `prendre parmi ${quoteEach(known, "fr", 20)}`,
    },
    why: {
      en: "no lead would ever match",
      fr: "aucun lead n'y répondrait jamais",
    },
  }),
  CRI408: row<{ field: string; low: string; high: string; gap: string; kind: CompetitionKind }>({
    name: "boundary-gap",
    severity: "warning",
    message: {
      en: ({ field, low, high, gap }) =>
        `${quote(field, "en")} ${gap} is neither in ${quote(low, "en")} nor in ${quote(high, "en")}`,
      fr: ({ field, low, high, gap }) =>
        `${quote(field, "fr")} ${gap} n'est ni dans ${quote(low, "fr")} ni dans ${quote(high, "fr")}`,
    },
    help: {
      en: () => "let one of the two include its bound: atLeast instead of moreThan, or atMost instead of lessThan",
      fr: () => "inclure la borne d'un côté\u00a0: atLeast au lieu de moreThan, ou atMost au lieu de lessThan",
    },
    why: {
      en: "both sides believe that the border belongs to the other",
      fr: "chacun croit que la limite appartient à l'autre",
    },
  }),
  CRI409: row<{ field: string; place: "include" | "exclude" | "competition" }>({
    name: "unknown-not-handled",
    severity: "warning",
    message: {
      en: ({ field, place }) => `${unknownEn[place]} when ${quote(field, "en")} is not filled in`,
      fr: ({ field, place }) => `${unknownFr[place]} quand ${quote(field, "fr")} n'est pas renseigné`,
    },
    help: {
      en: ({ field }) =>
        `decide it: add orUnknown: true, or say { field: ${field}, known: true } where only filled ones are meant`,
      fr: ({ field }) =>
        `trancher\u00a0: ajouter orUnknown: true, ou écrire { field: ${field}, known: true } si seuls les champs renseignés comptent`,
    },
    why: {
      en: "most new leads have empty fields; a rule that forgets them loses them without a word",
      fr: "la plupart des nouveaux leads ont des champs vides\u202f; une règle qui les oublie les perd sans un mot",
    },
  }),
  CRI410: row<{ stage: string; previous: string }>({
    name: "weaker-than-previous-stage",
    severity: "warning",
    message: {
      en: ({ stage, previous }) =>
        `Whatever meets the criteria of ${quote(previous, "en")} already meets those of ${quote(stage, "en")}`,
      fr: ({ stage, previous }) =>
        `Tout ce qui remplit les critères de ${quote(previous, "fr")} remplit déjà ceux de ${quote(stage, "fr")}`,
    },
    help: {
      en: ({ stage, previous }) => `ask more in "${stage}" than in "${previous}", or merge the two`,
      fr: ({ stage, previous }) =>
        `exiger davantage dans «\u00a0${stage}\u00a0» que dans «\u00a0${previous}\u00a0», ou réunir les deux`,
    },
    why: {
      en: "a stage that everybody passes at once tells nobody anything",
      fr: "une étape que tous franchissent aussitôt n'apprend rien à personne",
    },
  }),
  CRI411: row<{ clause: string; part: string; cause: "implied" | "covered" | "idle" }>({
    name: "redundant-condition",
    severity: "info",
    message: {
      en: ({ part, cause }) => `${quote(part, "en")} changes nothing: ${redundantEn[cause]}`,
      fr: ({ part, cause }) => `${quote(part, "fr")} ne change rien\u00a0: ${redundantFr[cause]}`,
    },
    help: {
      en: () => "take it out, or say what was meant",
      fr: () => "la retirer, ou dire ce qui était voulu",
    },
    why: {
      en: "readers look for the case it was written for and find none",
      fr: "on cherche le cas pour lequel elle a été écrite, et il n'y en a pas",
    },
  }),
  CRI413: row<{ clause: string; question: IncompleteQuestion; cause: "work" | "free" }>({
    name: "analysis-incomplete",
    severity: "info",
    message: {
      en: ({ clause, question }) => `It was not decided whether ${questionsEn[question]} (${quote(clause, "en")})`,
      fr: ({ clause, question }) => `Il n'a pas été établi si ${questionsFr[question]} (${quote(clause, "fr")})`,
    },
    help: {
      en: ({ cause }) =>
        cause === "work"
          ? "split the conditions, or name what they share in criteria, so that fewer combinations are possible"
          : "use fewer different values of this subject in conditions",
      fr: ({ cause }) =>
        cause === "work"
          ? "découper les conditions, ou nommer dans criteria ce qu'elles partagent, pour réduire les combinaisons"
          : "employer moins de valeurs différentes de ce sujet dans les conditions",
    },
    why: {
      en: "what was not proved may still be wrong: have two people read it",
      fr: "ce qui n'est pas prouvé peut être faux\u00a0: le faire relire par deux personnes",
    },
  }),
  CRI414: row<{ clause: string; subject: string }>({
    name: "email-open-as-interest",
    severity: "warning",
    message: {
      en: ({ clause, subject }) =>
        `${quote(clause, "en")} takes ${quote(subject, "en")}, an opened e-mail, for interest`,
      fr: ({ clause, subject }) =>
        `${quote(clause, "fr")} prend ${quote(subject, "fr")}, un e-mail ouvert, pour de l'intérêt`,
    },
    help: {
      en: () => "ask for a click, a reply, a visit or a form beside it or instead of it",
      fr: () => "demander en plus, ou à la place, un clic, une réponse, une visite ou un formulaire",
    },
    why: {
      en: "mail programs open messages by themselves: sales would call people who read nothing",
      fr: "les messageries ouvrent les messages toutes seules\u00a0: le commerce appellerait des gens qui n'ont rien lu",
    },
  }),
};

/** What a question that stayed open was about. */
export type IncompleteQuestion =
  | "satisfiable"
  | "always-true"
  | "covered"
  | "overlapping"
  | "shadowed"
  | "weaker"
  | "redundant";

type PerKind = Readonly<Record<CompetitionKind, (about: string, names: string) => string>>;

const uncoveredEn: PerKind = {
  handoffs: (about, names) => `Some leads in ${quote(about, "en")} are taken by no handoff (${names})`,
  entry: (_, names) => `Some leads in scope are born into no stage (${names})`,
  promotion: (about, names) => `Some leads in ${quote(about, "en")} are taken by no stage (${names})`,
  priorities: (_, names) => `Some leads have no priority (${names}), so no deadline`,
  assignment: (about) => `${quote(about, "en")} assigns some leads to nobody`,
};
const uncoveredFr: PerKind = {
  handoffs: (about, names) => `Certains leads de ${quote(about, "fr")} ne sont pris par aucune transmission (${names})`,
  entry: (_, names) => `Certains leads du périmètre n'entrent dans aucune étape (${names})`,
  promotion: (about, names) => `Certains leads de ${quote(about, "fr")} ne sont pris par aucune étape (${names})`,
  priorities: (_, names) => `Certains leads n'ont pas de priorité (${names}), donc pas de délai`,
  assignment: (about) => `${quote(about, "fr")} n'attribue certains leads à personne`,
};
const wideningEn: Readonly<Record<CompetitionKind, string>> = {
  handoffs: "let one handoff take the rest: otherwise: true",
  entry: "let one stage take the rest: from: new without criteria",
  promotion: "add a stage for the rest",
  priorities: "end with a priority that says otherwise: true",
  assignment: "end with a line without when",
};
const wideningFr: Readonly<Record<CompetitionKind, string>> = {
  handoffs: "confier le reste à une transmission\u00a0: otherwise: true",
  entry: "confier le reste à une étape\u00a0: from: new sans criteria",
  promotion: "ajouter une étape pour le reste",
  priorities: "finir par une priorité avec otherwise: true",
  assignment: "finir par une ligne sans when",
};

function quoteBoth([first = "", second = ""]: readonly string[], language: Language): string {
  return `${quote(first, language)} ${language === "fr" ? "et" : "and"} ${quote(second, language)}`;
}

type PerName = Readonly<Record<CompetitionKind, (name: string) => string>>;
const shadowedEn: PerName = {
  handoffs: (name) => `The handoff ${quote(name, "en")}`,
  entry: (name) => `The stage ${quote(name, "en")}`,
  promotion: (name) => `The stage ${quote(name, "en")}`,
  priorities: (name) => `The priority ${quote(name, "en")}`,
  assignment: (name) => `Line ${name} of assign`,
};
const shadowedFr: PerName = {
  handoffs: (name) => `La transmission ${quote(name, "fr")}`,
  entry: (name) => `L'étape ${quote(name, "fr")}`,
  promotion: (name) => `L'étape ${quote(name, "fr")}`,
  priorities: (name) => `La priorité ${quote(name, "fr")}`,
  assignment: (name) => `La ligne ${name} de assign`,
};

const unknownEn = {
  include: "A lead is left out of scope without a word",
  exclude: "A lead is kept in scope without a word",
  competition: "A lead is taken by nobody",
} as const;
const unknownFr = {
  include: "Un lead sort du périmètre sans un mot",
  exclude: "Un lead reste dans le périmètre sans un mot",
  competition: "Un lead n'est pris par personne",
} as const;

const redundantEn = {
  implied: "the other conditions already ask for it",
  covered: "the other alternatives already allow it",
  idle: "no lead meets it",
} as const;
const redundantFr = {
  implied: "les autres conditions l'exigent déjà",
  covered: "les autres possibilités l'admettent déjà",
  idle: "aucun lead n'y répond",
} as const;

const questionsEn: Readonly<Record<IncompleteQuestion, string>> = {
  satisfiable: "any lead can meet this condition",
  "always-true": "this condition leaves out any lead",
  covered: "every lead is covered",
  overlapping: "a lead can meet both conditions",
  shadowed: "this rule can ever apply",
  weaker: "this stage asks more than the one before it",
  redundant: "a part of this condition is redundant",
};
const questionsFr: Readonly<Record<IncompleteQuestion, string>> = {
  satisfiable: "un lead peut remplir cette condition",
  "always-true": "cette condition écarte un lead",
  covered: "tous les leads sont couverts",
  overlapping: "un lead peut remplir les deux conditions",
  shadowed: "cette règle peut s'appliquer un jour",
  weaker: "cette étape exige plus que la précédente",
  redundant: "une partie de cette condition est superflue",
};

const typeEn: Readonly<Record<string, string>> = {
  text: "a text",
  number: "a number",
  money: "an amount",
  boolean: "yes or no",
  date: "a date",
  datetime: "a moment",
  enum: "a choice",
  enums: "several choices",
  signal: "a signal",
  linked: "a linked record",
};
const typeFr: Readonly<Record<string, string>> = {
  text: "un texte",
  number: "un nombre",
  money: "un montant",
  boolean: "un oui ou non",
  date: "une date",
  datetime: "un instant",
  enum: "un choix",
  enums: "un choix multiple",
  signal: "un signal",
  linked: "un enregistrement lié",
};
