import { describe, expect, test } from "vitest";
import { formatNumber } from "../../src/diagnostics/index.ts";
import { formatBound, formatMoney, formatPeriod, formatShare } from "../../src/docs/format-quantity.ts";
import { frenchSentences } from "../../src/docs/words/french-sentences.ts";
import { wordsOf } from "../../src/docs/words/index.ts";
import { documentOf, readExample } from "./render-example.ts";

const classic = readExample("classic-inbound");
const french = await documentOf(classic, "fr");
const english = await documentOf(classic, "en");

/** The prose of a French document: no diagram, no anchors, no names in code, no table rules. */
function proseOf(markdown: string): string {
  return markdown
    .replace(/<!--.*-->/, "")
    .replace(/```mermaid\n[^`]*```/g, "")
    .replace(/<a id="[^"]+"><\/a>/g, "")
    .replace(/\]\(#[^)]+\)/g, "]")
    .replace(/`[^`]+`/g, "")
    .replace(/^\|[ -|]+\|$/gm, "");
}

describe("French typography", () => {
  test("puts the right no-break space before : ; ! ? % and inside « »", () => {
    const wrong = /(?<!\u00a0):(?!\d)|(?<!\u202f)[;!?%]|«(?!\u00a0)|(?<!\u00a0)»/g;
    // Ten characters on either side, so that a failure shows where it is.
    const prose = proseOf(french);
    expect([...prose.matchAll(wrong)].map(({ index }) => prose.slice(index - 10, index + 10))).toEqual([]);
  });

  test("writes hours, money, shares and first days as in French", () => {
    expect(french).toContain("16\u00a0h\u00a040");
    expect(french).toContain("600\u202f000\u00a0€");
    expect(french).toContain("au moins 60\u202f%");
    expect(french).toContain("2027\u00a0: 1er janvier, 29 mars");
    expect(formatNumber(1234.5, "fr")).toBe("1\u202f234,5");
    expect(formatShare(0.55, "fr")).toBe("55\u202f%");
    expect(formatMoney(1500, "CHF", "fr")).toBe("1\u202f500\u00a0CHF");
  });

  test.each([
    [0, "0\u00a0étape,"],
    [1, "1\u00a0étape,"],
    [2, "2\u00a0étapes,"],
  ])("counts %d as French does", (stages, said) => {
    expect(frenchSentences.extent({ stages, handoffs: 3, commitments: 3, from: "4 janvier 2027" })).toContain(said);
  });

  test("never says « responsable » for the one who does the work", () => {
    expect(wordsOf.fr.labels.raci.responsible).toBe("Réalisateur");
    expect(wordsOf.fr.labels.raci.accountable).toBe("Approbateur (garant)");
    expect(french).not.toMatch(/responsable/i);
    expect(JSON.stringify(wordsOf.fr.labels)).not.toMatch(/responsable|ouvrable/i);
  });

  test("no sentence elides before or puts an article before a label of the contract", () => {
    expect(french).not.toMatch(
      /\b(?:de|du|le|la|les|au|aux) (?:Opérations marketing|Direction (?:marketing|commerciale))/,
    );
  });
});

describe("English", () => {
  test("writes money, shares, counts and bounds as in English", () => {
    expect(english).toContain("€600,000");
    expect(english).toContain("at least 60%");
    expect(formatMoney(1500, "CHF", "en")).toBe("CHF\u00a01,500");
    expect(formatNumber(1234.5, "en")).toBe("1,234.5");
    const [low, high] = [0.2, 0.4].map((value) => ({ kind: "share" as const, value }));
    if (low === undefined || high === undefined) throw new Error("two quantities");
    expect(formatBound({ kind: "between", low, high }, "en")).toBe("20% to 40%");
    expect(formatBound({ kind: "at-most", value: low }, "en")).toBe("at most 20%");
    expect(wordsOf.en.say.reasons.touches(1, null)).toBe("1 contact attempt");
    expect(wordsOf.en.say.reasons.touches(0, null)).toBe("0 contact attempts");
  });
});

test.each([
  ["2027-08", "August 2027", "août 2027"],
  ["2027-Q1", "first quarter of 2027", "1er trimestre 2027"],
  ["2027-Q3", "third quarter of 2027", "3e trimestre 2027"],
  ["2027-W05", "week 5 of 2027", "semaine 5 de 2027"],
  ["2027", "2027", "2027"],
])("the period %s is said in words", (period, inEnglish, inFrench) => {
  expect(formatPeriod(period, "en")).toBe(inEnglish);
  expect(formatPeriod(period, "fr")).toBe(inFrench);
});

describe("what a reader finds", () => {
  test("each deadline with the dates of an example that runs over the weekend", () => {
    expect(english).toContain("Example: a contact handed over on Friday 8 January 2027, 16:40 (Paris).");
    expect(english).toContain("| Due | Monday 11 January 2027, 09:10 | Monday 11 January 2027, 14:10 |");
    expect(french).toContain("| Échéance | lundi 11 janvier 2027 à 9\u00a0h\u00a010 |");
  });

  test("no section that has nothing to say", async () => {
    const bare = classic.replace(/^commitments:\n(?: {2}.*\n)+/m, "").replace(/^ {2}reviews: .*\n/m, "");
    const markdown = await documentOf(bare, "en");
    expect(markdown).not.toContain("## Commitments");
    expect(markdown).not.toContain("### Reviews");
    expect(english).toContain("## Commitments");
    expect(english).toContain("### Reviews");
  });

  test("no clock time of the rendering and no id of the contract in the prose", () => {
    expect(english).not.toMatch(/generated (at|on|by)/i);
    const prose = proseOf(english);
    for (const id of ["marketing-to-sdr", "head-of-sales", "gone-quiet", "not-a-fit", "first-touch", "office-fr"]) {
      expect(prose).not.toContain(id);
    }
  });
});

describe("nothing the contract says is left out", () => {
  test("who replaces whom, who a function is made of, and how much one person takes", async () => {
    expect(english).toContain("| SDR | Sales | 15 per person per business day |");
    expect(await documentOf(readExample("pme-francaise"), "fr")).toContain(
      "| Commercial export | Commerce | — | Directeur commercial |",
    );
  });

  test("an explicit request is told from a sign of interest, and is not kept waiting for data", () => {
    expect(english).toContain("| Demo request | Explicit request | ");
    expect(english).toContain("| Meeting held | Sign of interest |");
    expect(english).toContain(
      "- After “Demo request” or “Meeting booked” the handoff takes place even if data are missing",
    );
  });

  test("every rung of an escalation stands in the list of all deadlines, with a row per priority", () => {
    const row = english.split("\n").find((line) => line.startsWith("| Accept or refuse (Hot) |")) ?? "";
    expect(row).toContain("| Monday 11 January 2027, 09:10 |");
    expect(row).toContain("the person in charge is alerted; 2 business hours after the due time: Head of sales");
    expect(row).toContain("4 business hours after the due time: passed on within SDR, with new deadlines");
  });

  test("a stage says where a refusal leads and what takes records from anywhere", () => {
    expect(english).toContain(
      "- If refused: to “Disqualified” or “Nurture” or back to Marketing operations, in this stage",
    );
    expect(english).toContain("To “In a deal” or “Customer”: automatic, as from any open or parking stage");
    expect(english).toContain("(reason “Not treated in time”); counts as a breach by SDR");
    expect(english).toContain("- **In the CRM**: lifecycle stage “marketingqualifiedlead”");
  });

  test("a property of another object than the record says which", () => {
    expect(english).toContain("`company-size`, `numberofemployees` (company)");
  });
});

describe("contracts unlike the examples", () => {
  const withoutCalendar = classic
    .replace(/^calendar: .*\n|^calendars:\n(?: {2}.*\n)+/gm, "")
    .replace(/business (minute|hour|day)(?!s? }$)/g, "calendar $1")
    .replace("per calendar day", "per business day");
  const ofCompanies = classic.replace(/object: contact$/m, "object: company").replace("ignore  ", "place  ");
  const cases: Readonly<Record<string, string>> = {
    "without a calendar": withoutCalendar,
    "about companies": ofCompanies,
    "of three languages": classic
      .replace("languages: [fr, en]", "languages: [de, fr, en]")
      .replace(/\{ fr: ("[^"]*"|[^,}]+), en: ("[^"]*"|[^}]+?) \}/g, "{ de: Wort, fr: $1, en: $2 }"),
    "open on Saturdays only": classic.replace(/hours: \{ mon-thu.*\}$/m, 'hours: { sat: ["09:00-12:00"] }'),
    "with a handoff from two stages": classic.replace(
      /^ {4}from: mql .*$/m,
      "    from: [mql, nurture]\n    criteria: { signal: any-form }",
    ),
  };

  test.each(Object.entries(cases))("%s: nothing undefined, no empty point, no empty cell", async (_, text) => {
    expect(text).not.toBe(classic);
    for (const language of ["fr", "en"]) {
      const markdown = await documentOf(text, language);
      expect(markdown).not.toMatch(/undefined|\[object|NaN|\bnull\b/);
      expect(markdown).not.toMatch(/^\s*- *$|\(\)|\| +\|/m);
    }
  });

  test("without a calendar no date is made up", async () => {
    expect(await documentOf(withoutCalendar, "en")).toContain("| Due | — | — |");
  });

  test("about companies French agrees", async () => {
    const markdown = await documentOf(ofCompanies, "fr");
    expect(markdown).toContain("- **Entreprises déjà présentes dans le CRM**\u00a0:");
    expect(markdown).toContain("dire ce qu’est devenue chaque entreprise transmise");
    expect(markdown).toContain("Nombre d’entreprises qui entrent");
    expect(markdown).not.toMatch(/entreprises? (?:acceptés|transmis|présents)\b/);
  });
});

describe("less common clauses", async () => {
  const rich = classic
    .replace("      outcome: { within: 15 business days,", "      outcome: { within: end of next business day,")
    .replace("onlyAfter: 6 touches over at least 10 business days", "onlyAfter: 6 touches")
    .replace(
      "      outcome: { within: end of",
      `      kept-warm: { every: 5 business days, stops: touched, counts: [call, visit] }
      met: { within: 10 business days, stops: { signal: meeting-held } }
      outcome: { within: end of`,
    )
    .replace(
      "- { on: 2027-12-24,",
      "- { on: 2027-12-25, days: all, hours: ['10:00-12:00'] }\n      - { on: 2027-12-24,",
    )
    .replace("party: sales, capacity: 15", "party: sales, calendar: new-york, capacity: 15")
    .replace(
      "\nsignals: ",
      "\n  new-york: { timezone: America/New_York, hours: { mon-fri: ['08:00-16:00'] }, holidays: [2027-07-05] }\n\nsignals: ",
    );
  const markdown = await documentOf(rich, "en");
  const inFrench = await documentOf(rich, "fr");

  test("a deadline that comes back says its rhythm and what counts", () => {
    expect(markdown).toContain("| Rhythm | every 5 business days |");
    expect(markdown).toContain("- **What counts**: call or visit");
    expect(inFrench).toContain("| Rythme | tous les 5 jours ouvrés |");
    expect(frenchSentences.within.rhythm("1 jour ouvré")).toBe("chaque jour ouvré");
    expect(frenchSentences.within.rhythm("4 heures ouvrées")).toBe("toutes les 4 heures ouvrées");
    expect(wordsOf.en.say.within.rhythm("1 month")).toBe("every month");
  });

  test("a deadline that waits for an event says which", () => {
    expect(markdown).toContain("- **It stops when**: “Meeting held”");
    expect(markdown).toContain("**Reach “Meeting held”** – Owed by: SDR, New York time");
    expect(inFrench).toContain("Obtenir «\u00a0Rendez-vous tenu\u00a0»");
  });

  test("a deadline at the end of a day says so in a sentence", () => {
    expect(markdown).toContain("to an outcome, by the end of the next business day");
    expect(inFrench).toContain("d’ici la fin du jour ouvré suivant");
  });

  test("a role with its own calendar has examples in its own time zone", () => {
    expect(markdown).toContain("on Friday 8 January 2027, 15:40 (New York).");
    expect(markdown).toContain("### New York time");
    // The sender works in Paris: the dates of its deadline are said to be of there.
    expect(markdown).toContain("**Fill in the required data** – Owed by: Marketing operations, Paris time");
    expect(markdown).toContain("| 30 business minutes | Monday 11 January 2027, 08:10 (New York) |");
    expect(english).not.toContain("Paris time\n\n|");
    expect(markdown).toContain("- **Used by**: SDR");
  });

  test("an exception on days that are closed anyway says that it covers them", () => {
    expect(markdown).toContain("25 December 2027, weekends and holidays included: 10:00–12:00");
  });
});
