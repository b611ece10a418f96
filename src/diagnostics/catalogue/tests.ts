import { quote } from "../language.ts";
import { row } from "./row.ts";

const why = {
  en: "a test that is not read as it was meant proves nothing about the agreement",
  fr: "un test qui n'est pas lu comme il a été pensé ne prouve rien sur l'accord",
};

/** The codes of the family TST: what is wrong with the tests of a contract. */
export const testRows = {
  TST001: row<{ written: string }>({
    name: "unreadable-moment",
    severity: "error",
    message: {
      en: ({ written }) =>
        written === "" ? "This step does not say when it happens" : `${quote(written, "en")} is no moment`,
      fr: ({ written }) =>
        written === "" ? "Cette étape du test ne dit pas quand" : `${quote(written, "fr")} n'est pas un moment`,
    },
    help: {
      en: () => "write at: 2027-03-01 09:00, at: 09:00 for the same day, or after: 2 business hours",
      fr: () => "écrire at: 2027-03-01 09:00, at: 09:00 pour le même jour, ou after: 2 business hours",
    },
    why,
  }),
  TST002: row<{ written: string; before: string }>({
    name: "step-out-of-order",
    severity: "error",
    message: {
      en: ({ written, before }) => `${written} comes before the step above it, which is at ${before}`,
      fr: ({ written, before }) => `${written} précède l'étape du dessus, qui est à ${before}`,
    },
    help: {
      en: () => "tell the story in order of time; a touch typed in later has `at` when it happened and `logged`",
      fr: () =>
        "raconter dans l'ordre du temps\u202f; un contact saisi plus tard a `at` pour le moment réel et `logged` pour la saisie",
    },
    why,
  }),
  TST003: row<{ keys: readonly string[] }>({
    name: "unclear-step",
    severity: "error",
    message: {
      en: ({ keys }) =>
        keys.length === 0 ? "Nothing happens in this step" : `Several things happen in one step: ${keys.join(", ")}`,
      fr: ({ keys }) =>
        keys.length === 0
          ? "Il ne se passe rien dans cette étape du test"
          : `Plusieurs choses se passent dans une même étape du test\u00a0: ${keys.join(", ")}`,
    },
    help: {
      en: () => "write one step per thing that happens, such as { at: 2027-03-01 09:00, signal: demo-request }",
      fr: () => "écrire une étape par fait, par exemple { at: 2027-03-01 09:00, signal: demo-request }",
    },
    why,
  }),
  TST004: row<{ field: string; written: string; form: string }>({
    name: "impossible-value",
    severity: "error",
    message: {
      en: ({ field, written, form }) =>
        `The field ${quote(field, "en")} can't hold ${quote(written, "en")}: ${form.split("|")[0]}`,
      fr: ({ field, written, form }) =>
        `Le champ ${quote(field, "fr")} ne peut pas contenir ${quote(written, "fr")}\u00a0: ${form.split("|")[1]}`,
    },
    help: {
      en: ({ field }) => `give ${quote(field, "en")} a value of its type`,
      fr: ({ field }) => `donner à ${quote(field, "fr")} une valeur de son type`,
    },
    why,
  }),
  TST005: row<{ name: string }>({
    name: "nothing-expected",
    severity: "error",
    message: {
      en: ({ name }) => `The test ${quote(name, "en")} expects nothing`,
      fr: ({ name }) => `Le test ${quote(name, "fr")} n'attend rien`,
    },
    help: {
      en: () => "say in `then` what is so at the end, such as stage: sal",
      fr: () => "dire dans `then` ce qui est vrai à la fin, par exemple stage: sal",
    },
    why: {
      en: "a test that can't fail gives confidence without a reason",
      fr: "un test qui ne peut pas échouer donne une confiance sans motif",
    },
  }),
  TST006: row<{ name: string }>({
    name: "same-test-name",
    severity: "warning",
    message: {
      en: ({ name }) => `Two tests are called ${quote(name, "en")}`,
      fr: ({ name }) => `Deux tests s'appellent ${quote(name, "fr")}`,
    },
    help: {
      en: () => "give each test a sentence of its own",
      fr: () => "donner à chaque test sa propre phrase",
    },
    why: {
      en: "when one of them fails, nobody knows which",
      fr: "quand l'un d'eux échoue, personne ne sait lequel",
    },
  }),
};
