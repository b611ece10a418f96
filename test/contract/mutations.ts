/** A source of numbers that a seed determines (mulberry32): `below(n)` is a whole number from 0 to n - 1. */
export interface Dice {
  readonly below: (limit: number) => number;
  readonly one: <T>(items: readonly T[]) => T;
}

export function createDice(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    one: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error("nothing to choose from");
      return item;
    },
  };
}

/** Values that break naive readers: empty, huge, negative, odd Unicode, names of JavaScript's own, dates at the edges. */
const hostile = [
  "",
  "~",
  "null",
  "true",
  "-1",
  "0",
  "1e999",
  "99999999999999999999",
  "0x1F",
  ".nan",
  "1_000",
  "[]",
  "{}",
  "[[[[]]]]",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  '"\\u0000"',
  '"\\u001b[31m"',
  "é",
  "🦊🦊",
  "שלום",
  "\u202eabc",
  "a\u0301",
  "ﬁ",
  '"a, b: c"',
  "'",
  '"',
  "&a",
  "*a",
  "!!binary x",
  "!x y",
  "|",
  ">",
  "? x",
  "- x",
  "# x",
  "%YAML 1.1",
  "---",
  "...",
  "<<",
  "9999-12-31",
  "0001-01-01",
  "2027-02-29",
  "10000 business days",
  "10000 months",
  "end of business day",
  "1 business minute",
  "0 business days",
  "4 business hours",
  "100%",
  "0%",
  "101%",
  "1000000000000000 EUR",
  "Pacific/Kiritimati",
  "America/Adak",
  "any",
  "new",
  "sender",
  "owner",
  "nobody",
  "x".repeat(300),
  "[new, any]",
  "{ all: [] }",
  "{ none: [] }",
  "{ atLeast: 0, of: [] }",
  "{ field: country, is: FR }",
  "{ meets: in-target }",
  "{ signal: demo-request }",
] as const;

type Mutation = (text: string, dice: Dice) => string;

const splice = (text: string, at: number, length: number, piece: string): string =>
  text.slice(0, at) + piece + text.slice(at + length);

const byCharacter: Mutation = (text, dice) =>
  splice(
    text,
    dice.below(text.length + 1),
    dice.below(4),
    dice.one([...hostile, ":", "{", "}", "[", "]", ",", "\n", "\t", " ", "\r"]),
  );

const byLine: Mutation = (text, dice) => {
  const lines = text.split("\n");
  const at = dice.below(lines.length);
  const line = lines[at] ?? "";
  const other = dice.one(lines);
  const changed = dice.one([
    [],
    [line, line],
    [other],
    [`  ${line}`],
    [line.trimStart()],
    [line, other],
    [`\t${line}`],
    [line.slice(0, dice.below(line.length + 1))],
    [`${line} # ${other}`],
  ]);
  return [...lines.slice(0, at), ...changed, ...lines.slice(at + 1)].join("\n");
};

/** A word of the text for another one, or for a hostile value: shape stays, meaning goes. */
const byToken: Mutation = (text, dice) => {
  const tokens = [...text.matchAll(/[\p{L}\p{N}_-]+/gu)];
  if (tokens.length === 0) return text;
  const token = dice.one(tokens);
  const piece = dice.below(2) === 0 ? dice.one(tokens)[0] : dice.one(hostile);
  return splice(text, token.index, token[0].length, piece);
};

/** The value behind a key, replaced, or the key taken away with it. */
const byValue: Mutation = (text, dice) => {
  const keys = [...text.matchAll(/[\w-]+: [^\n]*/g)];
  if (keys.length === 0) return text;
  const { 0: written, index } = dice.one(keys);
  const key = written.slice(0, written.indexOf(":"));
  return splice(
    text,
    index,
    written.length,
    dice.one([
      "",
      `${key}:`,
      `${key}: ${dice.one(hostile)}`,
      `${key}: ${dice.one(keys)[0]}`,
      `${key}: [${written.slice(key.length + 2)}]`,
    ]),
  );
};

const byFile: Mutation = (text, dice) =>
  dice.one([
    text.replaceAll("\n", "\r\n"),
    `\ufeff${text}`,
    text.replaceAll("  ", "\t"),
    text.slice(0, dice.below(text.length + 1)),
    text + text,
    text.replaceAll("a", "á"),
    text.replaceAll("\n", "\u2028"),
    text.replaceAll(" }", ""),
    text.replaceAll("business", "calendar"),
    text.replaceAll("calendar", "business"),
  ]);

/** A text broken in one to four places. */
export function mutate(text: string, dice: Dice): string {
  let mutated = text;
  const count = 1 + dice.below(4);
  for (let index = 0; index < count; index += 1) {
    mutated = dice.one([byCharacter, byLine, byLine, byToken, byToken, byToken, byValue, byValue, byValue, byFile])(
      mutated,
      dice,
    );
  }
  return mutated.slice(0, 60_000);
}
