import { type Finding, finding } from "../diagnostics/index.ts";
import type { ScalarNode } from "./node.ts";
import { spanBetween } from "./source.ts";

const booleanOfYaml11 = /^(y|n|yes|no|on|off)$/i;
const sexagesimal = /^[0-9]+(:[0-5]?[0-9])+$/;
const leadingZero = /^0[0-9]+$/;
const trailingZero = /^[0-9]+\.[0-9]*0$/;

/** Keys under which a number is meant as a number, so that `0.50` is no riddle. */
const numericKeys: ReadonlySet<string> = new Set([
  "is",
  "isNot",
  "in",
  "notIn",
  "atLeast",
  "atMost",
  "moreThan",
  "lessThan",
  "between",
  "min",
  "max",
  "times",
  "ignoreBelow",
  "portal",
]);

/** A warning where an unquoted scalar means one thing to YAML 1.2 and another to older tools or to people. */
export function checkAmbiguity(
  scalar: ScalarNode,
  written: string,
  role: { readonly under: string | undefined; readonly isKey: boolean },
): Finding | undefined {
  // `on` is a key of the language itself (the date of an exception).
  if (role.isKey && (written === "on" || !booleanOfYaml11.test(written))) return undefined;
  const isRiddle =
    booleanOfYaml11.test(written) ||
    sexagesimal.test(written) ||
    leadingZero.test(written) ||
    isLossy(written, role.under);
  if (!isRiddle) return undefined;
  const meaning = typeof scalar.value === "number" ? String(scalar.value) : `"${written}"`;
  return finding("SYN004", spanBetween(scalar.source, scalar.start, scalar.end), { written, meaning });
}

function isLossy(written: string, under: string | undefined): boolean {
  return trailingZero.test(written) && !(under !== undefined && numericKeys.has(under));
}
