import { readFileSync } from "node:fs";
import { type Document, isMap, isScalar, parseDocument, type YAMLMap } from "yaml";
import type { ExampleForm } from "../../src/diagnostics/pages/index.ts";

/** The sound contract whose entries the examples of the pages replace. */
export const baseContract = readFileSync(new URL("../contract/base-contract.yaml", import.meta.url), "utf8");

/** The files that an example of a page stands for, as bytes by file name. */
export function exampleFiles(form: ExampleForm, example: string): ReadonlyMap<string, Uint8Array> {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  switch (form) {
    case "file":
      return new Map([["contract.yaml", encode(example)]]);
    case "lines":
      return new Map([["contract.yaml", encode(baseContract + example)]]);
    case "bytes":
      return new Map([["contract.yaml", bytesOf(baseContract + example)]]);
    case "test":
    case "part":
      return new Map([
        ["contract.yaml", encode(baseContract)],
        ["part.yaml", encode(example)],
      ]);
    case "events":
    case "long-events":
      return new Map([
        ["contract.yaml", encode(baseContract)],
        ["events.csv", bytesOf(example)],
      ]);
    case "since":
      return sinceFiles(example);
    case "portal":
    case "entries":
      return new Map([["contract.yaml", encode(replaceEntries(baseContract, example))]]);
    default:
      return form satisfies never;
  }
}

/** Text in which `\xE9` stands for the single byte E9. */
function bytesOf(text: string): Uint8Array {
  const pieces = text.split(/(\\x[0-9A-F]{2})/);
  return Buffer.concat(
    pieces.map((piece) => (piece.startsWith("\\x") ? Buffer.from(piece.slice(2), "hex") : Buffer.from(piece))),
  );
}

/** The contract with whole entries (section → entry) replaced or added; an empty one is taken out. */
export function replaceEntries(contract: string, entries: string): string {
  const document = parseDocument(contract);
  const changes = parseDocument(entries);
  for (const { key, value } of mapOf(changes).items) {
    const name = String(key);
    const section = document.get(name);
    if (isMap(value) && isMap(section) && name !== "scope") replaceIn(section, value);
    else put(mapOf(document), name, value);
  }
  return document.toString({ lineWidth: 0 });
}

function mapOf(document: Document): YAMLMap {
  if (!isMap(document.contents)) throw new Error("an example of entries is a map");
  return document.contents;
}

function replaceIn(section: YAMLMap, entries: YAMLMap): void {
  for (const { key, value } of entries.items) put(section, String(key), value);
}

function put(map: YAMLMap, key: string, value: unknown): void {
  if (value === null || (isScalar(value) && value.value === null)) map.delete(key);
  else map.set(key, value);
}

/** The older version and the newer one: what stands before `---` is in both. Of a text in one language the other gets the same. */
function sinceFiles(example: string): ReadonlyMap<string, Uint8Array> {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const [first = "", second] = example.split("---\n");
  const both = second === undefined ? baseContract : replaceEntries(baseContract, first);
  const older = /^languages: \[ ?en, fr ?\]/m.test(both)
    ? both.replaceAll(/definition: ([^{},\n]+)/g, (_, text: string) => `definition: { en: "${text}", fr: "${text}" }`)
    : both;
  return new Map([
    ["older.yaml", encode(older)],
    ["contract.yaml", encode(replaceEntries(older, second ?? first))],
  ]);
}
