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
} satisfies Readonly<Record<string, RulePage>>;
