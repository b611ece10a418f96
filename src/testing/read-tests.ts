import { type Finding, hasErrors, type Span, sortFindings } from "../diagnostics/index.ts";
import type { JourneyEvent, Terms } from "../journey/index.ts";
import { checkShape, childOf, type MapNode, type Node, parse, type Source, spanOf } from "../language/index.ts";
import { createMoments } from "./moments.ts";
import { readExpectations } from "./read-expectations.ts";
import { readFields } from "./read-fields.ts";
import { eventFrom, happeningKeys, readHappenings } from "./read-step.ts";
import { isKnown, nameAt, type Reading, report, textAt, textOf } from "./reading.ts";
import type { TestCase, TestFile, TestItem } from "./test-case.ts";

/** Tests as they were read; absent where something is an error. */
export interface TestReading {
  readonly value?: TestFile;
  readonly findings: readonly Finding[];
}

/** Reads a file of tests about a contract. */
export function readTests(source: Source, terms: Terms): TestReading {
  const parsed = parse(source);
  if (parsed.value === undefined || hasErrors(parsed.findings)) return { findings: parsed.findings };
  const shape = checkShape(parsed.value, "test");
  // A time of day is a text here, whatever an old YAML tool makes of it.
  const told = parsed.findings.filter(({ code, primary }) => code !== "SYN004" || !isTime(source, primary));
  const findings: Finding[] = [...told, ...shape];
  if (hasErrors(shape)) return { findings: sortFindings(findings) };
  const reading: Reading = { terms, contract: terms.contract, moments: createMoments(terms), findings };
  const testOf = childOf(parsed.value, "testOf");
  if (testOf !== undefined) isKnown(reading, testOf, { name: textOf(testOf) ?? "", kind: "contract" });
  const tests = childOf(parsed.value, "tests");
  const nodes = tests?.kind === "list" ? tests.items : [];
  const cases = nodes.flatMap((node) => (node.kind === "map" ? [readCase(reading, node)] : []));
  tellSameNames(reading, nodes);
  const sorted = sortFindings(findings);
  if (hasErrors(sorted)) return { findings: sorted };
  return { findings: sorted, value: { file: source.file, testOf: terms.contract.name, cases } };
}

function isTime({ text }: Source, { start, end }: Span): boolean {
  return /^\d\d:\d\d$/.test(text.slice(start.offset, end.offset));
}

function tellSameNames(reading: Reading, nodes: readonly Node[]): void {
  const seen = new Set<string>();
  for (const node of nodes) {
    const place = childOf(node, "name");
    const name = textOf(place);
    if (place === undefined || name === undefined) continue;
    if (seen.has(name)) report(reading, place, "TST006", { name });
    seen.add(name);
  }
}

/** Where a story is: the moment of the step before. */
interface Telling {
  readonly reading: Reading;
  readonly items: TestItem[];
  before: number | undefined;
}

function readCase(reading: Reading, node: MapNode): TestCase {
  const telling: Telling = { reading, items: [], before: undefined };
  const place = childOf(node, "name") ?? node;
  const name = textOf(place) ?? "";
  const given = childOf(node, "given");
  if (given?.kind === "map") readGiven(telling, given);
  const when = childOf(node, "when");
  for (const step of when?.kind === "list" ? when.items : []) if (step.kind === "map") readStep(telling, step);
  const then = childOf(node, "then");
  if (then?.kind === "map") readThen(telling, then, name);
  return { name, span: spanOf(place), items: telling.items };
}

function readGiven(telling: Telling, node: MapNode): void {
  const { reading } = telling;
  const at = momentOf(telling, node);
  if (at === undefined) return;
  const known = [...readFields(reading, childOf(node, "fields"))];
  const fields = new Map(known.flatMap(([field, value]) => (value === undefined ? [] : [[field, value]])));
  const stage = nameAt(reading, node, { key: "stage", kind: "stage" });
  const lifecycleStage = textAt(node, "lifecycleStage");
  const company = textAt(node, "companyOwner");
  const contact = textAt(node, "contactOwner");
  const event: JourneyEvent = {
    kind: "created",
    at,
    fields,
    ...(stage === undefined ? {} : { stage, ...objectOf(reading, stage) }),
    ...(lifecycleStage === undefined ? {} : { lifecycleStage }),
    keepers: {
      ...(company === undefined ? {} : { "company-owner": company }),
      ...(contact === undefined ? {} : { "contact-owner": contact }),
    },
  };
  telling.items.push({ kind: "event", event });
}

/** A stage of a pipeline lives on another object than the one the contract is about. */
function objectOf({ terms }: Reading, stage: string): Pick<Extract<JourneyEvent, { kind: "created" }>, "object"> {
  const object = terms.stages.get(stage)?.object;
  return object === "deal" || object === "ticket" ? { object } : {};
}

function readStep(telling: Telling, node: MapNode): void {
  const { reading, items } = telling;
  const keys = [...happeningKeys, "expect" as const].filter((key) => childOf(node, key) !== undefined);
  const [key] = keys;
  const told = telling.before;
  // A touch typed in later may have been made before what the story told last.
  const at = momentOf(telling, node, childOf(node, "logged") === undefined ? told : Number.NEGATIVE_INFINITY);
  if (key === undefined || keys.length > 1) report(reading, node, "TST003", { keys });
  if (at === undefined || key === undefined) return;
  if (key === "expect") {
    items.push({ kind: "look", at, expectations: readExpectations(reading, childOf(node, "expect"), at) });
    return;
  }
  const logged = loggedAt(telling, node, { at, told });
  const record = textAt(node, "about");
  const by = textAt(node, "by");
  for (const happening of readHappenings(reading, node, key)) {
    const late = happening.kind === "touch" && logged !== at ? { happenedAt: at } : {};
    items.push({ kind: "event", event: eventFrom({ ...happening, ...late }, { at: logged, record, by }) });
  }
}

/** A touch is known from when it was typed in: not before it was made, nor before what the story told last. */
function loggedAt(
  telling: Telling,
  node: MapNode,
  { at, told = at }: { readonly at: number; readonly told: number | undefined },
): number {
  const place = childOf(node, "logged");
  if (place === undefined) return at;
  const read = telling.reading.moments.read(textOf(place) ?? "", at);
  return later(telling, place, { read, floor: Math.max(at, told) }) ?? at;
}

function readThen(telling: Telling, node: MapNode, name: string): void {
  const { reading, items } = telling;
  const hasMoment = childOf(node, "at") !== undefined || childOf(node, "after") !== undefined;
  const at = hasMoment || telling.before === undefined ? momentOf(telling, node) : telling.before;
  if (at === undefined) return;
  const expectations = readExpectations(reading, node, at);
  if (expectations.length === 0 && ![...node.entries.keys()].some((key) => !["at", "after", "about"].includes(key)))
    report(reading, node, "TST005", { name });
  items.push({ kind: "look", at, expectations });
}

/** The moment of a step: `at`, or `after` the step before; without either, the moment of the step before. */
function momentOf(telling: Telling, node: MapNode, floor = telling.before): number | undefined {
  const { reading, before } = telling;
  const at = childOf(node, "at");
  const after = childOf(node, "after");
  if (at !== undefined && after !== undefined) {
    report(reading, after, "TST001", { written: "at + after" });
    return before;
  }
  const place = at ?? after;
  if (place === undefined) {
    if (before === undefined) report(reading, node, "TST001", { written: "" });
    return before;
  }
  const written = textOf(place) ?? "";
  const read =
    at === undefined && before !== undefined
      ? reading.moments.after(written, before)
      : reading.moments.read(written, before);
  return later(telling, place, { read, floor });
}

/** Keeps a moment as the one the next step leans on, if it is one and not before the earliest it may be. */
function later(
  telling: Telling,
  place: Node,
  { read: instant, floor }: { readonly read: number | undefined; readonly floor: number | undefined },
): number | undefined {
  const { reading } = telling;
  const { moments } = reading;
  if (instant === undefined || !Number.isFinite(instant)) {
    report(reading, place, "TST001", { written: textOf(place) ?? "" });
    return undefined;
  }
  if (floor !== undefined && instant < floor) {
    report(reading, place, "TST002", { written: moments.write(instant), before: moments.write(floor) });
    return undefined;
  }
  telling.before = instant;
  return instant;
}
