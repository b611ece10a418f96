import type { Contract, Id } from "../contract/index.ts";
import type { Page } from "./site/pages.ts";

/** Who reads: those who decide, one party of the contract, or those who look after the CRM. */
export type Audience = "management" | "revops" | { readonly party: Id };

/** The audiences of a contract by the name they are asked for. */
export function audiencesOf(contract: Contract): ReadonlyMap<string, Audience> {
  return new Map<string, Audience>([
    ...[...contract.parties.keys()].map((party) => [party, { party }] as const),
    ["management", "management"],
    ["revops", "revops"],
  ]);
}

const pagesFor: Readonly<Record<"management" | "revops", readonly Page["kind"][]>> = {
  management: ["management", "responsibilities", "glossary"],
  revops: ["reference", "journey", "stage", "handoff", "rules", "glossary"],
};
const pagesForParty: readonly Page["kind"][] = [
  "guide",
  "journey",
  "stage",
  "handoff",
  "rules",
  "responsibilities",
  "glossary",
];

/** True where a page is for one of these audiences; without any, every page is for everybody. */
export function isFor(page: Pick<Page, "kind" | "id">, audiences: readonly Audience[]): boolean {
  if (audiences.length === 0) return true;
  return audiences.some((audience) => {
    if (typeof audience === "string") return pagesFor[audience].includes(page.kind);
    return page.kind === "guide" ? page.id === `guide-${audience.party}` : pagesForParty.includes(page.kind);
  });
}
