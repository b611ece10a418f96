import type { PageWords } from "./english-pages.ts";
import { joinNames } from "./join-names.ts";

/** Words of the site's pages in French. */
export const frenchPages: PageWords = {
  nav: {
    label: "Pages de ce contrat",
    skip: "Aller au texte",
    menu: "Menu",
    languages: "Langue",
    guides: "Guides",
  },
  languageNames: { en: "English", fr: "Français" },
  titles: {
    management: "En une page",
    journey: "Le parcours",
    agreement: "Le contrat entier",
    rules: "Règles",
    responsibilities: "Responsabilités",
    reference: "Référence RevOps",
    glossary: "Glossaire",
    guide: (party) => `Guide ${party}`,
  },
  management: {
    promises: "Ce que nous nous promettons",
    worst: (wait) => `Au pire\u00a0: ${wait}`,
    accountable: "Qui en répond",
    targets: "Ce que nous en attendons",
    risks: "Ce qui reste ouvert",
    noRisk: "La vérification de cette version n'a rien trouvé à régler.",
    byHand: (count) =>
      count < 2
        ? `${count}\u00a0clause que le CRM ne peut tenir seul repose sur des personnes.`
        : `${count}\u00a0clauses que le CRM ne peut tenir seul reposent sur des personnes.`,
    unmeasured: (handoff) => `${handoff}\u00a0: personne ne mesure si son délai est tenu.`,
    signatures: "Approuvé par",
    name: "Nom",
    date: "Date",
    signature: "Signature",
    more: (count) => `et ${count}\u00a0${count < 2 ? "autre" : "autres"}`,
    inForce: (from) => `En vigueur à partir du ${from}`,
    review: (by) => `À réviser avant le ${by}`,
    journey: "Le chemin d'une fiche",
  },
  guide: {
    intro: (party, counterparts) =>
      counterparts.length === 0
        ? `Ce que ce contrat demande à ${party}.`
        : `Ce que ${party} reçoit de ${joinNames(counterparts, "et")}, ce que ${party} doit, et ce qui revient.`,
    receives: "Ce que vous recevez",
    internal: "Ce que vous vous transmettez entre vous",
    hands: "Ce que vous transmettez",
    owes: "Ce que vous devez, et pour quand",
    owesIntro: "Le pire des cas est l'attente la plus longue de l'année du contrat, calculée sur vos horaires ouvrés.",
    commitments: "Ce à quoi vous vous engagez",
    returns: "Ce qui vous revient",
    returnOf: (who, record, handoff, within) =>
      `${who}\u00a0: la décision prise sur ${record.every} (${handoff})${within === "" ? "" : `, ${within}`}`,
    committed: (who, what) => `${who}\u00a0: ${what}`,
    criteria: "Qui passe, qui ne passe pas",
    stages: "Les étapes à votre charge",
    details: "Tout le détail de cette transmission",
    moreRows: (count) =>
      `… et ${count}\u00a0${count < 2 ? "autre" : "autres"}\u00a0: chacun est sur la page de sa transmission ou de son étape.`,
    worst: "Au pire",
  },
  calculator: {
    title: "Calculateur d'échéance",
    intro: "Le calcul se fait ici, dans votre navigateur\u202f; rien n'est envoyé.",
    deadline: "Délai",
    priority: "Priorité",
    start: "Point de départ",
    due: "Échéance",
    closed: "À ce moment, le bureau est fermé\u00a0: le délai court à partir de la prochaine ouverture.",
    invalid: "Indiquez une date et une heure.",
    never: "Le calendrier n'a pas d'heures ouvrées aussi loin.",
    beyond: "Les jours fériés ne sont pas connus aussi loin\u00a0: la date peut être trop proche.",
    zone: (city) => `heure de ${city}`,
    noScript: "Le calculateur a besoin de JavaScript.",
  },
  search: {
    label: "Recherche",
    placeholder: "Chercher dans le contrat",
    none: "Aucun résultat",
    kinds: {
      stage: "Étape",
      handoff: "Transmission",
      reason: "Motif",
      field: "Champ",
      term: "Terme",
      role: "Fonction",
    },
  },
  journey: {
    intro: (record) => `Comment ${record.a} passe d'une étape à la suivante, et qui s'en occupe.`,
    stages: "Toutes les étapes",
    handoffs: "Toutes les transmissions",
    columns: {
      stage: "Étape",
      meaning: "Ce qu'elle signifie",
      owner: "En charge",
      handoff: "Transmission",
      from: "Depuis",
      to: "Vers",
    },
  },
  responsibilities: {
    matrix: "Qui fait quoi",
    intro: "Une ligne par transmission et par décision, une colonne par fonction.",
    handoffs: "Transmissions",
    decisions: "Décisions",
    subject: "Transmission ou décision",
    letters: { responsible: "R", accountable: "A", consulted: "C", informed: "I" },
  },
  crm: {
    title: "Dans le CRM",
    intro: (environment) =>
      `Ce que revpact maintient conforme à ce contrat dans le CRM (environnement ${environment}). Pour y changer quelque chose, changer le contrat.`,
    kinds: {
      "property-group": "Groupes de propriétés",
      property: "Propriétés",
      pipeline: "Pipelines",
      list: "Listes",
      workflow: "Workflows",
    },
    name: "Nom",
    purpose: "À quoi cela sert",
    clause: "Clause",
    more: (count) =>
      `… et ${count}\u00a0${count < 2 ? "autre" : "autres"}\u00a0: revpact plan --verbose les montre tous.`,
    fidelity: "Ce que le CRM garantit",
    levels: { enforced: "Garanti", approximated: "Approché", detected: "Détecté", manual: "À la main" },
    signals: "Les signaux dans ce CRM",
  },
  footer: (name, version, from) =>
    `${name}, version ${version}, en vigueur à partir du ${from}. Écrit par revpact à partir du contrat\u00a0: corriger le contrat, pas cette page.`,
};
