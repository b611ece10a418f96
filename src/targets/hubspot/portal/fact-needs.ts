import type { Environment } from "../../../contract/index.ts";
import type { FactNeeds } from "./portal-facts.ts";

/** A variable's value; undefined where it is not set. */
export type LookUp = (variable: string) => string | undefined;

const variableMark = "env:";

/** A person as written in an environment: an e-mail address, or the variable that holds it. */
export interface WrittenUser {
  readonly variable?: string;
  /** Absent where the variable is not set. */
  readonly email?: string;
}

/** Reads `jo@acme.test` or `env:NAME`. */
export function readUser(written: string, lookUp: LookUp): WrittenUser {
  if (!written.startsWith(variableMark)) return { email: written.trim() };
  const variable = written.slice(variableMark.length);
  const email = lookUp(variable)?.trim();
  return email === undefined || email === "" ? { variable } : { variable, email };
}

/** What an environment names. */
export function factNeeds({ people, signals }: Environment, lookUp: LookUp): FactNeeds {
  const holders = [...people.values()];
  const emails = holders.flatMap(({ user }) => (user === undefined ? [] : (readUser(user, lookUp).email ?? [])));
  const teams = holders.flatMap(({ team }) => (team === undefined ? [] : [team]));
  const sources = [...signals.values()];
  return {
    emails: [...new Set(emails)].sort(),
    teams: [...new Set(teams)].sort(),
    forms: sources.some(({ kind, value }) => kind === "form" && value !== anyForm),
    events: sources.some(({ kind }) => kind === "event" || kind === "product"),
  };
}

/** Every form of the portal. */
export const anyForm = "any";
