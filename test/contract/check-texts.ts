import { type Compilation, compileContract } from "../../src/contract/index.ts";
import { createSource } from "../../src/language/index.ts";

/** The effective date of the contracts of the tests: the day validation is judged by. */
export const asOf = "2027-01-04";

/** Compiles one contract from its texts by file name, as the command does after reading them. */
export function checkTextsInFull(texts: Readonly<Record<string, string>>): Compilation {
  return compileContract(
    Object.entries(texts).map(([file, text]) => createSource(file, text)),
    { asOf },
  );
}

/** The same without SLA506 as information, which is said of every deadline (worst-case.test.ts holds it). */
export function checkTexts(texts: Readonly<Record<string, string>>): Compilation {
  const { findings, ...compiled } = checkTextsInFull(texts);
  return { ...compiled, findings: findings.filter(({ code, severity }) => code !== "SLA506" || severity !== "info") };
}

/** Compiles a contract that is one text, and says all of it. */
export function checkTextInFull(text: string): Compilation {
  return checkTextsInFull({ "contract.yaml": text });
}

/** Compiles a contract that is one text, without SLA506 as information. */
export function checkText(text: string): Compilation {
  return checkTexts({ "contract.yaml": text });
}
