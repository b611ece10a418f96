import type { RulePage } from "./page.ts";

/** The pages of `explain` for the family CRI. */
export const criteriaPages = {
  CRI401: {
    title: {
      en: "Every condition can be met by some lead",
      fr: "Toute condition peut être remplie par un lead",
    },
    what: {
      en: "No lead can meet this condition, or this alternative of it: its parts exclude each other, go beyond what a field can hold, or exclude the scope. The smallest set of parts that conflict is shown.",
      fr: "Aucun lead ne peut remplir cette condition, ou cette possibilité\u00a0: ses parties s'excluent, dépassent ce qu'un champ peut contenir, ou excluent le périmètre. Les parties en conflit sont montrées, et elles seules.",
    },
    form: "entries",
    fails: `priorities:
  large: { label: Large accounts, when: { all: [{ field: company-size, atLeast: 500 }, { field: company-size, lessThan: 50 }] } }
  other: { label: Other, otherwise: true }
`,
    passes: `priorities:
  large: { label: Large accounts, when: { all: [{ field: company-size, atLeast: 50 }, { field: company-size, lessThan: 500 }] } }
  other: { label: Other, otherwise: true }
`,
    fix: {
      en: "Correct the value that is wrong, or say any where either is enough.",
      fr: "Corriger la valeur fausse, ou écrire any si l'une des deux suffit.",
    },
  },
  CRI402: {
    title: {
      en: "A condition leaves somebody out",
      fr: "Une condition écarte quelqu'un",
    },
    what: {
      en: "Every lead meets the condition, whatever is known of it: it filters nothing. As an exclusion it would exclude everybody.",
      fr: "Tous les leads remplissent la condition, quoi qu'on sache d'eux\u00a0: elle ne filtre rien. Comme exclusion, elle exclurait tout le monde.",
    },
    form: "entries",
    fails: `priorities:
  local: { label: Local, when: { any: [{ field: country, known: true }, { field: country, known: false }] } }
  other: { label: Other, otherwise: true }
`,
    passes: `priorities:
  local: { label: Local, when: { field: country, known: true } }
  other: { label: Other, otherwise: true }
`,
    fix: {
      en: "Say what was meant; if everybody is meant, take the condition out.",
      fr: "Dire ce qui était voulu\u202f; si tous sont concernés, retirer la condition.",
    },
  },
  CRI403: {
    title: {
      en: "Every lead is taken by somebody",
      fr: "Tout lead est pris par quelqu'un",
    },
    what: {
      en: "Several ways compete for a record (handoffs out of a stage, the stages that records are born into, priorities, lines of assign), and some leads meet the condition of none. The witness is such a lead.",
      fr: "Plusieurs voies se disputent un lead (transmissions d'une étape, étapes d'entrée, priorités, lignes de assign), et certains leads ne remplissent la condition d'aucune. La preuve en montre un.",
    },
    form: "entries",
    fails: `priorities:
  hot: { label: Hot, when: { signal: demo-request, withinLast: 2 business days } }
  large: { label: Large accounts, when: { field: company-size, atLeast: 500 } }
`,
    passes: `priorities:
  hot: { label: Hot, when: { signal: demo-request, withinLast: 2 business days } }
  large: { label: Large accounts, when: { field: company-size, atLeast: 500 } }
  other: { label: Other, otherwise: true }
`,
    fix: {
      en: "Let one of them take the rest (otherwise: true, or a last line without when), or widen a condition.",
      fr: "Confier le reste à l'une d'elles (otherwise: true, ou une dernière ligne sans when), ou élargir une condition.",
    },
  },
  CRI404: {
    title: {
      en: "A lead belongs to one side only",
      fr: "Un lead n'a qu'un destinataire",
    },
    what: {
      en: "Two handoffs that open by themselves from the same stage, or two stages that records enter by themselves from the same place, accept the same lead, and nothing says who wins. The witness is such a lead.",
      fr: "Deux transmissions qui s'ouvrent d'elles-mêmes depuis la même étape, ou deux étapes où l'on entre de soi-même depuis le même endroit, acceptent le même lead, et rien ne dit qui l'emporte. La preuve en montre un.",
    },
    form: "entries",
    fails: `handoffs:
  marketing-to-sales:
    label: Handoff to sales
    from: mql
    to: working
    criteria: { signal: demo-request, withinLast: 14 calendar days }
    deadlines: { decision: { within: 4 business hours, escalate: [{ after: due, notify: [head-of-sales] }] } }
    feedback: { reasons: [not-a-fit, bad-timing, other-country], to: [marketing], within: 30 business days }
    responsibilities: { accountable: head-of-sales, informed: [marketing] }
  large-accounts:
    label: Handoff of large accounts
    from: mql
    to: working
    criteria: { field: company-size, atLeast: 500 }
    deadlines: { decision: { within: 2 business days, escalate: [{ after: due, notify: [head-of-sales] }] } }
    feedback: { reasons: [not-a-fit, bad-timing, other-country], to: [marketing], within: 30 business days }
    responsibilities: { accountable: head-of-sales, informed: [marketing] }
reasons:
  other-country: { label: Another country, moveTo: disqualified }
`,
    passes: `handoffs:
  marketing-to-sales:
    label: Handoff to sales
    from: mql
    to: working
    criteria: { signal: demo-request, withinLast: 14 calendar days }
    deadlines: { decision: { within: 4 business hours, escalate: [{ after: due, notify: [head-of-sales] }] } }
    feedback: { reasons: [not-a-fit, bad-timing, other-country], to: [marketing], within: 30 business days }
    responsibilities: { accountable: head-of-sales, informed: [marketing] }
  large-accounts:
    label: Handoff of large accounts
    from: mql
    to: working
    otherwise: true
    deadlines: { decision: { within: 2 business days, escalate: [{ after: due, notify: [head-of-sales] }] } }
    feedback: { reasons: [not-a-fit, bad-timing, other-country], to: [marketing], within: 30 business days }
    responsibilities: { accountable: head-of-sales, informed: [marketing] }
reasons:
  other-country: { label: Another country, moveTo: disqualified }
`,
    fix: {
      en: "Add to one of the two what the other excludes, or let it take what the other leaves: otherwise: true.",
      fr: "Ajouter à l'une ce que l'autre exclut, ou lui laisser le reste\u00a0: otherwise: true.",
    },
  },
  CRI405: {
    title: {
      en: "Every rule of an ordered list can apply",
      fr: "Chaque règle d'une liste ordonnée peut s'appliquer",
    },
    what: {
      en: "The first rule that applies wins. Those before this one, alone or together, take every lead that it would, so it is never used.",
      fr: "La première règle qui convient l'emporte. Celles qui précèdent celle-ci, seules ou ensemble, prennent tous les leads qu'elle viserait\u00a0: elle ne sert jamais.",
    },
    form: "entries",
    fails: `priorities:
  mid: { label: Mid market, when: { field: company-size, atLeast: 100 } }
  large: { label: Large accounts, when: { field: company-size, atLeast: 500 } }
  other: { label: Other, otherwise: true }
`,
    passes: `priorities:
  large: { label: Large accounts, when: { field: company-size, atLeast: 500 } }
  mid: { label: Mid market, when: { field: company-size, atLeast: 100 } }
  other: { label: Other, otherwise: true }
`,
    fix: {
      en: "Put the narrower rule before the wider one, or take out what is never used.",
      fr: "Placer la règle la plus étroite avant la plus large, ou retirer celle qui ne sert pas.",
    },
  },
  CRI406: {
    title: {
      en: "A condition asks a question that its subject can answer",
      fr: "Une condition pose une question à laquelle son sujet peut répondre",
    },
    what: {
      en: "Every type of field has its own questions: a number is compared (atLeast, between), a date has an age (withinLast, before), a choice is one of its options (is, in). The value has to be of that type too.",
      fr: "Chaque type de champ a ses questions\u00a0: un nombre se compare (atLeast, between), une date a un âge (withinLast, before), un choix est l'une de ses options (is, in). La valeur doit être de ce type elle aussi.",
    },
    form: "entries",
    fails: `scope: { object: contact, include: { field: country, atLeast: 2, orUnknown: true } }
`,
    passes: `scope: { object: contact, include: { field: country, in: [FR, BE], orUnknown: true } }
`,
    fix: {
      en: "Use one of the operators that the message lists, or correct the type of the field.",
      fr: "Employer l'un des opérateurs que donne le message, ou corriger le type du champ.",
    },
  },
  CRI407: {
    title: {
      en: "A condition names only options that its field has",
      fr: "Une condition ne nomme que des options de son champ",
    },
    what: {
      en: "The condition compares a choice with an option that the field does not have. Options are compared by their id (FR), not by their label (France).",
      fr: "La condition compare un choix à une option que le champ n'a pas. Les options se comparent par leur identifiant (FR), non par leur libellé (France).",
    },
    form: "entries",
    fails: `scope: { object: contact, include: { field: country, in: [France, BE], orUnknown: true } }
`,
    passes: `scope: { object: contact, include: { field: country, in: [FR, BE], orUnknown: true } }
`,
    fix: {
      en: "Use the id of one of the field's options, or add the option to the field.",
      fr: "Employer l'identifiant d'une option du champ, ou ajouter l'option au champ.",
    },
  },
  CRI408: {
    title: {
      en: "Neighbouring ranges touch",
      fr: "Deux tranches voisines se touchent",
    },
    what: {
      en: "One rule ends below a number and the next begins above it, and the number itself is in neither: more than 500 and less than 500 forget 500. With amounts, the cents between 9,999 and 10,000 are forgotten the same way.",
      fr: "Une règle finit avant un nombre, la suivante commence après, et ce nombre n'est dans aucune\u00a0: plus de 500 et moins de 500 oublient 500. Pour les montants, les centimes entre 9\u202f999 et 10\u202f000 sont oubliés de même.",
    },
    form: "entries",
    fails: `priorities:
  large: { label: Large accounts, when: { field: company-size, moreThan: 500 } }
  small: { label: Small accounts, when: { field: company-size, lessThan: 500 } }
  other: { label: Headcount unknown, otherwise: true }
`,
    passes: `priorities:
  large: { label: Large accounts, when: { field: company-size, atLeast: 500 } }
  small: { label: Small accounts, when: { field: company-size, lessThan: 500 } }
  other: { label: Headcount unknown, otherwise: true }
`,
    fix: {
      en: "Agree on which side the border belongs to and include it there: atLeast, or atMost.",
      fr: "Convenir du côté auquel appartient la limite et l'y inclure\u00a0: atLeast, ou atMost.",
    },
  },
  CRI409: {
    title: {
      en: "What happens to empty fields is decided",
      fr: "Le sort des champs vides est décidé",
    },
    what: {
      en: "An unknown value satisfies no comparison. In the scope that silently decides whether a lead belongs to the agreement, so it has to be said: an error there. Among rules that compete, it is a warning when every lead is taken except those with this field empty.",
      fr: "Une valeur inconnue ne satisfait aucune comparaison. Dans le périmètre, cela décide en silence si un lead relève de l'accord\u00a0: il faut donc le dire, et c'est une erreur. Entre règles concurrentes, c'est un avertissement quand tous les leads sont pris sauf ceux dont ce champ est vide.",
    },
    form: "entries",
    fails: `scope: { object: contact, include: { field: country, in: [FR, BE] } }
`,
    passes: `scope: { object: contact, include: { field: country, in: [FR, BE], orUnknown: true } }
`,
    fix: {
      en: "Add orUnknown: true where empty fields are meant too; where they are not, say so with known: true.",
      fr: "Ajouter orUnknown: true si les champs vides sont visés aussi\u202f; sinon, le dire avec known: true.",
    },
  },
  CRI410: {
    title: {
      en: "Each stage asks more than the one before",
      fr: "Chaque étape exige plus que la précédente",
    },
    what: {
      en: "A stage follows another by criteria, and whatever meets the criteria of the first meets those of the second: records never rest in the first, or the second means nothing more.",
      fr: "Une étape en suit une autre par des critères, et tout ce qui remplit ceux de la première remplit ceux de la seconde\u00a0: on ne s'arrête jamais dans la première, ou la seconde ne dit rien de plus.",
    },
    form: "entries",
    fails: `stages:
  engaged:
    label: Engaged
    definition: A contact who reacted.
    owner: marketer
    from: lead
    criteria: { signal: demo-request, withinLast: 14 calendar days }
    expires: { after: 90 calendar days, reason: gone-quiet }
  mql:
    label: Qualified lead
    definition: A contact who asked for something we sell.
    owner: marketer
    from: [engaged, nurture]
    criteria: { signal: demo-request, withinLast: 30 calendar days }
`,
    passes: `stages:
  engaged:
    label: Engaged
    definition: A contact who reacted.
    owner: marketer
    from: lead
    criteria: { signal: demo-request, withinLast: 14 calendar days }
    expires: { after: 90 calendar days, reason: gone-quiet }
  mql:
    label: Qualified lead
    definition: A contact who asked for something we sell.
    owner: marketer
    from: [engaged, nurture]
    criteria: { all: [{ signal: demo-request, withinLast: 30 calendar days }, { field: company-size, atLeast: 50 }] }
`,
    fix: {
      en: "Ask something more in the later stage, or merge the two into one.",
      fr: "Exiger quelque chose de plus dans l'étape suivante, ou réunir les deux en une seule.",
    },
  },
  CRI411: {
    title: {
      en: "Every part of a condition matters",
      fr: "Chaque partie d'une condition compte",
    },
    what: {
      en: "Without this part the condition would mean the same: the others already ask for it, or already allow it. validate --fix takes it out where it stands on one line with its neighbours.",
      fr: "Sans cette partie, la condition dirait la même chose\u00a0: les autres l'exigent ou l'admettent déjà. validate --fix la retire lorsqu'elle tient sur une ligne avec ses voisines.",
    },
    form: "entries",
    fails: `priorities:
  large: { label: Large accounts, when: { all: [{ field: company-size, atLeast: 500 }, { field: company-size, known: true }] } }
  other: { label: Other, otherwise: true }
`,
    passes: `priorities:
  large: { label: Large accounts, when: { all: [{ field: company-size, atLeast: 500 }] } }
  other: { label: Other, otherwise: true }
`,
    fix: {
      en: "Take it out; if it was meant to narrow the condition, correct its value.",
      fr: "La retirer\u202f; si elle devait restreindre la condition, corriger sa valeur.",
    },
  },
  CRI413: {
    title: {
      en: "What was not proved is said",
      fr: "Ce qui n'est pas prouvé est dit",
    },
    what: {
      en: "The question would take more work than validation spends, or a subject has so many different values in conditions that their combinations were not all looked at. Nothing was found, but nothing is certain either.",
      fr: "La question demanderait plus de calcul que la validation n'en dépense, ou un sujet prend dans les conditions tant de valeurs que leurs combinaisons n'ont pas toutes été examinées. Rien n'a été trouvé, mais rien n'est certain.",
    },
    form: "entries",
    fails: `priorities:
  keywords:
    label: Says what we sell
    when:
      atLeast: 2
      of:
        - { field: need, contains: audit }
        - { field: need, contains: billing }
        - { field: need, contains: churn }
        - { field: need, contains: dashboard }
        - { field: need, contains: e-invoice }
        - { field: need, contains: forecast }
        - { field: need, contains: growth }
        - { field: need, contains: hosting }
        - { field: need, contains: import }
        - { field: need, contains: journal }
        - { field: need, contains: kpi }
        - { field: need, contains: ledger }
        - { field: need, contains: margin }
  other: { label: Other, otherwise: true }
`,
    passes: `priorities:
  keywords:
    label: Says what we sell
    when:
      atLeast: 2
      of:
        - { field: need, contains: audit }
        - { field: need, contains: billing }
        - { field: need, contains: churn }
  other: { label: Other, otherwise: true }
`,
    fix: {
      en: "Make the conditions simpler: name what they share, or use fewer different values. Where they have to stay, let a second person read them.",
      fr: "Simplifier les conditions\u00a0: nommer ce qu'elles partagent, ou employer moins de valeurs. Si elles doivent rester, les faire relire par une seconde personne.",
    },
  },
  CRI414: {
    title: {
      en: "An opened e-mail is no sign of interest",
      fr: "Un e-mail ouvert n'est pas un signe d'intérêt",
    },
    what: {
      en: "Mail programs and filters open messages on their own, so an open says little about a person. A condition that an open alone fulfils hands over people who did nothing.",
      fr: "Les messageries et les filtres ouvrent les messages d'eux-mêmes\u00a0: une ouverture dit peu d'une personne. Une condition qu'une ouverture seule remplit transmet des gens qui n'ont rien fait.",
    },
    form: "entries",
    fails: `signals:
  email-opened: { label: E-mail opened }
priorities:
  warm: { label: Warm, when: { signal: email-opened, times: 3, withinLast: 7 calendar days } }
  other: { label: Other, otherwise: true }
`,
    passes: `signals:
  email-opened: { label: E-mail opened }
priorities:
  warm: { label: Warm, when: { all: [{ signal: email-opened, times: 3, withinLast: 7 calendar days }, { signal: demo-request, withinLast: 30 calendar days }] } }
  other: { label: Other, otherwise: true }
`,
    fix: {
      en: "Ask for something the person did: a click, a reply, a visit, a form.",
      fr: "Demander un acte de la personne\u00a0: un clic, une réponse, une visite, un formulaire.",
    },
  },
} satisfies Readonly<Record<string, RulePage>>;
