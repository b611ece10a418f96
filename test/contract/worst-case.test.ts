import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Finding, Language } from "../../src/diagnostics/index.ts";
import { renderFinding } from "../../src/diagnostics/index.ts";
import { baseContract, replaceEntries } from "../diagnostics/example-text.ts";
import { checkTextInFull } from "./check-texts.ts";

const reference = readFileSync(new URL("../../examples/classic-inbound/contract.yaml", import.meta.url), "utf8");

function worstCases(text: string): readonly Finding[] {
  return checkTextInFull(text).findings.filter(({ code }) => code === "SLA506");
}

/** What is said of one deadline: weight, message and proof. */
function said(text: string, clause: string, language: Language = "en"): readonly string[] {
  return worstCases(text)
    .filter((item) => item.clause === clause)
    .flatMap((item) => {
      const { message, witness } = renderFinding(item, language);
      return [item.severity, message, witness ?? ""];
    });
}

const decision = "handoffs.marketing-to-sdr.deadlines.decision";

describe("the longest wait of a deadline", () => {
  test("is that of the reference calendar's summer, for the priority that waits longest", () => {
    expect(said(reference, decision)).toEqual([
      "info",
      '"marketing-to-sdr.decision": 4 business hours can last 96 h, and 118 h for a lead that comes while you are closed',
      "Standard: Thursday 5 August 2027 10:15 → Monday 9 August 10:15, 96 h; for a lead that comes while you are closed: Wednesday 4 August 2027 12:00 → Monday 9 August 10:00, 118 h",
    ]);
    expect(said(reference, decision, "fr")).toEqual([
      "info",
      "«\u00a0marketing-to-sdr.decision\u00a0»\u00a0: «\u00a04 business hours\u00a0» peut durer 96\u00a0h, et 118\u00a0h pour un lead qui arrive quand vous êtes fermés",
      "Standard\u00a0: jeudi 5 août 2027 10\u00a0h\u00a015 → lundi 9 août 10\u00a0h\u00a015, 96\u00a0h\u202f; pour un lead qui arrive quand vous êtes fermés\u00a0: mercredi 4 août 2027 12\u00a0h → lundi 9 août 10\u00a0h, 118\u00a0h",
    ]);
  });

  test("is said of every deadline in business time, and of no other", () => {
    const clauses = worstCases(reference).map(({ clause }) => clause);
    expect(clauses).toContain("stages.sal.deadlines.outcome");
    expect(clauses).not.toContain("stages.proposal.deadlines.outcome");
  });

  test("is searched no further than the holidays are listed", () => {
    const clause = "handoffs.marketing-to-sales.deadlines.decision";
    const closedIn2028 = (holidays: string) =>
      said(
        replaceEntries(
          baseContract,
          `calendars:
  office:
    timezone: Europe/Paris
    hours: { mon-fri: ["09:00-18:00"] }
    holidays: [${holidays}]
    exceptions: [{ from: 2028-03-01, to: 2028-03-20 }]
effective: 2027-06-01
`,
        ),
        clause,
      ).at(-1);
    expect(closedIn2028("2027-11-11")).toContain("2027");
    expect(closedIn2028("2027-11-11, 2028-11-11")).toContain("Tuesday 29 February 2028");
    expect(closedIn2028("")).toContain("Tuesday 29 February 2028");
  });
});

describe("a wait beyond what governance allows", () => {
  const limited = (limit: string) => reference.replace("governance:\n", `governance:\n  worstWait: ${limit}\n`);

  test("is a warning with the start that shows it and both ends", () => {
    expect(said(limited("100 calendar hours"), decision)).toEqual([
      "warning",
      '"marketing-to-sdr.decision": 4 business hours can last 118 h, more than the longest acceptable wait (100 calendar hours)',
      "Standard: Wednesday 4 August 2027 12:00 → Monday 9 August 10:00, 118 h; the longest acceptable wait, 100 calendar hours: Wednesday 4 August 2027 12:00 → Sunday 8 August 16:00, 100 h",
    ]);
  });

  test("is none at exactly that time", () => {
    expect(said(limited("118 calendar hours"), decision)[0]).toBe("info");
    expect(said(limited("117 calendar hours"), decision)[0]).toBe("warning");
  });

  test("is measured on the calendar where the limit is business time", () => {
    // Two hours a day in summer: four business hours are two working days there, and half a day in spring.
    expect(said(limited("2 business days"), decision)[0]).toBe("info");
    expect(said(limited("1 business day"), decision)[0]).toBe("warning");
  });

  test("is not asked of the time that a stage gives for its work", () => {
    expect(said(limited("1 calendar hour"), "stages.sal.deadlines.outcome")[0]).toBe("info");
    expect(said(limited("1 calendar hour"), "stages.proposal.deadlines.outcome")).toEqual([]);
  });
});
