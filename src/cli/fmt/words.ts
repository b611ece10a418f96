import type { Language } from "../../diagnostics/index.ts";

const english = {
  formatted: (file: string) => `formatted ${file}`,
  tidy: (count: number) => (count === 1 ? "nothing to tidy: 1 file" : `nothing to tidy: ${count} files`),
  wouldChange: (count: number) =>
    count === 1 ? "1 file would change: run revpact fmt" : `${count} files would change: run revpact fmt`,
  lineEnds: "only line ends or the end of the file",
  more: (count: number) => `… ${count} more ${count === 1 ? "line" : "lines"}`,
  broken: (files: string) => `${files} has errors and was left as it is`,
  brokenHelp: "correct what is shown above; revpact validate shows each error with its remedy",
  oneFile: (count: number) => `--stdout prints one file, and there are ${count}`,
  oneFileHelp: "give the path of one of them",
  alone: "standard input can't be formatted together with files",
  aloneHelp: "run revpact fmt - by itself",
};

/** Every word of `revpact fmt`; French has the same keys, checked by the compiler. */
type FmtWords = typeof english;

const french: FmtWords = {
  formatted: (file) => `${file} mis en forme`,
  tidy: (count) =>
    count === 1 ? "rien à mettre en forme\u00a0: 1 fichier" : `rien à mettre en forme\u00a0: ${count} fichiers`,
  wouldChange: (count) =>
    count === 1
      ? "1 fichier changerait\u00a0: lancer revpact fmt"
      : `${count} fichiers changeraient\u00a0: lancer revpact fmt`,
  lineEnds: "seulement des fins de ligne ou la fin du fichier",
  more: (count) => `… ${count} ${count === 1 ? "autre ligne" : "autres lignes"}`,
  broken: (files) => `erreurs dans ${files}, laissé tel quel`,
  brokenHelp: "corriger ce qui est signalé ci-dessus\u202f; revpact validate montre le remède de chaque erreur",
  oneFile: (count) => `--stdout imprime un seul fichier, il y en a ${count}`,
  oneFileHelp: "donner le chemin de l'un d'eux",
  alone: "l'entrée standard ne se met pas en forme avec des fichiers",
  aloneHelp: "lancer revpact fmt - seul",
};

/** What `revpact fmt` says, in each language. */
export const fmtWords: Readonly<Record<Language, FmtWords>> = { en: english, fr: french };
