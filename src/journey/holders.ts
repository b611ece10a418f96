import type { Id } from "../contract/index.ts";
import type { Holder, World } from "./state.ts";

/** Whom a name speaks of: a role as such, anybody else as a person in a position. */
export function holderNamed({ terms }: World, name: string, position: Id | undefined): Holder {
  if (terms.contract.roles.has(name)) return { role: name };
  return { person: name, ...(position === undefined ? {} : { role: position }) };
}
