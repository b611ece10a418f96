import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import type { Exchange } from "./hubspot-api.ts";

/** A server that passes every request on, and remembers what was said. */
export interface RecordingProxy {
  readonly url: string;
  readonly exchanges: Exchange[];
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer); // a request without encoding gives buffers
  return Buffer.concat(chunks).toString("utf8");
}

/** Stands before the server at a URL until the test ends. */
export async function recordBefore(target: string): Promise<RecordingProxy> {
  const exchanges: Exchange[] = [];
  const server = createServer(async (request, response) => {
    const { method = "GET", url: path = "/" } = request;
    const sent = await bodyOf(request);
    const headers = { authorization: request.headers.authorization ?? "", "content-type": "application/json" };
    const answer = await fetch(`${target}${path}`, { method, headers, ...(sent === "" ? {} : { body: sent }) });
    const text = await answer.text();
    const body = sent === "" ? {} : { request: JSON.parse(sent) as unknown };
    exchanges.push({ method, path, ...body, status: answer.status, answer: text });
    response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "text/plain" });
    response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  // A TCP server has an AddressInfo once it listens.
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, exchanges };
}
