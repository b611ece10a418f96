import { type EntryKind, type Finding, finding } from "../../diagnostics/index.ts";
import type { Contract } from "../contract.ts";
import type { Id } from "../entry.ts";
import type { Rule } from "./rule.ts";

/** REF205: two names of one section that the eye or the ear takes for one another. */
export const confusableIds: Rule = {
  codes: ["REF205"],
  judges: "entry",
  check: (contract) => {
    const sections: readonly (readonly [EntryKind, string, ReadonlyMap<Id, unknown>])[] = [
      ["party", "parties", contract.parties],
      ["role", "roles", contract.roles],
      ["calendar", "calendars", contract.calendars],
      ["signal", "signals", contract.signals],
      ["field", "fields", contract.fields],
      ["criteria", "criteria", contract.criteria],
      ["priority", "priorities", contract.priorities],
      ["pipeline", "pipelines", contract.pipelines],
      ["stage", "stages", contract.stages],
      ["reason", "reasons", contract.reasons],
      ["handoff", "handoffs", contract.handoffs],
      ["term", "glossary", contract.glossary],
      ["environment", "environments", contract.environments],
    ];
    return sections.flatMap(([kind, section, ids]) => compare(contract, kind, { section, ids: [...ids.keys()] }));
  },
};

function compare(
  contract: Contract,
  kind: EntryKind,
  { section, ids }: { readonly section: string; readonly ids: readonly Id[] },
): readonly Finding[] {
  const first = new Map<string, Id>();
  return ids.flatMap((name) => {
    const look = appearance(name);
    const other = first.get(look);
    if (other === undefined) {
      first.set(look, name);
      return [];
    }
    const related = [{ span: contract.locate.spanOf([section, other], "key"), role: "conflicts-with" as const }];
    return [
      finding(
        "REF205",
        contract.locate.spanOf([section, name], "key"),
        { kind, name, other },
        { clause: `${section}.${name}`, related },
      ),
    ];
  });
}

/** Hyphens, a plural s and look-alike characters aside. */
function appearance(id: Id): string {
  return id.replaceAll("-", "").replaceAll("1", "l").replaceAll("0", "o").replaceAll("rn", "m").replace(/s$/, "");
}
