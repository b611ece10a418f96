import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createFolder, revpact } from "./run-command.ts";

const stories = `testOf: rules
tests:
  - name: A hot lead that nobody answers
    given: { at: 2027-03-01 09:00, fields: { phone: "1" } }
    when:
      - { at: 09:00, signal: demo }
      - { at: 09:30, expect: { told: [sdr, sdr, sdr], priority: hot } }
    then: { at: 09:31, stage: ready, deadlines: { to-sdr.decision: overdue } }
  - name: A lead with a poor score is not ready
    given: { at: 2027-03-01 09:00, fields: { score: 52 } }
    when: [{ at: 10:00, signal: form }]
    then: { stage: lead, told: [] }
`;

/** A folder with the contract of the journeys and some tests. */
function folderWith(text: string): string {
  const folder = createFolder();
  cpSync("test/fixtures/journey/contract.yaml", join(folder, "contract.yaml"));
  writeFileSync(join(folder, "stories.test.yaml"), text);
  return folder;
}

const run = (text: string, ...args: readonly string[]) => revpact(["test", ...args], { cwd: folderWith(text) });

describe("revpact test", () => {
  test("tells of a touch that was typed in after somebody looked", async () => {
    const told = (logged: string) => `testOf: rules
tests:
  - name: A call of Monday that is typed in on Wednesday
    given: { at: 2027-03-01 09:00, fields: { phone: "1" } }
    when:
      - { signal: demo }
      - { at: 2027-03-02 12:00, expect: { notes: [] } }
      - { at: 2027-03-01 09:10, touch: call, logged: ${logged} }
    then: { notes: [touch-typed-late] }
`;
    expect(await run(told("2027-03-03 18:00"))).toMatchObject({ code: 0 });
    const { talk, out } = await run(told("2027-03-02 11:59"));
    expect(talk + out).toContain("8:54  TST002  2027-03-02 11:59 comes before the step above it");
  });

  test("prints the name of every test and how many passed", async () => {
    expect(await run(stories)).toEqual({
      code: 0,
      talk: "",
      out: `rules 1.0.0  contract.yaml
  stories.test.yaml
  ✓ A hot lead that nobody answers
  ✓ A lead with a poor score is not ready

2 passed, 0 failed
`,
    });
  });

  test("says what differs, the clause that decided it, and how each part of the criteria stood", async () => {
    const wrong = stories.replace("then: { stage: lead, told: [] }", "then: { stage: ready, told: [sales-head] }");
    const { code, out } = await run(wrong);
    expect(code).toBe(1);
    expect(out).toContain(`  ✗ A lead with a poor score is not ready
      stage  expected ready, is lead  stories.test.yaml:12:20, at 2027-03-01 10:00
        decided by stages.lead.from, 2027-03-01 09:00
        stages.ready.criteria
          ✗ one of these
            ✗ all of these
              ✗ "Score" is at least 60 (is 52)
              ✓ "Form submitted" in the last 14 calendar days (came on 2027-03-01 10:00)
            ✗ "Demo request" in the last 2 business days (never came)
            ✗ all of these
              ✗ "Renewal" is less than 10 business days away (is not known)
              ✗ none of these
                ✓ "Form submitted" in the last 3 calendar days (came on 2027-03-01 10:00)
      told  stories.test.yaml:12:33, at 2027-03-01 10:00
        - expected sales-head

1 passed, 1 failed
`);
  });

  test("shows messages that came besides, each with its clause", async () => {
    const { out } = await run(stories.replace("told: [sdr, sdr, sdr]", "told: [sdr: to-sdr.decision]"));
    expect(out).toContain(`      told  stories.test.yaml:7:38, at 2027-03-01 09:30
          sdr: to-sdr.decision  2027-03-01 09:15, reminder, handoffs.to-sdr.deadlines.decision.remind.0
        + sdr: to-sdr.decision  2027-03-01 09:24, reminder, handoffs.to-sdr.deadlines.decision.remind.1
        + sdr: to-sdr.decision  2027-03-01 09:30, handoffs.to-sdr.deadlines.decision.escalate.0
`);
  });

  test("speaks French", async () => {
    const { out } = await run(
      stories.replace("deadlines: { to-sdr.decision: overdue }", "deadlines: { to-sdr.decision: met }"),
      "--lang",
      "fr",
    );
    expect(out).toContain("deadlines.to-sdr.decision  attendu met, constaté overdue");
    expect(out).toContain("début 2027-03-01 09:00, échéance 2027-03-01 09:30, court encore");
    expect(out).toContain("1 réussi, 1 échoué");
  });

  test("runs only what is asked for, and says how many it left out", async () => {
    const { out } = await run(stories, "--filter", "POOR");
    expect(out).not.toContain("hot lead");
    expect(out).toContain("1 passed, 0 failed, 1 left out by --filter");
  });

  test("refuses a filter that no test matches: it would pass for ever", async () => {
    const { code, out, talk } = await run(stories, "--filter", "zzz");
    expect({ code, out }).toEqual({ code: 7, out: "" });
    expect(talk).toContain('no test has "zzz" in its name');
  });

  test("has a case per test for machines", async () => {
    const wrong = stories.replace("stage: lead, told", "stage: ready, told");
    const junit = (await run(wrong, "--format", "junit")).out;
    expect(junit).toContain(
      '<testcase classname="stories.test.yaml" name="A hot lead that nobody answers" file="stories.test.yaml" line="3"/>',
    );
    expect(junit).toContain('<failure message="stage  expected ready, is lead');
    const json = JSON.parse((await run(wrong, "--format", "json")).out);
    expect(json).toMatchObject({ formatVersion: 1, passed: 1, failed: 1 });
    expect(json.contracts[0].tests[1].differences[0]).toMatchObject({
      fact: "stage",
      expected: "ready",
      actual: "lead",
      decidedBy: "stages.lead.from",
      at: "2027-03-01T09:00:00.000Z",
    });
    const github = (await run(wrong, "--format", "github")).out;
    expect(github).toMatch(
      /^::error file=stories\.test\.yaml,line=12,title=A lead with a poor score is not ready::stage {2}expected ready/,
    );
  });

  test("measures what the tests exercise and notice, and fails below a minimum", async () => {
    const { code, out } = await run(stories, "--min-coverage", "100", "--mutate");
    expect(code).toBe(1);
    expect(out).toMatch(/clause coverage \d+(\.\d)? % \(\d+ of 116\)/);
    expect(out).toContain("    stages.nurture  never entered\n");
    expect(out).toMatch(/changes noticed \d+(\.\d)? % \(\d+ of \d+\)/);
    expect(out).toContain("    reasons.bad-timing.coolOff  60 calendar days → 61 calendar days\n");
    expect(out).not.toContain("priorities.hot.when.times");
    expect((await run(stories, "--min-coverage", "5")).code).toBe(0);
    expect((await run(stories, "--min-mutation", "101")).code).toBe(7);
  });

  test("takes no notice from a test that fails anyway", async () => {
    const noticed = (out: string) => /changes noticed (.*)/.exec(out)?.[1];
    const failing = `${stories}  - name: Wrong from the start
    given: { at: 2027-03-01 09:00 }
    then: { stage: nurture }
`;
    expect(noticed((await run(failing, "--mutate")).out)).toBe(noticed((await run(stories, "--mutate")).out));
  });

  test("writes a first file of tests that pass, and never over one that is there", async () => {
    const folder = folderWith(stories);
    const first = await revpact(["test", "--generate"], { cwd: folder });
    expect(first).toMatchObject({ code: 0, out: "" });
    expect(first.talk).toMatch(/^generated\.test\.yaml: \d+ tests/);
    const text = readFileSync(join(folder, "generated.test.yaml"), "utf8");
    expect(text).toContain("testOf: rules");
    const { code, out } = await revpact(["test", "--coverage"], { cwd: folder });
    expect(code).toBe(0);
    expect(Number(/clause coverage ([\d.]+) %/.exec(out)?.[1])).toBeGreaterThan(90);
    const second = await revpact(["test", "--generate"], { cwd: folder });
    expect(second.code).toBe(7);
    expect(second.talk).toContain("generated.test.yaml is there already");
    expect(readFileSync(join(folder, "generated.test.yaml"), "utf8")).toBe(text);
  });

  test("says when there are no tests", async () => {
    const folder = createFolder();
    cpSync("test/fixtures/journey/contract.yaml", join(folder, "contract.yaml"));
    const { code, out } = await revpact(["test"], { cwd: folder });
    expect(code).toBe(0);
    expect(out).toContain("there are no tests beside contract.yaml");
  });
});

describe("tests that can't be read", () => {
  const withStep = (step: string): string => `testOf: rules
tests:
  - name: One
    given: { at: 2027-03-01 09:00 }
    when:
      - ${step}
    then: { stage: lead }
`;

  test.each([
    [
      "a signal of no name",
      "{ at: 10:00, signal: demos }",
      '6:30  REF201  There is no signal "demos"; did you mean "demo"',
    ],
    [
      "a field of no name",
      "{ at: 10:00, set: { scor: 1 } }",
      '6:29  REF201  There is no field "scor"; did you mean "score"',
    ],
    ["a moment that is none", "{ at: tomorrow, signal: demo }", '6:15  TST001  "tomorrow" is no moment'],
    [
      "a date that does not exist",
      "{ at: 2027-02-30 10:00, signal: demo }",
      '6:15  TST001  "2027-02-30 10:00" is no moment',
    ],
    [
      "a step before the one above",
      "{ at: 08:59, signal: demo }",
      "6:15  TST002  2027-03-01 08:59 comes before the step above it",
    ],
    [
      "a moment said in two ways",
      "{ at: 10:00, after: 1 business day, signal: demo }",
      '6:29  TST001  "at + after" is no moment',
    ],
    ["a step in which nothing happens", "{ at: 10:00, by: sdr }", "6:9  TST003  Nothing happens in this step"],
    [
      "two things in a step",
      "{ at: 10:00, signal: demo, touch: call }",
      "6:9  TST003  Several things happen in one step: signal, touch",
    ],
    [
      "a value of another type",
      "{ at: 10:00, set: { score: high } }",
      '6:36  TST004  The field "score" can\'t hold "high": it holds a number',
    ],
    [
      "an option of no name",
      "{ at: 10:00, set: { country: IT } }",
      '6:38  TST004  The field "country" can\'t hold "IT": it holds one of FR, BE, DE',
    ],
    ["a kind of touch that is none", "{ at: 10:00, touch: fax }", "6:29  SCH104"],
    [
      "a key that is none",
      "{ at: 10:00, signals: demo }",
      '6:22  SCH101  There is no key "signals" in a step; did you mean "signal"',
    ],
  ])("%s", async (_, step, message) => {
    const { code, out } = await run(withStep(step));
    expect(out).toContain(`stories.test.yaml:${message}`);
    expect(out).toContain("1 file could not be read");
    expect(code).toBe(1);
  });

  test("a test that expects nothing", async () => {
    const { out, code } = await run(
      "testOf: rules\ntests:\n  - name: One\n    given: { at: 2027-03-01 09:00 }\n    then: {}\n",
    );
    expect(out).toContain('TST005  The test "One" expects nothing');
    expect(code).toBe(1);
  });

  test("tests of another contract", async () => {
    const { out } = await run(stories.replace("testOf: rules", "testOf: other"));
    expect(out).toContain('stories.test.yaml:1:9  REF201  There is no contract "other"');
  });

  test("a file in another encoding", async () => {
    const folder = folderWith(stories);
    writeFileSync(join(folder, "latin.test.yaml"), Buffer.from("testOf: r\xe8gles\n", "latin1"));
    const { out, code } = await revpact(["test"], { cwd: folder });
    expect(out).toContain("latin.test.yaml:1:10  SYN005");
    expect(code).toBe(1);
  });
});
