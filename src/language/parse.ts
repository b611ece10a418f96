import {
  type Alias,
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Parser,
  YAMLParseError,
  type Node as YamlNode,
} from "yaml";
import { type Finding, finding, startOfFile } from "../diagnostics/index.ts";
import { checkAmbiguity } from "./ambiguous.ts";
import type { MapEntry, Node, ScalarNode } from "./node.ts";
import { type Source, spanBetween } from "./source.ts";
import { describeYamlError } from "./yaml-errors.ts";

/** Deeper than any contract a person could read; criteria nest four or five levels. */
const maximumDepth = 64;
/** How many nodes aliases may add before they are a bomb. */
const maximumAliasedNodes = 10_000;

const conflictMarker = /^(?:<{7} |={7}$|>{7} )/m;

/**
 * YAML text → located nodes. Expected problems are findings; no text makes it throw. `tokens` are those of the text, for
 * a caller that needs them too: taking a text apart is most of the work.
 */
export function parse(
  source: Source,
  tokens: Iterable<CST.Token> = new Parser().parse(source.text),
): { readonly value?: Node; readonly findings: readonly Finding[] } {
  const conflict = conflictMarker.exec(source.text);
  if (conflict !== null) {
    const place = spanBetween(source, conflict.index, conflict.index + 7);
    const detail = "a merge conflict was left unresolved";
    return { findings: [finding("SYN001", place, { detail, detailFr: "un conflit de fusion n'a pas été résolu" })] };
  }
  const document = composeYaml(source, tokens);
  if (document === undefined)
    return { findings: [finding("SYN003", startOfFile(source.file), { problem: "nesting", detail: "" })] };
  const [error] = document.errors;
  if (error !== undefined) return { findings: [syntaxFinding(source, error.code, error.pos)] };
  const { contents } = document;
  if (contents === null || (isScalar(contents) && contents.value === null))
    return { findings: [finding("SCH108", startOfFile(source.file), { isPart: "no" })] };
  return locate(source, document);
}

/** `uniqueKeys` off: the package's own check is quadratic (100,000 keys take over a minute); ours uses a map. */
function composeYaml({ text }: Source, tokens: Iterable<CST.Token>): Document.Parsed | undefined {
  const composer = new Composer({ uniqueKeys: false, prettyErrors: false, logLevel: "error", merge: false });
  let document: Document.Parsed | undefined;
  try {
    for (const next of composer.compose(tokens, true, text.length)) {
      if (document === undefined) document = next;
      else {
        document.errors.push(new YAMLParseError([next.range[0], next.range[1]], "MULTIPLE_DOCS", ""));
        break;
      }
    }
  } catch (problem) {
    if (problem instanceof RangeError) return undefined; // the parser recurses: too deep for the stack
    throw problem;
  }
  return document;
}

function syntaxFinding(source: Source, code: string, [start, end]: readonly [number, number]): Finding {
  // An unclosed quote is noticed at the very end: shown on the last character, not on an empty line behind it.
  const last = source.text.trimEnd().length - 1;
  const place = start > last ? spanBetween(source, last, last + 1) : spanBetween(source, start, end);
  if (code === "MULTIPLE_DOCS") return finding("SYN003", place, { problem: "documents", detail: "" });
  if (code === "TAG_RESOLVE_FAILED") return finding("SYN003", place, { problem: "tag", detail: "" });
  if (code === "RESOURCE_EXHAUSTION") return finding("SYN003", place, { problem: "nesting", detail: "" });
  return finding("SYN001", place, describeYamlError(code));
}

interface Walk {
  readonly source: Source;
  readonly findings: Finding[];
  /** Own lookup: `Alias.resolve` of the package visits the whole document for each alias. */
  readonly anchors: Map<string, YamlNode>;
  aliasedNodes: number;
}

interface Place {
  readonly depth: number;
  readonly under: string | undefined;
  /** The outermost alias that led here. */
  readonly alias?: YamlNode;
}

function locate(
  source: Source,
  document: Document.Parsed,
): { readonly value?: Node; readonly findings: readonly Finding[] } {
  const state: Walk = { source, findings: [], anchors: new Map(), aliasedNodes: 0 };
  const root = locateNode(state, document.contents, { depth: 0, under: undefined });
  return root === undefined ? { findings: state.findings } : { value: root, findings: state.findings };
}

function locateNode(state: Walk, node: YamlNode | null, place: Place): Node | undefined {
  if (node === null) return undefined;
  const [start, end] = node.range ?? [0, 0];
  const located = { source: state.source, start, end };
  if (isBomb(state, place)) return refuse(state, place.alias ?? node, { problem: "alias-bomb", detail: "" });
  if (place.depth > maximumDepth) return refuse(state, node, { problem: "nesting", detail: "" });
  if (isAlias(node)) return locateAlias(state, node, place);
  if (node.anchor !== undefined) state.anchors.set(node.anchor, node);
  if (hasCustomTag(node)) return refuse(state, node, { problem: "tag", detail: node.tag ?? "" });
  if (isMap(node)) return { ...located, kind: "map", entries: locateEntries(state, node.items, place) };
  if (isSeq(node)) {
    // The items of a parsed sequence are nodes; the type of the package is wider because documents can be built by hand.
    const items = node.items.map((item) => locateNode(state, item as YamlNode, { ...place, depth: place.depth + 1 }));
    return { ...located, kind: "list", items: items.filter((item) => item !== undefined) };
  }
  return isScalar(node) ? locateScalar(state, node, { under: place.under, isKey: false }) : undefined;
}

function locateAlias(state: Walk, node: Alias, place: Place): Node | undefined {
  const target = state.anchors.get(node.source);
  if (target === undefined) {
    const [start, end] = node.range ?? [0, 0];
    state.findings.push(finding("SYN001", spanBetween(state.source, start, end), describeYamlError("BAD_ALIAS")));
    return undefined;
  }
  return locateNode(state, target, { ...place, depth: place.depth + 1, alias: place.alias ?? node });
}

function isBomb(state: Walk, place: Place): boolean {
  if (place.alias !== undefined) state.aliasedNodes += 1;
  return state.aliasedNodes > maximumAliasedNodes;
}

/** One finding per kind is enough: the rest of the text is not read further. */
function refuse(
  state: Walk,
  node: YamlNode,
  args: { problem: "alias-bomb" | "nesting" | "tag"; detail: string },
): undefined {
  if (state.findings.some((item) => item.code === "SYN003" && item.args["problem"] === args.problem)) return undefined;
  const [start, end] = node.range ?? [0, 0];
  state.findings.push(finding("SYN003", spanBetween(state.source, start, Math.min(end, start + 40)), args));
  return undefined;
}

const plainTags: ReadonlySet<string> = new Set(
  ["str", "int", "float", "bool", "null", "map", "seq"].map((name) => `tag:yaml.org,2002:${name}`),
);

function hasCustomTag(node: YamlNode): boolean {
  return node.tag !== undefined && !plainTags.has(node.tag);
}

function locateEntries(
  state: Walk,
  pairs: readonly { key: unknown; value: unknown }[],
  place: Place,
): ReadonlyMap<string, MapEntry> {
  const entries = new Map<string, MapEntry>();
  for (const pair of pairs) {
    const key = locateKey(state, pair.key);
    if (key === undefined) continue;
    const name = String(key.value);
    if (pair.value === null) {
      // `{ fr: Oui, et non }`: the comma ended the text, and YAML took the rest for a key.
      state.findings.push(
        finding("SYN001", spanBetween(key.source, key.start, key.end), describeYamlError("KEY_WITHOUT_VALUE")),
      );
      continue;
    }
    const first = entries.get(name);
    if (first !== undefined) {
      state.findings.push(duplicateKey(key, first.key));
      continue;
    }
    const value = locateNode(state, pair.value as YamlNode | null, { ...place, depth: place.depth + 1, under: name });
    entries.set(name, { key, value: value ?? emptyAfter(key) });
  }
  return entries;
}

function duplicateKey(key: ScalarNode, first: ScalarNode): Finding {
  const place = spanBetween(key.source, key.start, key.end);
  const related = [{ span: spanBetween(first.source, first.start, first.end), role: "first-here" as const }];
  return finding("SYN002", place, { key: String(key.value) }, { related });
}

function emptyAfter(key: ScalarNode): ScalarNode {
  return { kind: "scalar", source: key.source, start: key.end, end: key.end, value: null };
}

function locateKey(state: Walk, key: unknown): ScalarNode | undefined {
  if (isScalar(key)) {
    const written = key.source ?? String(key.value);
    if (written === "<<") {
      const [start, end] = key.range ?? [0, 0];
      state.findings.push(
        finding("SYN003", spanBetween(state.source, start, end), { problem: "merge-key", detail: "" }),
      );
      return undefined;
    }
    const scalar = locateScalar(state, key, { under: undefined, isKey: true });
    return { ...scalar, value: written };
  }
  const [start, end] = isMap(key) || isSeq(key) || isAlias(key) ? (key.range ?? [0, 0]) : [0, 0];
  state.findings.push(
    finding("SYN001", spanBetween(state.source, start, Math.min(end, start + 40)), describeYamlError("NON_STRING_KEY")),
  );
  return undefined;
}

function locateScalar(
  state: Walk,
  node: {
    value: unknown;
    source?: string;
    type?: string;
    range?: readonly [number, number, number] | null | undefined;
  },
  role: { readonly under: string | undefined; readonly isKey: boolean },
): ScalarNode {
  const [start, end] = node.range ?? [0, 0];
  const value = plainValue(node.value);
  const scalar: ScalarNode = { kind: "scalar", source: state.source, start, end, value };
  if (node.type === "PLAIN") {
    const warning = checkAmbiguity(scalar, node.source ?? String(node.value), role);
    if (warning !== undefined) state.findings.push(warning);
  }
  return scalar;
}

function plainValue(value: unknown): string | number | boolean | null {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return value === null || value === undefined ? null : String(value);
}
