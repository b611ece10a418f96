import type { Language } from "../../diagnostics/index.ts";
import type { Note } from "../../journey/index.ts";
import type { Facet } from "../../testing/index.ts";

interface Words {
  readonly expected: string;
  readonly actual: string;
  readonly nobody: string;
  readonly because: string;
  readonly missing: (fields: string) => string;
  readonly started: string;
  readonly due: string;
  readonly stopped: string;
  readonly running: string;
  readonly told: string;
  readonly reminder: string;
  readonly noted: string;
  readonly at: (moment: string) => string;
  readonly passed: (count: number) => string;
  readonly failed: (count: number) => string;
  readonly unread: (count: number) => string;
  readonly none: (file: string) => string;
  readonly leftOut: (count: number) => string;
  readonly coverage: (percent: string, covered: number, all: number) => string;
  readonly mutation: (percent: string, noticed: number, all: number) => string;
  readonly replaced: (from: string, to: string) => string;
  readonly removed: (what: string) => string;
}

/** The words of `revpact test` in each language. */
export const testWords: Readonly<Record<Language, Words>> = {
  en: {
    expected: "expected",
    actual: "is",
    nobody: "nobody",
    because: "decided by",
    missing: (fields) => `not filled in: ${fields}`,
    started: "started",
    due: "due",
    stopped: "stopped",
    running: "still runs",
    told: "told",
    reminder: "reminder",
    noted: "noted",
    at: (moment) => `at ${moment}`,
    passed: (count) => `${count} passed`,
    failed: (count) => `${count} failed`,
    unread: (count) => `${count} ${count === 1 ? "file" : "files"} could not be read`,
    none: (file) => `there are no tests beside ${file}`,
    leftOut: (count) => `${count} left out by --filter`,
    coverage: (percent, covered, all) => `clause coverage ${percent} % (${covered} of ${all})`,
    mutation: (percent, noticed, all) => `changes noticed ${percent} % (${noticed} of ${all})`,
    replaced: (from, to) => `${from} → ${to}`,
    removed: (what) => `without ${what}`,
  },
  fr: {
    expected: "attendu",
    actual: "constaté",
    nobody: "personne",
    because: "décidé par",
    missing: (fields) => `non renseigné\u00a0: ${fields}`,
    started: "début",
    due: "échéance",
    stopped: "arrêt",
    running: "court encore",
    told: "prévenu",
    reminder: "rappel",
    noted: "noté",
    at: (moment) => `au ${moment}`,
    passed: (count) => `${count} ${count < 2 ? "réussi" : "réussis"}`,
    failed: (count) => `${count} ${count < 2 ? "échoué" : "échoués"}`,
    unread: (count) => `${count} ${count < 2 ? "fichier illisible" : "fichiers illisibles"}`,
    none: (file) => `il n'y a pas de tests à côté de ${file}`,
    leftOut: (count) => `${count} ${count < 2 ? "laissé" : "laissés"} de côté par --filter`,
    coverage: (percent, covered, all) => `clauses exercées\u00a0: ${percent}\u202f% (${covered} sur ${all})`,
    mutation: (percent, noticed, all) => `changements remarqués\u00a0: ${percent}\u202f% (${noticed} sur ${all})`,
    replaced: (from, to) => `${from} → ${to}`,
    removed: (what) => `sans ${what}`,
  },
};

/** What was not seen of a clause. */
export const facetWords: Readonly<Record<Language, Readonly<Record<Facet, string>>>> = {
  en: {
    true: "never true",
    false: "never false",
    entered: "never entered",
    moved: "never moved there by hand",
    expired: "never expired",
    opened: "never opened",
    accepted: "never accepted",
    refused: "never refused for this reason",
    limit: "limit never reached",
    missing: "never missing",
    assigned: "never assigned by this line",
    used: "never left for this reason",
    rested: "cool-off never over",
    hollow: "never without the touches it needs",
    detail: "never without its detail",
    kept: "never kept",
    missed: "never missed",
    priority: "no record of this priority",
    sent: "never sent",
  },
  fr: {
    true: "jamais vrai",
    false: "jamais faux",
    entered: "jamais atteinte",
    moved: "jamais atteinte à la main",
    expired: "jamais échue",
    opened: "jamais ouverte",
    accepted: "jamais acceptée",
    refused: "jamais refusée pour ce motif",
    limit: "limite jamais atteinte",
    missing: "jamais manquant",
    assigned: "ligne jamais appliquée",
    used: "jamais quittée pour ce motif",
    rested: "délai de carence jamais écoulé",
    hollow: "jamais sans les prises de contact requises",
    detail: "jamais sans sa précision",
    kept: "jamais tenu",
    missed: "jamais manqué",
    priority: "aucune fiche de cette priorité",
    sent: "jamais envoyé",
  },
};

/** What each note says. */
export const noteWords: Readonly<Record<Language, Readonly<Record<Note, string>>>> = {
  en: {
    "no-such-handoff": "no such handoff is under way",
    "no-such-stage": "the record can't be in that stage",
    "already-handed-over": "it is handed over already",
    "out-of-scope": "the record is out of scope",
    "not-their-move": "the contract gives this move to another role",
    "not-pending": "the receiver does not have it yet: something is still missing",
    "criteria-not-met": "the criteria do not hold",
    "fields-missing": "required fields are empty",
    "already-decided": "it was decided before: the first decision stands",
    "only-a-touch-accepts": "only a touch accepts here",
    "reason-not-offered": "this reason is not offered here",
    "reason-missing": "the refusal has no reason yet",
    "detail-missing": "the reason asks for details",
    "no-way-by-hand": "the contract has no such way: a departure",
    "touch-typed-late": "typed in more than a business day later",
    "record-gone": "the record is gone",
    "nothing-to-repair": "nothing was sent back to repair",
    "before-the-agreement": "the agreement is not in effect yet",
    hollow: "a hollow refusal: the touches that its reason needs were not made",
  },
  fr: {
    "no-such-handoff": "aucune transmission de ce nom n'est en cours",
    "no-such-stage": "la fiche ne peut pas être à cette étape",
    "already-handed-over": "déjà transmis",
    "out-of-scope": "la fiche est hors périmètre",
    "not-their-move": "le contrat confie ce passage à un autre rôle",
    "not-pending": "le destinataire ne l'a pas encore\u00a0: il manque quelque chose",
    "criteria-not-met": "les critères ne sont pas remplis",
    "fields-missing": "des champs exigés sont vides",
    "already-decided": "déjà décidé\u00a0: la première décision reste",
    "only-a-touch-accepts": "seule une prise de contact vaut acceptation ici",
    "reason-not-offered": "ce motif n'est pas proposé ici",
    "reason-missing": "le refus n'a pas encore de motif",
    "detail-missing": "le motif demande une précision",
    "no-way-by-hand": "le contrat n'a pas ce chemin\u00a0: un écart",
    "touch-typed-late": "saisi plus d'un jour ouvré après",
    "record-gone": "la fiche n'existe plus",
    "nothing-to-repair": "rien n'a été rendu pour correction",
    "before-the-agreement": "l'accord n'est pas encore en vigueur",
    hollow: "refus sans effort\u00a0: les prises de contact que le motif exige manquent",
  },
};
