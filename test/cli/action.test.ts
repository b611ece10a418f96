import { spawn } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { createRepository, type Repository } from "./repository.ts";
import { projectRoot } from "./run-command.ts";

const classic = readFileSync(join(projectRoot, "examples/classic-inbound/contract.yaml"), "utf8");

/** A stand-in for the comments of GitHub: keeps what is written, and refuses writing where the token only reads. */
async function openComments(isReadOnly = false) {
  const comments: { id: number; body: string }[] = [];
  const requests: string[] = [];
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk) => {
      text += chunk;
    });
    request.on("end", () => {
      requests.push(`${request.method} ${request.url} ${request.headers.authorization}`);
      const send = (status: number, body: unknown) => {
        response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
      };
      if (request.method === "GET") return send(200, comments);
      if (isReadOnly) return send(403, { message: "Resource not accessible by integration" });
      const { body }: { body: string } = JSON.parse(text);
      const known = comments.find(({ id }) => request.url?.endsWith(`/comments/${id}`));
      if (known === undefined) comments.push({ id: comments.length + 1, body });
      else known.body = body;
      return send(200, { html_url: "https://example.test/comment" });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { comments, requests, url: `http://127.0.0.1:${port}` };
}

/** Runs the entry script as GitHub would: an event file, files for summary and outputs, inputs as variables. */
function runAction(
  { folder }: Repository,
  url: string,
): Promise<{ readonly code: number | null; readonly out: string }> {
  const file = (name: string, text = "") => {
    writeFileSync(join(folder, ".git", name), text);
    return join(folder, ".git", name);
  };
  const env = {
    PATH: process.env["PATH"] ?? "",
    GITHUB_ACTIONS: "true",
    GITHUB_API_URL: url,
    GITHUB_REPOSITORY: "example/agreement",
    GITHUB_EVENT_PATH: file("event.json", JSON.stringify({ pull_request: { number: 7 } })),
    GITHUB_STEP_SUMMARY: file("summary.md"),
    GITHUB_OUTPUT: file("output.txt"),
    REVPACT_PROGRAM: join(projectRoot, "dist", "cli.js"),
    REVPACT_BASE: "main",
    REVPACT_COMMENT_TOKEN: "ghs-secret",
  };
  const child = spawn(process.execPath, [join(projectRoot, "action/main.mjs")], { cwd: folder, env });
  let out = "";
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, out })));
}

function repositoryWith(text: string): Repository {
  const repository = createRepository();
  repository.write("contract.yaml", classic);
  repository.commit("Agree");
  repository.write("contract.yaml", text);
  return repository;
}

describe("the GitHub Action", () => {
  test("writes one comment, keeps it up to date, and hands the verdict on", async () => {
    const api = await openComments();
    const repository = repositoryWith(classic.replace("max: 2 per", "max: 3 per"));
    expect((await runAction(repository, api.url)).code).toBe(1);
    expect(api.comments).toHaveLength(1);
    expect(api.comments[0]?.body).toContain("returns allowed: 2 per 12 months → 3 per 12 months");
    const output = readFileSync(join(repository.folder, ".git/output.txt"), "utf8");
    expect(output).toContain("verdict=failed\n");
    expect(output).toContain("comment-url=https://example.test/comment\n");
    repository.write("contract.yaml", classic);
    expect((await runAction(repository, api.url)).code).toBe(0);
    expect(api.comments).toHaveLength(1);
    expect(api.comments[0]?.body).toContain("No changes");
    expect(api.requests.every((request) => request.endsWith("Bearer ghs-secret"))).toBe(true);
  });

  test("in a fork, whose token only reads, the verdict and the summary stand without a comment", async () => {
    const api = await openComments(true);
    const repository = repositoryWith(classic);
    const { code, out } = await runAction(repository, api.url);
    expect(code).toBe(0);
    expect(out).toContain("::notice title=revpact::The comment could not be written");
    expect(out).not.toContain("ghs-secret");
    expect(readFileSync(join(repository.folder, ".git/summary.md"), "utf8")).toContain("No changes");
  });
});

describe("the ready-made pipelines", () => {
  const read = (file: string) => readFileSync(join(projectRoot, file), "utf8");
  const files = ["github", "gitlab"].flatMap((host) =>
    readdirSync(join(projectRoot, "templates/pipelines", host)).map((name) => `templates/pipelines/${host}/${name}`),
  );

  test.each([...files, "action.yml"])("%s is YAML", (file) => {
    expect(() => parse(read(file))).not.toThrow();
  });

  test("an action's inputs are all handed to its script, and the script asks for no others", () => {
    const { inputs, runs } = parse(read("action.yml"));
    const handed: Record<string, string> = runs.steps[0].env;
    for (const name of Object.keys(inputs)) expect(Object.values(handed)).toContain(`\${{ inputs.${name} }}`);
    const asked = new Set(read("action/main.mjs").match(/REVPACT_[A-Z_]+/g));
    expect([...asked].filter((name) => !(name in handed))).toEqual(["REVPACT_PROGRAM"]);
  });

  test("only one apply runs at a time, and it applies the plan that was shown", () => {
    expect(parse(read("templates/pipelines/github/apply.yml")).concurrency["cancel-in-progress"]).toBe(false);
    expect(read("templates/pipelines/github/apply.yml")).toContain("revpact apply --plan plan.json");
    expect(
      parse(read("templates/pipelines/gitlab/revpact.gitlab-ci.yml"))["revpact-apply"].resource_group,
    ).toBeDefined();
  });
});
