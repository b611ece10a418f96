import http from "node:http";
import https from "node:https";
import type { Socket } from "node:net";
import tls from "node:tls";

/** The environment variables that name proxies, as given to the process. */
export type ProxyEnvironment = Readonly<Record<string, string | undefined>>;

/** The proxy for a URL from HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY in either case; loopback is never proxied. */
export function proxyFor(url: URL, environment: ProxyEnvironment): URL | undefined {
  const read = (name: string): string | undefined => environment[name.toLowerCase()] || environment[name] || undefined;
  if (isLoopback(url.hostname) || isExempt(url, read("NO_PROXY") ?? "")) return undefined;
  const own = url.protocol === "https:" ? read("HTTPS_PROXY") : read("HTTP_PROXY");
  const text = own ?? read("ALL_PROXY");
  if (text === undefined) return undefined;
  const whole = text.includes("://") ? text : `http://${text}`;
  return URL.canParse(whole) ? new URL(whole) : undefined;
}

/** An agent whose connections to an https host go through the proxy by CONNECT; `options` as for https.Agent. */
export function createTunnelAgent(proxy: URL, options: https.AgentOptions): https.Agent {
  const connect = (target: tls.ConnectionOptions, callback: ConnectionCallback): void => {
    const request = openTunnel(proxy, `${target.host ?? ""}:${target.port ?? 443}`);
    request.once("error", (error) => callback(error));
    request.once("connect", (response, socket: Socket) => {
      if (response.statusCode === 200) {
        callback(null, tls.connect({ ...target, socket }));
        return;
      }
      socket.destroy();
      callback(new Error(`the proxy answered ${response.statusCode ?? "nothing"} to CONNECT`));
    });
    request.end();
  };
  return Object.assign(new https.Agent(options), { createConnection: connect });
}

/** An agent that asks the proxy for whole URLs, for plain http hosts. */
export function createForwardAgent(proxy: URL, options: http.AgentOptions): http.Agent {
  const agent = new http.Agent(options);
  const { hostname: host, port } = proxy;
  // Node documents neither addRequest nor its types; agents have been replaced through it since Node 0.12.
  const inner = agent as unknown as RequestTaker;
  const addRequest = inner.addRequest.bind(agent);
  inner.addRequest = (request, target) => {
    request.path = new URL(request.path, `http://${target.host}:${target.port}`).href;
    for (const [name, value] of Object.entries(authorization(proxy))) request.setHeader(name, value);
    addRequest(request, { ...target, host, port: Number(port || 80) });
  };
  return agent;
}

/** How Node's client hands a request to an agent. */
export interface RequestTaker {
  addRequest(request: http.ClientRequest, target: { readonly host: string; readonly port: number }): void;
}

type ConnectionCallback = (error: Error | null, socket?: tls.TLSSocket) => void;

function openTunnel(proxy: URL, path: string): http.ClientRequest {
  const { hostname: host, port } = proxy;
  const headers = { Host: path, ...authorization(proxy) };
  // A socket of its own: the tunnel is not an answer that an agent could use again.
  const common = { host, method: "CONNECT", path, headers, agent: false as const };
  return proxy.protocol === "https:"
    ? https.request({ ...common, port: port || 443 })
    : http.request({ ...common, port: port || 80 });
}

function authorization({ username, password }: URL): Readonly<Record<string, string>> {
  if (username === "") return {};
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { "Proxy-Authorization": `Basic ${Buffer.from(credentials).toString("base64")}` };
}

function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

function isExempt({ hostname, port, protocol }: URL, list: string): boolean {
  const actualPort = port || (protocol === "https:" ? "443" : "80");
  return list.split(/[\s,]+/).some((entry) => {
    if (entry === "*") return true;
    const [, host = "", onlyPort] = /^\*?\.?(.*?)(?::(\d+))?$/.exec(entry.toLowerCase()) ?? [];
    if (host === "" || (onlyPort !== undefined && onlyPort !== actualPort)) return false;
    return hostname === host || hostname.endsWith(`.${host}`);
  });
}
