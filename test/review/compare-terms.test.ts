import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compileContract } from "../../src/contract/index.ts";
import { createSource } from "../../src/language/index.ts";
import { compareTerms, termsOf } from "../../src/review/index.ts";

const classic = readFileSync(new URL("../../examples/classic-inbound/contract.yaml", import.meta.url), "utf8");
const french = readFileSync(new URL("../../examples/pme-francaise/contract.yaml", import.meta.url), "utf8");

function termsIn(text: string) {
  const { value, findings } = compileContract([createSource("contract.yaml", text)], { asOf: "2027-01-04" });
  if (value === undefined) throw new Error(JSON.stringify(findings));
  return termsOf(value);
}

/** The sentences for an edit of a contract, English and French in turn. */
function sentencesFor(text: string, ...edits: readonly (readonly [string, string])[]): readonly string[] {
  const edited = edits.reduce((before, [from, to]) => {
    expect(before).toContain(from);
    return before.replace(from, to);
  }, text);
  return compareTerms(termsIn(text), termsIn(edited)).flatMap(({ clause, en, fr }) => [`${clause}: ${en}`, fr]);
}

describe("what changed in an agreement", () => {
  test("nothing is said where nothing changed", () => {
    expect(sentencesFor(classic)).toEqual([]);
  });

  test("a shorter deadline is shown before and after, in both languages", () => {
    expect(sentencesFor(classic, ["normal: 4 business hours", "normal: 2 business hours"])).toMatchInlineSnapshot(`
      [
        "handoffs.marketing-to-sdr.deadlines.decision.within.normal: "Handoff to the SDR", deadline to decide (Standard): 4 business hours → 2 business hours",
        "« Transmission au SDR », délai de décision (Standard) : 4 heures ouvrées → 2 heures ouvrées",
      ]
    `);
  });

  test("a new option, another owner and a dropped reason are named by their labels", () => {
    expect(
      sentencesFor(
        classic,
        ["LU: Luxembourg,", "LU: Luxembourg, CH: { fr: Suisse, en: Switzerland },"],
        ["reasons: [not-a-fit, wrong-data, bad-timing]", "reasons: [not-a-fit, wrong-data]"],
      ),
    ).toMatchInlineSnapshot(`
      [
        "handoffs.marketing-to-sdr.feedback.reasons: "Handoff to the SDR", refusal reasons: Not a fit, Wrong contact data, Bad timing → Not a fit, Wrong contact data",
        "« Transmission au SDR », motifs de refus : Hors cible, Coordonnées erronées, Mauvais moment → Hors cible, Coordonnées erronées",
        "fields.country.options: "Country", options: France, Belgium, Luxembourg, Other → France, Belgium, Luxembourg, Switzerland, Other",
        "« Pays », options : France, Belgique, Luxembourg, Autre → France, Belgique, Luxembourg, Suisse, Autre",
      ]
    `);
  });

  test("a contract in French only has its labels in both sentences", () => {
    const [english, frenchSentence] = sentencesFor(french, [
      /within: \{ devis: [^,]+,/.exec(french)?.[0] ?? "missing",
      "within: { devis: 3 business hours,",
    ]);
    expect(english).toContain("3 business hours");
    expect(frenchSentence).toContain("3 heures ouvrées");
  });

  test("a clause that is gone says what it was", () => {
    const before = termsIn(classic);
    const { "reasons.price": _, ...after } = before;
    expect(compareTerms(before, after).map(({ en, fr }) => [en, fr])).toMatchInlineSnapshot(`
      [
        [
          ""Price", consequence: no longer agreed (was Lost, with a detail)",
          "« Prix », conséquence : n'est plus convenu (c'était Perdue, avec un détail)",
        ],
      ]
    `);
  });
});
