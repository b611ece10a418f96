import http, { createServer } from "node:http";
import https from "node:https";
import { inspect } from "node:util";
import { gzipSync } from "node:zlib";
import { describe, expect, onTestFinished, test } from "vitest";
import { createReadOnlyTransport } from "../../../src/providers/hubspot/transport.ts";
import { createSecret } from "../../../src/providers/index.ts";
import { answerJson, listen, openTransport, startFaultyServer, token } from "./faulty-server.ts";

const get = { method: "GET", path: "/crm/v3/properties/contacts", replay: "safe" } as const;
const post = { method: "POST", path: "/crm/v3/lists", body: { name: "x" }, replay: "never" } as const;

describe("an answer that never comes", () => {
  test("a silent server is given up after the deadline, its connection closed, and the read is not sent again", async () => {
    let close: () => void = () => undefined;
    const closed = new Promise<void>((resolve) => {
      close = resolve;
    });
    const { url, seen } = await startFaultyServer((request) => request.socket.once("close", close));
    const { transport } = openTransport(url, { timeoutMs: 150 });
    const outcome = await transport.send(get);
    expect(outcome).toMatchObject({ ok: false, error: { code: "unavailable", reason: "timeout" } });
    expect(seen).toHaveLength(1);
    await closed;
  });

  test("a body that stops and stays open is given up after the deadline", async () => {
    const { url } = await startFaultyServer((_, response) => {
      response.writeHead(200, { "Content-Length": "1000" });
      response.write('{"results":[');
    });
    const { transport } = openTransport(url, { timeoutMs: 150 });
    expect(await transport.send(get)).toMatchObject({ ok: false, error: { code: "unavailable", reason: "timeout" } });
  });

  test.each([{ "Content-Length": "1000" }, { "Transfer-Encoding": "chunked" }])(
    "a body cut short (%o) is told at once, and asked for again",
    async (headers) => {
      const { url, seen } = await startFaultyServer((_, response, count) => {
        if (count > 1) return answerJson(response, 200, { results: [] });
        response.writeHead(200, headers);
        response.write('{"results":[');
        setTimeout(() => response.destroy(), 20);
        return undefined;
      });
      const { transport, pauses } = openTransport(url, { timeoutMs: 10_000 });
      expect(await transport.send(get)).toEqual({ ok: true, value: { status: 200, body: { results: [] } } });
      expect(seen).toHaveLength(2);
      expect(pauses).toEqual([250]);
    },
  );

  test("a creation cut short is ambiguous and is not sent twice", async () => {
    const { url, seen } = await startFaultyServer((_, response) => {
      response.writeHead(200, { "Content-Length": "1000" });
      response.write('{"list":');
      setTimeout(() => response.destroy(), 20);
    });
    const { transport } = openTransport(url);
    expect(await transport.send(post)).toMatchObject({ ok: false, error: { code: "ambiguous", reason: "cut-short" } });
    expect(seen).toHaveLength(1);
  });

  test("a connection dropped after a creation was sent is ambiguous", async () => {
    const { url, seen } = await startFaultyServer((request) => request.socket.destroy());
    const { transport } = openTransport(url);
    expect(await transport.send(post)).toMatchObject({ ok: false, error: { code: "ambiguous", reason: "network" } });
    expect(seen).toHaveLength(1);
  });

  test("a server that is not there makes even a creation unavailable, not ambiguous", async () => {
    const server = createServer();
    const url = await listen(server);
    await new Promise((resolve) => server.close(resolve));
    const { transport, pauses } = openTransport(url);
    const outcome = await transport.send(post);
    expect(outcome).toMatchObject({
      ok: false,
      error: { code: "unavailable", reason: "network", detail: "ECONNREFUSED" },
    });
    expect(pauses).toEqual([250, 500, 1000]);
  });
});

describe("an answer without end", () => {
  test("that drips is given up after the deadline, however lively it is", async () => {
    const { url, seen } = await startFaultyServer((_, response) => {
      response.writeHead(200, { "Content-Type": "application/json" });
      const drip = setInterval(() => response.write(" "), 10);
      response.once("close", () => clearInterval(drip));
    });
    const { transport } = openTransport(url, { timeoutMs: 150 });
    expect(await transport.send(get)).toMatchObject({ ok: false, error: { code: "unavailable", reason: "timeout" } });
    expect(await transport.send(post)).toMatchObject({ ok: false, error: { code: "ambiguous", reason: "timeout" } });
    expect(seen).toHaveLength(2);
  });

  const tooLarge = { reason: "too-large", detail: "the answer is longer than 32 MB" };

  test("of 50 MB is hung up on at 32, and not asked for again", async () => {
    let sent = 0;
    let close: () => void = () => undefined;
    const closed = new Promise<void>((resolve) => {
      close = resolve;
    });
    const { url, seen } = await startFaultyServer((_, response) => {
      const piece = Buffer.alloc(1024 * 1024, " ");
      response.once("close", close);
      const more = (): void => {
        sent += 1;
        if (sent > 50) response.end();
        else response.write(piece, (error) => (error ? undefined : more()));
      };
      more();
    });
    const { transport } = openTransport(url);
    expect(await transport.send(get)).toMatchObject({ ok: false, error: { code: "unavailable", ...tooLarge } });
    await closed;
    expect(sent).toBeLessThan(50);
    expect(seen).toHaveLength(1);
  });

  test("is measured unpacked", async () => {
    const packed = gzipSync(Buffer.alloc(33 * 1024 * 1024, " "));
    const { url } = await startFaultyServer((_, response) => {
      response.writeHead(200, { "Content-Encoding": "gzip" });
      response.end(packed);
    });
    const { transport } = openTransport(url);
    expect(await transport.send(get)).toMatchObject({ ok: false, error: { code: "unavailable", ...tooLarge } });
    expect(await transport.send(post)).toMatchObject({ ok: false, error: { code: "ambiguous", ...tooLarge } });
  });

  test("of 20 MB is read, its letters whole", async () => {
    const text = "é€😀".repeat(2_000_000);
    const { url } = await startFaultyServer((_, response) => answerJson(response, 200, { text }));
    const { transport } = openTransport(url);
    const outcome = await transport.send(get);
    expect(outcome.ok && JSON.stringify(outcome.value.body) === JSON.stringify({ text })).toBe(true);
  });
});

describe("answers that are no answer", () => {
  test("a redirect is refused and the token goes nowhere else", async () => {
    const elsewhere = await startFaultyServer((_, response) => answerJson(response, 200, {}));
    const { url, seen } = await startFaultyServer((_, response) => {
      response.writeHead(302, { Location: `${elsewhere.url}/steal` });
      response.end();
    });
    const { transport } = openTransport(url);
    expect(await transport.send(get)).toMatchObject({ ok: false, error: { code: "unavailable", reason: "redirect" } });
    expect(seen).toHaveLength(1);
    expect(elsewhere.seen).toEqual([]);
  });

  test("a 502 page of HTML is tried again for a read", async () => {
    const { url, seen } = await startFaultyServer((_, response, count) => {
      if (count > 2) return answerJson(response, 200, {});
      response.writeHead(502, { "Content-Type": "text/html" });
      response.end("<html>Bad gateway</html>");
      return undefined;
    });
    const { transport, pauses } = openTransport(url);
    expect(await transport.send(get)).toMatchObject({ ok: true });
    expect(seen).toHaveLength(3);
    expect(pauses).toEqual([250, 500]);
  });

  test("a 200 that is HTML is no answer", async () => {
    const { url } = await startFaultyServer((_, response) => response.end("<html>Sign in to the Wi-Fi</html>"));
    const { transport } = openTransport(url);
    expect(await transport.send(get)).toMatchObject({ ok: false, error: { code: "unavailable", reason: "not-json" } });
    expect(await transport.send(post)).toMatchObject({ ok: false, error: { code: "ambiguous", reason: "not-json" } });
  });

  test("a 500 after a creation is ambiguous, after an idempotent write it is sent again and then ambiguous", async () => {
    const { url, seen } = await startFaultyServer((_, response) => answerJson(response, 500, {}));
    const { transport } = openTransport(url);
    expect(await transport.send(post)).toMatchObject({ ok: false, error: { code: "ambiguous", reason: "server" } });
    expect(seen).toHaveLength(1);
    const patch = { method: "PATCH", path: "/crm/v3/properties/contacts/a", body: {}, replay: "safe" } as const;
    expect(await transport.send(patch)).toMatchObject({ ok: false, error: { code: "ambiguous", reason: "server" } });
    expect(seen).toHaveLength(7);
  });
});

describe("limits", () => {
  const limited = (policyName: string) => ({ status: "error", errorType: "RATE_LIMIT", policyName });

  test.each([
    ["TEN_SECONDLY_ROLLING", 10_000],
    ["SECONDLY", 1_000],
  ])("%s is waited out, for creations too", async (policy, milliseconds) => {
    const { url } = await startFaultyServer((_, response, count) =>
      count === 1 ? answerJson(response, 429, limited(policy)) : answerJson(response, 200, {}),
    );
    const { transport, pauses } = openTransport(url);
    expect(await transport.send(post)).toMatchObject({ ok: true });
    expect(pauses).toEqual([milliseconds]);
  });

  test.each([
    [423, { category: "LOCKED" }, undefined, 2_000],
    [477, {}, "7", 7_000],
    [429, limited("TEN_SECONDLY_ROLLING"), "3", 3_000],
    [429, limited("SECONDLY"), "Wed, 21 Oct 2026 07:28:00 GMT", 1_000],
    [429, {}, "", 10_000],
    [503, {}, "4", 4_000],
  ])("%i %o with Retry-After %s is waited out for %i ms, then answered", async (status, body, after, milliseconds) => {
    const { url, seen } = await startFaultyServer((_, response, count) => {
      if (count > 1) return answerJson(response, 200, {});
      if (after !== undefined) response.setHeader("Retry-After", after);
      return answerJson(response, status, body);
    });
    const { transport, pauses } = openTransport(url);
    expect(await transport.send({ ...get, method: "PATCH", body: {} })).toMatchObject({ ok: true });
    expect(pauses).toEqual([milliseconds]);
    expect(seen).toHaveLength(2);
  });

  test("423 that does not pass is given up in the end, even for a creation, as locked and never as ambiguous", async () => {
    const { url, seen } = await startFaultyServer((_, response) => answerJson(response, 423, { message: "busy" }));
    const { transport, pauses } = openTransport(url);
    expect(await transport.send(post)).toMatchObject({
      ok: false,
      error: { code: "locked", status: 423, detail: "busy" },
    });
    expect(pauses).toEqual([2_000, 2_000, 2_000, 2_000, 2_000]);
    expect(seen).toHaveLength(6);
  });

  test("the daily limit stops at once", async () => {
    const { url, seen } = await startFaultyServer((_, response) => answerJson(response, 429, limited("DAILY")));
    const { transport } = openTransport(url);
    expect(await transport.send(get)).toMatchObject({ ok: false, error: { code: "daily-limit" } });
    expect(seen).toHaveLength(1);
  });

  test("Retry-After is obeyed, an absurd one is not waited for", async () => {
    const { url } = await startFaultyServer((_, response, count) => {
      response.setHeader("Retry-After", count === 1 ? "7" : "86400");
      answerJson(response, 477, {});
    });
    const { transport, pauses } = openTransport(url);
    expect(await transport.send(get)).toMatchObject({ ok: false, error: { code: "locked" } });
    expect(pauses).toEqual([7_000]);
  });
});

describe("errors by status and fields", () => {
  test.each([
    [401, {}, { code: "forbidden", scopes: [] }],
    [
      403,
      { category: "MISSING_SCOPES", errors: [{ context: { requiredScopes: ["crm.lists.read"] } }] },
      { code: "forbidden", scopes: ["crm.lists.read"] },
    ],
    [404, {}, { code: "not-found" }],
    [409, { category: "OBJECT_ALREADY_EXISTS" }, { code: "conflict" }],
    [400, { category: "VALIDATION_ERROR" }, { code: "invalid" }],
    [400, { category: "INVALID_REVISION_ID_IN_PUT_REQUEST" }, { code: "conflict" }],
    [400, { subCategory: "PipelineError.STAGE_ID_IN_USE" }, { code: "in-use" }],
    [418, {}, { code: "unexpected" }],
  ])("%i %o", async (status, body, expected) => {
    const { url } = await startFaultyServer((_, response) =>
      answerJson(response, status, { message: "words", ...body }),
    );
    const { transport } = openTransport(url);
    expect(await transport.send(get)).toMatchObject({ ok: false, error: { ...expected, status, detail: "words" } });
  });
});

describe("the token and the process", () => {
  test("the token is sent, and nothing prints it", async () => {
    const { url, seen } = await startFaultyServer((_, response) => answerJson(response, 401, {}));
    const { transport } = openTransport(url);
    const outcome = await transport.send(get);
    expect(seen[0]?.authorization).toBe(`Bearer ${token}`);
    const secret = createSecret(token);
    const printed = [String(secret), JSON.stringify({ secret }), inspect(secret), JSON.stringify(outcome)].join();
    expect(printed).not.toContain(token);
    expect(printed).toContain("[redacted]");
  });

  test("an answer that repeats the token is read without it", async () => {
    const { url } = await startFaultyServer((request, response, count) => {
      const body = { message: `no ${request.headers.authorization}`, category: "VALIDATION_ERROR" };
      response.setHeader("X-HubSpot-Correlation-Id", token);
      answerJson(response, count === 1 ? 400 : 200, body);
    });
    const { transport } = openTransport(url);
    const outcomes = [await transport.send(get), await transport.send(get)];
    expect(outcomes).toMatchObject([
      { ok: false, error: { detail: "no Bearer [redacted]", correlationId: "[redacted]" } },
      { ok: true, value: { body: { message: "no Bearer [redacted]" } } },
    ]);
  });

  test("the global agents are what they were", async () => {
    const before = [http.globalAgent, https.globalAgent];
    const { url } = await startFaultyServer((_, response) => answerJson(response, 200, {}));
    const { transport } = openTransport(url);
    const sending = transport.send(get);
    expect([http.globalAgent, https.globalAgent]).toEqual(before);
    await sending;
    expect(http.globalAgent).toBe(before[0]);
  });

  test("reads share a connection", async () => {
    const ports = new Set<number | undefined>();
    const { url } = await startFaultyServer((request, response) => {
      ports.add(request.socket.remotePort);
      answerJson(response, 200, {});
    });
    const { transport } = openTransport(url);
    for (let count = 0; count < 3; count += 1) await transport.send(get);
    expect(ports.size).toBe(1);
  });

  test("a reading client that tries to write is a bug, before anything leaves", async () => {
    const { url, seen } = await startFaultyServer((_, response) => answerJson(response, 200, {}));
    const reading = createReadOnlyTransport(openTransport(url).transport);
    await expect(reading.send(post)).rejects.toThrow("A reading client tried POST /crm/v3/lists");
    for (const method of ["PUT", "PATCH", "DELETE"] as const) {
      await expect(reading.send({ ...get, method })).rejects.toThrow("A reading client");
    }
    expect(seen).toEqual([]);
    expect(await reading.send({ ...post, path: "/crm/v3/lists/search" })).toMatchObject({ ok: true });
  });
});

describe("proxies", () => {
  test("an https host is reached by CONNECT with the proxy's credentials, and TLS runs inside", async () => {
    const tunnel: { line?: string; authorization?: string | undefined; firstByte?: number | undefined } = {};
    const server = createServer();
    server.on("connect", (request, socket) => {
      tunnel.line = `${request.method} ${request.url}`;
      tunnel.authorization = request.headers["proxy-authorization"];
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      socket.once("data", (bytes: Buffer) => {
        tunnel.firstByte = bytes[0];
        socket.destroy();
      });
    });
    const proxy = new URL(await listen(server));
    onTestFinished(() => {
      server.close();
    });
    const environment = { HTTPS_PROXY: `http://ada:s%20cret@${proxy.host}` };
    const { transport } = openTransport("https://crm.invalid", { environment });
    expect(await transport.send(get)).toMatchObject({ ok: false, error: { code: "unavailable", reason: "network" } });
    expect(tunnel).toEqual({
      line: "CONNECT crm.invalid:443",
      authorization: `Basic ${Buffer.from("ada:s cret").toString("base64")}`,
      firstByte: 0x16,
    });
  });

  test("an http host is asked of the proxy by its whole address", async () => {
    const proxy = await startFaultyServer((_, response) => answerJson(response, 200, { via: "proxy" }));
    const { transport } = openTransport("http://crm.invalid:8080", { environment: { http_proxy: proxy.url } });
    expect(await transport.send(get)).toMatchObject({ ok: true, value: { body: { via: "proxy" } } });
    expect(proxy.seen[0]?.line).toBe("GET http://crm.invalid:8080/crm/v3/properties/contacts");
  });

  test.each(["crm.invalid", ".invalid", "*", "other, crm.invalid:443"])("NO_PROXY %s goes direct", async (list) => {
    const proxy = await startFaultyServer((_, response) => answerJson(response, 200, {}));
    const environment = { HTTPS_PROXY: proxy.url, NO_PROXY: list };
    const { transport } = openTransport("https://crm.invalid", { environment });
    expect(await transport.send(get)).toMatchObject({ ok: false, error: { code: "unavailable" } });
    expect(proxy.seen).toEqual([]);
  });

  test("loopback is never proxied", async () => {
    const proxy = await startFaultyServer((_, response) => answerJson(response, 500, {}));
    const { url } = await startFaultyServer((_, response) => answerJson(response, 200, {}));
    const { transport } = openTransport(url, { environment: { HTTP_PROXY: proxy.url } });
    expect(await transport.send(get)).toMatchObject({ ok: true });
    expect(proxy.seen).toEqual([]);
  });

  test("a proxy that refuses CONNECT makes the CRM unavailable", async () => {
    const server = createServer();
    server.on("connect", (_, socket) => socket.end("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n"));
    const proxy = await listen(server);
    onTestFinished(() => {
      server.close();
    });
    const { transport } = openTransport("https://crm.invalid", { environment: { HTTPS_PROXY: proxy } });
    const detail = "the proxy answered 407 to CONNECT";
    expect(await transport.send(post)).toMatchObject({ ok: false, error: { code: "unavailable", detail } });
  });
});
