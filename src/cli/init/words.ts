import type { Language } from "../../diagnostics/index.ts";

const english = {
  wrote: (file: string) => `wrote ${file}`,
  ignored: (file: string) => `added .revpact/ to ${file}: there revpact keeps the local CRM and what it remembers`,
  next: "Next:",
  validate: "checks it; change something and run it again",
  test: "plays the stories that say what it means",
  docs: "writes the agreement for the people who keep it",
  plan: "shows what it makes of a CRM, without an account",
  schema: (path: string) => `Editors complete and explain the keys once revpact is installed there: ${path}`,
  exists: (file: string) => `${file} is there already and was left as it is`,
  existsHelp: "give another folder, such as: revpact init contracts/inbound",
};

/** Every word of `revpact init`; French has the same keys, checked by the compiler. */
type InitWords = typeof english;

const french: InitWords = {
  wrote: (file) => `${file} écrit`,
  ignored: (file) => `.revpact/ ajouté à ${file}\u00a0: revpact y garde le CRM local et ce dont il se souvient`,
  next: "Ensuite\u00a0:",
  validate: "le vérifie\u202f; changer quelque chose et recommencer",
  test: "joue les histoires qui disent ce qu'il signifie",
  docs: "écrit l'accord pour les personnes qui le tiennent",
  plan: "montre ce qu'il fait d'un CRM, sans compte",
  schema: (path) => `Les éditeurs complètent et expliquent les clés une fois revpact installé là\u00a0: ${path}`,
  exists: (file) => `${file} existe déjà et reste tel quel`,
  existsHelp: "donner un autre dossier, par exemple\u00a0: revpact init contracts/inbound",
};

/** What `revpact init` says, in each language. */
export const initWords: Readonly<Record<Language, InitWords>> = { en: english, fr: french };
