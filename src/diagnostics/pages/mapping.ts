import type { RulePage } from "./page.ts";

/** The pages of `explain` for the family CRM. */
export const mappingPages = {
  CRM801: {
    title: {
      en: "A field keeps clear of revpact's own properties",
      fr: "Un champ n'empiète pas sur les propriétés de revpact",
    },
    what: {
      en: "revpact makes properties of its own beside those of fields: the stage, when it was entered, the status and exit reason of each stage. A field whose id gives the same name would share one of them.",
      fr: "revpact crée ses propres propriétés à côté de celles des champs\u00a0: l'étape, la date d'entrée, le statut et le motif de sortie de chaque étape. Un champ dont l'identifiant donne le même nom en partagerait une.",
    },
    form: "entries",
    fails: `fields:
  company-size: { type: number, label: Headcount, filledBy: enrichment, crm: { property: numberofemployees } }
  stage: { type: text, label: Stage, filledBy: form }
environments:
  local: { crm: local }
handoffs:
  marketing-to-sales:
    label: Handoff to sales
    from: mql
    to: working
    requires: [country]
    helpful: [stage]
    deadlines:
      complete: { within: 1 business day, escalate: [{ after: due, notify: [head-of-sales] }] }
      decision: { within: 4 business hours, escalate: [{ after: due, notify: [owner, head-of-sales] }] }
    feedback: { reasons: [not-a-fit, bad-timing, unreachable], to: [marketing], within: 30 business days }
    responsibilities: { accountable: head-of-sales, informed: [marketing] }
`,
    passes: `fields:
  company-size: { type: number, label: Headcount, filledBy: enrichment, crm: { property: numberofemployees } }
  growth-stage: { type: text, label: Stage of growth, filledBy: form }
environments:
  local: { crm: local }
handoffs:
  marketing-to-sales:
    label: Handoff to sales
    from: mql
    to: working
    requires: [country]
    helpful: [growth-stage]
    deadlines:
      complete: { within: 1 business day, escalate: [{ after: due, notify: [head-of-sales] }] }
      decision: { within: 4 business hours, escalate: [{ after: due, notify: [owner, head-of-sales] }] }
    feedback: { reasons: [not-a-fit, bad-timing, unreachable], to: [marketing], within: 30 business days }
    responsibilities: { accountable: head-of-sales, informed: [marketing] }
`,
    fix: {
      en: "Rename the field.",
      fr: "Renommer le champ.",
    },
  },
  CRM802: {
    title: {
      en: "Names fit into the CRM",
      fr: "Les noms tiennent dans le CRM",
    },
    what: {
      en: "HubSpot takes names of up to 100 characters. An adopted property longer than that can't exist, and every condition on it would fail.",
      fr: "HubSpot accepte des noms de 100 caractères au plus. Une propriété adoptée plus longue ne peut exister, et toute condition qui la nomme échouerait.",
    },
    form: "entries",
    fails: `fields:
  company-size: { type: number, label: Headcount, filledBy: enrichment, crm: { property: number_of_all_employees_of_this_company_and_of_every_company_that_belongs_to_it_as_we_last_heard_from_them } }
environments:
  local: { crm: local }
`,
    passes: `fields:
  company-size: { type: number, label: Headcount, filledBy: enrichment, crm: { property: numberofemployees } }
environments:
  local: { crm: local }
`,
    fix: {
      en: "Shorten the name.",
      fr: "Raccourcir le nom.",
    },
  },
  CRM803: {
    title: {
      en: "An adopted property holds what the field says",
      fr: "Une propriété adoptée contient ce que dit le champ",
    },
    what: {
      en: "HubSpot defines this property with another kind of value than the contract's field. Known are the properties that contracts tend to adopt; those of your own portal are compared when planning.",
      fr: "HubSpot définit cette propriété pour une autre sorte de valeur que le champ du contrat. On connaît les propriétés que les contrats adoptent souvent\u202f; celles de votre portail sont comparées au moment du plan.",
    },
    form: "entries",
    fails: `fields:
  company-size: { type: text, label: Headcount, filledBy: enrichment, crm: { property: numberofemployees } }
stages:
  mql:
    label: Qualified lead
    definition: A contact who asked for something we sell.
    owner: marketer
    from: [lead, nurture]
    criteria: { any: [{ signal: demo-request }, { field: company-size, known: true }] }
environments:
  local: { crm: local }
`,
    passes: `fields:
  company-size: { type: number, label: Headcount, filledBy: enrichment, crm: { property: numberofemployees } }
environments:
  local: { crm: local }
`,
    fix: {
      en: "Correct the type of the field, or adopt the property that was meant.",
      fr: "Corriger le type du champ, ou adopter la propriété voulue.",
    },
  },
  CRM804: {
    title: {
      en: "A property belongs to one field",
      fr: "Une propriété n'appartient qu'à un champ",
    },
    what: {
      en: "Two fields of the contract adopt the same property of the same object.",
      fr: "Deux champs du contrat adoptent la même propriété du même objet.",
    },
    form: "entries",
    fails: `fields:
  company-size: { type: number, label: Headcount, filledBy: enrichment, crm: { property: numberofemployees } }
  staff: { type: number, label: Staff, filledBy: form, crm: { property: numberofemployees } }
environments:
  local: { crm: local }
handoffs:
  marketing-to-sales:
    label: Handoff to sales
    from: mql
    to: working
    requires: [country]
    helpful: [staff]
    deadlines:
      complete: { within: 1 business day, escalate: [{ after: due, notify: [head-of-sales] }] }
      decision: { within: 4 business hours, escalate: [{ after: due, notify: [owner, head-of-sales] }] }
    feedback: { reasons: [not-a-fit, bad-timing, unreachable], to: [marketing], within: 30 business days }
    responsibilities: { accountable: head-of-sales, informed: [marketing] }
`,
    passes: `fields:
  company-size: { type: number, label: Headcount, filledBy: enrichment, crm: { property: numberofemployees } }
environments:
  local: { crm: local }
`,
    fix: {
      en: "Keep one field and use it everywhere.",
      fr: "Garder un seul champ et l'employer partout.",
    },
  },
  CRM805: {
    title: {
      en: "People fill what they can write",
      fr: "On ne remplit que ce qu'on peut écrire",
    },
    what: {
      en: "The field adopts a property that HubSpot alone writes, and the contract says that a role, a form or an import fills it.",
      fr: "Le champ adopte une propriété que HubSpot seul écrit, et le contrat dit qu'un rôle, un formulaire ou un import le remplit.",
    },
    form: "entries",
    fails: `fields:
  company-size: { type: number, label: Headcount, filledBy: enrichment, crm: { property: numberofemployees } }
  last-contact: { type: datetime, label: Last contact, filledBy: sdr, crm: { property: notes_last_contacted } }
environments:
  local: { crm: local }
handoffs:
  marketing-to-sales:
    label: Handoff to sales
    from: mql
    to: working
    requires: [country]
    helpful: [last-contact]
    deadlines:
      complete: { within: 1 business day, escalate: [{ after: due, notify: [head-of-sales] }] }
      decision: { within: 4 business hours, escalate: [{ after: due, notify: [owner, head-of-sales] }] }
    feedback: { reasons: [not-a-fit, bad-timing, unreachable], to: [marketing], within: 30 business days }
    responsibilities: { accountable: head-of-sales, informed: [marketing] }
`,
    passes: `fields:
  company-size: { type: number, label: Headcount, filledBy: enrichment, crm: { property: numberofemployees } }
  last-contact: { type: datetime, label: Last contact, filledBy: crm, crm: { property: notes_last_contacted } }
environments:
  local: { crm: local }
handoffs:
  marketing-to-sales:
    label: Handoff to sales
    from: mql
    to: working
    requires: [country]
    helpful: [last-contact]
    deadlines:
      complete: { within: 1 business day, escalate: [{ after: due, notify: [head-of-sales] }] }
      decision: { within: 4 business hours, escalate: [{ after: due, notify: [owner, head-of-sales] }] }
    feedback: { reasons: [not-a-fit, bad-timing, unreachable], to: [marketing], within: 30 business days }
    responsibilities: { accountable: head-of-sales, informed: [marketing] }
`,
    fix: {
      en: "Let the CRM fill it (filledBy: crm), or adopt a property that people can write.",
      fr: "Laisser le CRM le remplir (filledBy: crm), ou adopter une propriété que l'on peut écrire.",
    },
  },
  CRM806: {
    title: {
      en: "HubSpot's lifecycle stage only goes forward",
      fr: "La phase de cycle de vie de HubSpot ne fait qu'avancer",
    },
    what: {
      en: "A way of the contract leads back to a stage whose HubSpot lifecycle stage comes before that of the stage it leaves. The contract's own stage property goes back; HubSpot ignores such a step of the lifecycle stage, so revpact does not try it: it stays at the furthest point reached.",
      fr: "Un chemin du contrat ramène à une étape dont la phase HubSpot précède celle de l'étape quittée. La propriété d'étape du contrat recule\u202f; HubSpot ignore un tel pas de la phase, revpact ne le tente donc pas\u00a0: elle reste au point le plus avancé atteint.",
    },
    form: "entries",
    fails: `fields:
  company-size: { type: number, label: Headcount, filledBy: enrichment, crm: { property: numberofemployees } }
environments:
  local: { crm: local }
stages:
  mql:
    label: Qualified lead
    definition: A contact who asked for something we sell.
    owner: marketer
    from: [lead, nurture]
    criteria: { any: [{ signal: demo-request }, { field: company-size, known: true }] }
    crm: { lifecycleStage: marketingqualifiedlead }
  nurture: { label: Nurture, definition: Not ready yet., parking: true, crm: { lifecycleStage: lead } }
  working:
    label: In progress
    definition: A lead that sales has accepted and is working.
    owner: sdr
    deadlines: { outcome: { within: 15 business days, escalate: [{ after: due, notify: [head-of-sales] }] } }
    exitReasons: [not-a-fit, bad-timing, unreachable]
    crm: { lifecycleStage: salesqualifiedlead }
`,
    passes: `fields:
  company-size: { type: number, label: Headcount, filledBy: enrichment, crm: { property: numberofemployees } }
environments:
  local: { crm: local }
stages:
  mql:
    label: Qualified lead
    definition: A contact who asked for something we sell.
    owner: marketer
    from: [lead, nurture]
    criteria: { any: [{ signal: demo-request }, { field: company-size, known: true }] }
    crm: { lifecycleStage: marketingqualifiedlead }
`,
    fix: {
      en: "Nothing has to be done. Leave out crm.lifecycleStage where people take it for the stage.",
      fr: "Rien n'est à faire. Retirer crm.lifecycleStage là où l'on prend la phase pour l'étape.",
    },
  },
  CRM807: {
    title: {
      en: "The CRM can see when a deadline is met",
      fr: "Le CRM voit quand un délai est tenu",
    },
    what: {
      en: "The deadline stops by a kind of touch that HubSpot has no activity for (a visit), or by a signal that no HubSpot environment binds to anything. It can be promised, but not measured.",
      fr: "Le délai s'arrête sur une sorte de contact que HubSpot n'enregistre pas (une visite), ou sur un signal qu'aucun environnement HubSpot ne relie à rien. Il peut être promis, non mesuré.",
    },
    form: "entries",
    fails: `fields:
  company-size: { type: number, label: Headcount, filledBy: enrichment, crm: { property: numberofemployees } }
environments:
  production: { crm: hubspot, portal: 2222222, token: env:HUBSPOT_TOKEN }
stages:
  working:
    label: In progress
    definition: A lead that sales has accepted and is working.
    owner: sdr
    deadlines: { seen: { within: 15 business days, stops: touched, counts: [visit], escalate: [{ after: due, notify: [head-of-sales] }] } }
    exitReasons: [not-a-fit, bad-timing, unreachable]
`,
    passes: `fields:
  company-size: { type: number, label: Headcount, filledBy: enrichment, crm: { property: numberofemployees } }
environments:
  production: { crm: hubspot, portal: 2222222, token: env:HUBSPOT_TOKEN }
stages:
  working:
    label: In progress
    definition: A lead that sales has accepted and is working.
    owner: sdr
    deadlines: { seen: { within: 15 business days, stops: touched, counts: [visit, meeting], escalate: [{ after: due, notify: [head-of-sales] }] } }
    exitReasons: [not-a-fit, bad-timing, unreachable]
`,
    fix: {
      en: "Count a kind that is logged as well, or bind the signal in the environment.",
      fr: "Compter aussi une sorte enregistrée, ou relier le signal dans l'environnement.",
    },
  },
  CRM808: {
    title: {
      en: "A value has one writer",
      fr: "Une valeur n'a qu'un auteur",
    },
    what: {
      en: "The field adopts a property that the stages of the contract are written to, or several programs fill it, each by its own lights.",
      fr: "Le champ adopte une propriété où s'écrivent les étapes du contrat, ou plusieurs programmes le remplissent, chacun à sa façon.",
    },
    form: "entries",
    fails: `fields:
  company-size: { type: number, label: Headcount, filledBy: [enrichment, scoring], crm: { property: numberofemployees } }
environments:
  local: { crm: local }
`,
    passes: `fields:
  company-size: { type: number, label: Headcount, filledBy: enrichment, crm: { property: numberofemployees } }
environments:
  local: { crm: local }
`,
    fix: {
      en: "Leave one program, and let people correct by hand what it gets wrong.",
      fr: "Laisser un seul programme, et corriger à la main ce qu'il manque.",
    },
  },
  CRM809: {
    title: {
      en: "Something fills every field",
      fr: "Quelque chose remplit chaque champ",
    },
    what: {
      en: "Scoring, product or enrichment fills the field, and it adopts no property. Those programs write to properties of their own, so the one that revpact makes would stay empty.",
      fr: "Le scoring, le produit ou l'enrichissement remplit le champ, et il n'adopte aucune propriété. Ces programmes écrivent dans leurs propres propriétés\u00a0: celle que crée revpact resterait vide.",
    },
    form: "entries",
    fails: `fields:
  company-size: { type: number, label: Headcount, filledBy: enrichment }
environments:
  local: { crm: local }
`,
    passes: `fields:
  company-size: { type: number, label: Headcount, filledBy: enrichment, crm: { property: numberofemployees } }
environments:
  local: { crm: local }
`,
    fix: {
      en: "Adopt the property that the program writes: crm: { property: … }.",
      fr: "Adopter la propriété où il écrit\u00a0: crm: { property: … }.",
    },
  },
  CRM810: {
    title: {
      en: "What the CRM does not hold, people know to be theirs",
      fr: "Ce que le CRM ne tient pas, les personnes savent que c'est à elles",
    },
    what: {
      en: "Told by validate --show info: a clause compiles to fidelity manual, because HubSpot has nothing that would hold it. It stays part of the agreement and of the documents.",
      fr: "Dit par validate --show info\u00a0: une clause se compile en fidélité manual, car HubSpot n'a rien qui la tienne. Elle reste dans l'accord et dans les documents.",
    },
    form: "portal",
    fails: `fields:
  company-size: { type: number, label: Headcount, filledBy: enrichment, crm: { property: numberofemployees } }
environments:
  production: { crm: hubspot, portal: 2222222, token: env:HUBSPOT_TOKEN }
`,
    passes: `fields:
  company-size: { type: number, label: Headcount, filledBy: enrichment, crm: { property: numberofemployees } }
environments:
  production: { crm: hubspot, portal: 2222222, token: env:HUBSPOT_TOKEN }
`,
    fix: {
      en: "Nothing has to be changed: plan the work of people, or take a clause out that nobody would keep.",
      fr: "Rien n'est à changer\u00a0: prévoir le travail des personnes, ou retirer une clause que nul ne tiendrait.",
    },
  },
  CRM811: {
    title: {
      en: "The portal can hold what the contract asks",
      fr: "Le portail peut tenir ce que demande le contrat",
    },
    what: {
      en: "Found by plan, before anything is written: the token lacks a scope, the subscription lacks a tool such as workflows, or there is no room for more properties. Where a clause can do without, it falls to a lower level of fidelity and people do the rest; where nothing can be written, plan holds it back.",
      fr: "Constaté par plan, avant toute écriture\u00a0: il manque une permission au jeton, un outil comme les workflows à l'abonnement, ou la place pour d'autres propriétés. Une clause qui peut s'en passer descend d'un niveau de fidélité et les personnes font le reste\u202f; ce qui ne peut être écrit est retenu.",
    },
    form: "portal",
    fails: `fields:
  company-size: { type: number, label: Headcount, filledBy: enrichment, crm: { property: numberofemployees } }
environments:
  small: { crm: hubspot, portal: 2222222, token: env:SMALL_TOKEN }
`,
    passes: `fields:
  company-size: { type: number, label: Headcount, filledBy: enrichment, crm: { property: numberofemployees } }
environments:
  production: { crm: hubspot, portal: 2222222, token: env:HUBSPOT_TOKEN }
`,
    fix: {
      en: "Add the scope to the key, or take the subscription that has the tool. What is left to people is in revpact plan.",
      fr: "Ajouter la permission à la clé, ou prendre l'abonnement qui a l'outil. Ce qui reste aux personnes est dans revpact plan.",
    },
  },
  CRM812: {
    title: {
      en: "What an environment names is in its portal",
      fr: "Ce qu'un environnement nomme est dans son portail",
    },
    what: {
      en: "Found by plan: an environment names a user, a team, a form, an event or a meeting, or a stage a lifecycle stage, that the portal does not have, has twice, or does not let the token read. What needs it is held back or left to people; the rest is planned.",
      fr: "Constaté par plan\u00a0: un environnement nomme un utilisateur, une équipe, un formulaire, un événement ou une réunion, ou une étape une phase du cycle de vie, que le portail n'a pas, a deux fois, ou ne laisse pas lire. Ce qui en dépend est retenu ou laissé aux personnes\u202f; le reste est planifié.",
    },
    form: "portal",
    fails: `fields:
  company-size: { type: number, label: Headcount, filledBy: enrichment, crm: { property: numberofemployees } }
environments:
  production:
    crm: hubspot
    portal: 2222222
    token: env:HUBSPOT_TOKEN
    people: { sdr: { team: Comerce }, head-of-sales: { team: Commerce } }
`,
    passes: `fields:
  company-size: { type: number, label: Headcount, filledBy: enrichment, crm: { property: numberofemployees } }
environments:
  production:
    crm: hubspot
    portal: 2222222
    token: env:HUBSPOT_TOKEN
    people: { sdr: { team: Commerce }, head-of-sales: { team: Commerce } }
`,
    fix: {
      en: "Write the name as the CRM has it, or create it there.",
      fr: "Écrire le nom comme le CRM l'a, ou l'y créer.",
    },
  },
} satisfies Readonly<Record<string, RulePage>>;
