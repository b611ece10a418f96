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
    exitReasons: [not-a-fit, bad-timing, unreachable]
`,
    fix: {
      en: "Give the stage an owner, and either deadlines with exitReasons, an automatic handoff that leaves it, or expires with a reason. If nobody works there, mark it parking; if it is the end, closed.",
      fr: "Donner à l'étape un owner, et soit des deadlines avec exitReasons, soit une transmission automatique qui en sort, soit expires avec un motif. Si personne n'y travaille, la déclarer parking\u202f; si c'est la fin, closed.",
    },
  },
  GRA303: {
    title: {
      en: "The chain has an entrance",
      fr: "La chaîne a une entrée",
    },
    what: {
      en: "No stage of the record that travels is entered at birth (from: new), and existing records are not placed either. Nothing that the contract says can ever apply.",
      fr: "Aucune étape de l'objet qui circule n'accueille les naissances (from: new), et les enregistrements existants ne sont pas placés non plus. Rien de ce que dit le contrat ne peut s'appliquer.",
    },
    form: "entries",
    fails: `stages:
  lead:
    label: Lead
    definition: A known contact in the target market.
    owner: marketer
    from: nurture
    by: marketer
    expires: { after: 90 calendar days, reason: gone-quiet }
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
      en: "Write from: new in the stage where records begin.",
      fr: "Écrire from: new dans l'étape où commencent les leads.",
    },
  },
  GRA304: {
    title: {
      en: "The chain has an end",
      fr: "La chaîne a une fin",
    },
    what: {
      en: "No stage is closed, neither won nor lost. Records can only wait or go round, and neither side can count what came of them.",
      fr: "Aucune étape n'est close, ni gagnée ni perdue. Les leads ne peuvent qu'attendre ou tourner, et aucune des parties ne peut compter ce qu'ils ont donné.",
    },
    form: "entries",
    fails: `stages:
  customer:
  disqualified:
reasons:
  not-a-fit: { label: Not a fit, moveTo: nurture, coolOff: 12 months }
`,
    passes: `stages:
  customer:
    label: Customer
    definition: A contact whose company has signed.
    owner: sdr
    from: working
    by: sdr
    requires: [need]
    closed: won
`,
    fix: {
      en: "Add closed: won to the stage that success ends in, and closed: lost to the other.",
      fr: "Ajouter closed: won à l'étape où finit le succès, et closed: lost à l'autre.",
    },
  },
  GRA305: {
    title: {
      en: "Nothing goes round for ever",
      fr: "Rien ne tourne sans fin",
    },
    what: {
      en: "Records go round without a person deciding or a new signal: stages that expire into one another, criteria that take from each other what meets both. Or sender and receiver can refuse and send the same record again without limit. The cycle is shown.",
      fr: "Des leads tournent sans que personne décide ni qu'un signe nouveau arrive\u00a0: étapes qui expirent l'une dans l'autre, critères qui se reprennent ce qui répond aux deux. Ou bien l'émetteur et celui qui reçoit peuvent refuser et renvoyer le même lead sans limite. Le cycle est montré.",
    },
    form: "entries",
    fails: `stages:
  nurture:
    label: Nurture
    definition: A contact without a project today.
    owner: marketer
    parking: true
    expires: { after: 12 months, reason: wake-up }
reasons:
  wake-up: { label: Time to look again, moveTo: lead }
`,
    passes: `stages:
  nurture:
    label: Nurture
    definition: A contact without a project today.
    owner: marketer
    parking: true
    expires: { after: 36 months, reason: retention-over }
reasons:
  retention-over: { label: Retention period over, moveTo: disqualified }
`,
    fix: {
      en: "Let one of the moves lead to an end, or back only on a signal; limit refusals by recycle with a reason that leads away.",
      fr: "Faire mener l'un des mouvements à une fin, ou ne revenir que sur un signal\u202f; limiter les refus par recycle, avec un motif qui emmène ailleurs.",
    },
  },
  GRA306: {
    title: {
      en: "A record changes hands only through a handoff",
      fr: "Un lead ne change de mains que par une transmission",
    },
    what: {
      en: "Records go, by criteria, by hand or by an expiry, from a stage of one owner to a worked stage of another, and no handoff says who accepts them, by when, and what happens when they are refused.",
      fr: "Des leads passent, par des critères, à la main ou par une expiration, de l'étape d'un responsable à une étape travaillée par un autre, sans qu'une transmission dise qui les accepte, dans quel délai, et ce qui suit un refus.",
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
    feedback: { reasons: [not-a-fit, bad-timing, unreachable], to: [marketing], within: 30 business days }
    responsibilities: { accountable: head-of-sales }
`,
    fix: {
      en: "Agree on three to seven reasons and list them in feedback: { reasons: […], to: […] }. If nothing is to be decided, write acceptance: automatic.",
      fr: "Convenir de trois à sept motifs et les donner dans feedback: { reasons: […], to: […] }. S'il n'y a rien à décider, écrire acceptance: automatic.",
    },
  },
  GRA309: {
    title: {
      en: "No stage is walked around",
      fr: "Aucune étape ne se contourne",
    },
    what: {
      en: "Records may go straight from one stage to a later one past a stage in between, and what that stage asks (criteria, fields, a deadline) goes unasked. Where the later stage asks at least as much, nothing is lost and nothing is said.",
      fr: "Des leads peuvent passer d'une étape à une suivante en évitant celle d'entre les deux, et ce qu'elle exige (critères, champs, délai) n'est pas exigé. Si l'étape suivante en exige au moins autant, rien n'est perdu et rien n'est dit.",
    },
    form: "entries",
    fails: `stages:
  called:
    label: Called
    definition: A contact whom marketing has called.
    owner: marketer
    from: lead
    by: marketer
    requires: [country]
    expires: { after: 30 calendar days, reason: gone-quiet }
  invited:
    label: Invited
    definition: A contact invited to a meeting.
    owner: marketer
    from: [called, lead]
    by: marketer
    expires: { after: 30 calendar days, reason: gone-quiet }
`,
    passes: `stages:
  called:
    label: Called
    definition: A contact whom marketing has called.
    owner: marketer
    from: lead
    by: marketer
    requires: [country]
    expires: { after: 30 calendar days, reason: gone-quiet }
  invited:
    label: Invited
    definition: A contact invited to a meeting.
    owner: marketer
    from: called
    by: marketer
    expires: { after: 30 calendar days, reason: gone-quiet }
`,
    fix: {
      en: "Take the earlier stage out of from, or ask in the later stage what the skipped one asks.",
      fr: "Retirer de from l'étape d'avant, ou exiger dans l'étape suivante ce qu'exige celle que l'on évite.",
    },
  },
  GRA310: {
    title: {
      en: "From parking a record can come back",
      fr: "Du parking, un lead peut revenir",
    },
    what: {
      en: "Records rest in this stage, and no criteria, hand or handoff ever takes them back to work; at most they expire. That is an end, not a parking place.",
      fr: "Des leads se reposent dans cette étape, et ni critères, ni geste, ni transmission ne les ramène jamais au travail\u00a0; tout au plus expirent-ils. C'est une fin, non un parking.",
    },
    form: "entries",
    fails: `stages:
  frozen:
    label: Frozen
    definition: A contact we leave alone for a while.
    owner: marketer
    parking: true
    from: lead
    by: marketer
`,
    passes: `stages:
  frozen:
    label: Frozen
    definition: A contact we leave alone.
    owner: marketer
    closed: lost
    from: lead
    by: marketer
`,
    fix: {
      en: "Name it in the from of a stage whose criteria ask for a signal, or mark it closed: lost.",
      fr: "La nommer dans le from d'une étape dont les critères demandent un signal, ou la marquer closed: lost.",
    },
  },
  GRA311: {
    title: {
      en: "Escalation comes before expiry",
      fr: "L'escalade vient avant l'expiration",
    },
    what: {
      en: "The stage expires before its deadline is due or before the last escalation has been sent, at least on the date shown; or it expires although a handoff out of it still waits for an answer, which would then never be late.",
      fr: "L'étape expire avant l'échéance de son délai ou avant la dernière escalade, au moins à la date montrée\u202f; ou elle expire alors qu'une transmission qui en part attend encore une réponse, qui ne serait alors jamais en retard.",
    },
    form: "entries",
    fails: `stages:
  working:
    label: In progress
    definition: A lead that sales has accepted and is working.
    owner: sdr
    deadlines: { outcome: { within: 15 business days, escalate: [{ after: 2 business days, notify: [head-of-sales] }] } }
    exitReasons: [not-a-fit, bad-timing, unreachable]
    expires: { after: 21 calendar days, reason: gone-quiet }
`,
    passes: `stages:
  working:
    label: In progress
    definition: A lead that sales has accepted and is working.
    owner: sdr
    deadlines: { outcome: { within: 15 business days, escalate: [{ after: 2 business days, notify: [head-of-sales] }] } }
    exitReasons: [not-a-fit, bad-timing, unreachable]
    expires: { after: 25 business days, reason: gone-quiet }
`,
    fix: {
      en: "Let the stage expire after the last escalation on every date; a stage that hands over by itself does not expire at all.",
      fr: "Faire expirer l'étape après la dernière escalade, à toute date\u202f; une étape qui transmet d'elle-même n'expire pas.",
    },
  },
  GRA312: {
    title: {
      en: "Who comes back shows a new sign",
      fr: "Qui revient donne un signe nouveau",
    },
    what: {
      en: "A record rests in parking or was lost, and the criteria of this stage take it back though they ask for no signal in any alternative. What was true when it left is true still, so it would come back at once, unchanged. The witness is such a record.",
      fr: "Un lead se repose en parking ou a été perdu, et les critères de cette étape le reprennent sans qu'aucune possibilité demande un signal. Ce qui était vrai à son départ l'est encore\u00a0: il reviendrait aussitôt, inchangé. La preuve en montre un.",
    },
    form: "entries",
    fails: `stages:
  mql:
    label: Qualified lead
    definition: A contact who asked for something we sell.
    owner: marketer
    from: [lead, nurture]
    criteria: { all: [{ field: company-size, atLeast: 500 }, { field: country, known: true }] }
signals:
  demo-request:
`,
    passes: `stages:
  mql:
    label: Qualified lead
    definition: A contact who asked for something we sell.
    owner: marketer
    from: [lead, nurture]
    criteria: { any: [{ signal: demo-request, withinLast: 14 calendar days }, { field: company-size, atLeast: 500 }] }
`,
    fix: {
      en: "Add an alternative with a signal, through which records come back, or write a second stage for records that come back.",
      fr: "Ajouter une possibilité avec un signal, par laquelle on revient, ou écrire une seconde étape pour ceux qui reviennent.",
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
    feedback: { reasons: [not-a-fit, bad-timing, unreachable], to: [marketing], within: 30 business days }
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
    feedback: { reasons: [not-a-fit, bad-timing, unreachable], to: [marketing], within: 30 business days }
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
    closed: won
`,
    passes: `stages:
  partner:
    label: Partner
    definition: A contact who sells with us.
    owner: marketer
    closed: won
    from: [lead, nurture]
    by: marketer
`,
    fix: {
      en: "Say how a record enters: from with criteria (by itself), from with by (by hand), a handoff to it, or a reason with moveTo.",
      fr: "Dire comment on y entre\u00a0: from avec criteria (de lui-même), from avec by (à la main), une transmission vers elle, ou un motif avec moveTo.",
    },
  },
} satisfies Readonly<Record<string, RulePage>>;
