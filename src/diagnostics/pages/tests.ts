import type { testRows } from "../catalogue/tests.ts";
import type { RulePage } from "./page.ts";

const head = "testOf: demo\ntests:\n";
const given = "    given: { at: 2027-03-01 09:00 }\n";

/** The pages of the family TST. */
export const testPages: Readonly<Record<keyof typeof testRows, RulePage>> = {
  TST001: {
    title: { en: "Every step of a test has a moment", fr: "Chaque étape d'un test a un moment" },
    what: {
      en: "A step says when: a local date and time on the contract's calendar, a time alone for the day of the step before, or how long after it.",
      fr: "Une étape dit quand\u00a0: une date et une heure locales du calendrier du contrat, une heure seule pour le jour de l'étape précédente, ou le temps écoulé depuis celle-ci.",
    },
    form: "test",
    fails: `${head}  - name: A new lead\n    given: { at: 1 March at nine }\n    then: { stage: lead }\n`,
    passes: `${head}  - name: A new lead\n${given}    then: { stage: lead }\n`,
    fix: {
      en: "Write the moment as 2027-03-01 09:00.",
      fr: "Écrire le moment sous la forme 2027-03-01 09:00.",
    },
  },
  TST002: {
    title: { en: "A story is told in order of time", fr: "Une histoire se raconte dans l'ordre du temps" },
    what: {
      en: "Each step of a test happens at the moment of the step above it or later: a step out of place is more often a mistyped date than a joke of time.",
      fr: "Chaque étape d'un test a lieu au moment de la précédente ou après\u00a0: une étape mal placée est le plus souvent une date mal saisie.",
    },
    form: "test",
    fails: `${head}  - name: A new lead\n${given}    when:\n      - { at: 2027-02-01 09:00, signal: demo-request }\n    then: { stage: lead }\n`,
    passes: `${head}  - name: A new lead\n${given}    when:\n      - { at: 10:00, signal: demo-request }\n    then: { stage: mql }\n`,
    fix: {
      en: "Put the steps in order, or correct the date.",
      fr: "Remettre les étapes dans l'ordre, ou corriger la date.",
    },
  },
  TST003: {
    title: { en: "A step is one thing that happens", fr: "Une étape d'un test est un seul fait" },
    what: {
      en: "What happens together is still written one step after the other, at the same moment: their order may decide.",
      fr: "Ce qui arrive ensemble s'écrit quand même étape par étape, au même moment\u00a0: leur ordre peut décider.",
    },
    form: "test",
    fails: `${head}  - name: A new lead\n${given}    when:\n      - { at: 10:00 }\n    then: { stage: lead }\n`,
    passes: `${head}  - name: A new lead\n${given}    when:\n      - { at: 10:00, touch: call }\n    then: { stage: lead }\n`,
    fix: { en: "Write a step for each thing that happens.", fr: "Écrire une étape pour chaque fait." },
  },
  TST004: {
    title: { en: "Fields hold values of their type", fr: "Les champs contiennent des valeurs de leur type" },
    what: {
      en: "A test gives fields the values that records may hold: a number to a number, one of its options to a list of choices, an ISO date to a date.",
      fr: "Un test donne aux champs des valeurs que les fiches peuvent contenir\u00a0: un nombre à un nombre, une de ses options à une liste de choix, une date ISO à une date.",
    },
    form: "test",
    fails: `${head}  - name: A new lead\n    given: { at: 2027-03-01 09:00, fields: { company-size: large } }\n    then: { stage: lead }\n`,
    passes: `${head}  - name: A new lead\n    given: { at: 2027-03-01 09:00, fields: { company-size: 70 } }\n    then: { stage: lead }\n`,
    fix: { en: "Give the field a value of its type.", fr: "Donner au champ une valeur de son type." },
  },
  TST005: {
    title: { en: "A test expects something", fr: "Un test attend quelque chose" },
    what: {
      en: "A test without any expectation passes whatever the contract says.",
      fr: "Un test sans rien d'attendu réussit quoi que dise le contrat.",
    },
    form: "test",
    fails: `${head}  - name: A new lead\n${given}    then: {}\n`,
    passes: `${head}  - name: A new lead\n${given}    then: { stage: lead }\n`,
    fix: { en: "Say how things stand at the end.", fr: "Dire ce qui est vrai à la fin." },
  },
  TST006: {
    title: { en: "Every test has a name of its own", fr: "Chaque test a son propre nom" },
    what: {
      en: "The name is how a failure is found again in the output, in a pull request and in the file.",
      fr: "C'est par son nom qu'un échec se retrouve dans la sortie, dans une demande de fusion et dans le fichier.",
    },
    form: "test",
    fails: `${head}  - name: A new lead\n${given}    then: { stage: lead }\n  - name: A new lead\n${given}    then: { owner: marketer }\n`,
    passes: `${head}  - name: A new lead\n${given}    then: { stage: lead }\n`,
    fix: { en: "Rename one of them.", fr: "Renommer l'un des deux." },
  },
};
