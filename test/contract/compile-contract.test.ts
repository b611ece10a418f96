import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderFinding } from "../../src/diagnostics/index.ts";
import { baseContract, replaceEntries } from "../diagnostics/example-text.ts";
import { checkText, checkTexts } from "./check-texts.ts";

const root = new URL("../../", import.meta.url);
const said = (findings: ReturnType<typeof checkText>["findings"]): readonly string[] =>
  findings.map(
    (item) => `${item.primary.file}:${item.primary.start.line} ${item.code} ${renderFinding(item, "en").message}`,
  );
const codesWith = (entries: string): readonly string[] =>
  checkText(replaceEntries(baseContract, entries)).findings.map(({ code }) => code);

test.each(["classic-inbound", "pme-francaise"])("the example %s has nothing to report", (name) => {
  const { value, findings } = checkText(readFileSync(new URL(`examples/${name}/contract.yaml`, root), "utf8"));
  expect(said(findings)).toEqual([]);
  expect(value).toBeDefined();
});

describe("a contract in parts", () => {
  const part = (text: string): Readonly<Record<string, string>> => ({
    "contract.yaml": baseContract,
    "part.yaml": text,
  });

  test("is one contract: its parts may own any entries", () => {
    const stages = baseContract.slice(baseContract.indexOf("stages:"), baseContract.indexOf("reasons:"));
    const { value, findings } = checkTexts({
      "contract.yaml": baseContract.replace(stages, ""),
      "stages.yaml": `partOf: demo\n${stages}`,
    });
    expect(said(findings)).toEqual([]);
    expect([...(value?.stages.keys() ?? [])]).toContain("mql");
  });

  test("may not say an entry twice, and the finding shows both places", () => {
    const { findings } = checkTexts(part("partOf: demo\nreasons:\n  not-a-fit: { label: No fit, moveTo: nurture }\n"));
    expect(said(findings)).toEqual(['part.yaml:3 REF202 The reason "not-a-fit" is also written in contract.yaml']);
    expect(findings[0]?.related.map(({ span }) => span.file)).toEqual(["contract.yaml"]);
  });

  test("names the contract it belongs to", () => {
    expect(said(checkTexts(part("partOf: dmo\n")).findings)).toEqual([
      'part.yaml:1 REF201 There is no contract "dmo"; did you mean "demo"',
    ]);
  });

  test("without its main file is no contract", () => {
    expect(checkTexts({ "part.yaml": "partOf: demo\n" }).findings.map(({ code }) => code)).toEqual(["SCH108"]);
  });

  test("gives the same findings in whatever order its files are read", () => {
    const files = ["contract.yaml", "other.yaml", "sales.yaml"].map((name): [string, string] => [
      name,
      readFileSync(new URL(`test/fixtures/validate/parts/${name}`, root), "utf8"),
    ]);
    const main = files.slice(0, 1);
    const expected = said(checkTexts(Object.fromEntries(files)).findings);
    fc.assert(
      fc.property(fc.shuffledSubarray(files.slice(1), { minLength: 2 }), fc.nat(2), (parts, at) => {
        const shuffled = [...parts.slice(0, at), ...main, ...parts.slice(at)];
        expect(said(checkTexts(Object.fromEntries(shuffled)).findings)).toEqual(expected);
      }),
    );
  });
});

describe("one problem gives one finding", () => {
  test("a misspelt key is not a missing one too", () => {
    expect(
      codesWith(
        "commitments:\n  lead-quality: { by: marketing, too: sales, measure: { acceptance: marketing-to-sales }, atLeast: 60%, per: month }\n",
      ),
    ).toEqual(["SCH101"]);
  });

  test("an unknown key and a missing deadline elsewhere are two", () => {
    const text = replaceEntries(baseContract, "roles:\n  sdr: { label: SDR, party: sales, capcity: 1 }\n");
    expect(checkText(text.replace(/ {6}decision: .*\n/, "")).findings.map(({ code }) => code)).toEqual([
      "SCH101",
      "SLA501",
      "REF201",
    ]);
  });

  test("a wrong type in a stage silences what would follow from it", () => {
    expect(codesWith("stages:\n  working: { label: In progress, owner: [sdr], deadlines: soon }\n")).toEqual([
      "SCH103",
      "SCH103",
    ]);
  });

  test("a handoff from a misspelt stage does not make the stage a sink, nor leave others unreachable", () => {
    const text = baseContract.replace("from: mql\n", "from: mlq\n");
    expect(checkText(text).findings.map(({ code }) => code)).toEqual(["REF201"]);
  });

  test("a field of an unknown type is not asked which operators it allows", () => {
    expect(codesWith("fields:\n  company-size: { type: numbre, label: Headcount, filledBy: enrichment }\n")).toEqual([
      "SCH104",
    ]);
  });

  test("a misspelt section is not a missing one too", () => {
    expect(checkText(baseContract.replace("\nhandoffs:", "\nhandofs:")).findings.map(({ code }) => code)).toContain(
      "SCH101",
    );
    expect(checkText(baseContract.replace("\nhandoffs:", "\nhandofs:")).findings.map(({ code }) => code)).not.toContain(
      "SCH102",
    );
  });

  test("opening hours that are no list are not also badly written, and the help shows a list", () => {
    const hours = "calendars:\n  office: { timezone: Europe/Paris, hours: { mon-fri: 9:00-18:00 } }\n";
    const { findings } = checkText(replaceEntries(baseContract, hours));
    expect(findings.map((item) => renderFinding(item, "en").help)).toEqual([
      "write a list here, such as [09:00-12:30, 14:00-18:00]",
    ]);
  });

  test("a wrong kind where a word is chosen is answered with one of the words", () => {
    const { findings } = checkText(baseContract.replace("closed: lost", "closed: true"));
    expect(findings.map((item) => renderFinding(item, "en").help)).toContain("write a text here, such as won");
  });

  test("an unknown operator is not a missing one too, and is not taken for another", () => {
    const text = baseContract.replace("atLeast: 500", "min: 500");
    expect(said(checkText(text).findings)).toEqual(['contract.yaml:44 SCH101 There is no key "min" in a condition']);
  });

  test("a reason without consequence does not make its stage unreachable", () => {
    expect(codesWith("reasons:\n  not-a-fit: { label: Not a fit }\n")).toEqual(["FBK705"]);
  });
});

test("a stage that merely follows an unreached one is not reported again", () => {
  const stage = (id: string, from: string): string =>
    `  ${id}: { label: X, definition: X, owner: marketer, parking: true, by: marketer${from} }\n`;
  const { findings } = checkText(
    replaceEntries(
      baseContract,
      `stages:\n${stage("third", ", from: second")}${stage("second", ", from: first")}${stage("first", "")}`,
    ),
  );
  expect(findings.map(({ code, args }) => `${code} ${args["stage"]}`)).toEqual(["GRA314 first"]);
});

describe("a handoff that can never open", () => {
  const requiring = (filledBy: string, more = ""): readonly string[] =>
    codesWith(
      `fields:\n  country: { type: enum, label: Country, ${filledBy}options: { FR: France, BE: Belgium, other: Other } }\n${more}`,
    );

  test.each([
    ["is found where only the receiver fills what it requires", "filledBy: sdr, ", "", ["GRA313"]],
    ["is found where nobody does", "", "", ["GRA313"]],
    ["is not where the sender fills it too", "filledBy: [sdr, marketer], ", "", []],
    ["is not where an adopted property holds it", "crm: { property: country }, ", "", []],
    [
      "is found where only a member of the receiving team fills it",
      "filledBy: caller, ",
      "roles:\n  sdr: { label: SDR, party: sales, members: caller }\n  caller: { label: Caller, party: sales }\n",
      ["GRA313"],
    ],
    [
      "is not where a role that owns no stage fills it: that is work beside the chain",
      "filledBy: assistant, ",
      "roles:\n  assistant: { label: Assistant, party: sales }\n",
      [],
    ],
  ])("%s", (_, filledBy, more, expected) => {
    expect(requiring(filledBy, more)).toEqual(expected);
  });

  test("is found in its criteria, unless another branch can hold", () => {
    const criteria = (text: string): readonly string[] =>
      checkText(baseContract.replace("    requires: [country]\n", `    criteria: ${text}\n    requires: [country]\n`))
        .findings.map(({ code }) => code)
        .filter((code) => code.startsWith("GRA"));
    expect(criteria("{ field: need, known: true }")).toEqual(["GRA313"]);
    expect(criteria("{ any: [{ field: need, known: true }, { signal: demo-request }] }")).toEqual([]);
    expect(criteria("{ atLeast: 2, of: [{ field: need, known: true }, { signal: demo-request }] }")).toEqual([
      "GRA313",
    ]);
    expect(criteria("{ field: need, known: false }")).toEqual([]);
    expect(criteria("{ none: [{ field: need, known: true }] }")).toEqual([]);
  });
});

describe("an open stage", () => {
  test.each([
    ["that waits with a reason is fine", "owner: sdr, expires: { after: 9 calendar days, reason: gone-quiet }", []],
    ["that waits without an owner is a sink", "expires: { after: 9 calendar days, reason: gone-quiet }", ["GRA302"]],
    [
      "with a deadline but no reason to leave by is a sink",
      "owner: sdr, deadlines: { x: { within: 9 calendar days } }",
      ["GRA302"],
    ],
    ["with reasons to leave but no deadline is a sink", "owner: sdr, exitReasons: [not-a-fit]", ["GRA302"]],
    ["that only follows linked deals is fine", "owner: sdr, criteria: { linked: deal, in: [customer] }", []],
  ])("%s", (_, keys, expected) => {
    const by = keys.includes("criteria") ? "" : "by: sdr, ";
    const found = codesWith(
      `stages:\n  trial: { label: Trial, definition: Tries the product., from: working, ${by}${keys} }\n`,
    );
    expect(found).toEqual(expected);
  });
});
