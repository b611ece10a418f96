/** What the codes of the `yaml` package's parser mean, said to a person in each language. */
const sentences: Readonly<Record<string, { readonly en: string; readonly fr: string }>> = {
  ALIAS_PROPS: { en: "an alias can't carry anything else", fr: "un alias ne peut rien porter d'autre" },
  BAD_ALIAS: { en: "this alias points at nothing", fr: "cet alias ne désigne rien" },
  BAD_COLLECTION_TYPE: {
    en: "this group is of another kind than its tag says",
    fr: "ce groupe n'est pas de la sorte annoncée",
  },
  BAD_DIRECTIVE: {
    en: "this line starting with % is not understood",
    fr: "cette ligne qui commence par % n'est pas comprise",
  },
  BAD_DQ_ESCAPE: {
    en: "unknown escape after \\ in a quoted text",
    fr: "échappement inconnu après \\ dans un texte entre guillemets",
  },
  BAD_INDENT: {
    en: "the indentation does not fit the lines around it",
    fr: "le retrait ne correspond pas aux lignes voisines",
  },
  BAD_PROP_ORDER: { en: "anchor or tag in the wrong place", fr: "ancre ou étiquette mal placée" },
  BAD_SCALAR_START: {
    en: "a text can't start with this character; put it in quotes",
    fr: "un texte ne peut pas commencer par ce caractère\u202f; le mettre entre guillemets",
  },
  BLOCK_AS_IMPLICIT_KEY: {
    en: "a key and its group can't stand on one line here; check the colon and the indentation",
    fr: "une clé et son groupe ne peuvent pas tenir sur une ligne ici\u202f; vérifier les deux-points et le retrait",
  },
  BLOCK_IN_FLOW: {
    en: "an indented group can't stand between braces or brackets",
    fr: "un groupe en retrait ne peut pas se trouver entre accolades ou crochets",
  },
  IMPOSSIBLE: { en: "this text can't be understood", fr: "ce texte ne peut pas être compris" },
  KEY_OVER_1024_CHARS: {
    en: "this key is longer than 1,024 characters",
    fr: "cette clé dépasse 1\u202f024 caractères",
  },
  KEY_WITHOUT_VALUE: {
    en: "this reads as a key without a value; a text that contains a comma must stand in quotes",
    fr: "ceci se lit comme une clé sans valeur\u202f; un texte qui contient une virgule doit être entre guillemets",
  },
  MISSING_CHAR: {
    en: "a character is missing here: a quote, a comma, a colon, a brace or a bracket",
    fr: "il manque ici un caractère\u00a0: guillemet, virgule, deux-points, accolade ou crochet",
  },
  MULTILINE_IMPLICIT_KEY: {
    en: "a key must stand on one line; a colon or a quote may be missing",
    fr: "une clé doit tenir sur une ligne\u202f; il manque peut-être deux-points ou un guillemet",
  },
  NON_STRING_KEY: { en: "a key must be a plain text", fr: "une clé doit être un simple texte" },
  TAB_AS_INDENT: {
    en: "tabs can't be used for indentation; use spaces",
    fr: "les tabulations ne peuvent pas servir de retrait\u202f; employer des espaces",
  },
  UNEXPECTED_TOKEN: { en: "this character is not expected here", fr: "ce caractère n'est pas attendu ici" },
};

/** A syntax error in both languages. */
export function describeYamlError(code: string): { readonly detail: string; readonly detailFr: string } {
  const sentence = sentences[code] ?? { en: "this text can't be understood", fr: "ce texte ne peut pas être compris" };
  return { detail: sentence.en, detailFr: sentence.fr };
}
