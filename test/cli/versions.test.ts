import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createRepository, type Repository } from "./repository.ts";
import { projectRoot, revpact } from "./run-command.ts";

const classic = readFileSync(join(projectRoot, "examples/classic-inbound/contract.yaml"), "utf8");
const shorter = classic.replace("normal: 4 business hours", "normal: 2 business hours");
const day = ["--as-of", "2027-02-01"];

/** A repository whose branch main holds the classic contract, and whose working tree another text. */
function repositoryWith(text: string): Repository {
  const repository = createRepository();
  repository.write("contract.yaml", classic);
  repository.commit("Agree");
  repository.write("contract.yaml", text);
  return repository;
}

const run = ({ folder }: Repository, ...args: readonly string[]) => revpact(args, { cwd: folder });
const read = ({ folder }: Repository, file: string) => readFileSync(join(folder, file), "utf8");
const found = async (repository: Repository, ...args: readonly string[]) => {
  const { out } = await run(repository, "validate", "--since", "main", "--format", "concise", ...day, ...args);
  return [...out.matchAll(/(?:VER90[1-7]|I18002)/g)].map(([code]) => code);
};

describe("validate --since judges the version", () => {
  test("a break needs a major version, its notice and everybody's approval", async () => {
    expect(await found(repositoryWith(shorter))).toEqual(["VER901", "VER906", "VER907"]);
    expect(await found(repositoryWith(shorter.replace("version: 2.1.0", "version: 2.2.0")))).toContain("VER901");
    expect(await found(repositoryWith(shorter.replace("version: 2.1.0", "version: 3.0.0")))).not.toContain("VER901");
  });

  test("wording needs a patch, and says which translation stayed behind", async () => {
    const relabelled = classic.replace("en: Nurture }", "en: Nurturing }");
    expect(await found(repositoryWith(relabelled))).toEqual(["VER902", "I18002"]);
    expect(await found(repositoryWith(relabelled.replace("version: 2.1.0", "version: 2.1.1")))).toEqual(["I18002"]);
  });

  test("a version never goes back, and nothing is asked where nothing changed", async () => {
    expect(await found(repositoryWith(classic.replace("version: 2.1.0", "version: 2.0.0")))).toEqual(["VER903"]);
    expect(await found(repositoryWith(`# a remark\n${classic}`))).toEqual([]);
  });

  test("where the contract is applied is no change of the agreement", async () => {
    expect(await found(repositoryWith(classic.replace("portal: 2222222", "portal: 2222223")))).toEqual([]);
  });
});

describe("revpact bump", () => {
  test("writes version, date and changelog, and not another byte", async () => {
    const repository = repositoryWith(shorter);
    const { code, talk } = await run(repository, "bump", "main", ...day);
    expect({ code, talk }).toEqual({
      code: 0,
      talk: "version 2.1.0 → 3.0.0, in effect from 2027-02-16 (CHANGELOG.md)\n",
    });
    const expected = shorter
      .replace("version: 2.1.0", "version: 3.0.0")
      .replace("effective: 2027-01-04", "effective: 2027-02-16");
    expect(read(repository, "contract.yaml")).toBe(expected);
    expect(read(repository, "CHANGELOG.md")).toMatchInlineSnapshot(`
      "# Changelog

      ## 3.0.0, in effect from 16 February 2027

      ### Breaking

      - Handoff "Handoff to the SDR", time to decide ("Standard"): cut from 4 business hours to 2 business hours (binds Sales)
      "
    `);
    expect(await found(repository)).toEqual(["VER907"]);
  });

  test("run again after more changes, it writes the same entry anew and keeps the others", async () => {
    const repository = repositoryWith(shorter);
    repository.write("CHANGELOG.md", "# Changelog\n\nOurs.\n\n## 2.1.0, in effect from 4 January 2027\n\n- First.\n");
    await run(repository, "bump", "main", ...day);
    const text = read(repository, "contract.yaml");
    repository.write("contract.yaml", text.replace("max: 2 per 12 months", "max: 1 per 12 months"));
    await run(repository, "bump", "main", ...day);
    const changelog = read(repository, "CHANGELOG.md");
    expect(changelog.match(/^## .*$/gm)).toEqual([
      "## 3.0.0, in effect from 16 February 2027",
      "## 2.1.0, in effect from 4 January 2027",
    ]);
    expect(changelog).toContain("returns allowed: 2 per 12 months → 1 per 12 months");
    expect(changelog.startsWith("# Changelog\n\nOurs.\n")).toBe(true);
    expect((await run(repository, "bump", "main", "--dry-run", ...day)).code).toBe(0);
  });

  test("a dry run shows it and writes nothing", async () => {
    const repository = repositoryWith(shorter);
    const { code, out } = await run(repository, "bump", "main", "--dry-run", ...day);
    expect(code).toBe(2);
    expect(out).toContain("-version: 2.1.0\n+version: 3.0.0");
    expect(read(repository, "contract.yaml")).toBe(shorter);
    expect(existsSync(join(repository.folder, "CHANGELOG.md"))).toBe(false);
  });

  test("refuses a day that the notice does not allow, and does nothing where nothing changed", async () => {
    const soon = await run(repositoryWith(shorter), "bump", "main", "--effective", "2027-02-05", ...day);
    expect(soon).toMatchObject({ code: 7, talk: expect.stringContaining("2027-02-16 at the earliest") });
    expect((await run(repositoryWith(classic), "bump", "main")).talk).toContain("nothing to bump");
  });
});

describe("revpact approvals", () => {
  test("gives each party what binds it: a change that binds both is in both files", async () => {
    const repository = repositoryWith(
      shorter.replace("LU: Luxembourg, other: { fr: Autre, en: Other }", "LU: Luxembourg"),
    );
    const { code, talk } = await run(repository, "approvals", "main", ...day);
    expect(code).toBe(0);
    expect(talk).toContain("approvals/marketing.json  Marketing approves 1 change\n");
    expect(talk).toContain("approvals/sales.json  Sales approves 2 changes\n");
    const clauses = (party: string) =>
      JSON.parse(read(repository, `approvals/${party}.json`)).changes.map(({ clause }: { clause: string }) => clause);
    expect(clauses("marketing")).toEqual(["fields.country.options.other"]);
    expect(clauses("sales")).toEqual([
      "handoffs.marketing-to-sdr.deadlines.decision.within.normal",
      "fields.country.options.other",
    ]);
  });

  test("asks a role with sections about them alone", async () => {
    const repository = repositoryWith(classic.replace("    owner: sdr\n", "    owner: account-executive\n"));
    expect((await run(repository, "approvals", "main")).talk).toContain("approvals/ceo.json  CEO approves 1 change");
    expect((await run(repositoryWith(shorter), "approvals", "main")).talk).not.toContain("ceo");
  });

  test("checks without a host: nothing written, then as it stands, then changed again", async () => {
    const repository = repositoryWith(shorter);
    const check = () => run(repository, "approvals", "main", "--check");
    expect(await check()).toMatchObject({ code: 1, out: expect.stringContaining("Sales has not approved\n  Handoff") });
    await run(repository, "approvals", "main");
    expect(await check()).toMatchObject({ code: 0, talk: "everything is approved as it stands\n" });
    repository.write("contract.yaml", classic.replace("normal: 4 business hours", "normal: 1 business hour"));
    expect(await check()).toMatchObject({
      code: 1,
      out: expect.stringContaining("1 approved change is no longer there"),
    });
  });

  test("an approval outlives other commits, not another version", async () => {
    const repository = repositoryWith(shorter);
    await run(repository, "approvals", "main");
    repository.write("contract.yaml", `# moved down\n\n${shorter}`);
    expect((await run(repository, "approvals", "main", "--check")).code).toBe(0);
    repository.write("contract.yaml", shorter.replace("version: 2.1.0", "version: 3.0.0"));
    expect((await run(repository, "approvals", "main", "--check")).out).toContain("approved was version 2.1.0");
  });

  test("who is taken out of the approvers approves that", async () => {
    const without = classic.replace("approvals: [head-of-marketing, head-of-sales,", "approvals: [head-of-marketing,");
    expect((await run(repositoryWith(without), "approvals", "main")).talk).toContain("approvals/sales.json");
  });

  test("writes its lines into CODEOWNERS, and keeps the names that stand there", async () => {
    const repository = repositoryWith(shorter);
    repository.write(".github/CODEOWNERS", "* @acme/revops\n");
    const owners = ["--codeowners", ".github/CODEOWNERS"];
    await run(
      repository,
      "approvals",
      "main",
      ...owners,
      "--owner",
      "marketing=@acme/marketing",
      "--owner",
      "sales=@acme/sales",
    );
    await run(repository, "approvals", "main", ...owners, "--owner", "ceo=@acme/board");
    expect(read(repository, ".github/CODEOWNERS")).toMatchInlineSnapshot(`
      "* @acme/revops

      # revpact approvals: written by revpact, edit the names only
      /approvals/marketing.json @acme/marketing
      /approvals/sales.json @acme/sales
      /approvals/ceo.json @acme/board
      # end of revpact approvals
      "
    `);
  });

  test("a file that a merge tore apart is told, not guessed at", async () => {
    const repository = repositoryWith(shorter);
    await run(repository, "approvals", "main");
    writeFileSync(join(repository.folder, "approvals/sales.json"), "<<<<<<< ours\n{}\n");
    expect(await run(repository, "approvals", "main", "--check")).toMatchObject({
      code: 7,
      talk: expect.stringContaining("approvals/sales.json is no file of approvals"),
    });
  });
});
