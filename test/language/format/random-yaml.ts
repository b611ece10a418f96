import fc from "fast-check";

/** A piece of a contract-like text, and how untidily it is written. */
type Untidy =
  | { readonly kind: "text"; readonly written: string }
  | { readonly kind: "lines"; readonly header: string; readonly lines: readonly string[]; readonly step: number }
  | { readonly kind: "list" | "map"; readonly style: Style; readonly items: readonly Item[]; readonly step: number };

type Style = "block" | "braces" | "broken";

interface Item {
  readonly key: string;
  readonly value: Untidy;
  readonly pad: number;
  readonly blank: number;
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly indent: number;
}

const word = fc.constantFrom("marketing", "à rappeler", "4 business hours", "60%", "2027-01-04", "true", "1.10", "~");
const quoted = fc.constantFrom(
  ...["'acme'", '"acme"', "'it''s'", '"a, b"', "'say \"hi\"'", '"09:00-12:30"', '"yes"', "'2027'", '"2 days"'],
  ...[
    '"# no comment"',
    "'a: b'",
    '"tab\\t"',
    '""',
    "' x '",
    '"Ça « va » ? 🎯"',
    '"é"',
    "'[x]'",
    '"- x"',
    "'env:TOKEN'",
  ],
);
const text: fc.Arbitrary<Untidy> = fc.record({
  kind: fc.constant("text" as const),
  written: fc.oneof({ weight: 2, arbitrary: word }, { weight: 3, arbitrary: quoted }),
});
const lines: fc.Arbitrary<Untidy> = fc.record({
  kind: fc.constant("lines" as const),
  header: fc.constantFrom("|", ">", "|-", ">+", "|+"),
  lines: fc.array(fc.constantFrom("words # here", "  deeper", "", 'key: "v"', "- x", "end."), { maxLength: 4 }),
  step: fc.integer({ min: 1, max: 5 }),
});
const comment = fc.option(
  fc.integer({ min: 0, max: 999 }).map((mark) => `# c${mark}: "it's", {`),
  { nil: undefined, freq: 4 },
);

const { node } = fc.letrec<{ node: Untidy; group: Untidy; item: Item }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, depthIdentifier: "yaml" },
    { weight: 4, arbitrary: text },
    { weight: 1, arbitrary: lines },
    { weight: 4, arbitrary: tie("group") },
  ),
  group: fc.record({
    kind: fc.constantFrom("list" as const, "map" as const),
    style: fc.constantFrom<Style>("block", "block", "braces", "broken"),
    items: fc.array(tie("item"), { minLength: 1, maxLength: 4, depthIdentifier: "yaml" }),
    step: fc.integer({ min: 1, max: 5 }),
  }),
  item: fc.record({
    key: fc.constantFrom("label", "within", "a", '"quoted"', "'x y'", "handoffs", "fr", "'on'"),
    value: tie("node"),
    pad: fc.constantFrom(1, 1, 1, 2, 3, 6),
    blank: fc.constantFrom(0, 0, 0, 1, 3),
    before: comment,
    after: comment,
    indent: fc.integer({ min: 0, max: 9 }),
  }),
}));

/** Texts that are valid YAML of the kind contracts are written in, with spaces, quotes and comments anywhere. */
export const untidyText: fc.Arbitrary<string> = fc
  .tuple(fc.array(node, { minLength: 1, maxLength: 4 }), fc.constantFrom("\n", "\n", "\n", "\r\n"), comment)
  .map(([values, lineEnd, top]) => {
    const items = values.map((value, index) => ({ ...plainItem, key: `k${index}`, value, before: top }));
    return printBlock({ kind: "map", style: "block", items, step: 2 }, 0).join("\n").replaceAll("\n", lineEnd);
  });

const plainItem = { pad: 1, blank: 1, before: undefined, after: undefined, indent: 0 };
type Group = Extract<Untidy, { items: unknown }>;

/** The lines of a block, at a column; keys are numbered so that none comes twice. */
function printBlock({ kind, items, step }: Group, column: number): readonly string[] {
  return items.flatMap((item, index) => {
    const head = kind === "map" ? `${numbered(item.key, index)}:` : "-";
    const above = [
      ...Array<string>(item.blank).fill(" ".repeat(item.indent)),
      ...(item.before === undefined ? [] : [`${" ".repeat(item.indent)}${item.before}`]),
    ];
    return [...above, ...printItem(`${" ".repeat(column)}${head}`, item, { column, step })];
  });
}

function printItem(
  head: string,
  item: Item,
  at: { readonly column: number; readonly step: number },
): readonly string[] {
  const pad = " ".repeat(item.pad);
  const tail = item.after === undefined ? "" : `${pad}${item.after}`;
  const { value } = item;
  if (value.kind === "text") return [`${head}${pad}${value.written}${tail}`];
  if (value.kind === "lines") return printLines(head, value, { pad, tail, column: at.column });
  if (value.style === "block") return [`${head}${tail}`, ...printBlock(value, at.column + at.step)];
  return [`${head}${pad}${printFlow(value, at.column + 1)}${tail}`];
}

function printLines(
  head: string,
  { header, lines: content, step }: Extract<Untidy, { kind: "lines" }>,
  { pad, tail, column }: { readonly pad: string; readonly tail: string; readonly column: number },
): readonly string[] {
  const body = ["first", ...content].map((line) => (line === "" ? "" : " ".repeat(column + step) + line));
  return [`${head}${pad}${header}${tail}`, ...body];
}

function printFlow(node: Untidy, column: number): string {
  if (node.kind === "text") return node.written;
  if (node.kind === "lines") return '"text"';
  const [open, close] = node.kind === "map" ? ["{", "}"] : ["[", "]"];
  const entries = node.items.map((item, index) => printFlowItem(node, item, { index, column }));
  return `${open}${entries.join(",")}${node.style === "broken" ? `\n${" ".repeat(column)}` : " "}${close}`;
}

function printFlowItem(
  { kind, style, step }: Group,
  item: Item,
  { index, column }: { readonly index: number; readonly column: number },
): string {
  const pad = " ".repeat(item.pad);
  const value = printFlow(item.value, column);
  const entry = kind === "map" ? `${numbered(item.key, index)}:${pad}${value}` : value;
  if (style !== "broken") return `${pad}${entry}`;
  const margin = `\n${" ".repeat(column + step)}`;
  const above = item.before === undefined ? "" : `${pad}${item.before}`;
  return `${above}${margin}${entry}${item.blank > 2 ? margin : ""}`;
}

function numbered(key: string, index: number): string {
  return key.endsWith("'") || key.endsWith('"') ? `${key.slice(0, -1)}${index}${key.slice(-1)}` : `${key}${index}`;
}
