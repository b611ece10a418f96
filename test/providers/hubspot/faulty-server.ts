import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { createSecret, createTransport, type Transport, type TransportOptions } from "../../../src/providers/index.ts";

export type Handler = (request: IncomingMessage, response: ServerResponse, count: number) => void;

export interface FaultyServer {
  readonly url: string;
  readonly seen: readonly { readonly line: string; readonly authorization: string | undefined }[];
}

/** A server on loopback that answers as told and counts its requests from 1; gone after the test. */
export async function startFaultyServer(handler: Handler): Promise<FaultyServer> {
  const seen: { line: string; authorization: string | undefined }[] = [];
  const server = createServer((request, response) => {
    seen.push({ line: `${request.method} ${request.url}`, authorization: request.headers.authorization });
    handler(request, response, seen.length);
  });
  const url = await listen(server);
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url, seen };
}

export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo; // a listening TCP server has an AddressInfo
  return `http://127.0.0.1:${port}`;
}

export const token = "pat-eu1-canary";

/** A transport that does not wait: its pauses are recorded instead. */
export function openTransport(
  baseUrl: string,
  options: Partial<TransportOptions> = {},
): { readonly transport: Transport; readonly pauses: readonly number[] } {
  const pauses: number[] = [];
  const sleep = async (milliseconds: number) => {
    pauses.push(milliseconds);
  };
  const base = { baseUrl, token: createSecret(token), environment: {}, sleep, random: () => 0 };
  const transport = createTransport({ ...base, ...options });
  onTestFinished(() => transport.close());
  return { transport, pauses };
}

export function answerJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "Content-Type": "application/json" });
  response.end(JSON.stringify(body));
}
