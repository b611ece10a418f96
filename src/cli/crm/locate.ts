import type { Tier } from "../../localcrm/index.ts";
import { exitCodes, fail, type Result, succeed } from "../exit-codes.ts";
import { loadSingle } from "../files/load-single.ts";
import { chooseEnvironment, portalFolder, stateFolder } from "../portal/environment.ts";
import type { Terminal } from "../terminal.ts";

/** The options of `revpact crm …`. */
export interface CrmOptions {
  readonly path: string | undefined;
  readonly environment?: string;
  readonly port?: number;
  readonly tier?: Tier;
  /** IANA name. */
  readonly timezone?: string;
  /** `["all"]`: everything again. */
  readonly scopes?: readonly string[];
  /** A JSON file. */
  readonly seed?: string;
  /** METHOD PATH [NTH] NAME. */
  readonly faults?: readonly string[];
  /** Requests in ten seconds. */
  readonly rateLimit?: number;
}

/** Where a local CRM keeps its portal, and revpact what it knows of it. */
export interface Place {
  readonly portal: string;
  readonly state: string;
}

/** The local CRM that is meant; fails where the environment is another portal. */
export function locate(options: CrmOptions, terminal: Terminal): Result<Place> {
  const usable = loadSingle(options.path, terminal.language, terminal);
  if (!usable.ok) return usable;
  const environment = chooseEnvironment(usable.value.contract, options.environment);
  if (!environment.ok) return environment;
  if (environment.value.crm !== "local")
    return fail(
      exitCodes.usage,
      `environment ${environment.value.id} is a HubSpot portal, not a local CRM`,
      "name an environment with crm: local",
    );
  const { folder } = usable.value;
  return succeed({ portal: portalFolder(folder, environment.value), state: stateFolder(folder, environment.value) });
}
