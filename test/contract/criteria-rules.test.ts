import { describe, expect, test } from "vitest";
import { type Finding, renderFinding } from "../../src/diagnostics/index.ts";
import { baseContract, replaceEntries } from "../diagnostics/example-text.ts";
import { checkText } from "./check-texts.ts";

/** What the rules on criteria say of the base contract with these entries, witness behind an arrow. */
function said(entries: string, language: "en" | "fr" = "en"): readonly string[] {
  return checkText(replaceEntries(baseContract, entries))
    .findings.filter(({ code }) => code.startsWith("CRI4"))
    .map((item) => inWords(item, language));
}

function inWords(item: Finding, language: "en" | "fr"): string {
  const { message, witness } = renderFinding(item, language);
  return `${item.severity} ${item.code} ${message}${witness === undefined ? "" : ` → ${witness}`}`;
}

const codesOf = (entries: string): readonly string[] => said(entries).map((line) => line.split(" ")[1] ?? "");

const fields = `fields:
  score: { type: number, label: Fit score, filledBy: form, min: 0, max: 100 }
  budget: { type: money, label: Budget, filledBy: form }
  partner: { type: boolean, label: Partner, filledBy: form }
  interests: { type: enums, label: Interests, filledBy: form, options: { crm: CRM, ads: Ads, web: Web } }
  renewal: { type: date, label: Renewal, filledBy: form }
`;
const priority = (...lines: readonly string[]): string =>
  `${fields}priorities:\n${lines.map((line, index) => `  p${index + 1}: { label: P${index + 1}, ${line} }\n`).join("")}`;
const rest = "otherwise: true";

describe("a condition that no lead meets", () => {
  test.each([
    [
      "a range the wrong way round",
      "when: { field: score, between: [80, 20] }",
      'No lead can meet "score between 80 and 20"',
    ],
    ["a number beyond the scale", "when: { field: score, atLeast: 101 }", 'No lead can meet "score ≥ 101"'],
    [
      "two values at once",
      "when: { all: [{ field: partner, is: true }, { field: score, atLeast: 10 }, { field: partner, is: false }] }",
      'No lead can meet "partner = true" and "partner = false" at once',
    ],
    [
      "a value and its absence",
      "when: { all: [{ field: score, known: false }, { field: score, atLeast: 10 }] }",
      'No lead can meet "score unknown" and "score ≥ 10" at once',
    ],
    [
      "a signal and none of it",
      "when: { all: [{ signal: demo-request, withinLast: 7 calendar days }, { none: [{ signal: demo-request, withinLast: 30 calendar days }] }] }",
      'No lead can meet "demo-request within 7 calendar days" and "none (demo-request within 30 calendar days)" at once',
    ],
    [
      "three that fit in pairs only",
      "when: { all: [{ field: score, in: [10, 20] }, { field: score, notIn: [10] }, { field: score, lessThan: 20 }] }",
      'No lead can meet "score in 10, 20" and "score not in 10" and "score < 20" at once',
    ],
    [
      "a date before and after",
      "when: { all: [{ field: renewal, before: 2027-03-01 }, { field: renewal, after: 2027-06-01 }] }",
      'No lead can meet "renewal before 2027-03-01" and "renewal after 2027-06-01" at once',
    ],
  ])("%s", (_, line, message) => {
    expect(said(priority(line, rest))).toEqual([`error CRI401 ${message}`]);
  });

  test("is shown as the smallest conflict, not as everything that stands around it", () => {
    const line =
      "when: { all: [{ field: partner, is: true }, { signal: demo-request }, { field: score, atLeast: 80 }, { field: budget, known: true }, { field: score, lessThan: 40 }] }";
    expect(said(priority(line, rest))).toEqual(['error CRI401 No lead can meet "score ≥ 80" and "score < 40" at once']);
  });

  test("is found as one alternative among others, and said once", () => {
    const line =
      "when: { any: [{ all: [{ field: score, atLeast: 80 }, { field: score, lessThan: 40 }] }, { signal: demo-request }] }";
    expect(codesOf(priority(line, rest))).toEqual(["CRI401"]);
  });

  test("is found where only the scope makes it impossible", () => {
    const entries = `stages:
  mql:
    label: Qualified lead
    definition: A contact abroad.
    owner: marketer
    from: [lead, nurture]
    criteria: { all: [{ signal: demo-request }, { field: country, is: other }] }
`;
    expect(said(entries)).toEqual([
      'error CRI401 No lead can meet "country = other" and "country in FR, BE or unknown" and be in scope',
    ]);
  });

  test("is not found in a date that is both recent and before some day", () => {
    expect(
      codesOf(
        priority(
          "when: { all: [{ field: renewal, withinLast: 7 calendar days }, { field: renewal, before: 2027-03-01 }] }",
          rest,
        ),
      ),
    ).toEqual([]);
  });

  test("is not found in several choices at once, unless the field holds one only", () => {
    const both = (field: string, first: string, second: string): string =>
      priority(`when: { all: [{ field: ${field}, is: ${first} }, { field: ${field}, is: ${second} }] }`, rest);
    expect(codesOf(both("interests", "crm", "ads"))).toEqual([]);
    expect(codesOf(both("country", "FR", "BE"))).toEqual(["CRI401"]);
  });
});

describe("leads that nobody takes", () => {
  test("are shown by one of them", () => {
    expect(said(priority("when: { field: score, atLeast: 60 }", "when: { signal: demo-request }"))).toEqual([
      'warning CRI403 Some leads have no priority ("p1", "p2"), so no deadline → Fit score 0, no Demo request',
    ]);
  });

  test("are only those with an empty field: then that is said", () => {
    expect(said(priority("when: { field: score, atLeast: 60 }", "when: { field: score, lessThan: 60 }"))).toEqual([
      'warning CRI409 A lead is taken by nobody when "score" is not filled in → Fit score unknown',
    ]);
  });

  test("are none where an empty field is taken too", () => {
    expect(
      codesOf(priority("when: { field: score, atLeast: 60 }", "when: { field: score, lessThan: 60, orUnknown: true }")),
    ).toEqual([]);
  });

  test("are those on a border, and the border is named", () => {
    expect(
      said(priority("when: { field: score, moreThan: 60 }", "when: { field: score, lessThan: 60 }", rest)),
    ).toEqual(['warning CRI408 "score" 60 is neither in "p2" nor in "p1" → Fit score 60']);
  });

  test.each([
    ["cents between whole amounts", "budget", ["CRI408"]],
    ["nothing between whole numbers", "score", []],
  ])("%s", (_, field, expected) => {
    expect(
      codesOf(priority(`when: { field: ${field}, atLeast: 50 }`, `when: { field: ${field}, atMost: 49 }`, rest)),
    ).toEqual(expected);
  });

  test("no border is forgotten where a third rule takes it", () => {
    expect(
      codesOf(
        priority(
          "when: { field: score, moreThan: 60 }",
          "when: { field: score, lessThan: 60 }",
          "when: { field: score, is: 60 }",
          rest,
        ),
      ),
    ).toEqual([]);
  });

  test("are said in French as well", () => {
    expect(
      said(
        priority("when: { field: partner, is: true }", "when: { signal: demo-request, withinLast: 2 business days }"),
        "fr",
      ),
    ).toEqual([
      "warning CRI403 Certains leads n'ont pas de priorité («\u00a0p1\u00a0», «\u00a0p2\u00a0»), donc pas de délai → Partner non, aucun signal Demo request au cours des 14 derniers jours calendaires",
    ]);
  });
});

describe("a rule of an ordered list", () => {
  test("that one before it covers can never apply", () => {
    expect(said(priority("when: { field: score, atLeast: 50 }", "when: { field: score, atLeast: 80 }", rest))).toEqual([
      'error CRI405 The priority "p2" can never apply: "p1" takes every lead it would',
    ]);
  });

  test("that several before it cover only together can never apply either", () => {
    const lines = [
      "when: { field: score, lessThan: 50 }",
      "when: { field: score, atLeast: 50 }",
      "when: { field: score, between: [40, 60] }",
    ];
    expect(said(priority(...lines, rest))).toEqual([
      'error CRI405 The priority "p3" can never apply: "p1", "p2" take every lead it would',
    ]);
  });

  test("applies where a corner is left", () => {
    const lines = [
      "when: { field: score, lessThan: 50 }",
      "when: { field: score, moreThan: 50 }",
      "when: { field: score, between: [40, 60] }",
    ];
    expect(codesOf(priority(...lines, rest))).toEqual([]);
  });

  test("a shorter window is within a longer one, and 3 times within at least 2", () => {
    const lines = [
      "when: { signal: demo-request, times: 2, withinLast: 30 calendar days }",
      "when: { signal: demo-request, times: 3, withinLast: 7 calendar days }",
    ];
    expect(codesOf(priority(...lines, rest))).toEqual(["CRI405"]);
    expect(codesOf(priority(...lines.toReversed(), rest))).toEqual([]);
  });
});

describe("two stages that take from the same one", () => {
  const stage = (id: string, from: string, criteria: string): string =>
    `  ${id}: { label: ${id}, definition: A stage., owner: marketer, from: ${from}, criteria: ${criteria}, expires: { after: 90 calendar days, reason: gone-quiet } }\n`;

  test("must not take the same lead", () => {
    const entries = `stages:\n${stage("one", "lead", "{ signal: demo-request }")}${stage("two", "lead", "{ field: country, is: FR }")}`;
    expect(said(entries).filter((line) => line.includes('"one" and "two"'))).toEqual([
      'error CRI404 "one" and "two" both accept the same lead → Country France, Demo request in the last 14 calendar days',
    ]);
  });

  test("may where one leads on to the other", () => {
    const entries = `stages:\n${stage("one", "lead", "{ field: country, is: FR }")}${stage("two", "[lead, one]", "{ all: [{ field: country, is: FR }, { signal: demo-request }] }")}`;
    expect(said(entries).filter((line) => line.includes('"one" and "two"'))).toEqual([]);
  });
});

/** How the base contract with replaced entries is printed: with spaces inside brackets. */
const asPrinted = (condition: string): string => condition.replaceAll("[{", "[ {").replaceAll("}]", "} ]");

describe("a part that changes nothing", () => {
  test.each([
    [
      "a weaker bound",
      "all: [{ field: score, atLeast: 60 }, { field: score, atLeast: 40 }]",
      "all: [{ field: score, atLeast: 60 }]",
    ],
    [
      "the first of a list",
      "all: [{ field: score, known: true }, { field: score, atLeast: 40 }]",
      "all: [{ field: score, atLeast: 40 }]",
    ],
    [
      "the same twice",
      "any: [{ field: partner, is: true }, { field: score, is: 1 }, { field: partner, is: true }]",
      "any: [{ field: partner, is: true }, { field: score, is: 1 }]",
    ],
    [
      "a case within another",
      "any: [{ field: score, atLeast: 60 }, { all: [{ field: score, atLeast: 70 }, { field: partner, is: true }] }]",
      "any: [{ field: score, atLeast: 60 }]",
    ],
  ])("%s is told, and the fix leaves the rest as it is", (_, before, after) => {
    const text = replaceEntries(baseContract, priority(`when: { ${before} }`, rest));
    const found = checkText(text).findings.filter(({ code }) => code === "CRI411");
    expect(found).toHaveLength(1);
    const [edit] = found[0]?.fixes[0]?.edits ?? [];
    const { span } = edit ?? { span: undefined };
    const fixed = span === undefined ? text : text.slice(0, span.start.offset) + text.slice(span.end.offset);
    expect(fixed).toBe(text.replace(asPrinted(before), asPrinted(after)));
    expect(checkText(fixed).findings.filter(({ code }) => code === "CRI411")).toEqual([]);
  });

  test("is not one where it names another signal: a returning lead needs a new one of its kind", () => {
    const entries = `signals:
  webinar: { label: Webinar }
stages:
  mql:
    label: Qualified lead
    definition: A contact who asked for something we sell.
    owner: marketer
    from: [lead, nurture]
    criteria: { any: [{ signal: demo-request }, { all: [{ signal: demo-request }, { signal: webinar }] }] }
`;
    expect(codesOf(entries)).toEqual([]);
  });
});

describe("an opened e-mail", () => {
  const opened = "signals:\n  opens: { label: { en: Newsletter opened } }\n";
  test.each([
    ["alone", "{ signal: opens, times: 3 }", ["CRI414"]],
    ["beside what we know of the company", "{ all: [{ signal: opens }, { field: country, is: FR }] }", ["CRI414"]],
    ["as one alternative", "{ any: [{ signal: demo-request }, { signal: opens }] }", ["CRI414"]],
    ["beside a request is fine", "{ all: [{ signal: opens }, { signal: demo-request }] }", []],
    ["that is missing is fine", "{ all: [{ none: [{ signal: opens }] }, { signal: demo-request }] }", []],
  ])("%s", (_, when, expected) => {
    expect(codesOf(`${opened}${priority(`when: ${when}`, rest)}`)).toEqual(expected);
  });

  test("is known by its French name and by the property it is bound to", () => {
    expect(
      codesOf(`signals:\n  ouverture-email: { label: Signe }\n${priority("when: { signal: ouverture-email }", rest)}`),
    ).toEqual(["CRI414"]);
    expect(
      codesOf(
        `signals:\n  door-opening: { label: Shop visited at the opening }\n${priority("when: { signal: door-opening }", rest)}`,
      ),
    ).toEqual([]);
    const bound =
      "environments:\n  production: { crm: hubspot, portal: 1, token: env:T, signals: { heat: { property: hs_email_last_open_date } } }\n";
    expect(codesOf(`signals:\n  heat: { label: Heat }\n${bound}${priority("when: { signal: heat }", rest)}`)).toEqual([
      "CRI414",
    ]);
  });
});

test("conditions with errors of their own give no second finding", () => {
  expect(codesOf(priority("when: { all: [{ field: score, is: high }, { field: score, atLeast: 10 }] }", rest))).toEqual(
    ["CRI406"],
  );
  expect(codesOf(priority("when: { all: [{ field: country, is: FRA }, { field: country, is: BE }] }", rest))).toEqual([
    "CRI407",
  ]);
});

test.each(["1e999", "-.inf", ".nan"])("a condition on %s is refused, and ends", (number) => {
  const text = replaceEntries(baseContract, priority("when: { field: score, atLeast: 77777 }", rest)).replace(
    "77777",
    number,
  );
  expect(checkText(text).findings.map(({ code }) => code)).toContain("SCH103");
});

test.each(["1e999", "-.inf", ".nan"])("a field whose bound is %s comes to an end as well", (bound) => {
  const entries = priority("when: { field: score, atLeast: 10 }", rest).replace("min: 0", `min: ${bound}`);
  expect(() => codesOf(entries)).not.toThrow();
  expect(() => codesOf(entries.replace(`min: ${bound}, max: 100`, `min: 0, max: ${bound}`))).not.toThrow();
});
