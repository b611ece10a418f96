import { describe, expect, test } from "vitest";
import type { Json, Resource } from "../../src/targets/index.ts";
import { compiled, exampleText } from "./compile-example.ts";

const classicText = exampleText("classic-inbound");
const changed = (from: string | RegExp, to: string): string => {
  const text = classicText.replace(from, to);
  if (text === classicText) throw new Error("nothing was changed");
  return text;
};
const workflow = (resources: readonly Resource[], title: string): Resource | undefined =>
  resources.find(({ kind, name }) => kind === "workflow" && name === `acme-inbound · ${title}`);

/** Every property that a workflow writes, in order, with the fixed value where there is one. */
function writes(resource: Resource | undefined): readonly string[] {
  const found: string[] = [];
  const visit = (value: Json): void => {
    if (typeof value !== "object" || value === null) return;
    const entries = new Map(Object.entries(value));
    const property = entries.get("property_name");
    if (typeof property === "string") found.push(`${property} := ${staticValue(entries.get("value"))}`);
    for (const inner of entries.values()) visit(inner);
  };
  visit(resource?.attributes ?? {});
  return found;
}

const staticValue = (value: Json | undefined): string => {
  const entries = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return String(entries.find(([key]) => key === "staticValue")?.[1] ?? entries.find(([key]) => key === "type")?.[1]);
};

describe("a contract compiled for HubSpot", () => {
  test("two clauses that ask for one name are both named", () => {
    const { problems } = compiled(
      changed(/^ {2}need: /m, "  signal-demo-request-at: { type: text, label: Asked, filledBy: sdr }\n  need: "),
      "local",
    );
    expect(problems).toEqual([
      {
        kind: "name-collision",
        address: "property:contacts/acme_inbound_signal_demo_request_at",
        clauses: ["fields.signal-demo-request-at", "signals.demo-request"],
      },
    ]);
  });

  test("a field and a signal on one property are a double mapping", () => {
    const text = changed("demo-request:   { form: Demande de démo }", "demo-request:   { property: acme_fit }");
    expect(compiled(text, "production").problems).toMatchObject([
      { kind: "duplicate-mapping", clauses: ["fields.fit-score", "signals.demo-request"] },
    ]);
  });

  test("the environment's prefix stands before every name of ours, long names stay short and apart", () => {
    const text = changed("local: { crm: local }", `local: { crm: local, prefix: ${"long_prefix_".repeat(8)}x }`);
    const { resources, problems } = compiled(text, "local");
    const ours = resources.filter(({ kind, isAdopted }) => kind === "property" && !isAdopted);
    expect(problems).toEqual([]);
    expect(ours.every(({ name }) => name.startsWith("long_prefix_") && name.length <= 100)).toBe(true);
    expect(new Set(ours.map(({ address }) => address)).size).toBe(ours.length);
    expect(resources.find(({ kind }) => kind === "pipeline")?.name).toHaveLength(36);
  });

  test("a signal that the environment has as a property is read there, and nothing is created for it", () => {
    const text = changed(
      "local: { crm: local }",
      "local: { crm: local, signals: { any-form: { property: last_form_at } } }",
    );
    const { resources } = compiled(text, "local");
    const signal = resources.filter(({ clause }) => clause === "signals.any-form");
    expect(signal.map(({ name, isAdopted }) => [name, isAdopted])).toEqual([["last_form_at", true]]);
    expect(JSON.stringify(workflow(resources, "mql · entrée automatique")?.attributes)).toContain('"last_form_at"');
  });

  test("a new version changes no property, list or pipeline, only the workflows that stamp it", () => {
    const before = compiled(classicText, "local").resources;
    const after = compiled(changed("version: 2.1.0", "version: 2.2.0"), "local").resources;
    const differing = after.filter((resource, index) => JSON.stringify(resource) !== JSON.stringify(before[index]));
    expect([...new Set(differing.map(({ kind }) => kind))]).toEqual(["workflow"]);
    expect(differing.every((resource) => JSON.stringify(resource.attributes).includes('"2.2.0"'))).toBe(true);
  });

  test("a renamed stage keeps every name and changes labels only", () => {
    const before = compiled(classicText, "local").resources;
    const after = compiled(changed("fr: À maturer", "fr: En maturation"), "local").resources;
    expect(after.map(({ address }) => address)).toEqual(before.map(({ address }) => address));
  });

  test("opening a handoff resets the last episode and writes the state last", () => {
    const { resources } = compiled(classicText, "local");
    const written = writes(workflow(resources, "marketing-to-sdr · ouverture"));
    const part = "acme_inbound_marketing_to_sdr";
    expect(written.slice(0, 3)).toEqual([
      `${part}_decision := waiting`,
      `${part}_reason := none`,
      `${part}_reason_detail := -`,
    ]);
    expect([...new Set(written)].filter((line) => line.startsWith(`${part}_priority`))).toEqual([
      `${part}_priority := hot`,
      `${part}_priority := normal`,
    ]);
    expect(written.at(-1)).toBe(`${part}_state := pending`);
  });

  test("entering the sender's stage makes the handoff possible again, then moves the record", () => {
    const { resources } = compiled(classicText, "local");
    expect(writes(workflow(resources, "mql · entrée automatique"))).toEqual([
      "acme_inbound_marketing_to_sdr_state := none",
      "acme_inbound_contract_version := 2.1.0",
      "acme_inbound_stage := mql",
    ]);
  });

  test("from parking only a newer signal leads back, from a closed stage only one that asks for a person", () => {
    const flow = workflow(compiled(classicText, "local").resources, "mql · entrée automatique");
    const criteria = JSON.stringify(flow?.attributes["enrollmentCriteria"]);
    const ways = criteria.split('"filterBranchType":"AND"').slice(1);
    const from = (stage: string) => ways.filter((way) => way.includes(`"values":["${stage}"]`));
    expect(from("lead")).toHaveLength(4);
    expect(from("nurture")).toHaveLength(4);
    expect(from("nurture").every((way) => way.includes("COMPARATIVE_DATE"))).toBe(true);
    expect(from("nurture").filter((way) => way.includes("acme_inbound_cool_off"))).toHaveLength(2);
    expect([...from("nurture"), ...from("disqualified")].every((way) => way.includes("acme_inbound_stage_dated"))).toBe(
      true,
    );
    expect(from("disqualified").map((way) => /signal_(\w+)_at"/.exec(way)?.[1])).toEqual([
      "demo_request",
      "meeting_booked",
    ]);
  });

  test("a stage gives a whole chain of actions: each is entered once and none is left out", () => {
    for (const { kind, name, attributes } of compiled(classicText, "local").resources) {
      if (kind !== "workflow") continue;
      const text = JSON.stringify(attributes["actions"]);
      const ids = [...text.matchAll(/"actionId":"(\d+)"/g)].map((match) => match[1]);
      const entered = [...text.matchAll(/"nextActionId":"(\d+)"/g)].map((match) => match[1]);
      expect([name, ["1", ...entered].sort()]).toEqual([name, [...ids].sort()]);
    }
  });

  test("a condition with too many alternatives is left to people, with the reason", () => {
    const pair = (index: number): string =>
      `{ any: [{ field: fit-score, is: ${index} }, { field: country, is: FR }, { field: need, contains: "${index}" }] }`;
    const all = `{ all: [${[1, 2, 3, 4].map(pair).join(", ")}] }`;
    const { resources, notes } = compiled(
      changed("{ signal: meeting-booked, withinLast: 2 business days }", all),
      "local",
    );
    expect(workflow(resources, "mql · entrée automatique")).toBeUndefined();
    expect(notes.find(({ clause }) => clause === "stages.mql.criteria")).toMatchObject({ level: "manual" });
  });
});

describe("what the notes say", () => {
  test("where no workflow marks what is late, no list pretends that nothing is", () => {
    const text = changed(
      "hot: 30 business minutes, normal: 4 business hours",
      "hot: end of business day, normal: end of next business day",
    );
    const { resources, notes } = compiled(text, "local");
    const lists = resources.filter(({ kind, clause }) => kind === "list" && clause.endsWith("deadlines.decision"));
    expect(lists.map(({ name }) => name)).toEqual(["acme-inbound · sdr-to-sales · en retard (décision)"]);
    const unkept = notes.filter(({ text: { en } }) => en.startsWith("No workflow keeps this clock"));
    expect(unkept.map(({ text: { en } }) => en.includes('("Hot")') || en.includes('("Standard")'))).toEqual([
      true,
      true,
    ]);
  });

  test("nobody is told to decide on what is accepted automatically", () => {
    const text = changed(
      "    helpful: [company-size, question]",
      "    acceptance: automatic\n    helpful: [company-size, question]",
    );
    const { notes } = compiled(text, "local");
    const own = notes.filter(({ clause }) => clause.startsWith("handoffs.marketing-to-sdr"));
    const note = own.find(({ clause }) => clause === "handoffs.marketing-to-sdr.acceptance");
    expect(note).toMatchObject({
      level: "enforced",
      text: { en: "A workflow accepts the handoff as soon as it opens." },
    });
    expect(own.some(({ text }) => text.en.includes("sets the decision"))).toBe(false);
  });
});

describe("the French example in HubSpot", () => {
  test("speaks French, has no problem, and says what is left to people", () => {
    const { resources, notes, problems } = compiled(exampleText("pme-francaise"), "local");
    expect(problems).toEqual([]);
    expect(resources.filter(({ kind }) => kind === "workflow").length).toBeGreaterThan(3);
    expect(notes.filter(({ level }) => level === "manual").every(({ text }) => text.fr !== "")).toBe(true);
  });

  test("calling accepts: a contact logged in HubSpot stops the clock as a decision does", () => {
    const { resources } = compiled(exampleText("pme-francaise"), "local");
    const clocks = resources.filter(
      ({ name, clause }) => name.endsWith("rappels et escalade") && clause.endsWith(".deadlines.decision"),
    );
    expect(clocks.length).toBeGreaterThan(0);
    for (const { attributes } of clocks) {
      const criteria = JSON.stringify(attributes["enrollmentCriteria"]);
      expect(criteria).toContain('"property":"notes_last_contacted"');
      expect(criteria).toContain('"unEnrollObjectsNotMeetingCriteria":true');
    }
  });

  test("and says so: nobody is asked for a yes, and its own deadline alone counts contacts", () => {
    const { notes } = compiled(exampleText("pme-francaise"), "local");
    const ofClause = (end: RegExp) => notes.filter(({ clause }) => end.test(clause));
    const [acceptance] = ofClause(/^handoffs\.[^.]+\.acceptance$/);
    expect(acceptance?.level).toBe("approximated");
    expect(acceptance?.text.en).toContain("first contact");
    expect(ofClause(/\.deadlines\.complete\.counts$/)).toEqual([]);
  });

  test("a deadline of a stage with a time per priority never starts, and nothing pretends that it does", () => {
    const text = exampleText("classic-inbound").replace(
      "outcome: { within: 15 business days,",
      "outcome: { within: { hot: 5 business days, normal: 15 business days },",
    );
    const { notes, resources } = compiled(text, "local");
    const clause = "stages.sal.deadlines.outcome";
    expect(resources.filter((resource) => resource.clause === clause)).toEqual([]);
    expect(notes.find((one) => one.clause === clause)?.text.en).toContain("only a handoff has a priority");
  });
});
