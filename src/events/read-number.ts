import type { ValueProblem } from "../diagnostics/index.ts";
import type { Readable } from "./readable.ts";

/** The sign before the decimals of a file, where somebody said which. */
export type DecimalSign = "point" | "comma";

const spaces = /(?<=\d)[ \u00a0\u202f'’](?=\d{3}(?!\d))/g;

/**
 * Reads a number as people and spreadsheets write it: `1234.5`, `1 234,5`, `1,234.50`. `1,234` and `1.234` may be a
 * thousand or a little more than one, and are refused unless the decimal sign is known.
 */
export function readNumber(text: string, decimal?: DecimalSign): Readable<number, ValueProblem> {
  const written = text.trim().replace(/^\u2212/, "-");
  const bare = written.replaceAll(spaces, "");
  if (!/^[+-]?\d[\d.,]*$/.test(bare)) return { problem: "number" };
  const sign = decimal ?? decimalSignOf(bare, bare !== written);
  if (sign === "ambiguous") return { problem: "ambiguous-number" };
  const [point, group] = sign === "comma" ? [",", "."] : [".", ","];
  const [whole = "", fraction = "0", ...rest] = bare.split(point);
  const isGrouped = whole.includes(group);
  const isWellGrouped = !isGrouped || (/^[+-]?\d{1,3}(?:[.,]\d{3})+$/.test(whole) && bare === written);
  if (rest.length > 0 || !/^\d+$/.test(fraction) || !isWellGrouped) return { problem: "number" };
  const value = Number(`${whole.replaceAll(group, "")}.${fraction}`);
  // Beyond this neighbouring whole numbers can't be told apart.
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? { value } : { problem: "number" };
}

/** Which sign can only be the decimal one. Spaces between thousands leave the comma or point to the decimals. */
function decimalSignOf(bare: string, hasSpaces: boolean): DecimalSign | "ambiguous" {
  const signs = bare.replaceAll(/[^.,]/g, "");
  const last = signs.at(-1);
  if (last === undefined) return "point";
  if (signs.length > 1) {
    const isOneKind = !(signs.includes(",") && signs.includes("."));
    // 1,234,567 repeats its separator of thousands; 1,234.5 ends in its decimal sign.
    const decimal = isOneKind ? last !== "," : last === ",";
    return decimal ? "comma" : "point";
  }
  const mayBeThousands = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(bare);
  if (mayBeThousands && !hasSpaces) return "ambiguous";
  return last === "," ? "comma" : "point";
}
