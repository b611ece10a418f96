import type { Terms } from "../../journey/index.ts";
import { createMoments } from "../moments.ts";
import type { Act, Story } from "./story.ts";

/** A story with how it ends: facts and lists, by the keys of the test format. */
export interface ToldStory {
  readonly story: Story;
  readonly facts: readonly (readonly [string, string | readonly string[]])[];
}

/** Stories as a file of tests. */
export function writeStories(terms: Terms, stories: readonly ToldStory[]): string {
  const { write } = createMoments(terms);
  const lines = stories.flatMap(({ story, facts }) => [
    `  - name: ${scalar(story.name)}`,
    `    given: ${given(story, write)}`,
    ...(story.acts.length === 0 ? [] : ["    when:", ...story.acts.map((act) => `      - ${actLine(act, write)}`)]),
    ...thenLines(story, facts, write),
    "",
  ]);
  return [`testOf: ${terms.contract.name}`, "tests:", ...lines].join("\n");
}

type Write = (instant: number) => string;

function given({ start, stage, fields, keepers = {} }: Story, write: Write): string {
  const known = Object.entries(fields);
  return flow([
    ["at", write(start)],
    ...(stage === undefined ? [] : [["stage", stage] as const]),
    ...(known.length === 0 ? [] : [["fields", flow(known.map(([key, value]) => [key, scalar(value)]))] as const]),
    ...Object.entries(keepers).map(([key, value]) => [key, scalar(value)] as const),
  ]);
}

function actLine({ at, keys }: Act, write: Write): string {
  const pairs = Object.entries(keys).map(([key, value]) => {
    const written =
      typeof value === "object"
        ? flow(Object.entries(value).map(([name, one]) => [name, one === null ? "null" : scalar(one)]))
        : scalar(value);
    return [key, written] as const;
  });
  return flow([["at", write(at)], ...pairs]);
}

function thenLines(story: Story, facts: ToldStory["facts"], write: Write): readonly string[] {
  const groups = new Map<string, string[]>();
  const plain: string[] = [];
  for (const [fact, value] of facts) {
    const [head = "", ...rest] = fact.split(".");
    const written = typeof value === "string" ? scalarFact(fact, value) : `[${value.map(plainOrQuoted).join(", ")}]`;
    if (rest.length === 0) plain.push(`      ${head}: ${written}`);
    else groups.set(head, [...(groups.get(head) ?? []), `${rest.join(".")}: ${written}`]);
  }
  return [
    "    then:",
    `      at: ${write(story.end)}`,
    ...(story.about === undefined ? [] : [`      about: ${story.about}`]),
    ...plain,
    ...[...groups].map(([head, pairs]) => `      ${head}: { ${pairs.join(", ")} }`),
  ];
}

/** Facts that are no texts: counts and yes or no. */
function scalarFact(fact: string, value: string): string {
  return fact.startsWith("returns.") || fact === "hollow" ? value : scalar(value);
}

function flow(pairs: readonly (readonly [string, string])[]): string {
  return `{ ${pairs.map(([key, value]) => `${key}: ${value}`).join(", ")} }`;
}

/** `role: deadline` is a pair, not a text. */
function plainOrQuoted(text: string): string {
  return /^[a-z0-9-]+(: [a-z0-9.-]+)?$/.test(text) ? text : JSON.stringify(text);
}

/** A value as YAML; quotes where a plain one would be read as something else. */
function scalar(value: string | number | boolean | readonly string[]): string {
  if (typeof value === "object") return `[${value.map(scalar).join(", ")}]`;
  if (typeof value !== "string") return String(value);
  const isPlain = /^[A-Za-zÀ-ÿ][\wÀ-ÿ'’ .-]*$/.test(value) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(value);
  const isMoment = /^\d{4}-\d\d-\d\d \d\d:\d\d(:\d\d)?$/.test(value);
  return isPlain || isMoment ? value.trim() : JSON.stringify(value);
}
