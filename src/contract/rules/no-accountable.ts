import type { Path } from "../../criteria/index.ts";
import { type Finding, finding } from "../../diagnostics/index.ts";
import type { Contract } from "../contract.ts";
import type { Id } from "../entry.ts";
import type { Rule } from "./rule.ts";

/** OWN601 and OWN602: exactly one role answers for a handoff or a recurring decision. */
export const noAccountable: Rule = {
  codes: ["OWN601", "OWN602"],
  judges: "entry",
  check: (contract) => [
    ...[...contract.handoffs.values()].flatMap((handoff) =>
      judge(contract, {
        id: handoff.id,
        path: handoff.path,
        below: "responsibilities",
        roles: handoff.responsibilities.accountable,
      }),
    ),
    ...contract.governance.decisions.flatMap((decision) =>
      judge(contract, { id: decision.id, path: decision.path, roles: decision.accountable }),
    ),
  ],
};

interface Duty {
  readonly id: Id;
  readonly path: Path;
  readonly below?: string;
  readonly roles: readonly Id[];
}

function judge(contract: Contract, duty: Duty): readonly Finding[] {
  const place = [...duty.path, ...(duty.below === undefined ? [] : [duty.below]), "accountable"];
  const clause = duty.path.join(".");
  if (duty.roles.length === 0)
    return [finding("OWN601", contract.locate.spanOf(place, "key"), { clause: duty.id }, { clause })];
  if (duty.roles.length === 1) return [];
  return [
    finding("OWN602", contract.locate.spanOf(place, "value"), { clause: duty.id, roles: duty.roles }, { clause }),
  ];
}
