import type { RulePage } from "./page.ts";

/** The pages of `explain` for the family CRI. */
export const criteriaPages = {
  CRI406: {
    title: {
      en: "A condition asks a question that its subject can answer",
      fr: "Une condition pose une question à laquelle son sujet peut répondre",
    },
    what: {
      en: "Every type of field has its own questions: a number is compared (atLeast, between), a date has an age (withinLast, before), a choice is one of its options (is, in). The value has to be of that type too.",
      fr: "Chaque type de champ a ses questions\u00a0: un nombre se compare (atLeast, between), une date a un âge (withinLast, before), un choix est l'une de ses options (is, in). La valeur doit être de ce type elle aussi.",
    },
    form: "entries",
    fails: `scope: { object: contact, include: { field: country, atLeast: 2, orUnknown: true } }
`,
    passes: `scope: { object: contact, include: { field: country, in: [FR, BE], orUnknown: true } }
`,
    fix: {
      en: "Use one of the operators that the message lists, or correct the type of the field.",
      fr: "Employer l'un des opérateurs que donne le message, ou corriger le type du champ.",
    },
  },
  CRI407: {
    title: {
      en: "A condition names only options that its field has",
      fr: "Une condition ne nomme que des options de son champ",
    },
    what: {
      en: "The condition compares a choice with an option that the field does not have. Options are compared by their id (FR), not by their label (France).",
      fr: "La condition compare un choix à une option que le champ n'a pas. Les options se comparent par leur identifiant (FR), non par leur libellé (France).",
    },
    form: "entries",
    fails: `scope: { object: contact, include: { field: country, in: [France, BE], orUnknown: true } }
`,
    passes: `scope: { object: contact, include: { field: country, in: [FR, BE], orUnknown: true } }
`,
    fix: {
      en: "Use the id of one of the field's options, or add the option to the field.",
      fr: "Employer l'identifiant d'une option du champ, ou ajouter l'option au champ.",
    },
  },
} satisfies Readonly<Record<string, RulePage>>;
