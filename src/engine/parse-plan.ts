import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import schema from "../../schemas/plan.v1.schema.json" with { type: "json" };
import type { Json } from "../targets/index.ts";
import { parseJson } from "./canonical-json.ts";
import type { Hash } from "./fingerprint.ts";
import { done, failed, type Outcome } from "./outcome.ts";
import { type Plan, planDigest } from "./plan.ts";
import { renderLines } from "./render-lines.ts";

/** Why a saved plan cannot be used. */
export type PlanProblem =
  | { readonly code: "not-json" }
  | { readonly code: "unknown-version"; readonly found: Json }
  /** `at` is a JSON pointer into the file. */
  | { readonly code: "wrong-shape"; readonly at: string; readonly reason: string }
  /** The content does not have the digest it states: edited or damaged. */
  | { readonly code: "digest-mismatch"; readonly stated: string; readonly computed: string };

/** The plan as a file: keys in order, one line per step, a final line feed. */
export function renderPlan(plan: Plan): string {
  return renderLines(plan);
}

/** Reads a saved plan strictly: unknown keys, another version or one changed character are problems. */
export function parsePlan(text: string, hash: Hash): Outcome<Plan, PlanProblem> {
  const value = parseJson(text);
  if (value === undefined) return failed({ code: "not-json" });
  if (typeof value === "object" && value !== null && "formatVersion" in value && value["formatVersion"] !== 1) {
    return failed({ code: "unknown-version", found: value["formatVersion"] ?? null });
  }
  const validate = new Ajv2020({ allErrors: false, strict: true }).compile<Plan>(schema);
  if (!validate(value)) return failed(wrongShape(validate.errors?.[0]));
  const computed = planDigest(value, hash);
  if (computed === value.digest) return done(value);
  return failed({ code: "digest-mismatch", stated: value.digest, computed });
}

function wrongShape(error: ErrorObject | undefined): PlanProblem {
  const extra: unknown = error?.params["additionalProperty"];
  const reason = `${error?.message ?? ""}${typeof extra === "string" ? ` ("${extra}")` : ""}`;
  return { code: "wrong-shape", at: error?.instancePath ?? "", reason };
}
