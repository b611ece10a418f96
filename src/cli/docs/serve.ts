import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, dirname, resolve } from "node:path";
import { type ExitCode, exitCodes, fail, type Result, succeed } from "../exit-codes.ts";
import { codeOf, findContracts } from "../files/find-contract.ts";
import { watchFolder } from "../files/watch-folder.ts";
import { interruption } from "../interruption.ts";
import { type Terminal, talkFailure } from "../terminal.ts";
import { withLiveReload } from "./live-reload.ts";
import { type DocsOptions, renderAll } from "./render-contracts.ts";

/** What is served at the moment, and who waits for the next. */
interface Desk {
  pages: ReadonlyMap<string, string>;
  readonly listeners: Set<ServerResponse>;
}

/** Serves the documents on this computer only and renders them again after every change, until interrupted. */
export async function serveDocuments(
  options: DocsOptions,
  port: number,
  terminal: Terminal,
): Promise<Result<ExitCode>> {
  const found = findContracts(options.path, process.cwd());
  if (!found.ok) return found;
  const desk: Desk = { pages: new Map(), listeners: new Set() };
  const first = await renderInto(desk, options, terminal);
  if (!first.ok) return first;
  const server = createServer((request, response) => answer(desk, request, response));
  const listening = await listen(server, port);
  if (!listening.ok) return listening;
  const address = `http://127.0.0.1:${listening.value}/`;
  terminal.talk(`serving ${address}  (Ctrl-C stops)\n`);
  const again = () => void renderAgain(desk, options, terminal);
  const folders = new Set(found.value.map(({ folder }) => resolve(folder)));
  const watchers = [
    ...[...folders].map((folder) => watchFolder({ folder, files: /\.ya?ml$/ }, again)),
    ...(options.templates === undefined
      ? []
      : [watchFolder({ folder: resolve(options.templates), files: /\.(?:hbs|css)$/, isDeep: true }, again)]),
  ];
  await interruption();
  for (const { close } of watchers) close();
  for (const listener of desk.listeners) listener.end();
  server.close();
  server.closeAllConnections();
  return succeed(exitCodes.interrupted);
}

async function renderInto(desk: Desk, options: DocsOptions, terminal: Terminal): Promise<Result<void>> {
  const sets = await renderAll({ ...options, edition: "site" }, terminal);
  if (!sets.ok) return sets;
  const isOne = sets.value.length === 1;
  desk.pages = new Map(
    sets.value.flatMap(({ folder, files }) => {
      const prefix = isOne ? "/" : `/${basename(dirname(folder))}/`;
      return files.map(({ path, text }) => [`${prefix}${path}`, withLiveReload(text)] as const);
    }),
  );
  return succeed(undefined);
}

/** What can't be rendered now leaves the last pages standing: a contract is often broken while one writes. */
async function renderAgain(desk: Desk, options: DocsOptions, terminal: Terminal): Promise<void> {
  const rendered = await renderInto(desk, options, terminal);
  if (!rendered.ok) {
    talkFailure(terminal, rendered.failure);
    return;
  }
  terminal.talk(`${new Date().toISOString().slice(11, 19)} UTC rendered again\n`);
  for (const listener of desk.listeners) listener.write("data: reload\n\n");
}

function answer(desk: Desk, { url = "/", headers }: IncomingMessage, response: ServerResponse): void {
  // Pages of other origins could reach a server of this computer under a name of their own.
  const host = (headers.host ?? "").replace(/:\d+$/, "");
  if (host !== "127.0.0.1" && host !== "localhost") {
    end(response, 403, "text/plain", "ask for 127.0.0.1");
    return;
  }
  const path = decode(url.split(/[?#]/)[0] ?? "/");
  if (path === "/-/changes") {
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    response.write(": waiting\n\n");
    desk.listeners.add(response);
    response.on("close", () => desk.listeners.delete(response));
    return;
  }
  const wanted = path.endsWith("/") ? `${path}index.html` : path;
  const text = desk.pages.get(wanted) ?? (path === "/" ? [...desk.pages.values()][0] : undefined);
  if (text === undefined) end(response, 404, "text/plain", `there is no page ${path}`);
  else end(response, 200, "text/html", text);
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function end(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, {
    "content-type": `${type}; charset=utf-8`,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  response.end(text);
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<Result<number>> {
  return new Promise((done) => {
    server.once("error", (problem) =>
      done(
        fail(
          exitCodes.usage,
          `port ${port} can't be used (${codeOf(problem)})`,
          "leave the port out, or give a free one",
        ),
      ),
    );
    server.listen(port, "127.0.0.1", () => done(succeed((server.address() as AddressInfo).port)));
  });
}
