import type { Contract } from "./contract.ts";
import type { Text } from "./entry.ts";

/** A contract's text in a language; where it is not written in it, in the contract's default one; empty where there is none. */
export function textIn(contract: Pick<Contract, "languages">, text: Text | undefined, language: string): string {
  return text?.[language] ?? text?.[contract.languages[0] ?? language] ?? Object.values(text ?? {})[0] ?? "";
}
