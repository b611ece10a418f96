import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { get } from "node:http";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { edit, expectRefusal, folderWithContract, folderWithExample, revpact, start } from "./run-command.ts";

describe("revpact docs", () => {
  const folder = folderWithContract();
  const run = (...args: readonly string[]) => revpact(["docs", ...args], { cwd: folder });

  test("writes a site in every language of the contract, and says where to begin", async () => {
    const { code, out, talk } = await run();
    expect({ code, out }).toEqual({ code: 0, out: "" });
    expect(talk).toMatch(/^wrote \d+ files to site\nopen site\/index\.html\n$/);
    expect(readdirSync(join(folder, "site")).sort()).toEqual(["en", "fr", "index.html"]);
    expect(readFileSync(join(folder, "site/fr/index.html"), "utf8")).toContain("Un petit accord");
  });

  test("writes Markdown for a repository: a page per reader, linked, in a folder per language", async () => {
    expect((await run("--format", "markdown")).code).toBe(0);
    const files = readdirSync(join(folder, "docs/en")).sort();
    expect(files).toEqual([
      "README.md",
      "agreement.md",
      "glossary.md",
      "guide-marketing.md",
      "guide-sales.md",
      "reference.md",
    ]);
    const texts = new Map(files.map((file) => [file, readFileSync(join(folder, "docs/en", file), "utf8")]));
    const broken = [...texts].flatMap(([file, text]) =>
      [...text.matchAll(/\]\(([\w.-]*)#([\w-]+)\)/g)]
        .filter(([, target, anchor]) => !texts.get(target || file)?.includes(`<a id="${anchor}"></a>`))
        .map(([link]) => `${link} in ${file}`),
    );
    expect(broken).toEqual([]);
  });

  test("writes the languages, the readers and the single file asked for where asked", async () => {
    expect((await run("--lang", "fr", "--audience", "sales", "--out", "wiki/deep")).code).toBe(0);
    expect(readdirSync(join(folder, "wiki/deep"))).toEqual(["fr", "index.html"]);
    expect(readdirSync(join(folder, "wiki/deep/fr"))).toContain("guide-sales.html");
    expect(readdirSync(join(folder, "wiki/deep/fr"))).not.toContain("guide-marketing.html");
    expect((await run("--single-file", "--out", "mail")).talk).toContain("wrote mail/revenue-contract.fr.html");
    expect(readdirSync(join(folder, "mail")).sort()).toEqual(["revenue-contract.en.html", "revenue-contract.fr.html"]);
  });

  test("prints instead of writing", async () => {
    const { out, code, talk } = await run("--lang", "en", "--stdout");
    expect({ code, talk }).toEqual({ code: 0, talk: "" });
    expect(out).toContain("# A small agreement");
    expect(out).not.toContain("<!doctype html>");
  });

  test("writes nothing of a contract with errors", async () => {
    const broken = folderWithContract();
    edit(join(broken, "contract.yaml"), "owner: marketer", "owner: nobody-known");
    expectRefusal(await revpact(["docs"], { cwd: broken }), 1, ["contract.yaml has errors", /REF\d+/]);
    expect(existsSync(join(broken, "site"))).toBe(false);
  });

  test("says which readers there are", async () => {
    expectRefusal(await run("--audience", "saels"), 7, [
      "has no audience saels",
      "marketing, sales, management, revops",
    ]);
  });
});

describe("revpact docs --check", () => {
  const check = (folder: string, ...args: readonly string[]) => revpact(["docs", "--check", ...args], { cwd: folder });

  test("is content with what was written, and ends with 2 when the contract has moved on", async () => {
    const folder = folderWithContract();
    await revpact(["docs"], { cwd: folder });
    expect(await check(folder)).toMatchObject({ code: 0, out: "", talk: "the documents are up to date\n" });
    edit(join(folder, "contract.yaml"), "en: Lead", "en: Prospect");
    const { code, talk } = await check(folder);
    expect(code).toBe(2);
    expect(talk).toContain("changed: site/en/journey.html\n");
    expect(talk).toMatch(/\d+ documents are out of date: run the same command without --check\n$/);
  });

  test("notices a page that is missing, and one of a stage that is no more; writing removes it", async () => {
    const folder = folderWithContract();
    await revpact(["docs"], { cwd: folder });
    rmSync(join(folder, "site/en/glossary.html"));
    const page = readFileSync(join(folder, "site/en/journey.html"), "utf8");
    writeFileSync(join(folder, "site/en/stage-past.html"), page);
    writeFileSync(join(folder, "site/en/own.html"), "<p>by hand</p>");
    const { code, talk } = await check(folder);
    expect(code).toBe(2);
    expect(talk).toContain("missing: site/en/glossary.html\nleft over: site/en/stage-past.html\n2 documents");
    expect((await revpact(["docs"], { cwd: folder })).talk).toContain("removed 1 left over");
    expect(existsSync(join(folder, "site/en/stage-past.html"))).toBe(false);
    expect(existsSync(join(folder, "site/en/own.html"))).toBe(true);
    expect((await check(folder)).code).toBe(0);
  });

  test("does the same for Markdown, whatever the line ends of a checkout", async () => {
    const folder = folderWithContract();
    await revpact(["docs", "--format", "markdown"], { cwd: folder });
    const file = join(folder, "docs/fr/agreement.md");
    writeFileSync(file, readFileSync(file, "utf8").replaceAll("\n", "\r\n"));
    expect((await check(folder, "--format", "markdown")).code).toBe(0);
    appendFileSync(file, "by hand");
    expect((await check(folder, "--format", "markdown")).code).toBe(2);
  });
});

describe("revpact docs --templates", () => {
  const folder = folderWithContract();
  const brand = (files: Readonly<Record<string, string>>) => {
    const own = mkdtempSync(join(folder, "brand-"));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(own, path)), { recursive: true });
      writeFileSync(join(own, path), text);
    }
    return revpact(["docs", "--templates", own], { cwd: folder });
  };

  test("lays pages out by the user's own files, with partials of their own", async () => {
    const files = {
      "site/pages/glossary.hbs": "<h1>{{page.heading.text}}</h1>{{> partials/motto}}",
      "site/partials/motto.hbs": "<p>Ours</p>",
    };
    expect((await brand(files)).code).toBe(0);
    expect(readFileSync(join(folder, "site/en/glossary.html"), "utf8")).toContain("<p>Ours</p>");
  });

  test("refuses what would have no effect, what does not parse, and a folder that is not there", async () => {
    expectRefusal(await brand({ "site/pages/glosary.hbs": "" }), 7, [
      "replaces no template",
      "site/pages/glossary.hbs",
    ]);
    expectRefusal(await brand({ "site/layout.hbs": "{{#if x}}" }), 7, ["a template is broken"]);
    expectRefusal(await revpact(["docs", "--templates", "nowhere"], { cwd: folder }), 7, [
      "there is no folder nowhere",
    ]);
  });
});

describe("revpact docs --serve", () => {
  test("serves the pages on this computer only, follows the contract, and ends with Ctrl-C", async () => {
    const folder = folderWithContract();
    const serving = start(["docs", "--serve"], { cwd: folder });
    const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(await serving.says("Ctrl-C stops"))?.[0] ?? "";
    const page = await (await fetch(`${address}en/journey.html`)).text();
    expect(page).toContain("Lead");
    expect(page).toContain("new EventSource");
    expect((await fetch(`${address}en/nothing.html`)).status).toBe(404);
    expect((await fetch(`${address}..%2f..%2fcontract.yaml`)).status).toBe(404);
    expect(existsSync(join(folder, "site"))).toBe(false);
    const changes = await fetch(`${address}-/changes`);
    edit(join(folder, "contract.yaml"), "en: Lead", "en: Newcomer");
    await serving.says("rendered again");
    const reader = changes.body?.getReader();
    let said = "";
    while (!said.includes("reload")) said += new TextDecoder().decode((await reader?.read())?.value);
    expect(await (await fetch(`${address}en/journey.html`)).text()).toContain("Newcomer");
    edit(join(folder, "contract.yaml"), "owner: marketer", "owner: nobody-known");
    await serving.says("has errors");
    expect(await (await fetch(`${address}en/journey.html`)).text()).toContain("Newcomer");
    serving.process.kill("SIGINT");
    expect((await serving.end).code).toBe(130);
  });

  test("answers only those who ask for this computer by its name", async () => {
    const serving = start(["docs", "--serve"], { cwd: folderWithContract() });
    const port = Number(/127\.0\.0\.1:(\d+)/.exec(await serving.says("Ctrl-C stops"))?.[1]);
    const status = await new Promise<number | undefined>((done) => {
      get({ host: "127.0.0.1", port, path: "/", headers: { host: "evil.example" } }, (answer) =>
        done(answer.statusCode),
      );
    });
    expect(status).toBe(403);
    serving.process.kill("SIGTERM");
    await serving.end;
  });
});

describe("a reader that goes away", () => {
  const folder = folderWithExample("classic-inbound");
  const program = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

  test
    .runIf(process.platform !== "win32")
    .each(["validate --format json", "docs --stdout", "plan --verbose", "apply --yes"])(
    "is no error to revpact %s, which goes on to its own end",
    (command) => {
      const script = `set -o pipefail; "${process.execPath}" "${program}" ${command} | head -1`;
      const { status, stderr } = spawnSync("bash", ["-c", script], { cwd: folder, encoding: "utf8" });
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    },
  );

  test("and misses nothing of an apply", async () => {
    expect((await revpact(["plan", "--detailed-exitcode"], { cwd: folder })).code).toBe(0);
  });

  test.runIf(process.platform === "linux")("is told from a disk that is full", async () => {
    const script = `"${process.execPath}" "${program}" plan > /dev/full`;
    const { status, stderr } = spawnSync("bash", ["-c", script], { cwd: folder, encoding: "utf8" });
    expect(status).toBe(7);
    expect(stderr).toContain("the output can't be written (ENOSPC)");
  });
});
