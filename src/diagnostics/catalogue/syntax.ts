import { quote } from "../language.ts";
import { row } from "./row.ts";

/** Why a piece of YAML is refused though it is well formed. */
export type UnsafeYaml = "tag" | "merge-key" | "alias-bomb" | "nesting" | "size" | "documents" | "outside";

/** What a file turned out to be instead of UTF-8 text. */
export type ForeignEncoding = "UTF-16" | "Latin-1" | "binary";

const encodingEn: Readonly<Record<ForeignEncoding, string>> = {
  "UTF-16": "UTF-16",
  "Latin-1": "probably Latin-1 or Windows-1252",
  binary: "binary data",
};

const encodingFr: Readonly<Record<ForeignEncoding, string>> = {
  "UTF-16": "de l'UTF-16",
  "Latin-1": "sans doute du Latin-1 ou du Windows-1252",
  binary: "un contenu binaire",
};

const unsafeEn: Readonly<Record<UnsafeYaml, string>> = {
  tag: "A custom tag is not accepted in a contract",
  "merge-key": "A merge key (<<) is not accepted in a contract",
  "alias-bomb": "Aliases repeat this text too many times",
  nesting: "This text is nested too deeply",
  size: "This file is larger than a contract can be",
  documents: "A file holds one YAML document, this is a second one",
  outside: "This path leads outside the project",
};

const unsafeFr: Readonly<Record<UnsafeYaml, string>> = {
  tag: "Une étiquette YAML n'est pas admise dans un contrat",
  "merge-key": "Une clé de fusion (<<) n'est pas admise dans un contrat",
  "alias-bomb": "Des alias répètent ce texte un trop grand nombre de fois",
  nesting: "Ce texte est imbriqué trop profondément",
  size: "Ce fichier est plus gros qu'un contrat ne peut l'être",
  documents: "Un fichier contient un seul document YAML, en voici un deuxième",
  outside: "Ce chemin mène hors du projet",
};

/** The codes of the family SYN: names, weights and messages. */
export const syntaxRows = {
  SYN001: row<{ detail: string; detailFr: string }>({
    name: "yaml-syntax",
    severity: "error",
    message: {
      en: ({ detail }) => `This is not valid YAML: ${detail}`,
      fr: ({ detailFr }) => `Ce n'est pas du YAML valide\u00a0: ${detailFr}`,
    },
    help: {
      en: () => "correct the text here or just above; an editor with YAML support shows the place",
      fr: () => "corriger le texte ici ou juste au-dessus\u202f; un éditeur qui connaît YAML montre l'endroit",
    },
    why: {
      en: "nobody can rely on an agreement that can't be read",
      fr: "personne ne peut s'appuyer sur un accord illisible",
    },
  }),
  SYN002: row<{ key: string }>({
    name: "duplicate-key",
    severity: "error",
    message: {
      en: ({ key }) => `The key ${quote(key, "en")} is written twice in the same place`,
      fr: ({ key }) => `La clé ${quote(key, "fr")} est écrite deux fois au même endroit`,
    },
    help: {
      en: () => "keep one of the two and move what the other says into it",
      fr: () => "en garder une et y reprendre ce que dit l'autre",
    },
    why: {
      en: "two readers would each believe a different rule",
      fr: "deux lecteurs croiraient chacun une règle différente",
    },
  }),
  SYN003: row<{ problem: UnsafeYaml; detail: string }>({
    name: "unsafe-yaml",
    severity: "error",
    message: {
      en: ({ problem, detail }) => (detail === "" ? unsafeEn[problem] : `${unsafeEn[problem]}: ${detail}`),
      fr: ({ problem, detail }) => (detail === "" ? unsafeFr[problem] : `${unsafeFr[problem]}\u00a0: ${detail}`),
    },
    help: {
      en: () => "write the text out plainly; a large contract can be split into several files of a folder",
      fr: () =>
        "écrire le texte en toutes lettres\u202f; un grand contrat peut être réparti en plusieurs fichiers d'un dossier",
    },
    why: {
      en: "what a reader sees in a pull request must be all that the contract says",
      fr: "ce qu'on lit dans une demande de fusion doit être tout ce que dit le contrat",
    },
  }),
  SYN004: row<{ written: string; meaning: string }>({
    name: "ambiguous-scalar",
    severity: "warning",
    message: {
      en: ({ written, meaning }) =>
        `${quote(written, "en")} is read differently by different YAML tools (here: ${meaning})`,
      fr: ({ written, meaning }) =>
        `${quote(written, "fr")} se lit différemment selon les outils YAML (ici\u00a0: ${meaning})`,
    },
    help: {
      en: ({ written }) => `put it in quotes: "${written}"`,
      fr: ({ written }) => `le mettre entre guillemets\u00a0: "${written}"`,
    },
    why: {
      en: "the same file would mean two things in two tools",
      fr: "le même fichier voudrait dire deux choses dans deux outils",
    },
  }),
  SYN005: row<{ found: ForeignEncoding }>({
    name: "bad-encoding",
    severity: "error",
    message: {
      en: ({ found }) => `This file is not UTF-8 text: it is ${encodingEn[found]}`,
      fr: ({ found }) => `Ce fichier n'est pas du texte en UTF-8\u00a0: c'est ${encodingFr[found]}`,
    },
    help: {
      en: () => 'save it again as "UTF-8" in your editor',
      fr: () => "l'enregistrer de nouveau en «\u00a0UTF-8\u00a0» dans l'éditeur",
    },
    why: {
      en: "accented words would reach the documents and the CRM damaged",
      fr: "les mots accentués arriveraient abîmés dans les documents et le CRM",
    },
  }),
};
