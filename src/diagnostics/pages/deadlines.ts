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
  SLA505: {
    title: {
      en: "A reason asks for no more time than there is",
      fr: "Un motif ne demande pas plus de temps qu'il n'y en a",
    },
    what: {
      en: "A reason may ask for touches over some time (onlyAfter). Where it can be chosen, the decision, the deadline of the stage and its expiry have to leave that time on some date of the year at least; and where the first touch accepts a record, no reason of refusal can ask for one.",
      fr: "Un motif peut exiger des prises de contact sur une certaine durée (onlyAfter). Là où on peut le choisir, la décision, le délai de l'étape et son expiration doivent laisser ce temps, au moins à une date de l'année\u202f; et là où la première prise de contact vaut acceptation, aucun motif de refus ne peut en exiger une.",
    },
    form: "entries",
    fails: `reasons:
  unreachable: { label: Unreachable, moveTo: nurture, onlyAfter: 6 touches over at least 10 business days }
`,
    passes: `reasons:
  unreachable: { label: Unreachable, moveTo: nurture, onlyAfter: 6 touches over at least 10 business days }
  no-project: { label: No project, moveTo: nurture, coolOff: 90 calendar days }
handoffs:
  marketing-to-sales:
    label: Handoff to sales
    from: mql
    to: working
    requires: [country]
    deadlines:
      complete: { within: 1 business day }
      decision: { within: 4 business hours, remind: [80%], escalate: [{ after: due, notify: [owner, head-of-sales] }] }
    feedback: { reasons: [not-a-fit, bad-timing, no-project], to: [marketing], within: 30 business days }
    responsibilities: { accountable: head-of-sales, informed: [marketing] }
`,
    fix: {
      en: "Offer the reason in the stage where the touches are made (exitReasons), give the deadline more time, or ask for fewer touches.",
      fr: "Proposer le motif dans l'étape où les contacts sont tentés (exitReasons), allonger le délai, ou exiger moins de prises de contact.",
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
  SLA507: {
    title: {
      en: "Holidays are listed for the year that deadlines run in",
      fr: "Les jours fériés sont inscrits pour l'année où courent les délais",
    },
    what: {
      en: "A calendar that lists holidays lists none for the current year, or for the one that begins within three months. A calendar without any holiday is taken for a choice.",
      fr: "Un calendrier qui inscrit des jours fériés n'en inscrit aucun pour l'année en cours, ou pour celle qui commence dans les trois mois. Un calendrier sans aucun jour férié passe pour un choix.",
    },
    form: "entries",
    fails: `calendars:
  office: { timezone: Europe/Paris, hours: { mon-fri: ["09:00-12:30", "14:00-18:00"] }, holidays: [2026-11-11, 2026-12-25] }
`,
    passes: `calendars:
  office: { timezone: Europe/Paris, hours: { mon-fri: ["09:00-12:30", "14:00-18:00"] }, holidays: [2026-12-25, 2027-01-01, 2027-03-29] }
`,
    fix: {
      en: "Add the dates of the missing year: revpact calendar add FR --years 2028, or by hand in holidays.",
      fr: "Ajouter les dates de l'année manquante\u00a0: revpact calendar add FR --years 2028, ou à la main dans holidays.",
    },
  },
  SLA508: {
    title: {
      en: "A missed deadline is heard by somebody who can act",
      fr: "Un délai dépassé parvient à quelqu'un qui peut agir",
    },
    what: {
      en: "Only escalate sends messages. What is reported: a ladder that tells nobody but the owner of the record, reminders without anything after the due time, a handoff that tells on its sender but not on its receiver, and a contract in which no deadline tells anybody.",
      fr: "Seul escalate envoie des messages. Sont signalés\u00a0: une échelle qui n'alerte que le responsable du lead, des rappels sans suite après l'échéance, une transmission qui signale le retard de l'émetteur mais pas celui de qui reçoit, et un contrat dont aucun délai n'alerte personne.",
    },
    form: "entries",
    fails: `handoffs:
  marketing-to-sales:
    label: Handoff to sales
    from: mql
    to: working
    deadlines: { decision: { within: 4 business hours, remind: [80%], escalate: [{ after: due, notify: [owner] }] } }
    feedback: { reasons: [not-a-fit, bad-timing, unreachable], to: [marketing] }
    responsibilities: { accountable: head-of-sales, informed: [marketing] }
`,
    passes: `handoffs:
  marketing-to-sales:
    label: Handoff to sales
    from: mql
    to: working
    deadlines: { decision: { within: 4 business hours, remind: [80%], escalate: [{ after: due, notify: [owner] }, { after: 2 business hours, notify: [head-of-sales] }] } }
    feedback: { reasons: [not-a-fit, bad-timing, unreachable], to: [marketing], within: 30 business days }
    responsibilities: { accountable: head-of-sales, informed: [marketing] }
`,
    fix: {
      en: "Name a role that can still put it right: escalate: [{ after: due, notify: [head-of-sales] }].",
      fr: "Nommer un rôle qui peut encore y remédier\u00a0: escalate: [{ after: due, notify: [head-of-sales] }].",
    },
  },
  SLA509: {
    title: {
      en: "The steps of an escalation follow one another",
      fr: "Les alertes d'une escalade se suivent",
    },
    what: {
      en: "Each step comes after the one written above it, on every date of the year: two business hours last longer than one calendar day on a Friday evening. A step is not said twice, and a reminder comes before the time is over. Disorder on some dates only is a warning, with the date.",
      fr: "Chaque alerte vient après celle du dessus, à toute date de l'année\u00a0: deux heures ouvrées durent plus qu'un jour calendaire un vendredi soir. Une alerte ne figure pas deux fois, et un rappel vient avant la fin du délai. Un désordre à certaines dates seulement est un avertissement, avec la date.",
    },
    form: "entries",
    fails: `handoffs:
  marketing-to-sales:
    label: Handoff to sales
    from: mql
    to: working
    deadlines: { decision: { within: 4 business hours, escalate: [{ after: 4 business hours, notify: [owner] }, { after: 2 business hours, notify: [head-of-sales] }] } }
    feedback: { reasons: [not-a-fit, bad-timing, unreachable], to: [marketing] }
    responsibilities: { accountable: head-of-sales, informed: [marketing] }
`,
    passes: `handoffs:
  marketing-to-sales:
    label: Handoff to sales
    from: mql
    to: working
    deadlines: { decision: { within: 4 business hours, escalate: [{ after: 2 business hours, notify: [owner] }, { after: 4 business hours, notify: [head-of-sales] }] } }
    feedback: { reasons: [not-a-fit, bad-timing, unreachable], to: [marketing], within: 30 business days }
    responsibilities: { accountable: head-of-sales, informed: [marketing] }
`,
    fix: {
      en: "Write the steps in the order of time and in one kind of time, business or calendar.",
      fr: "Écrire les alertes dans l'ordre du temps et dans une seule sorte de temps, ouvré ou calendaire.",
    },
  },
  SLA510: {
    title: {
      en: "Those who work together have an hour in common",
      fr: "Ceux qui travaillent ensemble ont une heure commune",
    },
    what: {
      en: "Sender and receiver of a handoff, a role and whom its deadline alerts, a role and its backup: where each runs on a calendar of its own, the two are open at the same time at least once in the year.",
      fr: "L'émetteur et le destinataire d'une transmission, un rôle et celui que son délai alerte, un rôle et son remplaçant\u00a0: si chacun a son calendrier, les deux sont ouverts en même temps au moins une fois dans l'année.",
    },
    form: "entries",
    fails: `calendars:
  san-francisco: { timezone: America/Los_Angeles, hours: { mon-fri: ["10:00-17:00"] } }
roles:
  sdr: { label: SDR, party: sales, calendar: san-francisco }
`,
    passes: `calendars:
  san-francisco: { timezone: America/Los_Angeles, hours: { mon-fri: ["08:00-17:00"] } }
roles:
  sdr: { label: SDR, party: sales, calendar: san-francisco }
`,
    fix: {
      en: "Agree on an hour in common (earlier or later opening on some days), or put a role between them that shares hours with both.",
      fr: "Convenir d'une heure commune (ouvrir plus tôt ou plus tard certains jours), ou placer entre eux un rôle qui partage des heures avec les deux.",
    },
  },
  SLA511: {
    title: {
      en: "There are people enough for what is promised",
      fr: "Il y a assez de monde pour ce qui est promis",
    },
    what: {
      en: "The volume that one side promises (entered, the upper end of between, or atLeast) is held against the capacity of the role that receives it, over the working days of each period. Each position counts for one person; where an environment names a team, its size is not known and nothing is said.",
      fr: "Le volume promis par l'un (entered, le haut de between, ou atLeast) est comparé à la capacité du rôle qui le reçoit, sur les jours ouvrés de chaque période. Chaque poste compte pour une personne\u202f; si un environnement nomme une équipe, son effectif est inconnu et rien n'est dit.",
    },
    form: "entries",
    fails: `roles:
  sdr: { label: SDR, party: sales, capacity: 5 per person per business day }
commitments:
  volume: { by: marketing, to: sales, measure: { entered: mql }, between: [120, 180], per: month }
`,
    passes: `roles:
  sdr: { label: SDR, party: sales, capacity: 15 per person per business day }
commitments:
  volume: { by: marketing, to: sales, measure: { entered: mql }, between: [120, 180], per: month }
`,
    fix: {
      en: "Promise what the people there are can take, list the members of the role, or name the team that holds it in an environment.",
      fr: "Promettre ce que l'effectif peut prendre en charge, énumérer les membres du rôle, ou nommer dans un environnement l'équipe qui le tient.",
    },
  },
  SLA512: {
    title: {
      en: "A clock stops when somebody has worked the record",
      fr: "Un délai s'arrête quand quelqu'un a travaillé le lead",
    },
    what: {
      en: "A decision that a machine takes (acceptance: automatic) and a field that only scoring, enrichment or the product fills stop a clock without anybody's work. And where speed of decision is promised, something has to be asked for beside it: a first touch, a reason that needs touches, or a commitment on what comes of the records.",
      fr: "Une décision que prend la machine (acceptance: automatic) ou un champ que seuls le scoring, l'enrichissement ou le produit remplissent arrêtent un délai sans travail de personne. Et là où la vitesse de décision est promise, il faut demander autre chose à côté\u00a0: une première prise de contact, un motif qui exige des contacts, ou un engagement sur ce que deviennent les leads.",
    },
    form: "entries",
    fails: `handoffs:
  marketing-to-sales:
    label: Handoff to sales
    from: mql
    to: working
    acceptance: automatic
    deadlines: { decision: { within: 4 business hours } }
    feedback: { reasons: [not-a-fit, bad-timing, unreachable], to: [marketing] }
    responsibilities: { accountable: head-of-sales, informed: [marketing] }
`,
    passes: `handoffs:
  marketing-to-sales:
    label: Handoff to sales
    from: mql
    to: working
    acceptance: automatic
    deadlines: { first-touch: { within: 4 business hours, escalate: [{ after: due, notify: [head-of-sales] }] } }
    feedback: { reasons: [not-a-fit, bad-timing, unreachable], to: [marketing], within: 30 business days }
    responsibilities: { accountable: head-of-sales, informed: [marketing] }
commitments:
  on-time: { by: sales, to: marketing, measure: { onTime: marketing-to-sales.first-touch }, atLeast: 90%, per: month }
`,
    fix: {
      en: "Let the clock stop with what a person does (first-touch, touched), and pair speed with a result: worked, acceptance, converted.",
      fr: "Arrêter le délai par ce que fait une personne (first-touch, touched), et joindre à la vitesse un résultat\u00a0: worked, acceptance, converted.",
    },
  },
} satisfies Readonly<Record<string, RulePage>>;
