import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { describeDifference } from "../../src/cli/replay/describe-account.ts";
import type { Contract } from "../../src/contract/index.ts";
import type { Language } from "../../src/diagnostics/index.ts";
import { createTally, createVersions, replayLead, type Versions } from "../../src/replay/index.ts";
import { readEventText, testNow } from "../events/read-event-text.ts";
import { changed } from "./versions-of-base.ts";

const header = "record,at,event,name,value,reason,detail,by,field:company-size,field:country\n";
const base = changed();

const versionsOf = (before: Contract, after: Contract): Versions =>
  createVersions({ before: { contract: before, label: "1.0.0" }, after: { contract: after, label: "1.1.0" } });

/** What replaying rows under two versions says, lead by lead. */
async function replay(rows: string, after: Contract, language: Language = "en", before: Contract = base) {
  const versions = versionsOf(before, after);
  const { leads, findings, oneSided } = await readEventText(`${header}${rows}`, after, { before });
  const tally = createTally();
  oneSided.forEach(tally.addOneSided);
  const told = leads.map((lead) => {
    const result = replayLead(versions, lead, testNow);
    tally.add(result);
    const { difference, comparison } = result;
    if (difference === undefined) return [result.record, "alike"];
    const text = describeDifference({ ...result, difference }, versions, language);
    const lines = (["before", "after"] as const).map((side) => {
      const { text: what, because, clause } = text[side];
      return `${what}${because.length === 0 ? "" : `: ${because.join("; ")}`} [${clause}]`;
    });
    return [result.record, [...comparison.kinds].join(" "), text.moment, ...lines];
  });
  return { told, summary: tally.summary(), findings };
}

/** A lead that is handed over on a Monday morning and accepted two hours later. */
const accepted = `42,2026-03-02 09:05,created,,,,,,600,FR
42,2026-03-02 11:05,accepted,,,,,sdr,,
`;

describe("a lead under two versions", () => {
  test("is alike where nothing changed", async () => {
    const { told, summary } = await replay(accepted, base);
    expect(told).toEqual([["42", "alike"]]);
    expect(summary).toMatchObject({ leads: 1, different: 0 });
    expect(summary.deadlines.map(({ name, before, after }) => [name, before, after])).toEqual([
      ["marketing-to-sales.decision", verdicts({ met: 1 }), verdicts({ met: 1 })],
      ["marketing-to-sales.feedback", verdicts({ overdue: 1 }), verdicts({ overdue: 1 })],
      ["working.outcome", verdicts({ overdue: 1 }), verdicts({ overdue: 1 })],
    ]);
  });

  test("is told where it would not have qualified, with the value that decides", async () => {
    const stricter = changed(["atLeast: 500", "atLeast: 700"]);
    const { told } = await replay(accepted, stricter);
    expect(told).toEqual([
      [
        "42",
        "stage handoff outcome people note",
        "Monday 2 March 2026, 09:05",
        "enters Qualified lead [stages.mql.criteria]",
        'stays in Lead: "Headcount" is at least 700 (is 600) [stages.mql.criteria]',
      ],
    ]);
    const { told: french } = await replay(accepted, stricter, "fr");
    expect(french[0]?.slice(2)).toEqual([
      "lundi 2 mars 2026 à 9\u00a0h\u00a005",
      "entre dans Qualified lead [stages.mql.criteria]",
      "reste dans Lead: le champ «\u00a0Headcount\u00a0» indique au moins 700 (vaut 600) [stages.mql.criteria]",
    ]);
  });

  test("is told where it opens under the new version only, the other way round", async () => {
    const { told } = await replay(accepted, base, "en", changed(["atLeast: 500", "atLeast: 700"]));
    expect(told[0]?.slice(3)).toEqual([
      'stays in Lead: "Headcount" is at least 700 (is 600) [stages.mql.criteria]',
      "enters Qualified lead [stages.mql.criteria]",
    ]);
  });

  test("is told where a field is missing that the other version does not ask for", async () => {
    const asking = changed(["requires: [country]", "requires: [country, need]"], ["filledBy: sdr", "filledBy: form"]);
    const { told } = await replay(accepted, asking);
    expect(told[0]?.[1]).toBe("stage outcome people note");
    expect(told[0]?.slice(3)).toEqual([
      "Handoff to sales reaches its receiver [handoffs.marketing-to-sales.requires]",
      "Handoff to sales does not reach its receiver: not filled in: Stated need [handoffs.marketing-to-sales.requires]",
    ]);
  });

  test("is told where it would have been late", async () => {
    const { told, summary } = await replay(accepted, changed(["within: 4 business hours", "within: 1 business hour"]));
    expect(told[0]?.[1]).toBe("lateness people");
    expect(summary.deadlines[0]).toEqual({
      name: "marketing-to-sales.decision",
      before: verdicts({ met: 1 }),
      after: verdicts({ late: 1 }),
    });
    const quiet = (hours: string) =>
      changed([
        "within: 4 business hours, remind: [80%], escalate: [{ after: due, notify: [owner, head-of-sales] }]",
        `within: ${hours}`,
      ]);
    const { told: late } = await replay(accepted, quiet("1 business hour"), "en", quiet("4 business hours"));
    expect(late).toEqual([
      [
        "42",
        "lateness",
        "Monday 2 March 2026, 11:05",
        "marketing-to-sales.decision met (due Monday 2 March 2026, 14:35) [handoffs.marketing-to-sales.deadlines.decision]",
        "marketing-to-sales.decision late (due Monday 2 March 2026, 10:05) [handoffs.marketing-to-sales.deadlines.decision]",
      ],
    ]);
  });

  test("is alike where a promise was kept under a longer deadline too", async () => {
    const { told } = await replay(accepted, changed(["within: 15 business days", "within: 16 business days"]));
    expect(told).toEqual([["42", "time", expect.any(String), expect.any(String), expect.any(String)]]);
    const kept = `${accepted}42,2026-03-03 09:00,left,,,not-a-fit,,sdr,,\n`;
    const { told: left } = await replay(kept, changed(["within: 15 business days", "within: 16 business days"]));
    expect(left).toEqual([["42", "alike"]]);
  });

  test("is told where the same reason sends it elsewhere", async () => {
    const elsewhere = changed([
      "bad-timing: { label: Bad timing, moveTo: nurture",
      "bad-timing: { label: Bad timing, moveTo: disqualified",
    ]);
    const { told } = await replay(`${accepted}42,2026-03-03 09:00,left,,,bad-timing,,sdr,,\n`, elsewhere);
    expect(told[0]?.[1]?.split(" ")).toEqual(["stage", "destination"]);
    expect(told[0]?.slice(3)).toEqual([
      "enters Nurture (Bad timing) [reasons.bad-timing.moveTo]",
      "enters Disqualified (Bad timing) [reasons.bad-timing.moveTo]",
    ]);
  });

  test("is told where other people hear of it, and when", async () => {
    const late = accepted.replace("2026-03-02 11:05", "2026-03-04 11:05");
    const { told } = await replay(late, changed(["notify: [owner, head-of-sales]", "notify: [owner]"]));
    expect(told).toEqual([
      [
        "42",
        "people",
        "Monday 2 March 2026, 14:35",
        "Head of sales is told that marketing-to-sales.decision is late [handoffs.marketing-to-sales.deadlines.decision.escalate.0]",
        "nobody is told then []",
      ],
    ]);
    const { told: sooner } = await replay(late, changed(["remind: [80%]", "remind: [50%]"]));
    expect(sooner[0]?.[1]).toBe("people");
  });

  test("keeps its stages where they are only renamed", async () => {
    const renamed = changed(["  mql:\n", "  qualified:\n    formerly: mql\n"], ["from: mql", "from: qualified"]);
    const { told, findings } = await replay(`${accepted}42,2026-03-20 09:00,moved,mql,,,,,,\n`, renamed);
    expect(findings).toEqual([]);
    expect(told).toEqual([["42", "alike"]]);
  });

  test("is played as if both versions had always been in effect", async () => {
    const { told } = await replay(accepted, changed(["effective: 2027-01-04", "effective: 2030-01-07"]));
    expect(told).toEqual([["42", "alike"]]);
  });

  test("is told what only one version knows", async () => {
    const more = changed(
      [
        "  demo-request: { label: Demo request, handRaise: true }",
        "  demo-request: { label: Demo request, handRaise: true }\n  webinar: { label: Webinar }",
      ],
      ["{ field: company-size, atLeast: 500 }", "{ field: company-size, atLeast: 500 }, { signal: webinar }"],
    );
    const rows = "7,2026-03-02 09:05,created,,,,,,5,FR\n7,2026-03-02 10:00,signal,webinar,,,,,,\n";
    const { told, summary, findings } = await replay(rows, more);
    expect(findings).toEqual([]);
    expect(summary.oneSided).toEqual([{ side: "before", column: "name", name: "webinar", rows: 1 }]);
    expect(told[0]?.slice(3)).toEqual([
      expect.stringContaining("stays in Lead"),
      "enters Qualified lead [stages.mql.criteria]",
    ]);
  });
});

describe("the order of the rows", () => {
  const rows = [
    "1,2026-03-02 09:05,created,,,,,,600,FR",
    "1,2026-03-02 11:05,accepted,,,,,sdr,,",
    "1,2026-03-09 11:05,left,,,bad-timing,,sdr,,",
    "2,2026-03-02 09:05,created,,,,,,600,",
    "2,2026-03-02 09:05,signal,demo-request,,,,,,",
    "2,2026-03-02 09:05,touch,call,,,,sdr,,",
    "2,2026-03-03 09:05,refused,,,not-a-fit,,sdr,,",
    "3,2026-03-02 09:05,created,,,,,,20,BE",
    "3,2026-03-04 09:05,set,company-size,650,,,,,",
    "3,2026-03-05 09:05,merged,,1,,,,,",
  ];

  test("changes nothing of the result", async () => {
    const stricter = changed(["atLeast: 500", "atLeast: 640"], ["within: 4 business hours", "within: 1 business hour"]);
    const expected = await replay(rows.join("\n"), stricter);
    expect(expected.told.length).toBe(2);
    expect(expected.summary.different).toBe(2);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(rows, { minLength: rows.length }), async (shuffled) => {
        const { told, summary } = await replay(shuffled.join("\n"), stricter);
        expect(told).toEqual(expected.told);
        expect(summary).toEqual(expected.summary);
      }),
      { numRuns: 40 },
    );
  });

  test("and a version against itself never differs, whatever happened", async () => {
    const event = fc.constantFrom(
      "created,,,,,,600,FR",
      "signal,demo-request,,,,,,",
      "touch,call,,,,sdr,,",
      "accepted,,,,,sdr,,",
      "refused,,,bad-timing,,sdr,,",
      "left,,,not-a-fit,,sdr,,",
      "moved,nurture,,,,,,",
      "set,company-size,700,,,,,",
      "owner,,somebody,,,,,",
      "deleted,,,,,,,",
    );
    const row = fc
      .tuple(fc.constantFrom("1", "2"), fc.integer({ min: 0, max: 60 * 24 * 80 }), event)
      .map(([id, minute, what]) => `${id},${new Date(Date.UTC(2026, 0, 5, 8, minute)).toISOString()},${what}`);
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 14 }), async (random) => {
        const { told } = await replay(random.join("\n"), base);
        for (const [, how] of told) expect(how).toBe("alike");
      }),
      { numRuns: 60 },
    );
  });
});

function verdicts(counts: Readonly<Record<string, number>>) {
  return { met: 0, late: 0, overdue: 0, pending: 0, exempt: 0, ...counts };
}
