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
    feedback: { reasons: [not-a-fit, bad-timing, unreachable], to: [marketing] }
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
    feedback: { reasons: [not-a-fit, bad-timing, unreachable], to: [marketing] }
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
  SLA506: {
    title: {
      en: "The longest wait of the year is known, and acceptable",
      fr: "La plus longue attente de l'année est connue, et admise",
    },
    what: {
      en: "For every deadline in business time, the longest that it can take on the clock of the wall is computed over all starts of the contract's year: weekends, holidays, closures and changes of the clock included. It is information, and a warning where governance.worstWait is exceeded by a deadline of a handoff, or by one that stops with a touch.",
      fr: "Pour chaque délai en temps ouvré, la plus longue durée possible à la montre est calculée sur tous les départs de l'année du contrat\u00a0: week-ends, jours fériés, fermetures et changements d'heure compris. C'est une information, et un avertissement si governance.worstWait est dépassé par un délai de transmission, ou par un délai qu'arrête une prise de contact.",
    },
    form: "entries",
    fails: `governance: { worstWait: 60 calendar hours }
`,
    passes: `governance: { worstWait: 4 calendar days }
`,
    fix: {
      en: "Shorten the time, hold a duty during the closure (exceptions of the calendar), or agree on how long a lead may wait at worst: governance: { worstWait: 5 calendar days }.",
      fr: "Raccourcir la durée, tenir une permanence pendant la fermeture (exceptions du calendrier), ou convenir de ce qu'un lead peut attendre au pire\u00a0: governance: { worstWait: 5 calendar days }.",
    },
  },
} satisfies Readonly<Record<string, RulePage>>;
