export {
  createHubSpotReader,
  createHubSpotWriter,
  createSecret,
  createTransport,
  hubspotSemantics,
  type ProxyEnvironment,
  type Secret,
  type Transport,
  type TransportOptions,
} from "./hubspot/index.ts";
