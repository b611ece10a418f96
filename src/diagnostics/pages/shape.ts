import type { RulePage } from "./page.ts";

/** The pages of `explain` for the family SCH. */
export const shapePages = {
  SCH101: {
    title: {
      en: "Every key belongs to the language",
      fr: "Chaque clé appartient au langage",
    },
    what: {
      en: "A key that the language does not have at this place, most often a typing mistake. Also two keys that exclude each other, such as two questions in one condition. Keys are English words in camelCase; labels and texts may be in any language.",
      fr: "Une clé que le langage ne prévoit pas à cet endroit, le plus souvent une faute de frappe. Ou deux clés qui s'excluent, comme deux questions dans une même condition. Les clés sont des mots anglais\u202f; les libellés et les textes peuvent être en toute langue.",
    },
    form: "entries",
    fails: `roles:
  sdr: { label: SDR, party: sales, capacty: 15 per person per business day }
`,
    passes: `roles:
  sdr: { label: SDR, party: sales, capacity: 15 per person per business day }
`,
    fix: {
      en: "Write the key that was meant: the message names the nearest one, or lists those that exist here.",
      fr: "Écrire la clé voulue\u00a0: le message nomme la plus proche, ou donne celles qui existent à cet endroit.",
    },
  },
  SCH102: {
    title: {
      en: "What the agreement needs is written",
      fr: "Ce dont l'accord a besoin est écrit",
    },
    what: {
      en: "A key without which the clause says nothing: who promises, what is measured, when a handoff opens, which scope the contract has.",
      fr: "Il manque une clé sans laquelle la clause ne dit rien\u00a0: qui s'engage, ce qui est mesuré, quand une transmission s'ouvre, à quels leads le contrat s'applique.",
    },
    form: "entries",
    fails: `commitments:
  lead-quality: { by: marketing, measure: { acceptance: marketing-to-sales }, atLeast: 60%, per: month }
`,
    passes: `commitments:
  lead-quality: { by: marketing, to: sales, measure: { acceptance: marketing-to-sales }, atLeast: 60%, per: month }
`,
    fix: {
      en: "Add the key that the message names, with what both sides agreed.",
      fr: "Ajouter la clé que nomme le message, avec ce que les deux parties ont convenu.",
    },
  },
  SCH103: {
    title: {
      en: "Every value is of the kind its key asks for",
      fr: "Chaque valeur est de la sorte que sa clé demande",
    },
    what: {
      en: "A text where a list is needed, a number where a text is needed, a group of keys left empty. It often comes from a missing bracket or from a value that was never filled in.",
      fr: "Un texte là où il faut une liste, un nombre là où il faut un texte, un groupe de clés resté vide. Cela vient souvent d'un crochet oublié ou d'une valeur jamais remplie.",
    },
    form: "entries",
    fails: `signals:
  demo-request: { label: Demo request, handRaise: "true" }
`,
    passes: `signals:
  demo-request: { label: Demo request, handRaise: true }
`,
    fix: {
      en: "Write the value in the form that the message asks for: brackets for a list, quotes for a text, nothing around a number, true or false.",
      fr: "Écrire la valeur sous la forme que demande le message\u00a0: crochets pour une liste, guillemets pour un texte, rien autour d'un nombre, de true ou de false.",
    },
  },
  SCH104: {
    title: {
      en: "Every value is one that both sides can read",
      fr: "Chaque valeur est de celles que les deux parties savent lire",
    },
    what: {
      en: "A value that is not among the choices of its key, or that is not written in its form: a date such as 2027-01-04, a share such as 60%, a capacity such as 15 per person per business day.",
      fr: "Une valeur qui n'est pas parmi les choix de sa clé, ou qui n'a pas la forme attendue\u00a0: une date comme 2027-01-04, une part comme 60%, une capacité comme 15 per person per business day.",
    },
    form: "entries",
    fails: `stages:
  disqualified: { label: Disqualified, definition: A contact we will not serve., owner: marketer, closed: loss }
`,
    passes: `stages:
  disqualified: { label: Disqualified, definition: A contact we will not serve., owner: marketer, closed: lost }
`,
    fix: {
      en: "Choose one of the values that the message lists, or write the value in the form it shows.",
      fr: "Choisir l'une des valeurs que donne le message, ou écrire la valeur sous la forme qu'il montre.",
    },
  },
  SCH105: {
    title: {
      en: "A name is made of lower-case letters, digits and hyphens",
      fr: "Un nom est fait de minuscules, de chiffres et de traits d'union",
    },
    what: {
      en: "The names of entries become names in the CRM, which takes no spaces, capitals or accents. Seven words mean something to the language itself and name no entry: new, any, sender, nobody, owner, due, otherwise.",
      fr: "Les noms des entrées deviennent des noms dans le CRM, qui n'admet ni espace, ni majuscule, ni accent. Sept mots ont un sens dans le langage et ne nomment rien d'autre\u00a0: new, any, sender, nobody, owner, due, otherwise.",
    },
    form: "entries",
    fails: `signals:
  Webinar_2027: { label: Webinar attended }
  demo-request: { label: Demo request, handRaise: true }
`,
    passes: `signals:
  demo-request: { label: Demo request, handRaise: true }
glossary:
  webinar-2027: { label: Webinar attended }
`,
    fix: {
      en: "Rename the entry, such as account-executive, wherever it is used; put the words people read into its label.",
      fr: "Renommer l'entrée, par exemple commercial-nord, partout où elle sert\u202f; mettre dans son label les mots que l'on lit.",
    },
  },
  SCH106: {
    title: {
      en: "The contract is written in a version of the language that revpact knows",
      fr: "Le contrat est écrit dans une version du langage que revpact connaît",
    },
    what: {
      en: "The first key, revpact, says by which rules the text is read. This revpact knows version 1.",
      fr: "La première clé, revpact, dit selon quelles règles le texte se lit. Ce revpact connaît la version 1.",
    },
    form: "entries",
    fails: "revpact: 2\n",
    passes: "revpact: 1\n",
    fix: {
      en: "Write revpact: 1. If a colleague wrote the contract with a newer revpact, install that one. The version of your agreement goes into version.",
      fr: "Écrire revpact: 1. Si un collègue a écrit le contrat avec un revpact plus récent, installer celui-là. Le numéro de votre accord va dans version.",
    },
  },
  SCH107: {
    title: {
      en: "What revpact does not do yet is said, not passed over",
      fr: "Ce que revpact ne fait pas encore est dit, non passé sous silence",
    },
    what: {
      en: "The key belongs to the language and is read, but this version of revpact does nothing with it. The rest of the contract works.",
      fr: "La clé appartient au langage et elle est lue, mais cette version de revpact n'en fait rien. Le reste du contrat fonctionne.",
    },
    form: "entries",
    fails: `removed:
  stages.pre-mql: { moveTo: lead }
`,
    passes: `glossary:
  lead: { label: Lead, definition: Includes what was called pre-MQL until 2026. }
`,
    fix: {
      en: "Do by hand in the CRM what the key asks for, or take the key out until revpact can do it.",
      fr: "Faire à la main dans le CRM ce que demande la clé, ou la retirer jusqu'à ce que revpact sache le faire.",
    },
  },
  SCH108: {
    title: {
      en: "A contract file contains a contract",
      fr: "Un fichier de contrat contient un contrat",
    },
    what: {
      en: "The file is empty or holds only comments, or the folder holds only parts of a contract (partOf) and not the contract itself.",
      fr: "Le fichier est vide ou ne contient que des commentaires, ou bien le dossier ne contient que des parties d'un contrat (partOf) et pas le contrat lui-même.",
    },
    form: "file",
    fails: "# To be written with sales before the end of the quarter.\n",
    passes: `revpact: 1
name: first-steps
version: 0.1.0
title: First steps
effective: 2027-01-04
languages: [en]
scope: { object: contact }
parties: { marketing: { label: Marketing } }
roles: { marketer: { label: Marketer, party: marketing } }
stages:
  lead:
    label: Lead
    definition: A contact who left an address.
    owner: marketer
    from: new
    expires: { after: 90 calendar days, reason: gone-quiet }
  filed: { label: Filed, definition: A contact we no longer write to., owner: marketer, closed: lost }
reasons:
  gone-quiet: { label: No sign of life, moveTo: filed }
handoffs: {}
`,
    fix: {
      en: "Start from the example above or from one of the examples of the package, and change it into your agreement.",
      fr: "Partir de l'exemple ci-dessus ou de l'un des exemples du paquet, et en faire votre accord.",
    },
  },
  SCH109: {
    title: {
      en: "A duration says which time it counts",
      fr: "Une durée dit quel temps elle compte",
    },
    what: {
      en: "Business time runs only while the office is open, calendar time always. A bare 24h or 2 days leaves the reader to choose. The forms are 4 business hours, 2 business days, 90 calendar days, 6 months, end of business day.",
      fr: "Le temps ouvré ne court que lorsque le bureau est ouvert, le temps calendaire court toujours. Un simple 24h ou 2 jours laisse le choix au lecteur. Les formes sont 4 business hours (heures ouvrées), 2 business days (jours ouvrés), 90 calendar days (jours calendaires), 6 months (mois), end of business day (fin de la journée ouvrée).",
    },
    form: "entries",
    fails: `stages:
  lead:
    label: Lead
    definition: A known contact in the target market.
    owner: marketer
    from: new
    expires: { after: 90 days, reason: gone-quiet }
`,
    passes: `stages:
  lead:
    label: Lead
    definition: A known contact in the target market.
    owner: marketer
    from: new
    expires: { after: 90 calendar days, reason: gone-quiet }
`,
    fix: {
      en: "Ask both sides which time they meant, and write business or calendar between the number and the unit.",
      fr: "Demander aux deux parties quel temps elles entendaient, et écrire business (ouvré) ou calendar (calendaire) entre le nombre et l'unité.",
    },
  },
} satisfies Readonly<Record<string, RulePage>>;
