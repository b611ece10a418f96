import type { RulePage } from "./page.ts";

/** The pages of `explain` for the family SLA. */
export const deadlinePages = {
  SLA501: {
    title: {
      en: "Every handoff has a deadline, and every deadline a time",
      fr: "Chaque transmission a un délai, et chaque délai une durée",
    },
    what: {
      en: "A handoff says by when its receiver decides (decision), or by when the record is first touched where touching it is accepting it. A deadline says its time in within, for each priority where there are several, or its rhythm in every.",
      fr: "Une transmission dit dans quel délai celui qui reçoit décide (decision), ou prend un premier contact si ce contact vaut acceptation. Un délai donne sa durée dans within, pour chaque priorité s'il y en a plusieurs, ou son rythme dans every.",
    },
    form: "entries",
    fails: `handoffs:
  marketing-to-sales:
    label: Handoff to sales
    from: mql
    to: working
    feedback: { reasons: [not-a-fit, bad-timing, unreachable], to: [marketing], within: 30 business days }
    responsibilities: { accountable: head-of-sales }
commitments:
  on-time: { by: sales, to: marketing, measure: { worked: marketing-to-sales }, atLeast: 90%, per: month }
`,
    passes: `handoffs:
  marketing-to-sales:
    label: Handoff to sales
    from: mql
    to: working
    deadlines: { decision: { within: 4 business hours } }
    feedback: { reasons: [not-a-fit, bad-timing, unreachable], to: [marketing], within: 30 business days }
    responsibilities: { accountable: head-of-sales }
commitments:
  on-time: { by: sales, to: marketing, measure: { worked: marketing-to-sales }, atLeast: 90%, per: month }
`,
    fix: {
      en: "Agree on a time that the receiver can hold with the people there are, and write it: deadlines: { decision: { within: 4 business hours } }.",
      fr: "Convenir d'une durée que celui qui reçoit peut tenir avec l'effectif qu'il a, et l'écrire\u00a0: deadlines: { decision: { within: 4 business hours } }.",
    },
  },
  SLA504: {
    title: {
      en: "Business time runs on a calendar",
      fr: "Le temps ouvré court sur un calendrier",
    },
    what: {
      en: "A deadline counts business time, but neither the contract (calendar) nor the role that owes it says which days and hours are worked.",
      fr: "Un délai compte du temps ouvré, mais ni le contrat (calendar) ni le rôle qui le doit ne dit quels jours et quelles heures sont travaillés.",
    },
    form: "entries",
    fails: `calendar:
calendars:
  office:
`,
    passes: `calendar: office
calendars:
  office: { timezone: Europe/Paris, hours: { mon-fri: ["09:00-12:30", "14:00-18:00"] } }
`,
    fix: {
      en: "Define a calendar with its timezone, hours and holidays under calendars, and name it in calendar (for everybody) or in a role.",
      fr: "Définir sous calendars un calendrier avec son fuseau, ses heures et ses jours fériés, et le nommer dans calendar (pour tous) ou dans un rôle.",
    },
  },
} satisfies Readonly<Record<string, RulePage>>;
