import type { RulePage } from "./page.ts";

/** The pages of `explain` for the family I18, DOC. */
export const wordPages = {
  I18001: {
    title: {
      en: "Every text exists in every language of the contract",
      fr: "Chaque texte existe dans chaque langue du contrat",
    },
    what: {
      en: "The contract says in languages who must be able to read it. Titles, definitions and explanations are then written in each of these languages. A plain label is the same word in all of them and needs no translation.",
      fr: "Le contrat dit dans languages qui doit pouvoir le lire. Les titres, définitions et explications s'écrivent alors dans chacune de ces langues. Un label sans langue est le même mot dans toutes et n'a pas besoin de traduction.",
    },
    form: "file",
    fails: `revpact: 1
name: first-steps
version: 0.1.0
title: { fr: Premiers pas, en: First steps }
effective: 2027-01-04
languages: [fr, en]
scope: { object: contact }
parties: { marketing: { label: Marketing } }
roles: { marketer: { label: { fr: Chargé de marketing, en: Marketer }, party: marketing } }
stages:
  lead:
    label: Lead
    definition: { fr: Contact qui a laissé son adresse., en: A contact who left an address. }
    owner: marketer
    from: new
    expires: { after: 90 calendar days, reason: gone-quiet }
  filed:
    label: { fr: Classé, en: Filed }
    definition: { fr: Contact à qui nous n'écrivons plus. }
    owner: marketer
    closed: lost
reasons:
  gone-quiet: { label: { fr: Sans signe de vie, en: No sign of life }, moveTo: filed }
handoffs: {}
`,
    passes: `revpact: 1
name: first-steps
version: 0.1.0
title: { fr: Premiers pas, en: First steps }
effective: 2027-01-04
languages: [fr, en]
scope: { object: contact }
parties: { marketing: { label: Marketing } }
roles: { marketer: { label: { fr: Chargé de marketing, en: Marketer }, party: marketing } }
stages:
  lead:
    label: Lead
    definition: { fr: Contact qui a laissé son adresse., en: A contact who left an address. }
    owner: marketer
    from: new
    expires: { after: 90 calendar days, reason: gone-quiet }
  filed:
    label: { fr: Classé, en: Filed }
    definition: { fr: Contact à qui nous n'écrivons plus., en: A contact we no longer write to. }
    owner: marketer
    closed: lost
reasons:
  gone-quiet: { label: { fr: Sans signe de vie, en: No sign of life }, moveTo: filed }
handoffs: {}
`,
    fix: {
      en: "Write the missing text beside the other: { fr: …, en: … }. Or take out of languages a language that nobody needs.",
      fr: "Écrire le texte manquant à côté de l'autre\u00a0: { fr: …, en: … }. Ou retirer de languages une langue dont personne n'a besoin.",
    },
  },
  I18002: {
    title: {
      en: "A text changes in all its languages at once",
      fr: "Un texte change dans toutes ses langues à la fois",
    },
    what: {
      en: "Since the older version a text changed in one language and stayed as it was in another. Either the other translation now says something else, or the change was one of spelling.",
      fr: "Depuis l'ancienne version, un texte a changé dans une langue et pas dans une autre. Soit l'autre traduction dit désormais autre chose, soit ce n'était qu'une correction.",
    },
    form: "since",
    fails: `languages: [en, fr]
title: { en: Inbound contract, fr: Contrat inbound }
---
version: 1.0.1
title: { en: Contract for inbound leads, fr: Contrat inbound }
`,
    passes: `languages: [en, fr]
title: { en: Inbound contract, fr: Contrat inbound }
---
version: 1.0.1
title: { en: Contract for inbound leads, fr: Contrat pour les leads inbound }
`,
    fix: {
      en: "Bring the other language up to date; where it still says the same, nothing is to be done.",
      fr: "Mettre l'autre langue à jour\u202f; si elle dit toujours la même chose, il n'y a rien à faire.",
    },
  },
  I18004: {
    title: {
      en: "The contract keeps to its own glossary",
      fr: "Le contrat respecte son propre glossaire",
    },
    what: {
      en: "A label, a definition or a reason in words uses a word that the glossary lists under avoid in that language. Whole words count, whatever their case and accents.",
      fr: "Un libellé, une définition ou une explication emploie un mot que le glossaire range sous avoid dans cette langue. Seuls comptent les mots entiers, sans égard à la casse ni aux accents.",
    },
    form: "entries",
    fails: `glossary:
  lead: { label: Lead, definition: A person of the target market who has shown interest., avoid: [hot contact] }
stages:
  lead:
    label: Lead
    definition: A hot contact in the target market.
    owner: marketer
    from: new
    expires: { after: 90 calendar days, reason: gone-quiet }
`,
    passes: `glossary:
  lead: { label: Lead, definition: A person of the target market who has shown interest., avoid: [hot contact] }
`,
    fix: {
      en: "Use the term of the glossary, or take the word off its list.",
      fr: "Employer le terme du glossaire, ou retirer le mot de la liste.",
    },
  },
  DOC951: {
    title: {
      en: "Every stage is defined in a sentence",
      fr: "Chaque étape est définie en une phrase",
    },
    what: {
      en: "A stage has a label but no definition. The definition says what is true of a record that is in it, so that two people place the same lead in the same stage.",
      fr: "Une étape a un libellé mais pas de définition. La définition dit ce qui est vrai d'un lead qui s'y trouve, pour que deux personnes rangent le même lead à la même étape.",
    },
    form: "entries",
    fails: `stages:
  nurture: { label: Nurture, owner: marketer, parking: true }
`,
    passes: `stages:
  nurture: { label: Nurture, definition: A contact without a project today., owner: marketer, parking: true }
`,
    fix: {
      en: "Write with both sides one sentence that can be checked on a real lead, and put it into definition.",
      fr: "Écrire avec les deux parties une phrase vérifiable sur un vrai lead, et la mettre dans definition.",
    },
  },
} satisfies Readonly<Record<string, RulePage>>;
