import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { createRepository, type Repository } from "./repository.ts";
import { projectRoot, revpact } from "./run-command.ts";

const classic = readFileSync(join(projectRoot, "examples/classic-inbound/contract.yaml"), "utf8");
const stricter = classic.replace("field: fit-score, atLeast: 60", "field: fit-score, atLeast: 70");

/** A repository whose branch main holds the classic contract, and whose working tree another text. */
function repositoryWith(text: string, file = "contract.yaml"): Repository {
  const repository = createRepository();
  repository.write(file, classic);
  repository.commit("Agree");
  repository.write(file, text);
  return repository;
}

const diff = ({ folder }: Pick<Repository, "folder">, ...args: readonly string[]) =>
  revpact(["diff", ...args], { cwd: folder });

describe("revpact diff", () => {
  test("says what a branch changes, for whom, with a lead that shows it", async () => {
    const { code, out } = await diff(repositoryWith(stricter), "main");
    expect(code).toBe(0);
    expect(out).toContain("needs a major version: at least 3.0.0 (the newer one says 2.1.0)");
    expect(out).toContain("entry criteria: stricter, fewer leads meet it");
    expect(out).toContain("was accepted, is now refused: Fit score 60");
    expect(out).toContain("binds Marketing · relieves Sales");
  });

  test("speaks French", async () => {
    const { out } = await diff(repositoryWith(stricter), "main", "--lang", "fr");
    expect(out).toContain("critères d'entrée\u00a0: plus exigeant, moins de leads y répondent");
    expect(out).toContain("engage Marketing · allège Commerce");
  });

  test("says so where nothing is otherwise, and fails on a weight only when asked", async () => {
    expect(await diff(repositoryWith(`# a remark\n${classic}`), "main", "--fail-on", "wording")).toMatchObject({
      code: 0,
      out: expect.stringContaining("No changes: both versions say the same."),
    });
    const repository = repositoryWith(stricter);
    expect((await diff(repository, "main", "--fail-on", "breaking")).code).toBe(1);
    const relabelled = repositoryWith(classic.replace("en: Nurture }", "en: Nurturing }"));
    expect((await diff(relabelled, "main", "--fail-on", "minor")).code).toBe(0);
    expect((await diff(relabelled, "main", "--fail-on", "wording")).code).toBe(1);
  });

  test("narrows to one party, and says how much it leaves out", async () => {
    const both = stricter.replace("max: 100", "max: 120");
    const { out } = await diff(repositoryWith(both), "main", "--party", "sales");
    expect(out).toContain("2 changes do not touch sales");
    expect((await diff(repositoryWith(both), "main", "--party", "sale")).talk).toContain("did you mean sales");
  });

  test("shows the text with the words that differ", async () => {
    const { out } = await diff(repositoryWith(stricter), "main", "--yaml");
    expect(out).toContain("field: fit-score, atLeast: [-60-]{+70+} }");
  });

  test("gives machines the published shape", async () => {
    const { out } = await diff(repositoryWith(stricter), "main", "--format", "json");
    const schema: object = JSON.parse(readFileSync(join(projectRoot, "schemas/diff.v1.schema.json"), "utf8"));
    const validate = new Ajv.default({ allErrors: true, strict: false }).compile(schema);
    expect(validate(JSON.parse(out)), JSON.stringify(validate.errors)).toBe(true);
    expect(JSON.parse(out)).toMatchObject({ level: "breaking", needed: { bump: "major", version: "3.0.0" } });
  });

  test("compares files, folders, tags and branches", async () => {
    const repository = repositoryWith(stricter);
    repository.git("tag", "v1");
    repository.write("other/contract.yaml", stricter);
    expect((await diff(repository, "contract.yaml", "other")).out).toContain("No changes");
    repository.commit("Be stricter");
    for (const [base, head] of [
      ["v1", "main"],
      ["main", "v1"],
      ["v1", "other/contract.yaml"],
    ] as const)
      expect((await diff(repository, base, head, "--contract", "contract.yaml")).out).toContain("entry criteria: ");
  });

  test("writes a page that holds no text of the contract as markup", async () => {
    const hostile = stricter.replace("en: Nurture }", "en: '<script>alert(1)</script>' }");
    const { out } = await diff(repositoryWith(hostile), "main", "--format", "html");
    expect(out).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(out).not.toContain("<script");
    const { out: markdown } = await diff(
      repositoryWith(hostile.replace("alert(1)", "@everyone [a](http://b)")),
      "main",
      "--format",
      "markdown",
    );
    expect(markdown).not.toMatch(/<script|@everyone|[^\\]\[a\]/);
  });
});

describe('a version that can\'t be loaded is never "no changes"', () => {
  test("a revision that git does not know", async () => {
    expect(await diff(repositoryWith(stricter), "nowhere")).toMatchObject({
      code: 7,
      out: "",
      talk: expect.stringContaining("git knows no revision nowhere"),
    });
  });

  test("a shallow clone: what to add to the pipeline", async () => {
    const origin = repositoryWith(stricter);
    origin.commit("Be stricter");
    const clone = createRepository();
    clone.git("clone", "-q", "--depth", "1", `file://${origin.folder}`, "clone");
    const { code, talk } = await diff({ folder: join(clone.folder, "clone") }, "HEAD~1");
    expect(code).toBe(7);
    expect(talk).toContain("this clone is shallow");
    expect(talk).toContain("fetch-depth: 0");
    expect(talk).toContain("GIT_DEPTH: 0");
  });

  test("no repository at all, and no git at all", async () => {
    const { folder, git } = repositoryWith(stricter);
    git("tag", "v1");
    const outside = createRepository();
    outside.write("contract.yaml", classic);
    const bare = await revpact(["diff", "v1"], { cwd: outside.folder, env: { GIT_DIR: "/nowhere" } });
    expect(bare).toMatchObject({ code: 7, talk: expect.stringContaining("is in no git repository") });
    const none = await revpact(["diff", "v1"], { cwd: folder, env: { PATH: "/nowhere" } });
    expect(none).toMatchObject({ code: 7, talk: expect.stringContaining("git can't be run") });
  });

  test("a merge that is not finished, on either side", async () => {
    const torn = classic.replace(
      "version: 2.1.0\n",
      "<<<<<<< ours\nversion: 2.1.0\n=======\nversion: 2.2.0\n>>>>>>> theirs\n",
    );
    const repository = repositoryWith(torn);
    expect(await diff(repository, "main")).toMatchObject({
      code: 1,
      talk: expect.stringContaining("contract.yaml:4 holds the marks of a merge"),
    });
    repository.commit("Forget to finish");
    repository.write("contract.yaml", classic);
    expect(await diff(repository, "main")).toMatchObject({
      code: 7,
      talk: expect.stringContaining("main:contract.yaml:4 holds the marks"),
    });
  });

  test("a version in another version of the language", async () => {
    const repository = createRepository();
    repository.write("contract.yaml", classic.replace("revpact: 1 ", "revpact: 0 "));
    repository.commit("Agree long ago");
    repository.write("contract.yaml", classic);
    expect(await diff(repository, "main")).toMatchObject({
      code: 7,
      talk: expect.stringContaining("written in another version of the language"),
    });
  });

  test("a contract that was not there yet, or is there no more", async () => {
    const repository = createRepository();
    repository.write("notes.txt", "nothing yet");
    repository.commit("Start");
    repository.write("contract.yaml", classic);
    expect(await diff(repository, "main")).toMatchObject({
      code: 7,
      talk: expect.stringContaining("acme-inbound was not there in main"),
    });
    repository.commit("Agree");
    repository.git("rm", "-q", "contract.yaml");
    expect(await diff(repository, "main")).toMatchObject({ code: 7, out: "" });
  });

  test("a newer version with errors is told by its first one", async () => {
    const { code, talk } = await diff(repositoryWith(classic.replace("owner: sdr\n", "owner: nobody-known\n")), "main");
    expect({ code, talk }).toMatchObject({ code: 1, talk: expect.stringContaining("REF201") });
  });
});

describe("a version is found", () => {
  test("in a folder that had another name", async () => {
    const repository = repositoryWith(classic, "deals/contract.yaml");
    repository.git("mv", "deals", "agreement");
    repository.write("agreement/contract.yaml", stricter);
    const { code, out } = await revpact(["diff", "main"], { cwd: join(repository.folder, "agreement") });
    expect(code).toBe(0);
    expect(out).toContain("stricter, fewer leads meet it");
  });

  test("from another worktree, with a detached head", async () => {
    const repository = repositoryWith(classic);
    repository.git("worktree", "add", "-q", "--detach", "second");
    const second = { folder: join(repository.folder, "second") };
    expect((await diff(second, "main")).out).toContain("No changes");
  });

  test("although rules of today find errors in it, and says so", async () => {
    const repository = createRepository();
    repository.write(
      "contract.yaml",
      classic.replace("    expires: { after: 90 calendar days, reason: gone-quiet }\n", ""),
    );
    repository.commit("Agree under older rules");
    repository.write("contract.yaml", classic);
    const { code, out, talk } = await diff(repository, "main");
    expect(code).toBe(0);
    expect(out).toContain("time before it expires");
    expect(talk).toContain("by the rules of today; it is compared all the same");
  });

  test("in parts, as the folder was then", async () => {
    const repository = createRepository();
    const [head = "", roles = ""] = classic.split("\nroles:");
    const [own = "", rest = ""] = [
      roles.slice(0, roles.indexOf("\ncalendar:")),
      roles.slice(roles.indexOf("\ncalendar:")),
    ];
    repository.write("contract.yaml", head + rest);
    repository.write("roles.yaml", `partOf: acme-inbound\nroles:${own}\n`);
    repository.commit("Agree in parts");
    repository.git("rm", "-q", "roles.yaml");
    repository.write("contract.yaml", classic);
    expect((await diff(repository, "main")).out).toContain("No changes");
  });
});
