import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { createFolder, expectRefusal, type Run, revpact, smallContract } from "./run-command.ts";

const folder = createFolder();
const token = "pat-secret-token";

/** Runs plan against a HubSpot environment at a URL. */
async function planAt(url: string, env: Readonly<Record<string, string>> = {}, portal = ""): Promise<Run> {
  const environment = `  far: { crm: hubspot, url: "${url}", token: env:FAR_TOKEN${portal} }\n`;
  const cwd = mkdtempSync(join(folder, "plan-"));
  writeFileSync(join(cwd, "contract.yaml"), `${smallContract.trimEnd()}\n${environment}`);
  const run = await revpact(["plan", "-e", "far"], { cwd, env: { FAR_TOKEN: token, ...env } });
  expect(run.out + run.talk).not.toContain(token);
  return run;
}

const json = (status: number, body: unknown) => (response: ServerResponse) => {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
};

const servers: ReturnType<typeof createServer>[] = [];

/** A server on loopback that answers everything in one way. */
async function serve(answer: (response: ServerResponse) => void): Promise<string> {
  const server = createServer((_, response) => answer(response));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A TCP server has an AddressInfo once it listens.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

describe("a CRM that does not do its part", () => {
  const quick = { REVPACT_TIMEOUT_MS: "300" };

  test.concurrent.each<[string, (response: ServerResponse) => void, readonly string[]]>([
    ["keeps silent", () => undefined, ["did not answer in time"]],
    [
      "answers with a page",
      (response) => response.writeHead(502, { "content-type": "text/html" }).end("<h1>502</h1>"),
      ["answered with an error of its own"],
    ],
    ["answers with no JSON", (response) => response.end("<html>sign in</html>"), ["not JSON", "login page"]],
    [
      "cuts its answer short",
      (response) => response.writeHead(200, { "content-length": "500" }).write('{"portalId"', () => response.destroy()),
      ["broke off in the middle of its answer"],
    ],
    [
      "refuses the token",
      json(401, { category: "INVALID_AUTHENTICATION", message: "expired" }),
      ["refuses the token", "current"],
    ],
    [
      "misses a scope",
      json(403, { category: "MISSING_SCOPES", errors: [{ context: { requiredGranularScopes: ["crm.lists.read"] } }] }),
      ["the token lacks a scope: crm.lists.read"],
    ],
    [
      "sends the token elsewhere",
      (response) => response.writeHead(302, { location: "http://127.0.0.1:9/" }).end(),
      ["redirect"],
    ],
  ])("and %s is named with its address and a remedy", async (_, answer, words) => {
    const run = await planAt(await serve(answer), quick);
    expectRefusal(run, 8, [...words, "GET /account-info/v3/details"]);
    expect(run.out).toBe("");
  });

  test("because nothing listens there", async () => {
    expectRefusal(await planAt("http://127.0.0.1:9", quick), 8, ["http://127.0.0.1:9 can't be reached"]);
  });

  test("because its token is not set, or is another portal's", async () => {
    expectRefusal(await planAt("http://127.0.0.1:9", { FAR_TOKEN: "" }), 7, ["FAR_TOKEN is not set", "far"]);
    const url = await serve(json(200, { portalId: 42, accountType: "STANDARD", timeZone: "Europe/Paris" }));
    expectRefusal(await planAt(url, quick, ", portal: 5"), 7, ["opens portal 42", "is portal 5", "nothing was read"]);
  });

  test("within a time that is a number", async () => {
    expectRefusal(await planAt("http://127.0.0.1:9", { REVPACT_TIMEOUT_MS: "soon" }), 7, [
      "REVPACT_TIMEOUT_MS is soon",
    ]);
  });
});
