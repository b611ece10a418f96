import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { baseContract } from "../diagnostics/example-text.ts";
import { createFolder, edit, expectNoTrace, expectRefusal, revpact } from "./run-command.ts";

const rows = `record,at,event,name,value,reason,detail,by,field:company-size,field:country
41,2026-03-02 09:05,created,,,,,,800,FR
41,2026-03-02 11:05,accepted,,,,,sdr,,
42,2026-03-02 09:05,created,,,,,,600,FR
42,2026-03-02 11:05,accepted,,,,,sdr,,
43,2026-03-02 09:05,created,,,,,,20,BE
`;

function git(folder: string, ...args: readonly string[]): void {
  const identity = ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "init.defaultBranch=main"];
  execFileSync("git", ["-C", folder, ...identity, ...args], { stdio: "ignore" });
}

/** A repository whose contract is committed and then changed: leads of 700 people qualify instead of 500. */
function changedRepository(events: string = rows): string {
  const folder = createFolder();
  writeFileSync(join(folder, "contract.yaml"), baseContract);
  git(folder, "init");
  git(folder, "add", ".");
  git(folder, "commit", "-m", "First version");
  edit(join(folder, "contract.yaml"), "atLeast: 500", "atLeast: 700");
  edit(join(folder, "contract.yaml"), "version: 1.0.0", "version: 1.1.0");
  writeFileSync(join(folder, "leads.csv"), events);
  return folder;
}

const until = ["--until", "2026-03-06"];

describe("revpact replay", () => {
  test("says what the change at hand would have done, and why", async () => {
    const cwd = changedRepository();
    const run = await revpact(["replay", "leads.csv", ...until], { cwd });
    expect(run).toMatchObject({ code: 0, talk: "5 rows read, 0 left out\n" });
    expect(run.out).toBe(`demo  1.0.0 → 1.1.0
3 leads replayed until Friday 6 March 2026, 23:59: 1 would have been treated differently
  1  entered another stage, or did not
  1  handed over, or not
  1  accepted, refused or withdrawn otherwise
  1  an act counts otherwise

Deadlines (1.0.0 → 1.1.0)      met  pending
marketing-to-sales.decision  2 → 1        0
marketing-to-sales.feedback      0    2 → 1
working.outcome                  0    2 → 1

Leads, at the first moment that differs
42  Monday 2 March 2026, 09:05
  1.0.0  enters Qualified lead  stages.mql.criteria
  1.1.0  stays in Lead: "Headcount" is at least 700 (is 600)  stages.mql.criteria
`);
  });

  test("does not call a lead late under one version only that was late under both", async () => {
    const cwd = createFolder();
    for (const name of ["old.yaml", "new.yaml"]) cpSync("examples/classic-inbound/contract.yaml", join(cwd, name));
    edit(join(cwd, "new.yaml"), "normal: 4 business hours", "normal: 2 business hours");
    const lines = [
      "record,at,event,name,reason,detail,field:fit-score,field:country",
      "3,2027-03-01 09:00,created,,,,80,FR",
      "3,2027-03-01 09:05,signal,any-form,,,,",
      "3,2027-03-02 09:00,refused,,not-a-fit,Student,,",
    ];
    writeFileSync(join(cwd, "leads.csv"), `${lines.join("\n")}\n`);
    const args = ["replay", "leads.csv", "new.yaml", "--against", "old.yaml", "--until", "2027-03-31"];
    expect((await revpact(args, { cwd })).out).toContain("\n  1  a deadline ended otherwise\n");
    expect((await revpact([...args, "--lang", "fr"], { cwd })).out).toContain("\n  1  un délai a fini autrement\n");
  });

  test("speaks French", async () => {
    const run = await revpact(["replay", "leads.csv", ...until, "--lang", "fr"], { cwd: changedRepository() });
    expect(run.out).toContain(
      "3 leads rejoués jusqu'au vendredi 6 mars 2026 à 23\u00a0h\u00a059\u00a0: 1 aurait été traité",
    );
    expect(run.out).toContain(
      "reste dans Lead\u00a0: le champ «\u00a0Headcount\u00a0» indique au moins 700 (vaut 600)",
    );
    expect(run.talk).toBe("5 lignes lues, 0 laissée de côté\n");
  });

  test("says so where every lead is treated alike", async () => {
    const cwd = changedRepository();
    git(cwd, "commit", "-am", "Second version");
    const run = await revpact(["replay", "leads.csv", ...until], { cwd });
    expect(run.code).toBe(0);
    expect(run.out).toContain("demo  HEAD → working tree\n");
    expect(run.out).toContain("every lead would have been treated alike");
  });

  test("answers machines in JSON and in CSV", async () => {
    const cwd = changedRepository();
    const json = await revpact(["replay", "leads.csv", ...until, "--format", "json"], { cwd });
    expect(json.talk).toBe("");
    expect(JSON.parse(json.out)).toMatchObject({
      formatVersion: 1,
      before: "1.0.0",
      after: "1.1.0",
      rows: { read: 5, leftOut: 0, later: 0 },
      replayed: 3,
      different: 1,
      leads: [
        {
          record: "42",
          at: "2026-03-02T08:05:00.000Z",
          kinds: ["stage", "handoff", "outcome", "note"],
          after: { clause: "stages.mql.criteria" },
        },
      ],
    });
    const csv = await revpact(["replay", "leads.csv", ...until, "--format", "csv"], { cwd });
    expect(csv.out.split("\r\n")).toEqual([
      "record,at,kinds,before,before-why,before-clause,after,after-why,after-clause",
      '42,2026-03-02T08:05:00.000Z,stage;handoff;outcome;note,enters Qualified lead,,stages.mql.criteria,stays in Lead,"""Headcount"" is at least 700 (is 600)",stages.mql.criteria',
      "",
    ]);
  });

  test("compares with a branch or with a path", async () => {
    const cwd = changedRepository();
    git(cwd, "branch", "old");
    mkdirSync(join(cwd, "other"));
    writeFileSync(join(cwd, "other", "contract.yaml"), baseContract);
    for (const against of ["old", "other", "other/contract.yaml", "HEAD~0"]) {
      const run = await revpact(["replay", "leads.csv", ...until, "--against", against], { cwd });
      expect(run.out, against).toContain("1 would have been treated differently");
    }
  });

  test("reads the parts that a revision had", async () => {
    const folder = createFolder();
    const [head = "", tail = ""] = baseContract.split("reasons:\n");
    writeFileSync(join(folder, "contract.yaml"), head);
    writeFileSync(join(folder, "rest.yaml"), `partOf: demo\nreasons:\n${tail}`);
    git(folder, "init");
    git(folder, "add", ".");
    git(folder, "commit", "-m", "Two files");
    git(folder, "rm", "-q", "rest.yaml");
    writeFileSync(join(folder, "contract.yaml"), baseContract);
    writeFileSync(join(folder, "leads.csv"), rows);
    const run = await revpact(["replay", "leads.csv", ...until], { cwd: folder });
    expect(run, run.talk).toMatchObject({ code: 0 });
    expect(run.out).toContain("treated alike");
  });

  test.each([
    ["no such revision", "nowhere", "git knows no revision nowhere"],
    ["a file that is no contract", "leads.csv", "leads.csv has errors"],
    ["a revision before the contract", "empty", "contract.yaml was not there in empty"],
    ["a revision whose contract has errors", "broken", "broken:contract.yaml has errors: "],
  ])("refuses %s", async (_, against, message) => {
    const cwd = changedRepository();
    git(cwd, "stash");
    git(cwd, "checkout", "--orphan", "empty");
    git(cwd, "rm", "-rfq", "--cached", ".");
    git(cwd, "commit", "--allow-empty", "-m", "Nothing");
    git(cwd, "checkout", "-f", "main");
    git(cwd, "checkout", "-b", "broken");
    writeFileSync(join(cwd, "contract.yaml"), baseContract.replace("owner: marketer", "owner: nobody-known"));
    git(cwd, "commit", "-am", "Broken");
    git(cwd, "checkout", "main");
    writeFileSync(join(cwd, "leads.csv"), rows);
    const run = await revpact(["replay", "leads.csv", "--against", against], { cwd });
    expectRefusal(run, 7, [message]);
    expect(run.out).toBe("");
  });

  test("refuses to compare where there is no repository", async () => {
    const folder = createFolder();
    writeFileSync(join(folder, "contract.yaml"), baseContract);
    writeFileSync(join(folder, "leads.csv"), rows);
    expectRefusal(await revpact(["replay", "leads.csv"], { cwd: folder }), 7, ["is in no git repository"]);
    expectRefusal(await revpact(["replay", "none.csv", "--against", "."], { cwd: folder }), 7, [
      "none.csv can't be read",
    ]);
    expectRefusal(await revpact(["replay", ".", "--against", "."], { cwd: folder }), 7, [". is no file"]);
  });

  test("leaves out rows with errors, says where they are, and ends with 1", async () => {
    const cwd = changedRepository(
      `${rows}44,2026-03-02,created,,,,,,,\n45,2026-03-02 09:00,signal,demo-requst,,,,,,\n46,x\n`,
    );
    const run = await revpact(["replay", "leads.csv", ...until], { cwd });
    expect(run.code).toBe(1);
    expect(run.out).toContain("3 leads replayed");
    expect(run.talk).toContain('leads.csv:7:4  error  EVT007 "2026-03-02" is a day without a time\n  → add the time');
    expect(run.talk).toContain('leads.csv:8:28  error  EVT006 The contract has no signal "demo-requst"; did you mean');
    expect(run.talk).toContain("leads.csv:9:1  error  EVT004 This row has 2 cells, the header has 10");
    expect(run.talk).toContain("8 rows read, 3 left out: EVT007 1, EVT006 1, EVT004 1\n");
    const json = await revpact(["replay", "leads.csv", ...until, "--format", "json"], { cwd });
    expect(json).toMatchObject({ code: 1, talk: "" });
    expect(JSON.parse(json.out).findings).toMatchObject([{ code: "EVT007", line: 7, column: 4 }, {}, {}]);
    expectNoTrace(run);
  });

  test("says what can't be read at all, and gives no result", async () => {
    const latin = changedRepository();
    writeFileSync(
      join(latin, "leads.csv"),
      Buffer.from(`${rows}47,2026-03-02 09:00,set,need,Caf\xe9,,,,,\n`, "latin1"),
    );
    const run = await revpact(["replay", "leads.csv", ...until], { cwd: latin });
    expect(run).toMatchObject({ code: 1, out: "" });
    expect(run.talk).toContain("leads.csv:7:33  error  EVT003");
    expect(run.talk).toContain('iconv -f WINDOWS-1252 -t UTF-8 "leads.csv" > "leads.utf8.csv"');
    const read = await revpact(["replay", "leads.csv", ...until, "--encoding", "latin1"], { cwd: latin });
    expect(read.code).toBe(0);
  });

  test("reads files that call their columns otherwise", async () => {
    const cwd = changedRepository("Contact ID;Quand;event;Effectif;Pays\n42;2026-03-02 08:05;created;600,0;France\n");
    const names = ["record=Contact ID", "at=Quand", "field:company-size=Effectif", "field:country=Pays"];
    const columns = names.flatMap((name) => ["--column", name]);
    const run = await revpact(["replay", "leads.csv", ...until, ...columns, "--zone", "UTC", "--separator", ";"], {
      cwd,
    });
    expect(run, run.talk).toMatchObject({ code: 0 });
    expect(run.out).toContain("42  Monday 2 March 2026, 08:05");
  });

  test.each([
    [["--column", "recrod=ID"], "Did you mean record"],
    [["--column", "record"], 'Write a column like "record=Contact ID"'],
    [["--separator", "ab"], "Write one sign"],
    [["--zone", "Paris"], "Write a time zone"],
    [["--until", "tomorrow"], "Write a date"],
    [["--encoding", "utf16"], "Allowed choices are utf8, latin1"],
  ])("says what is wrong with %s", async (args, message) => {
    const run = await revpact(["replay", "leads.csv", ...args]);
    expect(run.code).toBe(7);
    expect(run.talk).toContain(message);
  });
});
