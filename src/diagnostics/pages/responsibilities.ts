import type { RulePage } from "./page.ts";

/** The pages of `explain` for the family OWN. */
export const responsibilityPages = {
  OWN601: {
    title: {
      en: "Somebody is accountable for every handoff and every recurring decision",
      fr: "Chaque transmission et chaque décision récurrente a un garant",
    },
    what: {
      en: "A handoff, or a decision of governance, names no accountable role: the one that answers when the promise is not kept.",
      fr: "Une transmission, ou une décision de governance, ne nomme pas de rôle accountable, le garant\u00a0: celui qui répond de la promesse quand elle n'est pas tenue.",
    },
    form: "entries",
    fails: `governance:
  decisions:
    change-criteria: { label: Change the criteria, responsible: marketer, consulted: [sdr] }
`,
    passes: `governance:
  decisions:
    change-criteria: { label: Change the criteria, responsible: marketer, accountable: head-of-sales, consulted: [sdr] }
`,
    fix: {
      en: "Name one role in accountable, high enough to change what does not work.",
      fr: "Nommer un rôle dans accountable, placé assez haut pour changer ce qui ne marche pas.",
    },
  },
  OWN602: {
    title: {
      en: "Only one role is accountable",
      fr: "Un seul rôle est garant",
    },
    what: {
      en: "Several roles are named in accountable. Others can be consulted before, or informed after; one answers.",
      fr: "Plusieurs rôles figurent dans accountable. Les autres peuvent être consultés avant ou informés après\u202f; un seul répond.",
    },
    form: "entries",
    fails: `governance:
  decisions:
    change-criteria: { label: Change the criteria, responsible: marketer, accountable: [head-of-sales, marketer] }
`,
    passes: `governance:
  decisions:
    change-criteria: { label: Change the criteria, responsible: marketer, accountable: head-of-sales, informed: [sdr] }
`,
    fix: {
      en: "Keep the role that has the last word and move the others to consulted or informed.",
      fr: "Garder le rôle qui a le dernier mot et passer les autres dans consulted ou informed.",
    },
  },
  OWN603: {
    title: {
      en: "Somebody does what was decided",
      fr: "Quelqu'un fait ce qui a été décidé",
    },
    what: {
      en: "A handoff leads to a stage that has no owner, or a recurring decision names nobody in responsible: there is no one to do the work.",
      fr: "Une transmission mène à une étape sans responsable, ou une décision récurrente ne nomme personne dans responsible\u00a0: il n'y a personne pour faire le travail.",
    },
    form: "entries",
    fails: `governance:
  decisions:
    settle-dispute: { label: Settle a dispute about a lead, accountable: head-of-sales }
`,
    passes: `governance:
  decisions:
    settle-dispute: { label: Settle a dispute about a lead, responsible: sdr, accountable: head-of-sales }
`,
    fix: {
      en: "Give the stage an owner, or name in responsible who carries the decision out.",
      fr: "Donner un owner à l'étape, ou nommer dans responsible qui met la décision en œuvre.",
    },
  },
  OWN604: {
    title: {
      en: "Who hands over hears what came of it",
      fr: "Qui transmet apprend la suite",
    },
    what: {
      en: "A record goes from one party to another, and neither informed nor the readers of the feedback reach the party that gave it away.",
      fr: "Un lead passe d'une partie à l'autre, et ni informed ni les destinataires du retour ne touchent la partie qui l'a donné.",
    },
    form: "entries",
    fails: `handoffs:
  marketing-to-sales:
    label: Handoff to sales
    from: mql
    to: working
    deadlines: { decision: { within: 4 business hours, escalate: [{ after: due, notify: [owner, head-of-sales] }] } }
    feedback: { reasons: [not-a-fit, bad-timing, unreachable], to: [sales], within: 30 business days }
    responsibilities: { accountable: head-of-sales, informed: [sdr] }
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
      en: "Add a role of the sending party to informed, or the party itself to feedback.",
      fr: "Ajouter un rôle de la partie émettrice à informed, ou la partie elle-même à feedback.",
    },
  },
  OWN605: {
    title: {
      en: "Who is told exists in every portal",
      fr: "Qui est prévenu existe dans chaque portail",
    },
    what: {
      en: "Messages or records go to this role, and the people of a HubSpot environment name neither it, nor one of its members, nor a team it belongs to.",
      fr: "Des messages ou des leads vont à ce rôle, et people d'un environnement HubSpot ne nomme ni lui, ni l'un de ses membres, ni une équipe dont il fait partie.",
    },
    form: "entries",
    fails: `fields:
  company-size: { type: number, label: Headcount, filledBy: enrichment, crm: { property: numberofemployees } }
environments:
  production: { crm: hubspot, portal: 2222222, token: env:HUBSPOT_TOKEN, people: { sdr: { team: SDR } } }
`,
    passes: `fields:
  company-size: { type: number, label: Headcount, filledBy: enrichment, crm: { property: numberofemployees } }
environments:
  production: { crm: hubspot, portal: 2222222, token: env:HUBSPOT_TOKEN, people: { sdr: { team: SDR }, head-of-sales: { user: env:HEAD_OF_SALES } } }
`,
    fix: {
      en: "Say who it is there: { user: env:NAME } or { team: Name }.",
      fr: "Dire qui c'est\u00a0: { user: env:NOM } ou { team: Nom }.",
    },
  },
  OWN606: {
    title: {
      en: "Answering is shared",
      fr: "Les devoirs sont partagés",
    },
    what: {
      en: "One role is accountable for more than eight handoffs and decisions, and for more than two thirds of them all.",
      fr: "Un rôle est garant de plus de huit transmissions et décisions, et de plus des deux tiers de l'ensemble.",
    },
    form: "entries",
    fails: `governance:
  decisions:
    d1: { label: Decision 1, responsible: marketer, accountable: head-of-sales }
    d2: { label: Decision 2, responsible: marketer, accountable: head-of-sales }
    d3: { label: Decision 3, responsible: marketer, accountable: head-of-sales }
    d4: { label: Decision 4, responsible: marketer, accountable: head-of-sales }
    d5: { label: Decision 5, responsible: marketer, accountable: head-of-sales }
    d6: { label: Decision 6, responsible: marketer, accountable: head-of-sales }
    d7: { label: Decision 7, responsible: marketer, accountable: head-of-sales }
    d8: { label: Decision 8, responsible: marketer, accountable: head-of-sales }
`,
    passes: `governance:
  decisions:
    d1: { label: Decision 1, responsible: marketer, accountable: head-of-sales }
    d2: { label: Decision 2, responsible: marketer, accountable: head-of-sales }
    d3: { label: Decision 3, responsible: marketer, accountable: head-of-sales }
    d4: { label: Decision 4, responsible: marketer, accountable: marketer }
    d5: { label: Decision 5, responsible: marketer, accountable: marketer }
    d6: { label: Decision 6, responsible: marketer, accountable: marketer }
    d7: { label: Decision 7, responsible: marketer, accountable: marketer }
    d8: { label: Decision 8, responsible: marketer, accountable: marketer }
`,
    fix: {
      en: "Make those accountable who decide in practice.",
      fr: "Rendre garants ceux qui décident en pratique.",
    },
  },
  OWN607: {
    title: {
      en: "Every party promises something that can be measured",
      fr: "Chaque partie promet quelque chose qui se mesure",
    },
    what: {
      en: "A party owns stages but owes no commitment and no contribution. The deadlines of a handoff do not count: they bind the receiver and leave the sender free.",
      fr: "Une partie est responsable d'étapes mais ne doit ni engagement ni contribution. Les délais d'une transmission ne comptent pas\u00a0: ils engagent celui qui reçoit et laissent libre celui qui envoie.",
    },
    form: "entries",
    fails: `commitments:
  lead-quality:
  on-time: { by: sales, to: marketing, measure: { onTime: marketing-to-sales.decision }, atLeast: 90%, per: month }
`,
    passes: `commitments:
  lead-quality: { by: marketing, to: sales, measure: { acceptance: marketing-to-sales }, atLeast: 60%, per: month }
  on-time: { by: sales, to: marketing, measure: { onTime: marketing-to-sales.decision }, atLeast: 90%, per: month }
`,
    fix: {
      en: "Agree on what each side owes the other: marketing usually a share of accepted leads or a volume, sales a share of leads treated in time.",
      fr: "Convenir de ce que chacun doit à l'autre\u00a0: le marketing, le plus souvent, une part de leads acceptés ou un volume\u202f; le commerce, une part de leads traités à temps.",
    },
  },
  OWN608: {
    title: {
      en: "A missed deadline is heard of above",
      fr: "Un délai dépassé s'entend plus haut",
    },
    what: {
      en: "Every escalation of the deadline notifies only the role that owes it, its members or the owner of the record: those who are late already.",
      fr: "Chaque escalade du délai ne prévient que le rôle qui le doit, ses membres ou le responsable du lead\u00a0: ceux qui sont déjà en retard.",
    },
    form: "entries",
    fails: `handoffs:
  marketing-to-sales:
    label: Handoff to sales
    from: mql
    to: working
    deadlines: { decision: { within: 4 business hours, escalate: [{ after: due, notify: [owner] }, { after: 2 business hours, notify: [sdr] }] } }
    feedback: { reasons: [not-a-fit, bad-timing, unreachable], to: [marketing], within: 30 business days }
    responsibilities: { accountable: head-of-sales, informed: [marketing] }
`,
    passes: `handoffs:
  marketing-to-sales:
    label: Handoff to sales
    from: mql
    to: working
    deadlines: { decision: { within: 4 business hours, escalate: [{ after: due, notify: [owner] }, { after: 2 business hours, notify: [head-of-sales] }] } }
    feedback: { reasons: [not-a-fit, bad-timing, unreachable], to: [marketing], within: 30 business days }
    responsibilities: { accountable: head-of-sales, informed: [marketing] }
`,
    fix: {
      en: "Notify a role above as a last step.",
      fr: "Prévenir un rôle au-dessus comme dernier degré.",
    },
  },
} satisfies Readonly<Record<string, RulePage>>;
