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
    feedback: { reasons: [], to: [marketing] }
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
      en: "List three to seven reasons on which the sender can act, and define each under reasons.",
      fr: "Donner trois à sept motifs dont l'émetteur peut tirer parti, et définir chacun sous reasons.",
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
    feedback: { reasons: [not-a-fit, bad-timing, unreachable], to: [marketing] }
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
    feedback: { reasons: [not-a-fit, bad-timing, unreachable], to: [marketing] }
    responsibilities: { accountable: head-of-sales }
`,
    passes: `handoffs:
  marketing-to-sales:
    label: Handoff to sales
    from: mql
    to: working
    requires: [country]
    deadlines: { complete: { within: 1 business day }, decision: { within: 4 business hours } }
    feedback: { reasons: [not-a-fit, bad-timing, unreachable], to: [marketing] }
    responsibilities: { accountable: head-of-sales }
`,
    fix: {
      en: "Add the deadline complete, owed by the sender; or move the fields to helpful if the receiver can start without them.",
      fr: "Ajouter le délai complete, dû par l'émetteur\u202f; ou passer les champs dans helpful si celui qui reçoit peut commencer sans eux.",
    },
  },
} satisfies Readonly<Record<string, RulePage>>;
