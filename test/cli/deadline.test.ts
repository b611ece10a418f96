import { describe, expect, test } from "vitest";
import { revpact } from "./run-command.ts";

const classic = "examples/classic-inbound";
const ask = (deadline: string, ...args: readonly string[]) => revpact(["deadline", deadline, classic, ...args]);

describe("revpact deadline", () => {
  test("says when a deadline is due and who is told, per priority", async () => {
    const run = await ask("marketing-to-sdr.decision", "--at", "2027-08-05T10:15");
    expect(run).toMatchObject({ code: 0, talk: "" });
    expect(run.out).toBe(`marketing-to-sdr.decision  owed by SDR, calendar office-fr
Hot, 30 business minutes
  starts    Thursday 5 August 2027, 10:15
  reminder  Thursday 5 August 2027, 10:30  50%
  reminder  Thursday 5 August 2027, 10:39  80%
  due       Thursday 5 August 2027, 10:45
            Thursday 5 August 2027, 10:45  tells the owner of the record
            Friday 6 August 2027, 10:45  tells Head of sales
            Monday 9 August 2027, 10:45  tells Head of sales, Head of marketing, goes to SDR
Standard, 4 business hours
  starts    Thursday 5 August 2027, 10:15
  reminder  Friday 6 August 2027, 10:15  50%
  reminder  Friday 6 August 2027, 11:27  80%
  due       Monday 9 August 2027, 10:15
            Monday 9 August 2027, 10:15  tells the owner of the record
            Tuesday 10 August 2027, 10:15  tells Head of sales
            Wednesday 11 August 2027, 10:15  tells Head of sales, Head of marketing, goes to SDR
`);
  });

  test("speaks French", async () => {
    const run = await ask(
      "marketing-to-sdr.decision",
      "--at",
      "2027-03-26T17:15",
      "--priority",
      "normal",
      "--lang",
      "fr",
    );
    expect(run.out).toContain("échéance  mardi 30 mars 2027 à 14\u00a0h\u00a030");
    expect(run.out).toContain("prévient Direction commerciale");
  });

  test("answers machines in UTC and in local time", async () => {
    const run = await ask(
      "marketing-to-sdr.decision",
      "--at",
      "2027-08-05T08:15Z",
      "--priority",
      "normal",
      "--format",
      "json",
    );
    const { start, dates } = JSON.parse(run.out);
    expect(start).toEqual({ utc: "2027-08-05T08:15:00.000Z", local: "2027-08-05T10:15+02:00" });
    expect(dates[0]).toMatchObject({
      priority: "normal",
      within: "4 business hours",
      due: { local: "2027-08-09T10:15+02:00" },
    });
  });

  test("knows the deadlines of stages, and says where its calendar ends", async () => {
    const run = await ask("sal.outcome", "--at", "2027-12-27T09:00");
    expect(run.out).toContain("due     Monday 17 January 2028, 09:00");
    expect(run.out).toContain("the calendar lists no holidays after 2027");
  });

  test.each([
    ["marketing-to-sdr.decison", [], "did you mean marketing-to-sdr.decision"],
    ["decision", [], "did you mean marketing-to-sdr.decision"],
    ["marketing-to-sdr.decision", ["--priority", "hto"], "did you mean hot"],
    ["sal.outcome", ["--priority", "hot"], "it is the same for all priorities"],
    ["sal.outcome", ["--at", "tomorrow"], "tomorrow is no time"],
    ["sal.outcome", ["--at", "2027-02-30T10:00"], "2027-02-30T10:00 is no time"],
    ["sal.outcome", ["--at", "2027-02-30T10:00Z"], "2027-02-30T10:00Z is no time"],
  ])("says what is wrong with %s %s", async (deadline, args, message) => {
    const run = await ask(deadline, ...args);
    expect(run.code).toBe(7);
    expect(run.talk).toContain(message);
  });
});
