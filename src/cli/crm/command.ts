import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import {
  allScopes,
  type Fault,
  faultNames,
  findRunningLocalCrm,
  isLocalCrmError,
  type LocalCrmOptions,
  type PortalSeed,
  parseFault,
  parseSeed,
  resetLocalCrm,
} from "../../localcrm/index.ts";
import { forgetState } from "../../state/index.ts";
import { type ExitCode, exitCodes, fail, type Result, succeed } from "../exit-codes.ts";
import { codeOf, shownPath } from "../files/find-contract.ts";
import { termsFile } from "../plan/terms.ts";
import { describeLocalCrmError, prepareToken, serveLocalPortal } from "../portal/local-portal.ts";
import type { Terminal } from "../terminal.ts";
import { type CrmOptions, locate } from "./locate.ts";

/** Serves the local CRM until it is told to stop. */
export async function runStart(options: CrmOptions, terminal: Terminal): Promise<Result<ExitCode>> {
  const place = locate(options, terminal);
  if (!place.ok) return place;
  const token = prepareToken(place.value.portal);
  if (!token.ok) return token;
  const seed = options.seed === undefined ? succeed({}) : readSeed(options.seed);
  if (!seed.ok) return seed;
  const faults = readFaults(options.faults ?? []);
  if (!faults.ok) return faults;
  const port = options.port === undefined ? {} : { port: options.port };
  const rateLimits = options.rateLimit === undefined ? {} : { perTenSeconds: options.rateLimit, isEnforced: true };
  const about = { account: accountOf(options), seed: seed.value, faults: faults.value, rateLimits };
  const crm = await serveLocalPortal(place.value.portal, { token: token.value, ...about, ...port });
  if (!crm.ok) return crm;
  terminal.talk(`The local CRM serves portal ${crm.value.portalId} at ${crm.value.url}\n`);
  terminal.talk(
    `  its token is in ${shownPath(join(place.value.portal, "token"), process.cwd())}; stop it with Ctrl-C or revpact crm stop\n`,
  );
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve());
  });
  await crm.value.stop();
  terminal.talk("The local CRM has stopped; its portal is kept\n");
  return succeed(exitCodes.done);
}

function accountOf({ tier, timezone, scopes }: CrmOptions): NonNullable<LocalCrmOptions["account"]> {
  return {
    ...(tier === undefined ? {} : { tier }),
    ...(timezone === undefined ? {} : { timeZone: timezone }),
    ...(scopes === undefined ? {} : { scopes: scopes.includes("all") ? allScopes : scopes }),
  };
}

function readFaults(written: readonly string[]): Result<readonly Fault[]> {
  const faults: Fault[] = [];
  for (const text of written) {
    const fault = parseFault(text);
    if (fault === undefined) {
      const help = `write METHOD PATH [NTH] NAME, with one of ${faultNames.join(", ")}`;
      return fail(exitCodes.usage, `"${text}" is not a fault`, help);
    }
    faults.push(fault);
  }
  return succeed(faults);
}

function readSeed(file: string): Result<PortalSeed> {
  const help = 'write {"owners": [{"email": …, "teams": […]}], "teams": […], "forms": […], "events": {name: label}}';
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (problem) {
    return fail(exitCodes.usage, `the seed ${file} can't be read (${codeOf(problem)})`, "check its name");
  }
  const seed = parseSeed(text);
  return seed === undefined ? fail(exitCodes.usage, `${file} is not a seed of a portal`, help) : succeed(seed);
}

const stopPatienceMs = 5000;

/** Ends the process that serves the local CRM. */
export async function runStop(options: CrmOptions, terminal: Terminal): Promise<Result<ExitCode>> {
  const place = locate(options, terminal);
  if (!place.ok) return place;
  const running = await findRunningLocalCrm(place.value.portal);
  if (running === undefined) {
    terminal.talk("The local CRM is not running\n");
    return succeed(exitCodes.done);
  }
  process.kill(running.pid, "SIGTERM");
  for (let waited = 0; waited < stopPatienceMs; waited += 50) {
    if ((await findRunningLocalCrm(place.value.portal)) === undefined) {
      terminal.talk("The local CRM has stopped\n");
      return succeed(exitCodes.done);
    }
    await sleep(50);
  }
  return fail(
    exitCodes.locked,
    `process ${running.pid} still serves the local CRM`,
    `end it yourself: kill ${running.pid}`,
  );
}

/** Empties the portal and forgets what was applied to it. */
export async function runReset(options: CrmOptions, terminal: Terminal): Promise<Result<ExitCode>> {
  const place = locate(options, terminal);
  if (!place.ok) return place;
  try {
    await resetLocalCrm(place.value.portal);
  } catch (problem) {
    if (!isLocalCrmError(problem)) throw problem;
    return { ok: false, failure: describeLocalCrmError(problem) };
  }
  await forgetState(place.value.state);
  rmSync(join(place.value.state, termsFile), { force: true });
  terminal.talk("The local CRM is empty again\n");
  return succeed(exitCodes.done);
}
