import { setTimeout as sleep } from "node:timers/promises";
import type { Environment } from "../../contract/index.ts";
import type { PortalIdentity, ProviderReader, ProviderWriter } from "../../engine/index.ts";
import {
  createGuardedTransport,
  createHubSpotReader,
  createHubSpotWriter,
  createSecret,
  createTransport,
} from "../../providers/hubspot/index.ts";
import { exitCodes, fail, type Result, succeed } from "../exit-codes.ts";
import type { Terminal } from "../terminal.ts";
import { portalFolder } from "./environment.ts";
import { openLocalPortal } from "./local-portal.ts";
import { describeProviderError } from "./provider-failure.ts";

/** An open portal: who it is, its reading half, and its writing half for `apply` alone. */
export interface OpenPortal {
  readonly identity: PortalIdentity;
  readonly place: string;
  readonly reader: ProviderReader;
  /** Writes as long as it may, which is asked before each call leaves. */
  readonly openWriter: (mayWrite: () => Promise<boolean>) => ProviderWriter;
  readonly close: () => Promise<void>;
}

interface Access {
  readonly url: string;
  readonly token: string;
  readonly close: () => Promise<void>;
}

const hubspotUrl = "https://api.hubapi.com";

/** Opens the portal of an environment and makes sure that the token opens that portal and no other. */
export async function openPortal(
  environment: Environment,
  contractFolder: string,
  terminal: Terminal,
): Promise<Result<OpenPortal>> {
  const access =
    environment.crm === "local"
      ? await openLocalPortal(portalFolder(contractFolder, environment))
      : hubspotAccess(environment);
  if (!access.ok) return access;
  const { url, token, close } = access.value;
  const timeout = readTimeout(process.env["REVPACT_TIMEOUT_MS"]);
  if (!timeout.ok) {
    await close();
    return timeout;
  }
  const secret = createSecret(token);
  const transport = createTransport({
    baseUrl: url,
    token: secret,
    environment: process.env,
    timeoutMs: timeout.value,
    sleep: (milliseconds) => sleep(milliseconds),
    random: Math.random,
    onPause: ({ milliseconds, error }) => {
      if (milliseconds >= 1000)
        terminal.talk(`waiting ${Math.round(milliseconds / 1000)} s: the CRM is ${error.code}\n`);
    },
  });
  const closeAll = async () => {
    transport.close();
    await close();
  };
  const reader = createHubSpotReader(transport, { version: environment.apiVersion, token: secret });
  const identity = await identify(environment, reader, url);
  if (!identity.ok) {
    await closeAll();
    return identity;
  }
  return succeed({
    identity: identity.value,
    place: url,
    reader,
    openWriter: (mayWrite) =>
      createHubSpotWriter(
        createGuardedTransport(transport, mayWrite),
        (milliseconds) => sleep(milliseconds),
        environment.apiVersion,
      ),
    close: closeAll,
  });
}

const defaultTimeoutMs = 30_000;

/** How long one call may take, in milliseconds; `REVPACT_TIMEOUT_MS` where a network needs longer or a script less. */
function readTimeout(written: string | undefined): Result<number> {
  if (written === undefined || written === "") return succeed(defaultTimeoutMs);
  const milliseconds = Number(written);
  if (Number.isInteger(milliseconds) && milliseconds > 0) return succeed(milliseconds);
  return fail(
    exitCodes.usage,
    `REVPACT_TIMEOUT_MS is ${written}, which is not a number of milliseconds`,
    "set it to a whole number such as 30000, or unset it",
  );
}

async function identify(
  environment: Environment,
  reader: ProviderReader,
  place: string,
): Promise<Result<PortalIdentity>> {
  const identity = await reader.identify();
  if (!identity.ok) return { ok: false, failure: describeProviderError(identity.error, place) };
  const { portalId } = identity.value;
  if (environment.portal === undefined || String(environment.portal) === portalId) return succeed(identity.value);
  return fail(
    exitCodes.usage,
    `the token opens portal ${portalId}, but environment ${environment.id} is portal ${environment.portal}: nothing was read or written`,
    `use a token of portal ${environment.portal}, or correct environments.${environment.id}.portal`,
  );
}

function hubspotAccess(environment: Environment): Result<Access> {
  const { tokenVariable, url = hubspotUrl } = environment;
  if (tokenVariable === undefined) {
    return fail(
      exitCodes.usage,
      `environment ${environment.id} does not say where its token is`,
      `add token: env:HUBSPOT_TOKEN to environments.${environment.id}`,
    );
  }
  const token = process.env[tokenVariable]?.trim();
  if (token === undefined || token === "") {
    return fail(
      exitCodes.usage,
      `${tokenVariable} is not set: it should hold the token of environment ${environment.id}`,
      `export ${tokenVariable}=… (a HubSpot service key), or choose another environment with --environment`,
    );
  }
  // A header can't carry them, and the SDK would say so with the token in its message.
  if (!/^[\x21-\x7e]+$/.test(token)) {
    return fail(
      exitCodes.usage,
      `${tokenVariable} holds characters that a token can't have (a line break, a space or an accent)`,
      `copy the token again and export ${tokenVariable}=…`,
    );
  }
  return succeed({ url, token, close: async () => {} });
}
