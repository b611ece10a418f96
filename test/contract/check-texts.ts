import { type Compilation, compileContract } from "../../src/contract/index.ts";
import { createSource } from "../../src/language/index.ts";

/** The effective date of the contracts of the tests: the day validation is judged by. */
export const asOf = "2027-01-04";

/** Compiles one contract from its texts by file name, as the command does after reading them. */
export function checkTexts(texts: Readonly<Record<string, string>>): Compilation {
  return compileContract(
    Object.entries(texts).map(([file, text]) => createSource(file, text)),
    { asOf },
  );
}

/** Compiles a contract that is one text. */
export function checkText(text: string): Compilation {
  return checkTexts({ "contract.yaml": text });
}
