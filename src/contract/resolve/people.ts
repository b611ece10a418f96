import { parseCapacity } from "../../language/index.ts";
import type { Party, Role } from "../contract.ts";
import { type Clause, defined, into, type ResolveContext } from "./context.ts";
import { readReference, readReferences, toRole } from "./references.ts";
import { readGrammar, readLabel, readStrings } from "./values.ts";

/** An entry of `parties`. */
export function readParty(context: ResolveContext, clause: Clause, id: string): Party {
  const head = readReference(context, into(clause, "head"), toRole);
  const formerly = readStrings(into(clause, "formerly"));
  return { id, path: clause.path, label: readLabel(context, clause, id), formerly, ...defined({ head }) };
}

/** An entry of `roles`. */
export function readRole(context: ResolveContext, clause: Clause, id: string): Role {
  const optional = defined({
    party: readReference(context, into(clause, "party"), { kinds: ["party"] }),
    backup: readReference(context, into(clause, "backup"), toRole),
    capacity: readGrammar(context, into(clause, "capacity"), parseCapacity),
    calendar: readReference(context, into(clause, "calendar"), { kinds: ["calendar"] }),
  });
  const members = readReferences(context, into(clause, "members"), toRole);
  const formerly = readStrings(into(clause, "formerly"));
  return { id, path: clause.path, label: readLabel(context, clause, id), formerly, members, ...optional };
}
