import { type Contract, compileContract } from "../../src/contract/index.ts";
import { renderFinding } from "../../src/diagnostics/index.ts";
import { createSource } from "../../src/language/index.ts";
import { baseContract } from "../diagnostics/example-text.ts";

/** The base contract of the examples, with texts replaced; one that is not there is a mistake in the test. */
export function changed(...changes: readonly (readonly [before: string, after: string])[]): Contract {
  const text = changes.reduce((all, [before, after]) => {
    if (!all.includes(before)) throw new Error(`the base contract does not contain ${before}`);
    return all.replaceAll(before, after);
  }, baseContract);
  const { value, findings } = compileContract([createSource("contract.yaml", text)], { asOf: "2027-01-04" });
  if (value === undefined) throw new Error(findings.map((item) => renderFinding(item, "en").message).join("\n"));
  return value;
}
