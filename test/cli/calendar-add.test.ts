import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { projectRoot, revpact } from "./run-command.ts";

const scratch = mkdtempSync(join(tmpdir(), "revpact-calendar-"));
const sound = readFileSync(join(projectRoot, "test/contract/base-contract.yaml"), "utf8");
const office = 'office: { timezone: Europe/Paris, hours: { mon-fri: ["09:00-12:30", "14:00-18:00"] } }';

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function folderWith(text: string): { readonly folder: string; readonly file: string } {
  const folder = mkdtempSync(join(scratch, "case-"));
  const file = join(folder, "contract.yaml");
  writeFileSync(file, text);
  return { folder, file };
}

const add = (folder: string, ...args: readonly string[]) => revpact(["calendar", "add", ...args], { cwd: folder });
/** The weekdays among the French holidays of 2028. */
const french2028 = ["04-17", "05-01", "05-08", "05-25", "06-05", "07-14", "08-15", "11-01", "12-25"].map(
  (day) => `2028-${day}`,
);

describe("calendar add writes holidays and nothing else", () => {
  const block = (...dates: readonly string[]): string =>
    `office:\n    timezone: Europe/Paris\n    holidays: # agreed in May\n${dates.map((date) => `      - ${date}  # ${date.slice(5)}\n`).join("")}    hours:\n      mon-fri: ["09:00-12:30", "14:00-18:00"]\n`;

  test.each([
    [
      "into a calendar in braces that has none",
      office,
      office.replace(" } }", ` }, holidays: [${french2028.join(", ")}] }`),
    ],
    [
      "into a list on one line, in order",
      office.replace(" } }", " }, holidays: [2027-12-25,   2029-01-01] }"),
      office.replace(" } }", ` }, holidays: [2027-12-25,   ${french2028.join(", ")}, 2029-01-01] }`),
    ],
    [
      "into an empty list",
      office.replace(" } }", " }, holidays: [] }"),
      office.replace(" } }", ` }, holidays: [${french2028.join(", ")}] }`),
    ],
    [
      "only where they are missing",
      office.replace(" } }", ` }, holidays: [${french2028.slice(1).join(", ")}] }`),
      office.replace(" } }", ` }, holidays: [${french2028.join(", ")}] }`),
    ],
    ["into a list of lines, with its comments", block("2027-12-24", "2028-05-01"), undefined],
    [
      "into a calendar of lines that has none",
      'office:\n    # our office\n    timezone: Europe/Paris\n    hours:\n      mon-fri: ["09:00-12:30"] # lunch at home\n',
      `office:\n    # our office\n    holidays: [${french2028.join(", ")}]\n    timezone: Europe/Paris\n    hours:\n      mon-fri: ["09:00-12:30"] # lunch at home\n`,
    ],
  ])("%s", async (_, before, after) => {
    for (const lineBreak of ["\n", "\r\n"]) {
      const withBreaks = (text: string): string => text.replaceAll("\n", lineBreak);
      const { folder, file } = folderWith(withBreaks(sound.replace(office, before)));
      const run = await add(folder, "FR", "--years", "2028");
      expect(run).toMatchObject({ code: 0, out: "" });
      const written = readFileSync(file, "utf8");
      if (after !== undefined) expect(written).toBe(withBreaks(sound.replace(office, after)));
      // A second time there is nothing left to add.
      expect((await add(folder, "FR", "--years", "2028")).talk).toContain("0 holidays added");
      expect(readFileSync(file, "utf8")).toBe(written);
    }
  });

  test("line by line: every old line stays, with its comment", async () => {
    const { folder, file } = folderWith(sound.replace(office, block("2027-12-24", "2028-05-01")));
    await add(folder, "fr", "--years", "2028");
    const lines = readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => /^ {6}- \d/.test(line));
    expect(lines.slice(0, 4)).toEqual([
      "      - 2027-12-24  # 12-24",
      "      - 2028-04-17",
      "      - 2028-05-01  # 05-01",
      "      - 2028-05-08",
    ]);
    expect(lines).toHaveLength(10);
  });

  test("and only shows them in a dry run", async () => {
    const { folder, file } = folderWith(sound);
    const run = await add(folder, "FR", "--years", "2028", "--dry-run");
    expect(run.code).toBe(2);
    expect(run.out).toContain("+  office: { timezone: Europe/Paris");
    expect(readFileSync(file, "utf8")).toBe(sound);
  });

  test("that another country or region keeps, from the package date-holidays", async () => {
    const { folder, file } = folderWith(sound);
    expect((await add(folder, "FR", "--region", "67", "--years", "2027")).code).toBe(0);
    expect(readFileSync(file, "utf8")).toContain("2027-03-26"); // Good Friday, kept in Alsace
    expect((await add(folder, "DE", "--region", "BY", "--years", "2027")).code).toBe(0);
    expect(readFileSync(file, "utf8")).toContain("2027-05-27"); // Corpus Christi, kept in Bavaria
  });
});

describe("calendar add says what is missing", () => {
  test.each([
    [["XX", "--years", "2027"], "there is no country XX"],
    [["DE", "--region", "BYX", "--years", "2027"], "did you mean BY"],
    [["FR", "--years", "next"], "Write a year or a range"],
    [["FR", "--years", "2028-2027"], "Write a year or a range"],
    [["FR"], "--years"],
    [["FR", "--years", "2027", "--calendar", "ofice"], "did you mean office"],
  ])("%s", async (args, message) => {
    const run = await add(folderWith(sound).folder, ...args);
    expect(run.code).toBe(7);
    expect(run.talk).toContain(message);
  });

  test("where the package is not installed", async () => {
    // A copy of the program alone: what it finds beside it is what a user has installed.
    const place = mkdtempSync(join(scratch, "alone-"));
    cpSync(join(projectRoot, "dist"), join(place, "dist"), { recursive: true });
    cpSync(join(projectRoot, "package.json"), join(place, "package.json"));
    const { folder } = folderWith(sound);
    const run = await revpact(["calendar", "add", "DE", "--years", "2027"], {
      cwd: folder,
      program: join(place, "dist/cli.js"),
    });
    expect(run.code).toBe(7);
    expect(run.talk).toContain("npm install date-holidays");
    const france = await revpact(["calendar", "add", "FR", "--years", "2027"], {
      cwd: folder,
      program: join(place, "dist/cli.js"),
    });
    expect(france.code).toBe(0);
  });
});
