import type { RulePage } from "./page.ts";

/** The pages of `explain` for the family GRA. */
export const lifecyclePages = {
  GRA301: {
    title: {
      en: "Records can reach every stage",
      fr: "Les leads peuvent atteindre chaque étape",
    },
    what: {
      en: "The stage has an entrance, but only from stages that no record can reach either. Followed from birth (from: new) by criteria, hands, handoffs and reasons, no path arrives here.",
      fr: "L'étape a une entrée, mais seulement depuis des étapes que rien n'atteint non plus. En partant de la naissance (from: new) et en suivant critères, gestes, transmissions et motifs, aucun chemin n'y arrive.",
    },
    form: "entries",
    fails: `stages:
  trial:
    label: Trial
    definition: A contact who tries the product.
    owner: marketer
    from: paused-trial
    by: marketer
    expires: { after: 30 calendar days, reason: trial-over }
  paused-trial:
    label: Paused trial
    definition: A contact whose trial rests for a while.
    owner: marketer
    from: trial
    by: marketer
    expires: { after: 30 calendar days, reason: trial-over }
reasons:
  trial-over: { label: Trial over, moveTo: nurture }
`,
    passes: `stages:
  trial:
    label: Trial
    definition: A contact who tries the product.
    owner: marketer
    from: [lead, paused-trial]
    by: marketer
    expires: { after: 30 calendar days, reason: trial-over }
  paused-trial:
    label: Paused trial
    definition: A contact whose trial rests for a while.
    owner: marketer
    from: trial
    by: marketer
    expires: { after: 30 calendar days, reason: trial-over }
reasons:
  trial-over: { label: Trial over, moveTo: nurture }
`,
    fix: {
      en: "Lead to it from a stage that records do reach: add that stage to from, write a handoff to it, or let a reason move records there. Or delete the stage.",
      fr: "Y mener depuis une étape que les leads atteignent\u00a0: ajouter cette étape à from, écrire une transmission vers elle, ou y envoyer un motif. Ou supprimer l'étape.",
    },
  },
  GRA302: {
    title: {
      en: "Every open stage has an owner and a way out",
      fr: "Chaque étape ouverte a un responsable et une sortie",
    },
    what: {
      en: "A stage that is neither parking nor closed has an owner, and records leave it one way or another: it is worked under a deadline with reasons to leave, an automatic handoff takes records on, or they expire with a reason. A stage that only follows linked deals (a mirror) needs no way out of its own.",
      fr: "Une étape qui n'est ni parking ni closed a un responsable, et les leads en sortent d'une manière ou d'une autre\u00a0: on la travaille sous un délai avec des motifs de sortie, une transmission automatique emmène les leads, ou ils expirent avec un motif. Une étape qui ne fait que suivre des affaires liées n'a pas besoin de sortie propre.",
    },
    form: "entries",
    fails: `stages:
  working:
    label: In progress
    definition: A lead that sales has accepted and is working.
    owner: sdr
`,
    passes: `stages:
  working:
    label: In progress
    definition: A lead that sales has accepted and is working.
    owner: sdr
    deadlines: { outcome: { within: 15 business days } }
    exitReasons: [not-a-fit, bad-timing]
`,
    fix: {
      en: "Give the stage an owner, and either deadlines with exitReasons, an automatic handoff that leaves it, or expires with a reason. If nobody works there, mark it parking; if it is the end, closed.",
      fr: "Donner à l'étape un owner, et soit des deadlines avec exitReasons, soit une transmission automatique qui en sort, soit expires avec un motif. Si personne n'y travaille, la déclarer parking\u202f; si c'est la fin, closed.",
    },
  },
  GRA306: {
    title: {
      en: "A record changes hands only through a handoff",
      fr: "Un lead ne change de mains que par une transmission",
    },
    what: {
      en: "Records go, by criteria or by hand, from a stage of one owner to a worked stage of another, and no handoff says who accepts them, by when, and what happens when they are refused.",
      fr: "Des leads passent, par des critères ou à la main, de l'étape d'un responsable à une étape travaillée par un autre, sans qu'une transmission dise qui les accepte, dans quel délai, et ce qui suit un refus.",
    },
    form: "entries",
    fails: `stages:
  working:
    label: In progress
    definition: A lead that sales is working.
    owner: sdr
    from: lead
    by: marketer
    deadlines: { outcome: { within: 15 business days } }
    exitReasons: [not-a-fit, bad-timing, unreachable]
`,
    passes: `stages:
  working:
    label: In progress
    definition: A lead that sales has accepted and is working.
    owner: sdr
    deadlines: { outcome: { within: 15 business days } }
    exitReasons: [not-a-fit, bad-timing, unreachable]
`,
    fix: {
      en: "Write a handoff between the two stages, with criteria, deadlines, feedback and an accountable role, and take the direct way out of from.",
      fr: "Écrire une transmission entre les deux étapes, avec critères, délais, retour et garant, et retirer de from le passage direct.",
    },
  },
  GRA307: {
    title: {
      en: "Who receives a record can refuse it",
      fr: "Qui reçoit un lead peut le refuser",
    },
    what: {
      en: "A handoff that asks for a decision offers reasons to refuse, and at least one of them takes the record somewhere else than to the receiver. Only automatic handoffs do without.",
      fr: "Une transmission qui demande une décision propose des motifs de refus, et l'un au moins mène le lead ailleurs que chez celui qui le reçoit. Seules les transmissions automatiques s'en passent.",
    },
    form: "entries",
    fails: `handoffs:
  marketing-to-sales:
    label: Handoff to sales
    from: mql
    to: working
    deadlines: { decision: { within: 4 business hours } }
    responsibilities: { accountable: head-of-sales }
`,
    passes: `handoffs:
  marketing-to-sales:
    label: Handoff to sales
    from: mql
    to: working
    deadlines: { decision: { within: 4 business hours } }
    feedback: { reasons: [not-a-fit, bad-timing, unreachable], to: [marketing] }
    responsibilities: { accountable: head-of-sales }
`,
    fix: {
      en: "Agree on three to seven reasons and list them in feedback: { reasons: […], to: […] }. If nothing is to be decided, write acceptance: automatic.",
      fr: "Convenir de trois à sept motifs et les donner dans feedback: { reasons: […], to: […] }. S'il n'y a rien à décider, écrire acceptance: automatic.",
    },
  },
  GRA313: {
    title: {
      en: "What a handoff asks for can be known before it opens",
      fr: "Ce qu'exige une transmission peut être connu avant qu'elle s'ouvre",
    },
    what: {
      en: "The handoff requires, or asks in its criteria for, a field that only its receiver fills, or that nobody fills. It would wait for the receiver, who is waiting for it.",
      fr: "La transmission exige, dans requires ou dans ses critères, un champ que seul celui qui reçoit remplit, ou que personne ne remplit. Elle attendrait celui qui l'attend.",
    },
    form: "entries",
    fails: `handoffs:
  marketing-to-sales:
    label: Handoff to sales
    from: mql
    to: working
    requires: [need]
    deadlines: { complete: { within: 1 business day }, decision: { within: 4 business hours } }
    feedback: { reasons: [not-a-fit, bad-timing, unreachable], to: [marketing] }
    responsibilities: { accountable: head-of-sales }
`,
    passes: `handoffs:
  marketing-to-sales:
    label: Handoff to sales
    from: mql
    to: working
    requires: [country]
    helpful: [need]
    deadlines: { complete: { within: 1 business day }, decision: { within: 4 business hours } }
    feedback: { reasons: [not-a-fit, bad-timing, unreachable], to: [marketing] }
    responsibilities: { accountable: head-of-sales }
`,
    fix: {
      en: "Move the field from requires to helpful, or to the requires of a later stage; or let the sender or a form fill it too (filledBy).",
      fr: "Passer le champ de requires à helpful, ou dans le requires d'une étape suivante\u202f; ou le faire remplir aussi par l'émetteur ou par un formulaire (filledBy).",
    },
  },
  GRA314: {
    title: {
      en: "Something or somebody leads to every stage",
      fr: "Quelque chose ou quelqu'un mène à chaque étape",
    },
    what: {
      en: "The stage has no entrance at all: no criteria with from, no hand (by), no handoff to it, no reason that moves records there.",
      fr: "L'étape n'a aucune entrée\u00a0: ni critères avec from, ni geste (by), ni transmission vers elle, ni motif qui y envoie les leads.",
    },
    form: "entries",
    fails: `stages:
  partner:
    label: Partner
    definition: A contact who sells with us.
    owner: marketer
    parking: true
`,
    passes: `stages:
  partner:
    label: Partner
    definition: A contact who sells with us.
    owner: marketer
    parking: true
    from: [lead, nurture]
    by: marketer
`,
    fix: {
      en: "Say how a record enters: from with criteria (by itself), from with by (by hand), a handoff to it, or a reason with moveTo.",
      fr: "Dire comment on y entre\u00a0: from avec criteria (de lui-même), from avec by (à la main), une transmission vers elle, ou un motif avec moveTo.",
    },
  },
} satisfies Readonly<Record<string, RulePage>>;
