import { describe, expect, test } from "vitest";
import type { Duration } from "../../src/calendar/index.ts";
import {
  type Condition,
  type ConditionLine,
  describeCondition,
  describeConditionLines,
  type Lexicon,
  type Test,
} from "../../src/criteria/index.ts";
import type { Language } from "../../src/diagnostics/index.ts";

const lexicon: Lexicon = {
  field: (id) => ({ fit: "Fit score", country: "Country", need: "Need" })[id] ?? id,
  value: (_field, value) => ({ FR: "France", BE: "Belgium", true: "yes" })[String(value)] ?? String(value),
  signal: (id) => ({ demo: "Demo request", price: "Pricing page viewed" })[id] ?? id,
  criteria: () => "In target",
  stage: (id) => ({ discovery: "Discovery", won: "Won" })[id] ?? id,
  object: () => "a deal",
};
const french: Lexicon = { ...lexicon, object: () => "une affaire" };

const field = (id: string, check: Test, orUnknown = false): Condition => ({
  kind: "field",
  path: [],
  field: id,
  test: check,
  orUnknown,
});
const signal = (id: string, times = 1, withinLast?: Duration): Condition => {
  const plain = { kind: "signal", path: [], signal: id, times } as const;
  return withinLast === undefined ? plain : { ...plain, withinLast };
};
const group = (kind: "all" | "any" | "none", ...of: Condition[]): Condition => ({ kind, path: [], of });
const days = (amount: number): Duration => ({ kind: "calendar", amount, unit: "days" });

const inEnglish = (condition: Condition) => describeCondition(condition, lexicon, "en");
const inFrench = (condition: Condition) => plainSpaces(describeCondition(condition, french, "fr"));

/** Shows no-break spaces as `~` and narrow ones as `_`, so that a test can see them. */
function plainSpaces(text: string): string {
  return text.replaceAll("\u00a0", "~").replaceAll("\u202f", "_");
}

function list(condition: Condition, language: Language): string {
  const print = (line: ConditionLine, depth: number): string[] => [
    `${"  ".repeat(depth)}- ${line.text}`,
    ...line.children.flatMap((child) => print(child, depth + 1)),
  ];
  const lines = describeConditionLines(condition, language === "fr" ? french : lexicon, language);
  return plainSpaces(print(lines, 0).join("\n"));
}

describe("a comparison is said with the reader's names", () => {
  const cases: [Test, string, string][] = [
    [{ operator: "is", value: true }, '"Fit score" is "yes"', "le champ «~Fit score~» indique «~yes~»"],
    [
      { operator: "isNot", value: "FR" },
      '"Fit score" is not "France"',
      "le champ «~Fit score~» n'indique pas «~France~»",
    ],
    [
      { operator: "in", values: ["FR", "BE", "LU"] },
      '"Fit score" is "France", "Belgium" or "LU"',
      "le champ «~Fit score~» indique «~France~», «~Belgium~» ou «~LU~»",
    ],
    [
      { operator: "notIn", values: ["FR", "BE"] },
      '"Fit score" is not "France" or "Belgium"',
      "le champ «~Fit score~» n'indique ni «~France~» ni «~Belgium~»",
    ],
    [{ operator: "atLeast", value: 60 }, '"Fit score" is at least 60', "le champ «~Fit score~» indique au moins 60"],
    [{ operator: "atMost", value: 60 }, '"Fit score" is at most 60', "le champ «~Fit score~» indique au plus 60"],
    [{ operator: "moreThan", value: 60 }, '"Fit score" is more than 60', "le champ «~Fit score~» indique plus de 60"],
    [{ operator: "lessThan", value: 60 }, '"Fit score" is less than 60', "le champ «~Fit score~» indique moins de 60"],
    [
      { operator: "between", low: 1, high: 5 },
      '"Fit score" is between 1 and 5',
      "le champ «~Fit score~» indique entre 1 et 5",
    ],
    [{ operator: "known", value: true }, '"Fit score" is filled in', "le champ «~Fit score~» est renseigné"],
    [{ operator: "known", value: false }, '"Fit score" is not filled in', "le champ «~Fit score~» n'est pas renseigné"],
    [{ operator: "contains", value: "a" }, '"Fit score" contains "a"', "le champ «~Fit score~» contient «~a~»"],
    [
      { operator: "withinLast", duration: days(90) },
      '"Fit score" is less than 90 calendar days ago',
      "le champ «~Fit score~» indique une date d'il y a moins de 90 jours calendaires",
    ],
    [
      { operator: "withinNext", duration: days(90) },
      '"Fit score" is less than 90 calendar days away',
      "le champ «~Fit score~» indique une date à venir sous 90 jours calendaires",
    ],
    [
      { operator: "before", value: "2027-02-01" },
      '"Fit score" is before 1 February 2027',
      "le champ «~Fit score~» indique une date antérieure au 1er février 2027",
    ],
    [
      { operator: "after", value: "2027-02-02" },
      '"Fit score" is after 2 February 2027',
      "le champ «~Fit score~» indique une date postérieure au 2 février 2027",
    ],
  ];
  test.each(cases)("%o", (check, english, frenchText) => {
    expect(inEnglish(field("fit", check))).toBe(english);
    expect(inFrench(field("fit", check))).toBe(frenchText);
  });

  test("an unknown value that passes is mentioned", () => {
    const condition = field("country", { operator: "is", value: "FR" }, true);
    expect(inEnglish(condition)).toBe('"Country" is "France", or is not filled in');
    expect(inFrench(condition)).toBe("le champ «~Country~» indique «~France~», ou n'est pas renseigné");
  });
});

describe("a signal is said with how often and how recently", () => {
  const cases: [Condition, string, string][] = [
    [signal("demo"), '"Demo request"', "«~Demo request~»"],
    [
      signal("price", 3, days(7)),
      '"Pricing page viewed" at least 3 times in the last 7 calendar days',
      "«~Pricing page viewed~» au moins 3 fois au cours des 7 derniers jours calendaires",
    ],
    [
      signal("demo", 1, { kind: "business", amount: 1, unit: "hours" }),
      '"Demo request" in the last business hour',
      "«~Demo request~» au cours de la dernière heure ouvrée",
    ],
    [
      signal("demo", 1, { kind: "business", amount: 2, unit: "hours" }),
      '"Demo request" in the last 2 business hours',
      "«~Demo request~» au cours des 2 dernières heures ouvrées",
    ],
    [
      signal("demo", 1, { kind: "months", amount: 1 }),
      '"Demo request" in the last month',
      "«~Demo request~» au cours du dernier mois",
    ],
  ];
  test.each(cases)("%o", (condition, english, frenchText) => {
    expect(inEnglish(condition)).toBe(english);
    expect(inFrench(condition)).toBe(frenchText);
  });
});

describe("conditions combine", () => {
  const fit = field("fit", { operator: "atLeast", value: 60 });
  const demo = signal("demo");
  const price = signal("price");
  const linked: Condition = { kind: "linked", path: [], object: "deal", stages: ["discovery", "won"] };

  test("all, any and brackets around groups inside groups", () => {
    expect(inEnglish(group("any", group("all", fit, demo), price))).toBe(
      '("Fit score" is at least 60 and "Demo request") or "Pricing page viewed"',
    );
    expect(inFrench(group("any", group("all", fit, demo), price))).toBe(
      "(le champ «~Fit score~» indique au moins 60 et «~Demo request~») ou «~Pricing page viewed~»",
    );
  });

  test("a group of one says no more than its member", () => {
    expect(inEnglish(group("all", group("any", demo)))).toBe('"Demo request"');
  });

  test("none of one condition is its negation, and an unknown value is not mistaken for a comparison", () => {
    expect(inEnglish(group("none", linked))).toBe('not linked to a deal in "Discovery" or "Won"');
    expect(inFrench(group("none", linked))).toBe("aucun lien avec une affaire à l'étape «~Discovery~» ou «~Won~»");
    expect(inEnglish(group("none", demo))).toBe('no "Demo request"');
    expect(inEnglish(group("none", fit))).toBe('it is not the case that "Fit score" is at least 60');
    expect(inFrench(group("none", { kind: "meets", path: [], criteria: "x" }))).toBe(
      "le critère «~In target~» n'est pas rempli",
    );
  });

  test("none of several and at least n of several keep their members apart", () => {
    expect(inEnglish(group("none", demo, price))).toBe('none of these is true: "Demo request"; "Pricing page viewed"');
    const two: Condition = { kind: "at-least", path: [], count: 2, of: [fit, demo, price] };
    expect(inFrench(two)).toBe(
      "au moins 2 de ces 3 conditions sont remplies~: le champ «~Fit score~» indique au moins 60_; «~Demo request~»_; «~Pricing page viewed~»",
    );
    const one: Condition = { kind: "at-least", path: [], count: 1, of: [fit, demo] };
    expect(inFrench(one)).toContain("au moins 1 de ces 2 conditions est remplie~:");
    expect(inEnglish(one)).toContain("at least 1 of these 2 is true:");
  });

  test("groups become nested lists", () => {
    const condition = group(
      "any",
      group("all", { kind: "meets", path: [], criteria: "x" }, demo),
      group("none", linked),
    );
    expect(list(condition, "en")).toBe(
      [
        "- at least one of these is true:",
        "  - all of these are true:",
        '    - the criteria "In target" are met',
        '    - "Demo request"',
        '  - not linked to a deal in "Discovery" or "Won"',
      ].join("\n"),
    );
    expect(list(condition, "fr")).toBe(
      [
        "- au moins une de ces conditions est remplie~:",
        "  - toutes ces conditions sont réunies~:",
        "    - le critère «~In target~» est rempli",
        "    - «~Demo request~»",
        "  - aucun lien avec une affaire à l'étape «~Discovery~» ou «~Won~»",
      ].join("\n"),
    );
  });
});
