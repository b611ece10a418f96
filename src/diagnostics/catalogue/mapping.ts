import { type Language, quote, quoteEach } from "../language.ts";
import { row } from "./row.ts";

/** The codes of the family CRM: names, weights and messages. */
export const mappingRows = {
  CRM801: row<{ field: string }>({
    name: "name-collision",
    severity: "error",
    message: {
      en: ({ field }) =>
        `The field ${quote(field, "en")} would get the name of a property that revpact makes for itself`,
      fr: ({ field }) =>
        `Le champ ${quote(field, "fr")} prendrait le nom d'une propriété que revpact crée pour lui-même`,
    },
    help: {
      en: () => "give the field another id, or adopt an existing property: crm: { property: … }",
      fr: () => "donner au champ un autre identifiant, ou adopter une propriété existante\u00a0: crm: { property: … }",
    },
    why: {
      en: "two meanings in one place overwrite each other",
      fr: "deux sens au même endroit s'écrasent l'un l'autre",
    },
  }),
  CRM802: row<{ name: string; most: number }>({
    name: "name-too-long",
    severity: "error",
    message: {
      en: ({ name, most }) =>
        `${quote(name, "en")} is longer than the ${most} characters that a name in the CRM may have`,
      fr: ({ name, most }) => `${quote(name, "fr")} dépasse les ${most} caractères permis pour un nom dans le CRM`,
    },
    help: {
      en: () => "shorten it",
      fr: () => "le raccourcir",
    },
    why: {
      en: "the CRM would refuse it in the middle of an apply",
      fr: "le CRM le refuserait au milieu d'une application",
    },
  }),
  CRM803: row<{ field: string; type: string; property: string; holds: readonly string[] }>({
    name: "type-mismatch",
    severity: "error",
    message: {
      en: ({ field, type, property, holds }) =>
        `${quote(field, "en")} is of type ${type}, but the property ${quote(property, "en")} holds ${holds.join(" or ")}`,
      fr: ({ field, type, property, holds }) =>
        `${quote(field, "fr")} est de type ${type}, mais la propriété ${quote(property, "fr")} contient ${holds.join(" ou ")}`,
    },
    help: {
      en: ({ holds }) => `write type: ${holds[0] ?? ""}, or adopt another property`,
      fr: ({ holds }) => `écrire type: ${holds[0] ?? ""}, ou adopter une autre propriété`,
    },
    why: {
      en: "every condition on it would be asked in the wrong way",
      fr: "toute condition sur ce champ serait posée de travers",
    },
  }),
  CRM804: row<{ property: string; field: string; other: string }>({
    name: "duplicate-mapping",
    severity: "error",
    message: {
      en: ({ property, field, other }) =>
        `${quote(field, "en")} and ${quote(other, "en")} both adopt the property ${quote(property, "en")}`,
      fr: ({ property, field, other }) =>
        `${quote(field, "fr")} et ${quote(other, "fr")} adoptent tous deux la propriété ${quote(property, "fr")}`,
    },
    help: {
      en: () => "keep one field for it",
      fr: () => "n'en garder qu'un",
    },
    why: {
      en: "the same value would go by two names, and each side would fill in its own",
      fr: "une même valeur porterait deux noms, et chacun remplirait le sien",
    },
  }),
  CRM805: row<{ field: string; property: string; by: string }>({
    name: "read-only-target",
    severity: "error",
    message: {
      en: ({ field, property, by }) =>
        `${quote(by, "en")} can't fill ${quote(field, "en")}: HubSpot alone writes ${quote(property, "en")}`,
      fr: ({ field, property, by }) =>
        `${quote(by, "fr")} ne peut remplir ${quote(field, "fr")}\u00a0: HubSpot seul écrit ${quote(property, "fr")}`,
    },
    help: {
      en: () => "write filledBy: crm, or adopt another property",
      fr: () => "écrire filledBy: crm, ou adopter une autre propriété",
    },
    why: {
      en: "people are asked for a value that they have no way to enter",
      fr: "on demande une valeur que personne ne peut saisir",
    },
  }),
  CRM806: row<{ stage: string; lifecycle: string; from: readonly string[] }>({
    name: "backward-lifecycle-move",
    severity: "info",
    message: {
      en: ({ stage, lifecycle, from }) =>
        `HubSpot keeps a later lifecycle stage when a record comes from ${quoteEach(from, "en")} back to ${quote(stage, "en")}: it ignores the step to ${quote(lifecycle, "en")}`,
      fr: ({ stage, lifecycle, from }) =>
        `HubSpot garde une phase plus avancée quand un lead revient de ${quoteEach(from, "fr")} à ${quote(stage, "fr")}\u00a0: il ignore le pas vers ${quote(lifecycle, "fr")}`,
    },
    help: {
      en: () =>
        "read the contract's own stage, which does go back; the lifecycle stage tells the furthest point reached",
      fr: () =>
        "lire l'étape du contrat, qui recule bien\u202f; la phase de HubSpot dit le point le plus avancé atteint",
    },
    why: {
      en: "a report by lifecycle stage counts a returned lead where it no longer is",
      fr: "un rapport par phase compte un lead revenu là où il n'est plus",
    },
  }),
  CRM807: row<{ deadline: string; what: readonly string[]; cause: "touch" | "signal" }>({
    name: "unmeasurable-deadline",
    severity: "warning",
    message: {
      en: ({ deadline, what, cause }) =>
        `The CRM can't see when ${quote(deadline, "en")} is met: ${cause === "touch" ? `it logs no ${what.join(" or ")}` : `${quoteEach(what, "en")} is bound to nothing in any portal`}`,
      fr: ({ deadline, what, cause }) =>
        `Le CRM ne voit pas quand ${quote(deadline, "fr")} est tenu\u00a0: ${cause === "touch" ? `il n'enregistre pas ${what.join(" ou ")}` : `${quoteEach(what, "fr")} n'est relié à rien dans aucun portail`}`,
    },
    help: {
      en: ({ cause }) =>
        cause === "touch"
          ? "count a kind that is logged too, such as call or meeting"
          : "say in environments what the signal is: a form, a page, a meeting or a property",
      fr: ({ cause }) =>
        cause === "touch"
          ? "compter aussi une sorte enregistrée, comme call ou meeting"
          : "dire dans environments ce qu'est le signal\u00a0: formulaire, page, réunion ou propriété",
    },
    why: {
      en: "a promise that nobody can measure is kept by whoever speaks last",
      fr: "une promesse que personne ne mesure est tenue par celui qui parle le dernier",
    },
  }),
  CRM808: row<{ property: string; field: string; writers: readonly string[] }>({
    name: "several-writers",
    severity: "error",
    message: {
      en: ({ property, field, writers }) =>
        writers[0] === "stages"
          ? `${quote(field, "en")} adopts ${quote(property, "en")}, which the stages of the contract are written to`
          : `${quote(field, "en")} is written by several programs: ${writers.join(", ")}`,
      fr: ({ property, field, writers }) =>
        writers[0] === "stages"
          ? `${quote(field, "fr")} adopte ${quote(property, "fr")}, où s'écrivent les étapes du contrat`
          : `${quote(field, "fr")} est écrit par plusieurs programmes\u00a0: ${writers.join(", ")}`,
    },
    help: {
      en: () => "leave one writer",
      fr: () => "n'en laisser qu'un",
    },
    why: {
      en: "each undoes what the other wrote, and no report can be trusted",
      fr: "chacun défait ce que l'autre a écrit, et aucun rapport n'est sûr",
    },
  }),
  CRM809: row<{ field: string; sources: readonly string[] }>({
    name: "unfilled-field",
    severity: "error",
    message: {
      en: ({ field, sources }) =>
        `Nothing would fill ${quote(field, "en")}: ${sources.join(", ")} writes to a property of its own`,
      fr: ({ field, sources }) =>
        `Rien ne remplirait ${quote(field, "fr")}\u00a0: ${sources.join(", ")} écrit dans une propriété à soi`,
    },
    help: {
      en: () => "name that property: crm: { property: … }",
      fr: () => "nommer cette propriété\u00a0: crm: { property: … }",
    },
    why: {
      en: "criteria on a field that stays empty let nobody through",
      fr: "des critères sur un champ qui reste vide ne laissent passer personne",
    },
  }),
  CRM810: row<{ clause: string }>({
    name: "not-enforceable",
    severity: "info",
    message: {
      en: ({ clause }) => `The CRM leaves ${quote(clause, "en")} to people`,
      fr: ({ clause }) => `Le CRM laisse ${quote(clause, "fr")} aux personnes`,
    },
    help: {
      en: () => "run revpact fidelity --level manual: it says what people do, clause by clause",
      fr: () => "lancer revpact fidelity --level manual\u00a0: il dit ce que font les personnes, clause par clause",
    },
    why: {
      en: "what nobody knows to be theirs is taken for done by the CRM",
      fr: "ce que chacun croit fait par le CRM n'est fait par personne",
    },
  }),
  CRM811: row<{
    cause: "scope" | "tier" | "room";
    scopes: readonly string[];
    kind: string;
    object: string;
    count: number;
    room: number;
  }>({
    name: "capability-missing",
    severity: "error",
    message: {
      en: ({ cause, scopes, kind, object, count, room }) => {
        const what = `${count} ${thingWords.en[kind]?.[count === 1 ? 0 : 1] ?? kind}${object === "" ? "" : ` on ${object}`}`;
        if (cause === "room") return `The portal has room for ${room} more, and the contract needs ${what}`;
        return cause === "scope"
          ? `The token lacks the scope ${scopes.join(" or ")}, and the contract needs ${what}`
          : `The portal refuses what its subscription does not have, and the contract needs ${what}`;
      },
      fr: ({ cause, scopes, kind, object, count, room }) => {
        const what = `${count} ${thingWords.fr[kind]?.[count < 2 ? 0 : 1] ?? kind}${object === "" ? "" : ` sur ${object}`}`;
        if (cause === "room") return `Le portail n'a de la place que pour ${room}, et le contrat demande ${what}`;
        return cause === "scope"
          ? `Il manque au jeton la permission ${scopes.join(" ou ")}, et le contrat demande ${what}`
          : `Le portail refuse ce que son abonnement n'a pas, et le contrat demande ${what}`;
      },
    },
    help: {
      en: ({ cause, scopes }) => {
        if (cause === "room") return "remove properties that nobody uses, or take a larger subscription";
        if (cause === "tier") return "take the subscription that has them, or leave these clauses to people";
        return `add ${scopes.join(" or ")} to the key in HubSpot; where it is not offered, the subscription lacks the tool`;
      },
      fr: ({ cause, scopes }) => {
        if (cause === "room") return "retirer des propriétés inutilisées, ou prendre un abonnement supérieur";
        if (cause === "tier") return "prendre l'abonnement qui les offre, ou laisser ces clauses aux personnes";
        return `ajouter ${scopes.join(" ou ")} à la clé dans HubSpot\u202f; si elle n'est pas proposée, l'abonnement n'a pas l'outil`;
      },
    },
    why: {
      en: "an apply that fails half-way leaves a CRM that keeps half of the agreement",
      fr: "une application qui échoue en chemin laisse un CRM qui tient la moitié de l'accord",
    },
  }),
  CRM812: row<{
    kind: Named;
    name: string;
    cause: "absent" | "several" | "refused" | "unset";
    guess: string;
    candidates: readonly string[];
    scopes: readonly string[];
  }>({
    name: "unresolved-name",
    severity: "warning",
    message: {
      en: ({ kind, name, cause, guess, scopes }) => {
        const named = quote(name, "en");
        const [one, many] = namedWords.en[kind];
        if (cause === "unset") return `The environment variable ${name} is not set`;
        if (cause === "several") return `The portal has several ${many} called ${named}`;
        if (cause === "refused") return `${named} can't be looked up: the token lacks ${scopes.join(" or ")}`;
        return `There is no ${one} ${named} in the portal${guess === "" ? "" : `; did you mean ${quote(guess, "en")}`}`;
      },
      fr: ({ kind, name, cause, guess, scopes }) => {
        const named = quote(name, "fr");
        const [one, many] = namedWords.fr[kind];
        if (cause === "unset") return `La variable d'environnement ${name} n'est pas définie`;
        if (cause === "several") return `Le portail a plusieurs ${many} du nom de ${named}`;
        if (cause === "refused")
          return `${named} ne peut être cherché\u00a0: il manque au jeton ${scopes.join(" ou ")}`;
        return `Il n'y a pas ${one} ${named} dans le portail${guess === "" ? "" : `\u202f; vouliez-vous dire ${quote(guess, "fr")}`}`;
      },
    },
    help: {
      en: ({ kind, name, cause, candidates, scopes }) => {
        if (kind === "lifecycle")
          return `write one that is there: ${quoteEach(candidates, "en")}; or let a super admin add it in HubSpot's settings, under Objects, Contacts, Lifecycle stage, and write its internal name`;
        if (cause === "unset") return `set ${name} to the e-mail address of that person`;
        if (cause === "several") return "give one of them another name in the CRM";
        if (cause === "refused") return `add ${scopes.join(" or ")} to the key in HubSpot`;
        if (candidates.length === 0) return "create it in the CRM, or correct the name";
        return `write a name as the CRM has it: ${quoteEach(candidates, "en")}`;
      },
      fr: ({ kind, name, cause, candidates, scopes }) => {
        if (kind === "lifecycle")
          return `écrire une phase qui y est\u00a0: ${quoteEach(candidates, "fr")}\u202f; ou la faire ajouter par un super administrateur dans les paramètres de HubSpot (Objets, Contacts, Phase du cycle de vie) et écrire son nom interne`;
        if (cause === "unset") return `donner à ${name} l'adresse de cette personne`;
        if (cause === "several") return "donner un autre nom à l'un d'eux dans le CRM";
        if (cause === "refused") return `ajouter ${scopes.join(" ou ")} à la clé dans HubSpot`;
        if (candidates.length === 0) return "le créer dans le CRM, ou corriger le nom";
        return `écrire un nom comme le CRM l'a\u00a0: ${quoteEach(candidates, "fr")}`;
      },
    },
    why: {
      en: "a message to nobody and a signal from nowhere look like silence",
      fr: "un message à personne et un signal de nulle part ressemblent au silence",
    },
  }),
};

const thingWords: Readonly<Record<Language, Readonly<Record<string, readonly [one: string, many: string]>>>> = {
  en: {
    "property-group": ["group of properties", "groups of properties"],
    property: ["property", "properties"],
    pipeline: ["pipeline", "pipelines"],
    list: ["list", "lists"],
    workflow: ["workflow", "workflows"],
  },
  fr: {
    "property-group": ["groupe de propriétés", "groupes de propriétés"],
    property: ["propriété", "propriétés"],
    pipeline: ["pipeline", "pipelines"],
    list: ["liste", "listes"],
    workflow: ["workflow", "workflows"],
  },
};

type Named = "user" | "team" | "form" | "event" | "meeting" | "variable" | "property" | "lifecycle";

const namedWords: Readonly<Record<Language, Readonly<Record<Named, readonly [one: string, many: string]>>>> = {
  en: {
    user: ["user", "users"],
    team: ["team", "teams"],
    form: ["form", "forms"],
    event: ["event", "events"],
    meeting: ["meeting", "meetings"],
    variable: ["variable", "variables"],
    property: ["property", "properties"],
    lifecycle: ["lifecycle stage", "lifecycle stages"],
  },
  fr: {
    user: ["d'utilisateur", "utilisateurs"],
    team: ["d'équipe", "équipes"],
    form: ["de formulaire", "formulaires"],
    event: ["d'événement", "événements"],
    meeting: ["de réunion", "réunions"],
    variable: ["de variable", "variables"],
    property: ["de propriété", "propriétés"],
    lifecycle: ["de phase du cycle de vie", "phases du cycle de vie"],
  },
};
