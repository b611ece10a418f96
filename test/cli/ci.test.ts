import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { commentLimit } from "../../src/cli/ci/comment.ts";
import { startLocalCrm } from "../../src/localcrm/index.ts";
import { createRepository, type Repository } from "./repository.ts";
import { projectRoot, revpact } from "./run-command.ts";

const classic = readFileSync(join(projectRoot, "examples/classic-inbound/contract.yaml"), "utf8");
const day = ["--as-of", "2027-02-01"];
const token = "pat-ci-0123456789abcdef";

function repositoryWith(before: string, after: string): Repository {
  const repository = createRepository();
  repository.write("contract.yaml", before);
  repository.commit("Agree");
  repository.write("contract.yaml", after);
  return repository;
}

const ci = ({ folder }: Repository, args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  revpact(["ci", ...day, ...args], { cwd: folder, env });
const read = ({ folder }: Repository, file: string) => readFileSync(join(folder, file), "utf8");

/** What the request of the story changes: a deadline, a reason, the id of a stage, an option. */
function storyOf(text: string): string {
  return text
    .replace("within: 1 business day, remind: [80%]", "within: 4 business hours, remind: [80%]")
    .replace(
      "  no-project:   {",
      "  too-soon:     { label: { fr: Trop tôt, en: Too soon }, moveTo: nurture, coolOff: 30 calendar days }\n  no-project:   {",
    )
    .replace(
      "reasons: [need-unclear, no-authority, no-project]",
      "reasons: [need-unclear, no-authority, no-project, too-soon]",
    )
    .replaceAll("nurture", "warming")
    .replace("  warming:\n", "  warming:\n    formerly: [nurture]\n")
    .replace("LU: Luxembourg, other: { fr: Autre, en: Other }", "LU: Luxembourg");
}

describe("revpact ci", () => {
  test("passes where nothing changed, and says what it could not do", async () => {
    const { code, out } = await ci(repositoryWith(classic, classic), ["--base", "main"]);
    expect(code).toBe(0);
    expect(out).toMatchInlineSnapshot(`
      "Contract   passed   0 errors, 0 warnings
      Tests      skipped  there are no tests beside the contract
      Changes    passed   none
      Approvals  passed   nobody has to approve
      Documents  skipped  no documents are committed
      CRM plan   skipped  no token in HUBSPOT_TOKEN: a pipeline of a fork gets none

      acme-inbound 2.1.0  passed
      "
    `);
  });

  test("fails by one verdict where a version, an approval or a test is missing", async () => {
    const repository = repositoryWith(classic, classic.replace("normal: 4 business hours", "normal: 2 business hours"));
    repository.write(
      "broken.test.yaml",
      "testOf: acme-inbound\ntests:\n  - name: A stage that is not\n    given: { at: 2027-03-01 09:00 }\n    then: { stage: mql }\n",
    );
    const { code, out } = await ci(repository, ["--base", "main"]);
    expect(code).toBe(1);
    expect(out).toContain("VER901");
    expect(out).toContain("Sales has not approved");
    expect(out).toContain("0 of 1 passed");
    expect(out).toMatch(/failed\n$/);
  });

  test("takes a contract that the base does not have as new, and a base that can't be loaded as an error", async () => {
    const repository = createRepository();
    repository.write("README.md", "nothing yet");
    repository.commit("Start");
    repository.write("contract.yaml", classic);
    expect(await ci(repository, ["--base", "main"])).toMatchObject({
      code: 0,
      out: expect.stringContaining("a new contract"),
    });
    expect(await ci(repository, ["--base", "nowhere"])).toMatchObject({ code: 7, out: "" });
  });

  test("finds the base of a request by itself, on GitHub and on GitLab", async () => {
    const repository = repositoryWith(classic, classic.replace("max: 2 per", "max: 3 per"));
    repository.git("update-ref", "refs/remotes/origin/main", "main");
    expect((await ci(repository, [], { GITHUB_BASE_REF: "main" })).out).toContain("1 breaking");
    const base = repository.git("rev-parse", "main").trim();
    expect((await ci(repository, [], { CI_MERGE_REQUEST_DIFF_BASE_SHA: base })).out).toContain("1 breaking");
    expect((await ci(repository, [])).out).toContain("no base to compare with");
  });

  test("tells GitHub: annotations at the lines, a summary, outputs; and GitLab its report", async () => {
    const repository = repositoryWith(classic, classic.replace("max: 2 per", "max: 3 per"));
    const [summary, output] = [join(repository.folder, "summary.md"), join(repository.folder, "output.txt")];
    const env = { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: summary, GITHUB_OUTPUT: output };
    const { out } = await ci(repository, ["--base", "main", "--code-quality", "quality.json"], env);
    const line = classic.split("\n").findIndex((one) => one.includes("recycle: { max: 2 per")) + 1;
    expect(out).toContain(`::warning file=contract.yaml,line=${line},title=returns-raised::Handoff`);
    expect(out).toMatch(/::error file=contract.yaml,line=4,endLine=4,title=VER901/);
    expect(readFileSync(summary, "utf8")).toContain("returns allowed: 2 per 12 months → 3 per 12 months");
    expect(readFileSync(output, "utf8")).toBe("verdict=failed\nlevel=breaking\nneeded-version=3.0.0\n");
    const report: readonly { check_name: string }[] = JSON.parse(read(repository, "quality.json"));
    expect(report.map(({ check_name }) => check_name)).toContain("VER901");
  });

  test("shows ten annotations of a kind at most", async () => {
    const many = classic
      .replaceAll(/coolOff: \d+ calendar days/g, "coolOff: 10 calendar days")
      .replaceAll("detail: required", "detail: required, repair: 2 business days")
      .replaceAll("within: 30 business days", "within: 10 business days")
      .replaceAll("exitReasons: [price, competitor, no-decision]", "exitReasons: [price]");
    const { out } = await ci(repositoryWith(classic, many), ["--base", "main"], { GITHUB_ACTIONS: "true" });
    expect(out.match(/^::warning /gm)?.length).toBe(10);
  });

  test("keeps a comment under what a host takes, however much changed", async () => {
    const long = classic.replace(
      "reasons:   ",
      `reasons:\n${Array.from({ length: 900 }, (_, number) => `  more-${number}: { label: { fr: "Motif ${number} ${"x".repeat(90)}", en: "Reason ${number} ${"y".repeat(90)}" }, moveTo: nurture, coolOff: 9 calendar days }`).join("\n")}\n # `,
    );
    const repository = repositoryWith(classic, long);
    await ci(repository, ["--base", "main", "--comment", "comment.md"]);
    const comment = read(repository, "comment.md");
    expect(comment.length).toBeLessThanOrEqual(commentLimit);
    for (const part of ["more lines: see the job summary", "| Approvals |", "VER902"])
      expect(comment.includes(part), part).toBe(true);
    expect(comment.match(/<details>/g)?.length).toBe(comment.match(/<\/details>/g)?.length);
  });

  test("a request as its reviewers see it: business words, records, checks, approvals", async () => {
    const portal = mkdtempSync(join(tmpdir(), "revpact-ci-"));
    const crm = await startLocalCrm({ folder: portal, token, now: Date.now });
    onTestFinished(async () => {
      await crm.stop();
      rmSync(portal, { recursive: true, force: true });
    });
    const before = classic
      .replace(
        "  production:\n    crm: hubspot\n    portal: 2222222\n",
        `  production:\n    crm: hubspot\n    url: "${crm.url}"\n`,
      )
      .replace("    protected: true\n", "");
    const repository = repositoryWith(before, storyOf(before));
    const env = {
      HUBSPOT_TOKEN: token,
      HEAD_OF_SALES: "ae@example.test",
      HEAD_OF_MARKETING: "marketing@example.test",
      CEO: "sdr@example.test",
    };
    await givenRecords(crm.url, 1284);
    for (const language of ["en", "fr"]) {
      const run = await ci(repository, ["--base", "main", "--comment", "comment.md", "--lang", language], env);
      expect(run.code, run.out + run.talk).toBe(1);
      // What the plan says is another story's golden.
      const comment = read(repository, "comment.md").replace(
        /(<summary>(?:What would be done|Ce qui serait fait)[^\n]*<\/summary>\n\n)[\s\S]*?(\n\n<\/details>\n\n#### |\n\n<\/details>\n$)/,
        "$1…$2",
      );
      await expect(comment).toMatchFileSnapshot(`../fixtures/ci/pull-request.${language}.md`);
    }
  });
});

/** Contacts whose country is the option that goes. */
async function givenRecords(url: string, count: number): Promise<void> {
  const call = async (path: string, body: unknown) => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const answer = await fetch(`${url}${path}`, { method: "POST", headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  };
  await call("/crm/v3/properties/contacts", {
    name: "acme_inbound_country",
    label: "Country",
    type: "enumeration",
    fieldType: "select",
    groupName: "contactinformation",
    options: ["FR", "BE", "LU", "other"].map((value, displayOrder) => ({
      value,
      label: value,
      displayOrder,
      hidden: false,
    })),
  });
  for (let made = 0; made < count; made += 100) {
    const inputs = Array.from({ length: Math.min(100, count - made) }, (_, index) => ({
      properties: { email: `lead-${made + index}@example.com`, acme_inbound_country: "other" },
    }));
    await call("/crm/v3/objects/contacts/batch/create", { inputs });
  }
}
