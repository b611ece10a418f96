import type { Bilingual } from "../../diagnostics/index.ts";

/** What the CRM does not hold yet and, where a person can, how they do it. */
export const notes = {
  exclusion: {
    en: "Excluded records neither enter nor are handed over by themselves; one that is excluded later stays in its stage, its open handoff is withdrawn.",
    fr: "Les fiches exclues n'entrent ni ne sont transmises d'elles-mêmes\u00a0; celle qui le devient plus tard reste dans son étape, sa transmission en cours est retirée.",
  },
  place: [
    {
      en: "Existing records are not placed by themselves.",
      fr: "Les fiches existantes ne sont pas placées d'elles-mêmes.",
    },
    {
      en: "Filter by lifecycle stage and set the contract's stage in bulk.",
      fr: "Filtrer par phase du cycle de vie et renseigner l'étape du contrat en masse.",
    },
  ],
  anyMove: {
    en: "HubSpot lets anyone move a record from any stage to any other; a stage's owner is a role, and HubSpot knows only the record's owner.",
    fr: "HubSpot laisse chacun déplacer une fiche d'une étape à n'importe quelle autre\u00a0; le responsable d'une étape est une fonction, et HubSpot ne connaît que le propriétaire de la fiche.",
  },
  emptyPipeline: {
    en: "Not created: it has no stage, and HubSpot takes no pipeline without one.",
    fr: "Non créé\u00a0: il n'a pas d'étape, et HubSpot n'accepte pas de pipeline sans étape.",
  },
  stageRequires: [
    { en: "HubSpot does not ask for these fields by itself.", fr: "HubSpot n'exige pas ces champs de lui-même." },
    {
      en: "Make them required for the stage in HubSpot's settings.",
      fr: "Les rendre obligatoires pour l'étape dans les paramètres de HubSpot.",
    },
  ],
  statuses: [
    { en: "People set the status on the record.", fr: "Chacun renseigne le statut sur la fiche." },
    { en: "Show the property on the record's card.", fr: "Afficher la propriété sur la fiche." },
  ],
  unseenStop: [
    {
      en: "No workflow keeps this deadline: its filters can't see what stops it.",
      fr: "Aucun workflow ne tient ce délai\u00a0: ses filtres ne voient pas ce qui l'arrête.",
    },
    {
      en: "Filter records by the date on which it began.",
      fr: "Filtrer les fiches par la date où il a commencé.",
    },
  ],
  noPriority: [
    {
      en: "This deadline never starts: it has a time per priority, and only a handoff has a priority.",
      fr: "Ce délai ne court jamais\u00a0: il donne une durée par priorité, et seule une transmission a une priorité.",
    },
    { en: "Give the deadline one time in the contract.", fr: "Donner au délai une seule durée dans le contrat." },
  ],
  nobodyWaits: {
    en: "Met as soon as it starts: nobody has to answer.",
    fr: "Tenu dès qu'il commence\u00a0: personne n'a à répondre.",
  },
  exitReasons: {
    en: "A workflow moves the record once its exit reason is given; HubSpot does not ask for one.",
    fr: "Un workflow déplace la fiche dès que le motif de sortie est donné\u00a0; HubSpot n'en exige pas.",
  },
  lifecycle: [
    {
      en: "HubSpot keeps lifecycle stages of contacts and companies only.",
      fr: "HubSpot ne tient de phases du cycle de vie que pour les contacts et les entreprises.",
    },
    {
      en: "Check that the lifecycle stage exists, and set it when the stage changes.",
      fr: "Vérifier que cette phase existe et la renseigner quand l'étape change.",
    },
  ],
  decision: {
    en: "The receiver sets the decision on the record; a workflow closes the handoff and moves the record. Until its reason is given, a refusal may still be turned into an acceptance.",
    fr: "Celui qui reçoit renseigne la décision sur la fiche\u00a0; un workflow clôt la transmission et déplace la fiche. Tant que son motif manque, un refus peut encore devenir un accord.",
  },
  decisionAcross: {
    en: "The receiver sets the decision on the record; a workflow closes the handoff and, on acceptance, creates the linked record in its stage, owned by the record's owner. Until its reason is given, a refusal may still be turned into an acceptance.",
    fr: "Celui qui reçoit renseigne la décision sur la fiche\u00a0; un workflow clôt la transmission et, en cas d'accord, crée la fiche liée dans son étape, au nom du propriétaire de la fiche. Tant que son motif manque, un refus peut encore devenir un accord.",
  },
  decisionUnlinked: [
    {
      en: "The receiver decides on the record; no workflow can reach the linked record in a way that HubSpot documents.",
      fr: "Celui qui reçoit décide sur la fiche\u00a0; aucun workflow n'atteint la fiche liée d'une façon que HubSpot documente.",
    },
    {
      en: "Set the handoff's state, and the stage of the linked record; create it where there is none.",
      fr: "Renseigner l'état de la transmission et l'étape de la fiche liée\u00a0; la créer s'il n'y en a pas.",
    },
  ],
  touchAccepts: {
    en: "The first contact logged in HubSpot since the handoff opened accepts it, whatever its kind, at the time it was logged for; the receiver only says no on the record.",
    fr: "Le premier contact enregistré dans HubSpot depuis l'ouverture de la transmission vaut acceptation, quel qu'en soit le type, à l'heure qui lui est donnée\u00a0; celui qui reçoit ne renseigne sur la fiche qu'un refus.",
  },
  touchUnseen: [
    {
      en: "HubSpot does not show when this record was contacted, so no contact accepts the handoff.",
      fr: "HubSpot ne montre pas quand cette fiche a été contactée\u00a0: aucun contact ne vaut acceptation.",
    },
    {
      en: "Set the decision on the record after the first contact.",
      fr: "Renseigner la décision sur la fiche après le premier contact.",
    },
  ],
  linkedAfterwards: {
    en: "On acceptance a workflow creates the linked record in its stage, owned by the record's owner.",
    fr: "En cas d'accord, un workflow crée la fiche liée dans son étape, au nom du propriétaire de la fiche.",
  },
  acceptedByItself: {
    en: "A workflow accepts the handoff as soon as it opens.",
    fr: "Un workflow accepte la transmission dès qu'elle s'ouvre.",
  },
  ignoreExisting: {
    en: "Records born before the contract enter only on a signal or by hand.",
    fr: "Les fiches nées avant le contrat n'entrent que sur un signal ou à la main.",
  },
  handoffRequiresByHand: {
    en: "A handoff that lacks a required field is held back and shown on a list.",
    fr: "La transmission où manque un champ exigé est retenue et figure dans une liste.",
  },
  handoffRefused: {
    en: "A handoff that lacks a required field does not open; the sender's yes goes back to no within 20 minutes.",
    fr: "La transmission où manque un champ exigé ne s'ouvre pas\u00a0; le oui de l'émetteur repasse à non dans les 20 minutes.",
  },
  handoffRequires: {
    en: "A handoff that lacks a required field is held back and shown on a list; a request for a person passes even so.",
    fr: "La transmission où manque un champ exigé est retenue et figure dans une liste\u00a0; une demande de contact passe quand même.",
  },
  helpful: {
    en: "Fields that help are documented; nothing asks for them.",
    fr: "Les champs utiles sont documentés\u00a0; rien ne les exige.",
  },
  feedback: [
    {
      en: "The reasons are offered and refused records are listed; HubSpot does not ask for a reason.",
      fr: "Les motifs sont proposés et les fiches refusées figurent dans une liste\u00a0; HubSpot n'exige pas de motif.",
    },
    { en: "Read the list of refused records.", fr: "Lire la liste des fiches refusées." },
  ],
  recycle: {
    en: "A workflow dates the latest returns and sends the one too many where the contract says; the period is counted in whole days.",
    fr: "Un workflow date les derniers retours et envoie le retour de trop là où le dit le contrat\u00a0; la période se compte en jours entiers.",
  },
  responsibilities: {
    en: "Who answers for the handoff stands in the documents.",
    fr: "Les documents disent qui répond de la transmission.",
  },
  moveTo: {
    en: "A workflow moves the record where this reason says.",
    fr: "Un workflow déplace la fiche là où ce motif le dit.",
  },
  moveToSender: {
    en: "A workflow closes the handoff, leaves the record in its stage and gives it back to who owned it when it was handed over.",
    fr: "Un workflow clôt la transmission, laisse la fiche dans son étape et la rend à qui la possédait au moment de la transmission.",
  },
  coolOff: {
    en: "Workflows set the end of the cool-off and end it; business days count as the calendar days that contain them in an ordinary week.",
    fr: "Des workflows posent la fin de la période de repos et la terminent\u00a0; les jours ouvrés comptent pour les jours calendaires qui les contiennent dans une semaine ordinaire.",
  },
  detail: [
    { en: "HubSpot does not ask for the detail.", fr: "HubSpot n'exige pas la précision." },
    {
      en: "Make the detail required for this reason in HubSpot's settings.",
      fr: "Rendre la précision obligatoire pour ce motif dans les paramètres de HubSpot.",
    },
  ],
  onlyAfter: [
    {
      en: "Contacts are counted since the handoff, whatever their kind, their span in whole days; a refusal or an exit without them is marked and listed, not prevented.",
      fr: "Les contacts sont comptés depuis la transmission, quel qu'en soit le type, leur durée en jours entiers\u00a0; un refus ou une sortie qui en manque est marqué et figure dans une liste, sans être empêché.",
    },
    { en: "Read the list of refusals without touches.", fr: "Lire la liste des refus sans contact." },
  ],
  repair: [
    {
      en: "A clock runs until the sender says that it is repaired; HubSpot does not check the repair.",
      fr: "Un délai court jusqu'à ce que l'émetteur dise avoir corrigé\u00a0; HubSpot ne contrôle pas la correction.",
    },
    {
      en: "Set the handoff's repair to “Repaired”: it opens again.",
      fr: "Mettre la correction de la transmission sur «\u00a0Corrigée\u00a0»\u00a0: elle s'ouvre à nouveau.",
    },
  ],
  signalAdopted: {
    en: "Read from the property that the environment names.",
    fr: "Lu dans la propriété que l'environnement indique.",
  },
  signalUnfilled: {
    en: "HubSpot does not fill this signal's properties by itself.",
    fr: "HubSpot ne remplit pas de lui-même les propriétés de ce signal.",
  },
  fillSignal: {
    en: "Add a workflow that stamps the signal's date, and its count where the contract counts it, when it happens",
    fr: "Ajouter un workflow qui date le signal, et le compte quand le contrat le demande, lorsqu'il survient",
  },
  bounds: [
    { en: "HubSpot does not check the bounds.", fr: "HubSpot ne contrôle pas les bornes." },
    {
      en: "Add a validation rule to the property.",
      fr: "Ajouter une règle de validation à la propriété.",
    },
  ],
  measured: {
    en: "Measured from the record, not held by the CRM.",
    fr: "Mesuré d'après les fiches, non tenu par le CRM.",
  },
  capacity: {
    en: "HubSpot does not count what a person can take.",
    fr: "HubSpot ne compte pas ce qu'une personne peut traiter.",
  },
  governance: {
    en: "Agreed between people; it stands in the documents.",
    fr: "Convenu entre personnes\u00a0; cela figure dans les documents.",
  },
} as const satisfies Readonly<Record<string, Bilingual | readonly [Bilingual, Bilingual]>>;
