import type { RulePage } from "./page.ts";

/** The pages of `explain` for the family FBK. */
export const feedbackPages = {
  FBK701: {
    title: {
      en: "A refusal says why",
      fr: "Un refus dit pourquoi",
    },
    what: {
      en: "The handoff has feedback, but no reason to choose from. Free text is not counted, and what is not counted is not corrected.",
      fr: "La transmission prévoit un retour, mais aucun motif à choisir. Un texte libre ne se compte pas, et ce qui ne se compte pas ne se corrige pas.",
    },
    form: "entries",
    fails: `handoffs:
  marketing-to-sales:
    label: Handoff to sales
    from: mql
    to: working
    deadlines: { decision: { within: 4 business hours } }
    feedback: { reasons: [], to: [marketing], within: 30 business days }
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
      en: "List three to seven reasons on which the sender can act, and define each under reasons.",
      fr: "Donner trois à sept motifs dont l'émetteur peut tirer parti, et définir chacun sous reasons.",
    },
  },
  FBK702: {
    title: {
      en: "A list of reasons is short and closed",
      fr: "Une liste de motifs est courte et fermée",
    },
    what: {
      en: "Where people choose a reason (feedback of a handoff, exitReasons of a stage) there are three to seven, and none that fits everything: a reason like other asks for a detail.",
      fr: "Là où l'on choisit un motif (feedback d'une transmission, exitReasons d'une étape), il y en a de trois à sept, et aucun qui convienne à tout\u00a0: un motif comme autre exige une précision.",
    },
    form: "entries",
    fails: `handoffs:
  marketing-to-sales:
    label: Handoff to sales
    from: mql
    to: working
    deadlines: { decision: { within: 4 business hours, escalate: [{ after: due, notify: [owner, head-of-sales] }] } }
    feedback: { reasons: [not-a-fit, other], to: [marketing], within: 30 business days }
    responsibilities: { accountable: head-of-sales, informed: [marketing] }
reasons:
  other: { label: Other, moveTo: disqualified }
`,
    passes: `handoffs:
  marketing-to-sales:
    label: Handoff to sales
    from: mql
    to: working
    deadlines: { decision: { within: 4 business hours, escalate: [{ after: due, notify: [owner, head-of-sales] }] } }
    feedback: { reasons: [not-a-fit, bad-timing, other], to: [marketing], within: 30 business days }
    responsibilities: { accountable: head-of-sales, informed: [marketing] }
reasons:
  other: { label: Other, moveTo: disqualified, detail: required }
`,
    fix: {
      en: "Agree on three to seven reasons that the sender can act on; give other a required detail, or drop it.",
      fr: "Convenir de trois à sept motifs dont l'émetteur peut tirer parti\u202f; exiger une précision pour autre, ou le retirer.",
    },
  },
  FBK703: {
    title: {
      en: "Feedback comes back in time",
      fr: "Le retour revient à temps",
    },
    what: {
      en: "The handoff says which reasons come back and to whom, but not by when. Without a time nobody can ask for it.",
      fr: "La transmission dit quels motifs reviennent et à qui, mais non dans quel délai. Sans délai, personne ne peut le réclamer.",
    },
    form: "entries",
    fails: `handoffs:
  marketing-to-sales:
    label: Handoff to sales
    from: mql
    to: working
    deadlines: { decision: { within: 4 business hours, escalate: [{ after: due, notify: [owner, head-of-sales] }] } }
    feedback: { reasons: [not-a-fit, bad-timing, unreachable], to: [marketing] }
    responsibilities: { accountable: head-of-sales, informed: [marketing] }
`,
    passes: `handoffs:
  marketing-to-sales:
    label: Handoff to sales
    from: mql
    to: working
    deadlines: { decision: { within: 4 business hours, escalate: [{ after: due, notify: [owner, head-of-sales] }] } }
    feedback: { reasons: [not-a-fit, bad-timing, unreachable], to: [marketing], within: 30 business days }
    responsibilities: { accountable: head-of-sales, informed: [marketing] }
`,
    fix: {
      en: "Add within to feedback.",
      fr: "Ajouter within à feedback.",
    },
  },
  FBK704: {
    title: {
      en: "Feedback has a reader",
      fr: "Un retour a un lecteur",
    },
    what: {
      en: "The reasons of refusal are collected, but the contract does not say who reads them. A party or a role can read; usually it is the sender.",
      fr: "Les motifs de refus sont recueillis, mais le contrat ne dit pas qui les lit. Une partie ou un rôle peut lire\u202f; c'est le plus souvent l'émetteur.",
    },
    form: "entries",
    fails: `handoffs:
  marketing-to-sales:
    label: Handoff to sales
    from: mql
    to: working
    deadlines: { decision: { within: 4 business hours } }
    feedback: { reasons: [not-a-fit, bad-timing, unreachable] }
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
      en: "Say to whom the feedback goes: feedback: { to: [marketing] }.",
      fr: "Dire à qui va le retour\u00a0: feedback: { to: [marketing] }.",
    },
  },
  FBK705: {
    title: {
      en: "Every reason says where the record goes",
      fr: "Chaque motif dit où va le lead",
    },
    what: {
      en: "Reasons are the only place that says what becomes of a refused, lost or expired record: moveTo names a stage, or sender where it goes back to the one who sent it.",
      fr: "Les motifs sont le seul endroit qui dise ce que devient un lead refusé, perdu ou expiré\u00a0: moveTo nomme une étape, ou sender quand il retourne à l'émetteur.",
    },
    form: "entries",
    fails: `reasons:
  bad-timing: { label: Bad timing, coolOff: 60 calendar days }
`,
    passes: `reasons:
  bad-timing: { label: Bad timing, moveTo: nurture, coolOff: 60 calendar days }
`,
    fix: {
      en: "Add moveTo with the stage where such records belong, or moveTo: sender.",
      fr: "Ajouter moveTo avec l'étape où ces leads ont leur place, ou moveTo: sender.",
    },
  },
  FBK706: {
    title: {
      en: "Who said no is left alone for a while",
      fr: "Qui a dit non est laissé tranquille un temps",
    },
    what: {
      en: "A lead refused for this reason rests in a stage from which criteria may bring it straight back to the same handoff, and no coolOff stands in between. A new signal is still needed; a click the same evening is one.",
      fr: "Un lead refusé pour ce motif se repose dans une étape d'où des critères peuvent le ramener aussitôt à la même transmission, et aucun coolOff ne les sépare. Il faut encore un signe nouveau\u202f; un clic le soir même en est un.",
    },
    form: "entries",
    fails: `reasons:
  bad-timing: { label: Bad timing, moveTo: nurture }
`,
    passes: `reasons:
  bad-timing: { label: Bad timing, moveTo: nurture, coolOff: 60 calendar days }
`,
    fix: {
      en: "Give the reason a coolOff; a hand-raise ignores it anyway.",
      fr: "Donner un coolOff au motif\u202f; une demande expresse (handRaise) passe outre de toute façon.",
    },
  },
  FBK707: {
    title: {
      en: "Unreachable means tried",
      fr: "Injoignable veut dire essayé",
    },
    what: {
      en: "The reason says that nobody could be reached, and people may choose it without a single attempt. With onlyAfter a refusal without those touches is counted as hollow.",
      fr: "Le motif dit qu'on n'a pu joindre personne, et l'on peut le choisir sans un seul essai. Avec onlyAfter, un refus sans ces prises de contact est compté comme creux.",
    },
    form: "entries",
    fails: `reasons:
  unreachable: { label: Unreachable, moveTo: nurture, coolOff: 60 calendar days }
`,
    passes: `reasons:
  unreachable: { label: Unreachable, moveTo: nurture, coolOff: 60 calendar days, onlyAfter: 1 touch }
`,
    fix: {
      en: "Agree on how often and over how long to try, and write it as onlyAfter.",
      fr: "Convenir du nombre d'essais et de leur étalement, et l'écrire dans onlyAfter.",
    },
  },
  FBK708: {
    title: {
      en: "What a handoff waits for is owed by a deadline",
      fr: "Ce qu'attend une transmission est dû dans un délai",
    },
    what: {
      en: "The handoff opens by itself and requires fields. While one is missing, the receiver's clock does not start; so the sender owes it by the deadline complete.",
      fr: "La transmission s'ouvre d'elle-même et exige des champs. Tant qu'il en manque un, le délai de celui qui reçoit ne démarre pas\u202f; l'émetteur le doit donc dans le délai complete.",
    },
    form: "entries",
    fails: `handoffs:
  marketing-to-sales:
    label: Handoff to sales
    from: mql
    to: working
    requires: [country]
    deadlines: { decision: { within: 4 business hours } }
    feedback: { reasons: [not-a-fit, bad-timing, unreachable], to: [marketing], within: 30 business days }
    responsibilities: { accountable: head-of-sales }
`,
    passes: `handoffs:
  marketing-to-sales:
    label: Handoff to sales
    from: mql
    to: working
    requires: [country]
    deadlines: { complete: { within: 1 business day }, decision: { within: 4 business hours } }
    feedback: { reasons: [not-a-fit, bad-timing, unreachable], to: [marketing], within: 30 business days }
    responsibilities: { accountable: head-of-sales }
`,
    fix: {
      en: "Add the deadline complete, owed by the sender; or move the fields to helpful if the receiver can start without them.",
      fr: "Ajouter le délai complete, dû par l'émetteur\u202f; ou passer les champs dans helpful si celui qui reçoit peut commencer sans eux.",
    },
  },
} satisfies Readonly<Record<string, RulePage>>;
