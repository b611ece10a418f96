import { finding } from "../../diagnostics/index.ts";
import type { Contract } from "../contract.ts";
import type { Id } from "../entry.ts";
import { partyOf } from "../roles.ts";
import type { Rule } from "./rule.ts";

/** OWN607: a party that takes part in the chain but promises nothing measurable. */
export const oneSidedContract: Rule = {
  codes: ["OWN607"],
  judges: "contract",
  check: (contract) => {
    const involved = involvedParties(contract);
    if (involved.length < 2) return [];
    const bound = new Set(
      [...contract.commitments.values(), ...contract.contribution.values()].map(({ by }) => partyOf(contract, by)),
    );
    return involved
      .filter((party) => !bound.has(party))
      .map((party) => {
        const other = involved.find((candidate) => candidate !== party) ?? "";
        return finding(
          "OWN607",
          contract.locate.spanOf(["parties", party], "key"),
          { party, other },
          { clause: `parties.${party}` },
        );
      });
  },
};

/** Parties whose roles own a stage: they give or receive records. */
function involvedParties(contract: Contract): readonly Id[] {
  const owners = [...contract.stages.values()].flatMap((stage) =>
    stage.owner === undefined ? [] : [partyOf(contract, stage.owner)],
  );
  return [...contract.parties.keys()].filter((party) => owners.includes(party));
}
