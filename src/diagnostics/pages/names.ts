import type { RulePage } from "./page.ts";

/** The pages of `explain` for the family REF. */
export const namePages = {
  REF201: {
    title: {
      en: "Every name points at something the contract defines",
      fr: "Chaque nom désigne quelque chose que le contrat définit",
    },
    what: {
      en: "A clause names a role, a stage, a reason, a field or another entry that is defined nowhere: a typing mistake, an entry that was renamed, or one that was never written.",
      fr: "Une clause nomme un rôle, une étape, un motif, un champ ou une autre entrée qui n'est définie nulle part\u00a0: faute de frappe, entrée renommée ou jamais écrite.",
    },
    form: "entries",
    fails: `reasons:
  bad-timing: { label: Bad timing, moveTo: nurtur, coolOff: 60 calendar days }
`,
    passes: `reasons:
  bad-timing: { label: Bad timing, moveTo: nurture, coolOff: 60 calendar days }
`,
    fix: {
      en: "Correct the name, or define the entry it names.",
      fr: "Corriger le nom, ou définir l'entrée qu'il désigne.",
    },
  },
  REF202: {
    title: {
      en: "Every entry is written in one file only",
      fr: "Chaque entrée n'est écrite que dans un seul fichier",
    },
    what: {
      en: "A contract may be spread over several files of a folder, each owning whole entries. Here a second file defines an entry that contract.yaml already has: the commitment on-time, at 90%.",
      fr: "Un contrat peut être réparti en plusieurs fichiers d'un dossier, chacun possédant des entrées entières. Ici, un deuxième fichier définit une entrée que contract.yaml possède déjà\u00a0: l'engagement on-time, à 90\u00a0%.",
    },
    form: "part",
    fails: `partOf: demo
commitments:
  on-time: { by: sales, to: marketing, measure: { onTime: marketing-to-sales.decision }, atLeast: 80%, per: month }
`,
    passes: `partOf: demo
commitments:
  real-work: { by: sales, to: marketing, measure: { worked: marketing-to-sales }, atLeast: 95%, per: month }
`,
    fix: {
      en: "Decide with both sides which of the two holds, and delete the other.",
      fr: "Décider avec les deux parties laquelle des deux vaut, et supprimer l'autre.",
    },
  },
  REF203: {
    title: {
      en: "What is defined is used",
      fr: "Ce qui est défini sert",
    },
    what: {
      en: "A role, field, signal, reason, calendar, pipeline or named criteria that no clause refers to. Saying in an environment what it is in the CRM is no use of it.",
      fr: "Un rôle, un champ, un signal, un motif, un calendrier, un pipeline ou un critère nommé auquel aucune clause ne se réfère. Dire dans un environnement ce qu'il est dans le CRM ne compte pas.",
    },
    form: "entries",
    fails: `reasons:
  competitor: { label: Chose a competitor, moveTo: disqualified }
`,
    passes: `reasons:
  competitor: { label: Chose a competitor, moveTo: disqualified }
stages:
  working:
    label: In progress
    definition: A lead that sales has accepted and is working.
    owner: sdr
    deadlines: { outcome: { within: 15 business days, escalate: [{ after: due, notify: [head-of-sales] }] } }
    exitReasons: [not-a-fit, bad-timing, unreachable, competitor]
`,
    fix: {
      en: "Refer to it where it was meant to serve (a reason in exitReasons, a field in requires, a signal in criteria), or delete it.",
      fr: "S'y référer là où il devait servir (un motif dans exitReasons, un champ dans requires, un signal dans criteria), ou le supprimer.",
    },
  },
  REF205: {
    title: {
      en: "Two entries never have names that look alike",
      fr: "Deux entrées n'ont jamais des noms qui se ressemblent",
    },
    what: {
      en: "Two names of one section differ only by a hyphen, a plural s, or characters that look the same, such as l and 1.",
      fr: "Deux noms d'une même section ne diffèrent que par un trait d'union, un s final ou des caractères qui se ressemblent, comme l et 1.",
    },
    form: "entries",
    fails: `roles:
  head-of-sales: { label: Head of sales, party: sales, backup: headofsales }
  headofsales: { label: Deputy head of sales, party: sales }
`,
    passes: `roles:
  head-of-sales: { label: Head of sales, party: sales, backup: sales-deputy }
  sales-deputy: { label: Deputy head of sales, party: sales }
`,
    fix: {
      en: "If both mean the same, keep one. If not, give one of them a name of its own.",
      fr: "Si les deux désignent la même chose, n'en garder qu'une. Sinon, donner à l'une un nom bien à elle.",
    },
  },
} satisfies Readonly<Record<string, RulePage>>;
