import { type Contract, type Id, textIn } from "../../contract/index.ts";
import type { Language } from "../../diagnostics/index.ts";

/** What a report calls the entries of its contract. */
export interface Names {
  readonly role: (id: Id) => string;
  readonly stage: (id: Id) => string;
  readonly handoff: (id: Id) => string;
  readonly reason: (id: Id) => string;
  /** `Handoff to the SDR · decision`. */
  readonly deadline: (name: string) => string;
}

/** Labels in a language; an entry that only another version has keeps its id. */
export function namesOf(contract: Contract, language: Language): Names {
  const label = (entries: ReadonlyMap<Id, { readonly label: Contract["title"] }>) => (id: Id) =>
    textIn(contract, entries.get(id)?.label, language) || id;
  const stage = label(contract.stages);
  const handoff = label(contract.handoffs);
  return {
    role: label(contract.roles),
    stage,
    handoff,
    reason: label(contract.reasons),
    deadline: (name) => {
      const [holder = "", ...rest] = name.split(".");
      const shown = contract.handoffs.has(holder) ? handoff(holder) : stage(holder);
      return `${shown} · ${rest.join(".")}`;
    },
  };
}
