import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { createFolder, edit, expectRefusal, folderWithExample, revpact } from "./run-command.ts";

const classic = "examples/classic-inbound";
const simulate = (...args: readonly string[]) => revpact(["simulate", ...args]);
const short = ["--volume", "60/month", "--months", "2", "--runs", "3"] as const;

/** A profile beside nothing else. */
function profile(text: string): string {
  const file = join(createFolder(), "leads.profile.yaml");
  writeFileSync(file, text);
  return file;
}

describe("revpact simulate", () => {
  test("tells a director what is late, who is busy and what was supposed", async () => {
    const run = await simulate(classic, ...short);
    expect(run).toMatchObject({ code: 0, talk: "" });
    expect(run.out).toMatch(
      /^acme-inbound 2\.1\.0 {2}from 4 January 2027 to 3 March 2027\n60 leads a month, \d+ leads in 3 runs/,
    );
    expect(run.out).toMatch(/Handoff to the SDR · decision +SDR +[\d.]+% +[\d.]+–[\d.]+%/);
    expect(run.out).toMatch(/SDR +1 +[\d.]+%/);
    expect(run.out).toContain("What was supposed");
    expect(run.out).toContain("People: SDR 1 (what its capacity needs); one in every other role.");
    expect(run.out).toContain('"Demo request" in the last 2 business days');
  });

  test("speaks French", async () => {
    const run = await simulate("examples/pme-francaise", ...short, "--lang", "fr");
    expect(run.out).toContain("du 4 janvier 2027 au 3 mars 2027");
    expect(run.out).toMatch(/Transmission au commerce · decision +Commercial de secteur +[\d,]+\u202f%/);
    expect(run.out).toContain("Ce qui est supposé");
    // Sentences of ours have no plain space before high punctuation.
    expect(run.out).not.toMatch(/\S [;:?!](?:\s|$)/m);
  });

  test("gives the same bytes for the same seed", async () => {
    const runs = await Promise.all(
      ["1", "1", "2"].map((seed) => simulate(classic, ...short, "--seed", seed, "--format", "json")),
    );
    expect(runs[0]?.out).toBe(runs[1]?.out);
    expect(runs[0]?.out).not.toBe(runs[2]?.out);
  });

  test("gives machines the published shape, with a comparison too", async () => {
    const schema: object = JSON.parse(readFileSync("schemas/simulation.v1.schema.json", "utf8"));
    const folder = folderWithExample("classic-inbound");
    edit(join(folder, "contract.yaml"), "normal: 4 business hours", "normal: 1 business hour");
    const run = await simulate(classic, ...short, "--against", folder, "--format", "json");
    const document: Record<string, unknown> = JSON.parse(run.out);
    const validate = new Ajv.default({ allErrors: true, strict: true }).compile(schema);
    expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
    expect(document).toMatchObject({ formatVersion: 1, runs: 3, against: { version: "2.1.0" } });
  });

  test("writes a page that loads and runs nothing, with the texts of the contract escaped", async () => {
    const folder = folderWithExample("classic-inbound");
    edit(join(folder, "contract.yaml"), "en: Handoff to the SDR }", 'en: "<script>alert(1)</script>" }');
    const file = join(folder, "simulation.html");
    const run = await simulate(folder, ...short, "--format", `html=${file}`);
    expect(run).toMatchObject({ code: 0, out: "" });
    const page = readFileSync(file, "utf8");
    expect(page).toContain("default-src &#39;none&#39;".replaceAll("&#39;", "'"));
    expect(page).not.toContain("<script");
    expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt; · decision");
    expect(page).not.toMatch(/(?:src|href)=/);
    expect(page).toMatch(/<svg[^>]* role="img" aria-label="[^"]+"/);
    expect(page).toContain("prefers-color-scheme:dark");
  });
});

describe("--against", () => {
  test("compares with a git revision under the same luck", async () => {
    const folder = folderWithExample("classic-inbound");
    const file = join(folder, "contract.yaml");
    const git = (...args: readonly string[]) =>
      execFileSync("git", ["-C", folder, "-c", "user.name=t", "-c", "user.email=t@example.com", ...args]);
    git("init", "-q");
    git("add", ".");
    git("commit", "-qm", "one");
    edit(file, "normal: 4 business hours", "normal: 1 business hour");
    const run = await revpact(["simulate", folder, ...short, "--volume", "120/month", "--against", "HEAD"], {
      cwd: folder,
    });
    expect(run).toMatchObject({ code: 0 });
    expect(run.out).toMatch(/compared with HEAD \(version 2\.1\.0\), same leads, people and luck/);
    expect(run.out).toMatch(
      /Handoff to the SDR · decision +late [\d.]+% → [\d.]+% {2}\+[\d.]+ points \(95% interval \+[\d.]+ to \+[\d.]+\)/,
    );
    const none = await revpact(["simulate", folder, ...short, "--against", "nowhere"], { cwd: folder });
    expectRefusal(none, 7, ["git knows no revision nowhere"]);
  });

  test("has nothing to say of a contract compared with itself", async () => {
    const run = await simulate(classic, ...short, "--against", classic);
    expect(run.out).toContain("no clear difference");
    expect(run.out).not.toContain("points");
  });
});

describe("a profile", () => {
  const whole = `profileOf: acme-inbound
arrivals:
  volume: 80/month
  days: { mon-fri: 95%, sat-sun: 5% }
  hours: { "08:00-20:00": 90%, "20:00-08:00": 10% }
  months: { 2027-02: 150% }
leads:
  - label: Asks for a demo
    share: 60%
    fields: { fit-score: { 0-59: 30%, 60-100: 70% } }
    signals: { demo-request: 100% }
  - label: Looks around
    share: 40%
    fields: { fit-score: 80 }
    signals: { pricing-viewed: { share: 50%, times: 3 } }
fields: { country: { FR: 70%, BE: 20% } }
comingBack: { share: 10%, after: 60 calendar days }
staff: { sdr: 2 }
effort: { decision: 20 minutes, shape: exponential }
handoffs: { marketing-to-sdr: { refused: 40%, reasons: { not-a-fit: 100% }, decision: 30 minutes } }
stages: { sal: { touches: 4, pause: 2 business days, goesOn: 30%, reasons: { no-project: 100% } } }
`;

  test("says what leads and people are like", async () => {
    const run = await simulate(
      classic,
      "--profile",
      profile(whole),
      "--months",
      "3",
      "--runs",
      "2",
      "--format",
      "json",
    );
    expect(run).toMatchObject({ code: 0, talk: "" });
    const { handoffs, staff, stages } = JSON.parse(run.out);
    expect(staff).toContainEqual({ role: "sdr", people: 2, source: "profile" });
    const [first] = handoffs;
    expect(Object.keys(first.reasons)).toEqual(["not-a-fit"]);
    expect(first.refused / first.received).toBeGreaterThan(0.3);
    expect(first.refused / first.received).toBeLessThan(0.5);
    const entries = (name: string) => stages.find(({ stage }: { stage: string }) => stage === name).entries;
    // Half of those who look around, four in ten, show nothing that qualifies them.
    expect(entries("mql") / entries("lead")).toBeGreaterThan(0.7);
    expect(entries("mql") / entries("lead")).toBeLessThan(0.9);
  });

  test.each([
    ["a name the contract does not have", "staff: { sdr: 2 }", "staff: { sdrs: 2 }", /:\d+:\d+: REF201 .*"sdrs"/],
    ["a key nobody knows", "effort:", "effrot:", /SCH101 .*effrot/],
    ["a share that is none", "refused: 40%", "refused: many", /SCH104 .*many/],
    ["shares of more than a hundred", "FR: 70%", "FR: 90%", /SCH104/],
    ["an option that does not exist", "BE: 20%", "DE: 20%", /SCH104 .*DE/],
    ["hours that are not full", "08:00-20:00", "08:10-20:00", /SCH104 .*08:10-20:00/],
    ["another contract", "profileOf: acme-inbound", "profileOf: other", /REF201 .*other/],
  ])("with %s is told with its place", async (_, before, after, message) => {
    expect(whole).toContain(before);
    const run = await simulate(classic, "--profile", profile(whole.replace(before, after)));
    expectRefusal(run, 1, ["nothing was simulated"]);
    expect(run.talk).toMatch(message);
    expect(run.out).toBe("");
  });
});

describe("past leads", () => {
  /** Forty leads, two a day on working days; every fourth is refused. */
  function past(): string {
    const rows = Array.from({ length: 40 }, (_, number) => {
      const day = new Date(Date.UTC(2026, 0, 5 + Math.floor(number / 2))).toISOString().slice(0, 10);
      const start = [`${number},${day} 10:00,created,,,,,,`, `${number},${day} 10:05,signal,demo-request,,,,,`];
      const end = number % 4 === 0 ? `refused,,,not-a-fit,a student,sdr,` : `accepted,,,,,sdr,`;
      return [...start, `${number},${day} 10:30,${end}`].join("\n");
    });
    const file = join(createFolder(), "leads.csv");
    writeFileSync(file, `record,at,event,name,value,reason,detail,by,happened\n${rows.join("\n")}\n`);
    return file;
  }

  test("say how many leads come, what they show and what is refused", async () => {
    const run = await simulate(classic, "--past", past(), "--months", "2", "--runs", "3", "--format", "json");
    expect(run).toMatchObject({ code: 0, talk: "" });
    const { volume, handoffs } = JSON.parse(run.out);
    expect(volume.perDay).toBeCloseTo(40 / 19, 4);
    const [first] = handoffs;
    expect(Object.keys(first.reasons)).toEqual(["not-a-fit"]);
    expect(first.refused / first.received).toBeCloseTo(0.25, 1);
  });

  test("are told as what was supposed; the profile goes before them", async () => {
    const own = profile("profileOf: acme-inbound\nhandoffs: { marketing-to-sdr: { refused: 0% } }\n");
    const run = await simulate(classic, "--past", past(), "--profile", own, "--months", "1", "--runs", "1");
    expect(run.out).toContain("those of 40 past leads");
    expect(run.out).toMatch(/Handoff to the SDR +\d+ +\d+ +0 /);
  });

  test("that can't be read are told with their row, and nobody simulates nothing", async () => {
    const file = join(createFolder(), "leads.csv");
    writeFileSync(file, "record,at,event,name,value,reason,detail,by,happened\n1,yesterday,created,,,,,,\n");
    const run = await simulate(classic, "--past", file);
    expectRefusal(run, 1, [/leads\.csv:2:\d+ {2}error {2}EVT/, "holds no lead that can be read"]);
  });
});

describe("what can't be simulated is refused", () => {
  test.each<readonly [string, readonly string[], number, readonly string[]]>([
    ["no volume", [], 7, ["how many leads arrive is not said"]],
    ["a volume that is none", ["--volume", "lots"], 7, ["lots is no number of leads"]],
    ["no leads at all", ["--volume", "0/month"], 7, ["0/month is no number of leads"]],
    ["a role of nobody", ["--volume", "9/day", "--staff", "sdrr=3"], 7, ["there is no role sdrr; did you mean sdr"]],
    ["a profile that is not there", ["--profile", "nowhere.yaml"], 7, ["nowhere.yaml can't be read"]],
  ])("%s", async (_, args, code, words) => {
    expectRefusal(await simulate(classic, ...args), code, words);
  });

  test("options that can't be read", async () => {
    for (const args of [
      ["--staff", "sdr"],
      ["--runs", "0"],
      ["--months", "1.5"],
      ["--seed", "-1"],
      ["--format", "pdf"],
    ]) {
      const run = await simulate(classic, "--volume", "9/day", ...args);
      expect(run.code, args.join(" ")).toBe(7);
      expect(run.talk).toContain("error:");
    }
  });
});
