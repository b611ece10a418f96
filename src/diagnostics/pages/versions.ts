import type { RulePage } from "./page.ts";

/** The pages of `explain` for the family VER. */
export const versionPages = {
  VER901: {
    title: {
      en: "What breaks the agreement is a major version",
      fr: "Ce qui rompt l'accord est une version majeure",
    },
    what: {
      en: "A change since the older version asks more of somebody, or gives somebody less than was agreed, and the first number of the version did not grow. revpact diff shows each such change and whom it binds.",
      fr: "Un changement depuis l'ancienne version demande davantage à quelqu'un, ou lui donne moins que convenu, et le premier nombre de la version n'a pas grandi. revpact diff montre chacun de ces changements et qui il engage.",
    },
    form: "since",
    fails: `version: 1.1.0
reasons:
  bad-timing: { label: Bad timing, moveTo: nurture, coolOff: 90 calendar days }
`,
    passes: `version: 2.0.0
reasons:
  bad-timing: { label: Bad timing, moveTo: nurture, coolOff: 90 calendar days }
`,
    fix: {
      en: "Run revpact bump, which writes the version, the changelog and the effective date; or take the change back.",
      fr: "Lancer revpact bump, qui écrit la version, le journal et la date d'effet\u202f; ou renoncer au changement.",
    },
  },
  VER902: {
    title: {
      en: "Every change of the agreement has a version of its own",
      fr: "Tout changement de l'accord a sa propre version",
    },
    what: {
      en: "The contract changed and its version did not grow by as much as the changes ask for: the second number for what is new and binds nobody, the third for wording.",
      fr: "Le contrat a changé et sa version n'a pas grandi autant que les changements le demandent\u00a0: le deuxième nombre pour ce qui est nouveau sans engager personne, le troisième pour la rédaction.",
    },
    form: "since",
    fails: `version: 1.0.0
fields:
  need: { type: text, label: What they need, filledBy: sdr }
`,
    passes: `version: 1.0.1
fields:
  need: { type: text, label: What they need, filledBy: sdr }
`,
    fix: {
      en: "Run revpact bump.",
      fr: "Lancer revpact bump.",
    },
  },
  VER903: {
    title: {
      en: "Versions only go forward",
      fr: "Les versions ne font qu'avancer",
    },
    what: {
      en: "The version is lower than the one it is compared with. To take changes back, write them as a new version.",
      fr: "La version est inférieure à celle à laquelle elle est comparée. Pour revenir en arrière, écrire une nouvelle version.",
    },
    form: "since",
    fails: `version: 0.9.0
fields:
  need: { type: text, label: What they need, filledBy: sdr }
`,
    passes: `version: 1.0.1
fields:
  need: { type: text, label: What they need, filledBy: sdr }
`,
    fix: {
      en: "Write a version after the older one.",
      fr: "Écrire une version postérieure à l'ancienne.",
    },
  },
  VER904: {
    title: {
      en: "An id never means two things",
      fr: "Un identifiant ne désigne jamais deux choses",
    },
    what: {
      en: "An entry says that it formerly had this id, and another entry has it now. Records, reports and approvals that kept the id would be counted for the wrong one.",
      fr: "Une entrée dit avoir porté cet identifiant (formerly), et une autre le porte désormais. Les fiches, rapports et approbations qui l'ont gardé seraient comptés pour la mauvaise.",
    },
    form: "since",
    fails: `version: 1.1.0
fields:
  headcount: { type: number, label: Staff, filledBy: enrichment, formerly: [company-size] }
`,
    passes: `version: 1.0.1
fields:
  company-size: { type: number, label: Staff, filledBy: enrichment }
`,
    fix: {
      en: "Give the newer entry an id of its own, or take formerly out where nothing was renamed.",
      fr: "Donner à la nouvelle entrée son propre identifiant, ou retirer formerly si rien n'a été renommé.",
    },
  },
  VER906: {
    title: {
      en: "What breaks is told as long ahead as was agreed",
      fr: "Ce qui rompt est annoncé aussi tôt que convenu",
    },
    what: {
      en: "governance.notice says how long ahead of its effect a breaking change is told. The effective date comes sooner than that, counted from today on the contract's calendar.",
      fr: "governance.notice dit combien de temps à l'avance un changement qui rompt l'accord est annoncé. La date d'effet vient plus tôt que cela, compté depuis aujourd'hui sur le calendrier du contrat.",
    },
    form: "since",
    fails: `governance: { notice: 10 business days }
---
version: 2.0.0
effective: 2027-01-11
reasons:
  bad-timing: { label: Bad timing, moveTo: nurture, coolOff: 90 calendar days }
`,
    passes: `governance: { notice: 10 business days }
---
version: 2.0.0
effective: 2027-01-19
reasons:
  bad-timing: { label: Bad timing, moveTo: nurture, coolOff: 90 calendar days }
`,
    fix: {
      en: "Move the effective date: revpact bump computes the first day that keeps the notice.",
      fr: "Repousser la date d'effet\u00a0: revpact bump calcule le premier jour qui respecte le préavis.",
    },
  },
  VER907: {
    title: {
      en: "Whoever a change binds has approved it",
      fr: "Qui est engagé par un changement l'a approuvé",
    },
    what: {
      en: "governance.approvals names who approves the agreement. A change concerns the party of one of them, and the party's file in approvals/ does not list it as it stands, or lists another version.",
      fr: "governance.approvals dit qui approuve l'accord. Un changement concerne la partie de l'un d'eux, et le fichier de cette partie dans approvals/ ne le cite pas tel quel, ou cite une autre version.",
    },
    form: "since",
    fails: `governance: { approvals: [head-of-sales] }
---
version: 2.0.0
reasons:
  bad-timing: { label: Bad timing, moveTo: nurture, coolOff: 90 calendar days }
`,
    passes: `governance: { approvals: [head-of-sales] }
---
version: 1.0.1
fields:
  need: { type: text, label: What they need, filledBy: sdr }
`,
    fix: {
      en: "Run revpact approvals, which writes a file per party, and have each approve its own in the pull request.",
      fr: "Lancer revpact approvals, qui écrit un fichier par partie, et faire approuver à chacune le sien dans la demande de fusion.",
    },
  },
  VER908: {
    title: {
      en: "Every suppression has a reason and something to suppress",
      fr: "Toute mise en sourdine a une raison et un objet",
    },
    what: {
      en: "A comment with revpact-ignore answers warnings and infos: on a line of its own those of the entry that begins on the next line, beside a value those of its line. It needs a code and a reason, and may carry a date. This one has run out, names nothing that is found, or misses a part. Errors can't be suppressed.",
      fr: "Un commentaire revpact-ignore répond à des avertissements et à des infos\u00a0: seul sur sa ligne, à ceux de l'entrée qui commence à la ligne suivante\u202f; à côté d'une valeur, à ceux de sa ligne. Il lui faut un code et une raison, et il peut porter une date. Celui-ci a expiré, ne vise rien de trouvé, ou est incomplet. Une erreur ne peut être passée sous silence.",
    },
    form: "lines",
    fails: `# revpact-ignore DOC951: the workshop will write it
glossary:
  lead: { label: Lead, definition: A contact in the target market. }
`,
    passes: `glossary:
  lead: { label: Lead, definition: A contact in the target market. }
`,
    fix: {
      en: "Take the comment out where nothing is left to suppress; else give it a code, a reason and a later date.",
      fr: "Retirer le commentaire s'il n'y a plus rien à faire taire\u202f; sinon, lui donner un code, une raison et une date ultérieure.",
    },
  },
  VER909: {
    title: {
      en: "The contract is reviewed by the day it sets itself",
      fr: "Le contrat est revu au plus tard le jour qu'il se fixe",
    },
    what: {
      en: "The day written in reviewBy has passed. The contract stays valid; the finding is a reminder that both sides promised to look at it again.",
      fr: "Le jour inscrit dans reviewBy est passé. Le contrat reste valable\u202f; le constat rappelle que les deux parties ont promis de le relire.",
    },
    form: "entries",
    fails: "reviewBy: 2026-12-31\n",
    passes: "reviewBy: 2027-06-30\n",
    fix: {
      en: "Meet, go through refusals, deadlines and commitments, change what no longer fits, then write the day of the next review.",
      fr: "Se réunir, passer en revue refus, délais et engagements, changer ce qui ne convient plus, puis inscrire le jour de la prochaine revue.",
    },
  },
} satisfies Readonly<Record<string, RulePage>>;
