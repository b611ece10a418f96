import { readFileSync } from "node:fs";
import { type Plan, parsePlan } from "../../engine/index.ts";
import { exitCodes, fail, type Result, succeed } from "../exit-codes.ts";
import { codeOf } from "../files/find-contract.ts";
import { sha256 } from "../state/sha256.ts";

/** A saved plan, whole and as it was printed; anything else is refused. */
export function readPlanFile(file: string): Result<Plan> {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (problem) {
    return fail(
      exitCodes.usage,
      `the plan ${file} can't be read (${codeOf(problem)})`,
      "save one with revpact plan --out plan.json",
    );
  }
  const parsed = parsePlan(text, sha256);
  if (parsed.ok) return succeed(parsed.value);
  const at = parsed.error.code === "wrong-shape" ? ` at ${parsed.error.at || "/"}: ${parsed.error.reason}` : "";
  return fail(
    exitCodes.usage,
    `${file} is not a plan that can be used (${parsed.error.code}${at})`,
    "a plan is applied as it was printed, never edited: make a new one with revpact plan --out",
  );
}
