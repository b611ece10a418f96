import { quote, quoteEach } from "../language.ts";
import { row } from "./row.ts";

/** The codes of the family OWN: names, weights and messages. */
export const responsibilityRows = {
  OWN601: row<{ clause: string }>({
    name: "no-accountable",
    severity: "error",
    message: {
      en: ({ clause }) => `Nobody is accountable for ${quote(clause, "en")}`,
      fr: ({ clause }) => `Personne n'est garant de ${quote(clause, "fr")}`,
    },
    help: {
      en: () => "name exactly one role in accountable",
      fr: () => "nommer exactement un rôle dans accountable",
    },
    why: {
      en: "a duty that is nobody's is done by nobody",
      fr: "un devoir qui n'est à personne n'est rempli par personne",
    },
  }),
  OWN602: row<{ clause: string; roles: readonly string[] }>({
    name: "several-accountables",
    severity: "error",
    message: {
      en: ({ clause, roles }) =>
        `${quote(clause, "en")} has ${roles.length} accountable roles: ${quoteEach(roles, "en")}`,
      fr: ({ clause, roles }) => `${quote(clause, "fr")} a ${roles.length} garants\u00a0: ${quoteEach(roles, "fr")}`,
    },
    help: {
      en: () => "keep one; the others can be consulted or informed",
      fr: () => "en garder un\u202f; les autres peuvent être consultés ou informés",
    },
    why: {
      en: "where two answer, each waits for the other",
      fr: "quand deux répondent, chacun attend l'autre",
    },
  }),
  OWN603: row<{ clause: string; stage: string }>({
    name: "no-responsible",
    severity: "error",
    message: {
      en: ({ clause, stage }) =>
        stage === ""
          ? `Nobody does ${quote(clause, "en")}: no responsible role`
          : `Nobody does ${quote(clause, "en")}: the stage ${quote(stage, "en")} it leads to has no owner`,
      fr: ({ clause, stage }) =>
        stage === ""
          ? `Personne n'exécute ${quote(clause, "fr")}\u00a0: aucun rôle n'est nommé`
          : `Personne n'exécute ${quote(clause, "fr")}\u00a0: l'étape d'arrivée ${quote(stage, "fr")} n'a pas de responsable`,
    },
    help: {
      en: ({ stage }) => (stage === "" ? "name who does it in responsible" : `give "${stage}" an owner`),
      fr: ({ stage }) =>
        stage === "" ? "dire qui l'exécute dans responsible" : `donner un owner à «\u00a0${stage}\u00a0»`,
    },
    why: {
      en: "the record would arrive at a desk where nobody sits",
      fr: "le lead arriverait sur un bureau où personne n'est assis",
    },
  }),
  OWN604: row<{ handoff: string; party: string }>({
    name: "counterpart-not-informed",
    severity: "warning",
    message: {
      en: ({ handoff, party }) =>
        `${quote(party, "en")} hands over by ${quote(handoff, "en")} and never hears what came of it`,
      fr: ({ handoff, party }) =>
        `${quote(party, "fr")} transmet par ${quote(handoff, "fr")} et n'apprend jamais la suite`,
    },
    help: {
      en: ({ party }) => `add a role of "${party}" to informed, or the party to feedback: { to: […] }`,
      fr: ({ party }) => `ajouter un rôle de «\u00a0${party}\u00a0» à informed, ou la partie à feedback: { to: […] }`,
    },
    why: {
      en: "who learns nothing keeps sending the same",
      fr: "qui n'apprend rien continue d'envoyer la même chose",
    },
  }),
  OWN605: row<{ role: string; environment: string; inactive: string }>({
    name: "unassigned-role",
    severity: "warning",
    message: {
      en: ({ role, environment, inactive }) =>
        inactive === ""
          ? `Nobody is ${quote(role, "en")} in ${quote(environment, "en")}, yet messages or records go there`
          : `${quote(inactive, "en")}, who is ${quote(role, "en")} in ${quote(environment, "en")}, is no longer active in the CRM`,
      fr: ({ role, environment, inactive }) =>
        inactive === ""
          ? `Personne n'est ${quote(role, "fr")} dans ${quote(environment, "fr")}, or des messages ou des leads y vont`
          : `${quote(inactive, "fr")}, qui est ${quote(role, "fr")} dans ${quote(environment, "fr")}, n'est plus actif dans le CRM`,
    },
    help: {
      en: ({ role, inactive }) =>
        inactive === ""
          ? `add it to people: ${role}: { user: … } or { team: … }`
          : `name who took over in people: ${role}, or a team`,
      fr: ({ role, inactive }) =>
        inactive === ""
          ? `l'ajouter à people\u00a0: ${role}: { user: … } ou { team: … }`
          : `nommer dans people\u00a0: ${role} qui a pris la suite, ou une équipe`,
    },
    why: {
      en: "an alarm that rings in an empty office wakes nobody",
      fr: "une alarme qui sonne dans un bureau vide ne réveille personne",
    },
  }),
  OWN606: row<{ role: string; count: number; total: number }>({
    name: "overloaded-role",
    severity: "warning",
    message: {
      en: ({ role, count, total }) => `${quote(role, "en")} is accountable for ${count} of ${total} duties`,
      fr: ({ role, count, total }) => `${quote(role, "fr")} est garant de ${count} devoirs sur ${total}`,
    },
    help: {
      en: () => "share the duties out among those who can act on them",
      fr: () => "répartir les devoirs entre ceux qui peuvent agir",
    },
    why: {
      en: "who answers for everything answers for nothing",
      fr: "qui répond de tout ne répond de rien",
    },
  }),
  OWN607: row<{ party: string; other: string }>({
    name: "one-sided-contract",
    severity: "error",
    message: {
      en: ({ party }) => `${quote(party, "en")} promises nothing: only the other side has commitments`,
      fr: ({ party }) => `${quote(party, "fr")} ne promet rien\u00a0: seule l'autre partie a des engagements`,
    },
    help: {
      en: ({ party }) => `agree on at least one commitment or contribution by "${party}" or one of its roles`,
      fr: ({ party }) =>
        `convenir d'au moins un engagement ou d'une contribution de «\u00a0${party}\u00a0» ou d'un de ses rôles`,
    },
    why: {
      en: "an agreement that binds one side is an order, and is treated like one",
      fr: "un accord qui n'engage qu'un côté est un ordre, et on le traite comme tel",
    },
  }),
  OWN608: row<{ deadline: string; role: string }>({
    name: "escalation-to-self",
    severity: "warning",
    message: {
      en: ({ deadline, role }) =>
        `When ${quote(deadline, "en")} is missed, only ${quote(role, "en")} is told, who missed it`,
      fr: ({ deadline, role }) =>
        `Quand ${quote(deadline, "fr")} est dépassé, seul ${quote(role, "fr")}, qui est en retard, l'apprend`,
    },
    help: {
      en: () =>
        "add a later step that tells somebody above: escalate: [{ after: 1 business day, notify: [head-of-sales] }]",
      fr: () =>
        "ajouter un degré qui prévient plus haut\u00a0: escalate: [{ after: 1 business day, notify: [head-of-sales] }]",
    },
    why: {
      en: "a delay that only the late one knows of is no delay to anybody",
      fr: "un retard que seul le retardataire connaît n'en est un pour personne",
    },
  }),
};
