import { describe, expect, test } from "vitest";
import { type Contract, compileContract } from "../../src/contract/index.ts";
import {
  type Bilingual,
  type Code,
  catalogue,
  codes,
  type Finding,
  languages,
  renderFinding,
} from "../../src/diagnostics/index.ts";
import { type ExampleForm, pages } from "../../src/diagnostics/pages/index.ts";
import { createTerms } from "../../src/journey/index.ts";
import { createSource, decodeSource, type Source } from "../../src/language/index.ts";
import { allScopes } from "../../src/localcrm/index.ts";
import { compareContracts, judgeVersion } from "../../src/review/index.ts";
import {
  bindToPortal,
  compileHubSpot,
  notEnforceable,
  type PortalOwner,
  type PortalThing,
} from "../../src/targets/index.ts";
import { readTests } from "../../src/testing/index.ts";
import { readEventText } from "../events/read-event-text.ts";
import { baseContract, exampleFiles } from "./example-text.ts";

const asOf = "2027-01-04";

/** Everything that is said about the files of an example, bytes to findings. */
async function findingsOf(form: ExampleForm, example: string): Promise<readonly Finding[]> {
  if (form === "events" || form === "long-events")
    return findingsOfEvents(exampleFiles(form, example), { isInMemory: form === "events" });
  return findingsOfContract(form, example);
}

function findingsOfContract(form: ExampleForm, example: string): readonly Finding[] {
  const decoded = [...exampleFiles(form, example)].map(([file, bytes]) => decodeSource(file, bytes));
  const unread = decoded.flatMap(({ findings }) => findings);
  if (unread.length > 0) return unread;
  if (form === "since") return findingsSince(decoded.flatMap(({ value }) => value ?? []));
  if (form === "test") return findingsOfTests(decoded.flatMap(({ value }) => value ?? []));
  const compiled = compileContract(
    decoded.flatMap(({ value }) => (value === undefined ? [] : [value])),
    { asOf },
  );
  if (form !== "portal" || compiled.value === undefined) return compiled.findings;
  return [...compiled.findings, ...findingsOfPlan(compiled.value)];
}

const known = <T>(...entries: readonly T[]) => ({ kind: "known" as const, entries });

/** The portal that the page of explain describes. */
const exampleFacts = {
  owners: known<PortalOwner>(),
  teams: known({ id: "501", name: "Commerce", userIds: ["9001"] }),
  forms: known({ id: "f-1", name: "Devis" }),
  events: known<PortalThing>(),
};

/** What planning against that portal finds, for the environment of the example. */
function findingsOfPlan(contract: Contract): readonly Finding[] {
  const environment = [...contract.environments.values()].find(({ crm }) => crm === "hubspot");
  if (environment === undefined) throw new Error("an example of a portal has an environment");
  const isSmall = environment.id === "small";
  const scopes = allScopes.filter((scope) => !isSmall || scope !== "automation");
  const portal = {
    facts: exampleFacts,
    capabilities: { scopes, refused: [] },
    present: new Set<string>(),
    propertyNames: new Map(),
  };
  const configuration = compileHubSpot(contract, environment);
  const bound = bindToPortal({ contract, environment }, configuration, { ...portal, lookUp: () => undefined });
  return [...bound.findings, ...notEnforceable(contract, environment)];
}

/** What comparing a newer version with an older one finds, with nothing approved. */
function findingsSince([before, after]: readonly Source[]): readonly Finding[] {
  if (before === undefined || after === undefined) throw new Error("an example of two versions is two files");
  const [older, newer] = [compileContract([before], { asOf }), compileContract([after], { asOf })];
  if (older.value === undefined || newer.value === undefined) return newer.findings;
  const comparison = compareContracts(older.value, newer.value, asOf);
  return [...newer.findings, ...judgeVersion(comparison, { asOf, approved: [] })];
}

/** A file of tests, read beside the base contract. */
function findingsOfTests([contract, tests]: readonly Source[]): readonly Finding[] {
  if (contract === undefined || tests === undefined) throw new Error("an example of tests is two files");
  const { value } = compileContract([contract], { asOf });
  if (value === undefined) throw new Error("the base contract is sound");
  return readTests(tests, createTerms(value)).findings;
}

/** Recorded events, read as replay does. */
async function findingsOfEvents(
  files: ReadonlyMap<string, Uint8Array>,
  how: { readonly isInMemory: boolean },
): Promise<readonly Finding[]> {
  const { value } = compileContract([createSource("contract.yaml", baseContract)], { asOf });
  if (value === undefined) throw new Error("the base contract is sound");
  const { findings } = await readEventText(files.get("events.csv") ?? new Uint8Array(), value, how);
  return findings;
}

const codeAndMessage = (item: Finding): string => `${item.code} ${renderFinding(item, "en").message}`;

/** What a French typesetter objects to; keys and values of the language inside a sentence keep their YAML form. */
function frenchFlaws(text: string): readonly string[] {
  const flaws: readonly (readonly [string, RegExp])[] = [
    ["a plain space before : ; ? ! or »", / [:;?!»]/],
    ["a plain space after «", /« /],
    ["no space before ; ? !", /[\p{L}\d)»][;?!]/u],
    ["a guillemet without its space", /«[^\u00a0\u202f]|[^\u00a0\u202f]»/],
    ["a plain space before %", /\d %/],
    ["English quotation marks around words", /[“”]/],
    ["two spaces", / {2}/],
  ];
  return flaws.filter(([, pattern]) => pattern.test(text)).map(([flaw]) => `${flaw}: ${text}`);
}

/** Sentences of a page or a row that people read. */
function sentencesOf(code: Code): readonly (readonly [string, Bilingual])[] {
  const { title, what, fix } = pages[code];
  return [
    ["title", title],
    ["what", what],
    ["fix", fix],
    ["why", catalogue[code].why],
  ];
}

/** How long each deadline can last, and what is left to people, is said of every sound contract: it is information. */
const isWorstCase = ({ code, severity }: Finding): boolean =>
  (code === "SLA506" || code === "CRM810") && severity === "info";

test("the base contract of the examples has nothing to report", async () => {
  expect((await findingsOf("file", baseContract)).filter((item) => !isWorstCase(item)).map(codeAndMessage)).toEqual([]);
});

test("every code has a page and every page a code", () => {
  expect(Object.keys(pages).sort()).toEqual([...codes].sort());
});

describe.each(codes)("%s", async (code) => {
  const page = pages[code];
  const failing = await findingsOf(page.form, page.fails);

  test("is found in the example that fails, and no other error is", () => {
    expect(failing.map((item) => item.code)).toContain(code);
    expect(failing.filter((item) => item.severity === "error" && item.code !== code).map(codeAndMessage)).toEqual([]);
  });

  test("is not found in the example that passes, and neither is anything else", async () => {
    const found = (await findingsOf(page.form, page.passes)).filter((item) => !isWorstCase(item));
    expect(found.map(codeAndMessage)).toEqual([]);
  });

  test.each(sentencesOf(code))("has a %s in English and in French", (_, text) => {
    expect(text.en.trim()).not.toBe("");
    expect(text.fr.trim()).not.toBe("");
    expect(text.fr).not.toBe(text.en);
    expect(frenchFlaws(text.fr)).toEqual([]);
  });

  test.each(languages)("puts all its arguments into words (%s)", (language) => {
    expect(failing).not.toEqual([]);
    for (const item of failing) {
      const { message, help, why, related } = renderFinding(item, language);
      for (const text of [message, help, why, ...related]) {
        expect(text.trim()).not.toBe("");
        expect(text).not.toMatch(/undefined|\[object|NaN/);
        expect(text).not.toMatch(/\.$/);
        expect(language === "fr" ? frenchFlaws(text) : []).toEqual([]);
      }
    }
  });
});
