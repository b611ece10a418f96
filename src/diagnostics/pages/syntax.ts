import type { RulePage } from "./page.ts";

/** The pages of `explain` for the family SYN. */
export const syntaxPages = {
  SYN001: {
    title: {
      en: "A contract is valid YAML",
      fr: "Un contrat est du YAML valide",
    },
    what: {
      en: "The text has to be readable as YAML before anything else can be checked. The usual causes are a quote or a bracket that is never closed, a missing colon, lines that are indented differently from their neighbours, or a merge conflict that nobody settled.",
      fr: "Le texte doit d'abord se lire comme du YAML\u202f; rien d'autre ne peut être vérifié avant. Les causes habituelles\u00a0: un guillemet ou un crochet jamais refermé, deux-points oubliés, des lignes dont le retrait diffère de celui des voisines, ou un conflit de fusion laissé en plan.",
    },
    form: "lines",
    fails: `glossary:
  lead: { label: Lead, definition: "Somebody who may buy, avoid: [prospect] }
`,
    passes: `glossary:
  lead: { label: Lead, definition: "Somebody who may buy", avoid: [prospect] }
`,
    fix: {
      en: "Look at the place shown and at the line above it: close the quote or the bracket, add the colon, align the line with its neighbours.",
      fr: "Regarder l'endroit indiqué et la ligne au-dessus\u00a0: refermer le guillemet ou le crochet, ajouter les deux-points, aligner la ligne sur ses voisines.",
    },
  },
  SYN002: {
    title: {
      en: "A key is written once in one place",
      fr: "Une clé n'est écrite qu'une fois au même endroit",
    },
    what: {
      en: "The same key stands twice in one group. Most tools silently keep the last one, so a reader of the first believes in a rule that is not applied.",
      fr: "La même clé figure deux fois dans un même groupe. La plupart des outils gardent la dernière sans rien dire\u00a0: qui lit la première croit à une règle qui ne s'applique pas.",
    },
    form: "lines",
    fails: `governance:
  notice: 10 business days
  notice: 30 business days
`,
    passes: `governance:
  notice: 10 business days
`,
    fix: {
      en: "Decide which of the two was agreed, keep that one, and delete the other.",
      fr: "Décider lequel des deux textes a été convenu, le garder et supprimer l'autre.",
    },
  },
  SYN003: {
    title: {
      en: "A contract says everything in plain sight",
      fr: "Un contrat dit tout à découvert",
    },
    what: {
      en: "Custom tags, merge keys (<<), texts multiplied by aliases, extreme nesting, files above 5 MB and several YAML documents in one file are refused. With them, the text on the screen would not be the whole agreement.",
      fr: "Les étiquettes YAML, les clés de fusion (<<), les textes multipliés par des alias, l'imbrication extrême, les fichiers de plus de 5\u00a0Mo et plusieurs documents YAML dans un fichier sont refusés. Avec eux, le texte affiché ne serait pas tout l'accord.",
    },
    form: "lines",
    fails: `glossary:
  lead: &common { label: Lead, avoid: [prospect] }
  qualified-lead: { <<: *common, label: Qualified lead }
`,
    passes: `glossary:
  lead: { label: Lead, avoid: [prospect] }
  qualified-lead: { label: Qualified lead, avoid: [prospect] }
`,
    fix: {
      en: "Write the repeated text out in full, without << and without tags. Split a very large contract into several files of one folder.",
      fr: "Écrire en toutes lettres le texte répété, sans << ni étiquette. Répartir un très grand contrat en plusieurs fichiers d'un même dossier.",
    },
  },
  SYN004: {
    title: {
      en: "A value means the same in every tool",
      fr: "Une valeur a le même sens dans tous les outils",
    },
    what: {
      en: "Some unquoted values are read differently by different YAML tools: no may be a word or false, 1:30 a text or a number of seconds, 1.10 the number 1.1, and 012 ten or twelve.",
      fr: "Sans guillemets, certaines valeurs se lisent différemment selon les outils\u00a0: no est un mot ou «\u00a0faux\u00a0», 1:30 un texte ou un nombre de secondes, 1.10 le nombre 1,1, et 012 dix ou douze.",
    },
    form: "lines",
    fails: `glossary:
  spam: { label: Spam, avoid: [junk, off] }
`,
    passes: `glossary:
  spam: { label: Spam, avoid: [junk, "off"] }
`,
    fix: {
      en: 'Put the value in double quotes: "no", "1:30", "1.10".',
      fr: 'Mettre la valeur entre guillemets droits\u00a0: "no", "1:30", "1.10".',
    },
  },
  SYN005: {
    title: {
      en: "A contract is saved as UTF-8",
      fr: "Un contrat est enregistré en UTF-8",
    },
    what: {
      en: "The bytes of the file are not UTF-8 text: it was saved as UTF-16, as Latin-1 (or Windows-1252), or it is no text at all. In the example, \\xE9 stands for the single byte that such an editor writes for é; in UTF-8 the letter takes the two bytes \\xC3\\xA9.",
      fr: "Les octets du fichier ne sont pas du texte en UTF-8\u00a0: il a été enregistré en UTF-16 ou en Latin-1 (ou Windows-1252), ou ce n'est pas du texte. Dans l'exemple, \\xE9 représente l'octet unique qu'un tel éditeur écrit pour é\u202f; en UTF-8, cette lettre tient en deux octets, \\xC3\\xA9.",
    },
    form: "bytes",
    fails: `glossary:
  qualified: { label: Qualifi\\xE9 }
`,
    passes: `glossary:
  qualified: { label: Qualifi\\xC3\\xA9 }
`,
    fix: {
      en: 'Open the file in your editor, check that its accents look right, and save it again with the encoding "UTF-8".',
      fr: "Ouvrir le fichier dans l'éditeur, vérifier que les accents s'affichent bien, et l'enregistrer de nouveau avec l'encodage «\u00a0UTF-8\u00a0».",
    },
  },
} satisfies Readonly<Record<string, RulePage>>;
