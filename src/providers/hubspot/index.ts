export type { ProxyEnvironment } from "./proxy.ts";
export { createHubSpotReader } from "./reader.ts";
export { createSecret, type Secret } from "./secret.ts";
export { hubspotSemantics } from "./semantics.ts";
export { createGuardedTransport, createTransport, type Transport, type TransportOptions } from "./transport.ts";
export { createHubSpotWriter } from "./writer.ts";
