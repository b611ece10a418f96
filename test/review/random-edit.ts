import { parse, stringify } from "yaml";
import type { Contract } from "../../src/contract/index.ts";
import { compileContract } from "../../src/contract/index.ts";
import { createSource } from "../../src/language/index.ts";
import { createDice, type Dice } from "../contract/mutations.ts";

type Data = string | number | boolean | null | Data[] | { [key: string]: Data };

/** Reads a contract leniently, as the older side of a comparison is; undefined where it is none. */
export function readLeniently(text: string): Contract | undefined {
  return compileContract([createSource("contract.yaml", text)], { asOf: "2027-01-04", isLenient: true }).value;
}

/** Every place of a tree, by the keys that lead to it. */
function placesIn(data: Data, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  if (Array.isArray(data)) return [path, ...data.flatMap((item, index) => placesIn(item, [...path, index]))];
  if (typeof data !== "object" || data === null) return [path];
  return [path, ...Object.entries(data).flatMap(([key, item]) => placesIn(item, [...path, key]))];
}

/** One value, made another one of its kind. */
function changed(value: Data, dice: Dice): Data {
  if (typeof value === "number") return dice.one([value + 1, value * 2, Math.max(0, value - 1)]);
  if (typeof value === "boolean") return !value;
  if (typeof value === "string") return changedText(value, dice);
  if (Array.isArray(value)) return dice.one([value.slice(1), value.slice(0, -1), [...value].reverse()]);
  if (value === null) return value;
  const keys = Object.keys(value);
  if (keys.length === 0) return value;
  const gone = dice.one(keys);
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== gone));
}

function changedText(value: string, dice: Dice): Data {
  const units = ["business hours", "business days", "calendar days", "calendar hours"];
  if (/^\d+ (business|calendar) /.test(value)) return `${1 + dice.below(40)} ${dice.one(units)}`;
  if (/^\d+%$/.test(value)) return `${1 + dice.below(99)}%`;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return `2027-0${1 + dice.below(9)}-1${dice.below(9)}`;
  if (/^\d{2}:\d{2}-\d{2}:\d{2}$/.test(value)) return dice.one(["10:00-12:00", "08:00-12:30", "14:00-16:30"]);
  return dice.one([`${value} x`, value.replace(/\d+/, (digits) => String(Number(digits) + 1))]);
}

/** A text of YAML with one thing changed, taken out, or named like another thing of its kind. */
export function randomEdit(text: string, seed: number): string {
  const dice = createDice(seed);
  const data: Data = parse(text);
  const place = dice.one(placesIn(data).filter((path) => path.length > 0 && path[0] !== "revpact"));
  const parent = place.slice(0, -1).reduce<Data>((node, key) => Object(node)[key], data);
  const key = place.at(-1) ?? "";
  const value: Data = Object(parent)[key];
  const siblings = Array.isArray(parent)
    ? parent
    : Object.values(Object(parent)).filter((one) => typeof one === typeof value);
  const action = dice.below(4);
  if (action === 0 && !Array.isArray(parent)) delete Object(parent)[key];
  else if (action === 1 && siblings.length > 1 && typeof value !== "object") Object(parent)[key] = dice.one(siblings);
  else Object(parent)[key] = changed(value, dice);
  return stringify(data);
}
