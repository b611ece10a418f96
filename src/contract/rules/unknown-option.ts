import type { Path, Test } from "../../criteria/index.ts";
import { finding, nearest } from "../../diagnostics/index.ts";
import { hasOption } from "../condition-faults.ts";
import { conditionsOf, flatten } from "../conditions-of.ts";
import type { Contract, Field } from "../contract.ts";
import type { Rule } from "./rule.ts";

/** CRI407: a condition on an option that the field does not have. */
export const unknownOption: Rule = {
  codes: ["CRI407"],
  judges: "entry",
  check: (contract, { damaged }) =>
    conditionsOf(contract)
      .flatMap(flatten)
      .filter((condition) => condition.kind !== "field" || !damaged.has(`fields.${condition.field}`))
      .flatMap((condition) => {
        const field = condition.kind === "field" ? contract.fields.get(condition.field) : undefined;
        if (condition.kind !== "field" || field === undefined || !field.type.startsWith("enum")) return [];
        return optionsIn(condition.test)
          .filter(({ option }) => !hasOption(field, option))
          .map((place) => describe(contract, field, { ...place, path: condition.path }));
      }),
};

function optionsIn(test: Test): readonly { readonly option: string; readonly at: Path }[] {
  if ("values" in test)
    return test.values.map((value, index) => ({ option: String(value), at: [test.operator, index] }));
  if (test.operator === "is" || test.operator === "isNot" || test.operator === "contains")
    return [{ option: String(test.value), at: [test.operator] }];
  return [];
}

function describe(
  contract: Contract,
  field: Field,
  { option, at, path }: { readonly option: string; readonly at: Path; readonly path: Path },
) {
  const known = field.options.map(({ id }) => id);
  const args = { field: field.id, option, suggestion: nearest(option, known) ?? "", known };
  return finding("CRI407", contract.locate.spanOf([...path, ...at], "value"), args, { clause: path.join(".") });
}
