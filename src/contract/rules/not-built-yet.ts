import type { Path } from "../../criteria/index.ts";
import { finding } from "../../diagnostics/index.ts";
import type { Contract } from "../contract.ts";
import type { RenamableEntry } from "../entry.ts";
import type { Rule } from "./rule.ts";

/** SCH107: keys of the language that this version reads but does not act on. */
export const notBuiltYet: Rule = {
  codes: ["SCH107"],
  judges: "entry",
  check: (contract) =>
    waitingPaths(contract)
      .filter((path) => contract.locate.has(path))
      .map((path) =>
        finding(
          "SCH107",
          contract.locate.spanOf(path, "key"),
          { key: String(path.at(-1)) },
          { clause: path.join(".") },
        ),
      ),
};

/** `removed` and `formerly` move records: they wait for an apply that can. */
function waitingPaths(contract: Contract): readonly Path[] {
  const { parties, roles, signals, fields, pipelines, stages, reasons, handoffs } = contract;
  const renamed = [parties, roles, signals, fields, pipelines, stages, reasons, handoffs]
    .flatMap((section): readonly RenamableEntry[] => [...section.values()])
    .filter((entry) => entry.formerly.length > 0);
  return [["removed"], ["uses"], ...renamed.map((entry) => [...entry.path, "formerly"])];
}
