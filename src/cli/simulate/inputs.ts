import type { Contract } from "../../contract/index.ts";
import { type Finding, type Language, nearest, renderFinding } from "../../diagnostics/index.ts";
import { decodeSource } from "../../language/index.ts";
import { mergeProfiles, type Profile, parseVolume, readProfile } from "../../simulation/index.ts";
import { exitCodes, fail, type Result, succeed } from "../exit-codes.ts";
import { readBytes } from "../files/load-contract.ts";
import { loadAgainst } from "../files/load-revision.ts";
import { loadSingle, type UsableContract } from "../files/load-single.ts";
import type { Terminal } from "../terminal.ts";
import { loadPast } from "./load-past.ts";

/** What the command line says about the inputs of a simulation. */
export interface InputOptions {
  readonly path: string | undefined;
  readonly volume: string | undefined;
  readonly from: string | undefined;
  readonly staff: ReadonlyMap<string, number>;
  readonly profile: string | undefined;
  readonly past: string | undefined;
  readonly against: string | undefined;
  readonly language: Language;
}

/** What a simulation needs, read and checked. */
export interface Inputs {
  readonly contract: Contract;
  readonly profile: Profile;
  readonly perDay: number;
  readonly from: string;
  readonly against?: { readonly name: string; readonly contract: Contract };
}

/** Reads contract, profile and the version to compare with. */
export async function loadInputs(options: InputOptions, terminal: Terminal): Promise<Result<Inputs>> {
  const loaded = loadSingle(options.path, options.language, terminal);
  if (!loaded.ok) return loaded;
  const { contract } = loaded.value;
  const profile = await loadProfiles(options, contract, terminal);
  if (!profile.ok) return profile;
  const perDay = volumeOf(options.volume, profile.value);
  if (!perDay.ok) return perDay;
  const known = checkRoles(options.staff, contract);
  if (!known.ok) return known;
  const against = otherVersion(options, loaded.value);
  if (!against.ok) return against;
  const starts = [contract, ...(against.value === undefined ? [] : [against.value.contract])];
  const latest = starts
    .map(({ effective }) => effective)
    .toSorted()
    .at(-1);
  const from = options.from ?? latest ?? contract.effective;
  const inputs = { contract, profile: profile.value, perDay: perDay.value, from };
  return succeed(against.value === undefined ? inputs : { ...inputs, against: against.value });
}

/** What the profile says goes before what past leads show: a file of events knows no staff and no handling times. */
async function loadProfiles(options: InputOptions, contract: Contract, terminal: Terminal): Promise<Result<Profile>> {
  const profile = loadProfile(options, contract, terminal);
  if (!profile.ok || options.past === undefined) return profile;
  const past = await loadPast(options.past, contract, { language: options.language, terminal });
  return past.ok ? succeed(mergeProfiles(profile.value, past.value)) : past;
}

function loadProfile(
  { profile: file, language }: InputOptions,
  contract: Contract,
  terminal: Terminal,
): Result<Profile> {
  if (file === undefined) return succeed({});
  const bytes = readBytes(file, process.cwd());
  if (!bytes.ok) return bytes;
  const decoded = decodeSource(file, bytes.value);
  const reading = decoded.value === undefined ? { findings: decoded.findings } : readProfile(decoded.value, contract);
  tell(reading.findings, language, terminal);
  if ("value" in reading && reading.value !== undefined) return succeed(reading.value);
  return fail(
    exitCodes.findings,
    `${file} has errors: nothing was simulated`,
    "correct them; docs/simulation.md shows a whole profile",
  );
}

function tell(findings: readonly Finding[], language: Language, { talk, talkPaint }: Terminal): void {
  for (const item of findings) {
    const { file, start } = item.primary;
    const { message, help } = renderFinding(item, language);
    const paint = item.severity === "error" ? talkPaint.red : talkPaint.yellow;
    talk(`${file}:${start.line}:${start.column}: ${paint(item.code)} ${message}\n  → ${help}\n`);
  }
}

function volumeOf(written: string | undefined, profile: Profile): Result<number> {
  if (written === undefined && profile.perDay !== undefined) return succeed(profile.perDay);
  if (written === undefined)
    return fail(
      exitCodes.usage,
      "how many leads arrive is not said",
      "add --volume 120/month, a profile that says it, or past leads",
    );
  const perDay = parseVolume(written);
  if (perDay !== undefined) return succeed(perDay);
  return fail(
    exitCodes.usage,
    `${written} is no number of leads`,
    "write it like 120/month; periods are day, week, month, quarter and year",
  );
}

function checkRoles(staff: ReadonlyMap<string, number>, { roles }: Contract): Result<void> {
  const stray = [...staff.keys()].find((role) => !roles.has(role));
  if (stray === undefined) return succeed(undefined);
  const guess = nearest(stray, [...roles.keys()]);
  return fail(
    exitCodes.usage,
    `there is no role ${stray}${guess === undefined ? "" : `; did you mean ${guess}`}`,
    `the contract has ${[...roles.keys()].join(", ")}`,
  );
}

function otherVersion({ against: name, language }: InputOptions, loaded: UsableContract): Result<Inputs["against"]> {
  if (name === undefined) return succeed(undefined);
  const other = loadAgainst(name, loaded, { from: process.cwd(), language });
  return other.ok ? succeed({ name: other.value.place, contract: other.value.contract }) : other;
}
