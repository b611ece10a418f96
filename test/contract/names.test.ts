import { describe, expect, test } from "vitest";
import { baseContract, replaceEntries } from "../diagnostics/example-text.ts";
import { checkText } from "./check-texts.ts";

const found = (entries: string, code: string): readonly string[] =>
  checkText(replaceEntries(baseContract, entries))
    .findings.filter((item) => item.code === code)
    .map(({ args }) => `${args["kind"]} ${args["name"]}`);

describe("two names of one section that look alike", () => {
  test.each([
    ["parties", "party", "  market: { label: M }\n  markets: { label: M }\n"],
    ["roles", "role", "  ops-1: { label: O, party: sales }\n  ops-l: { label: O, party: sales }\n"],
    ["calendars", "calendar", "  offices: { timezone: Europe/Paris, hours: { mon-fri: ['09:00-18:00'] } }\n"],
    ["signals", "signal", "  demo-requests: { label: D }\n"],
    ["fields", "field", "  needs: { type: text, label: N, filledBy: sdr }\n"],
    [
      "criteria",
      "criteria",
      "  big: { field: company-size, atLeast: 9 }\n  bigs: { field: company-size, atLeast: 9 }\n",
    ],
    ["priorities", "priority", "  hot: { when: { signal: demo-request } }\n  h0t: { otherwise: true }\n"],
    ["pipelines", "pipeline", "  deal: { label: D, object: deal }\n  deals: { label: D, object: deal }\n"],
    ["reasons", "reason", "  bad-timings: { label: B, moveTo: nurture }\n"],
    ["glossary", "term", "  lead: { label: Lead }\n  leads: { label: Leads }\n"],
    ["environments", "environment", "  local: { crm: local }\n  loca1: { crm: local }\n"],
  ])("are found in %s", (section, kind, entries) => {
    const words = found(`${section}:\n${entries}`, "REF205");
    expect(words).toHaveLength(1);
    expect(words[0]).toMatch(new RegExp(`^${kind} `));
  });

  test("are fine in two sections", () => {
    expect(found("criteria:\n  leads: { field: company-size, atLeast: 9 }\n", "REF205")).toEqual([]);
  });
});

describe("a definition that no clause refers to", () => {
  const environment = (line: string): string =>
    `environments:\n  production: { crm: hubspot, portal: 2222222, token: env:TOKEN, ${line} }\n`;

  test("is unused even where an environment says what it is there", () => {
    const signal = `signals:\n  webinar: { label: Webinar }\n${environment("signals: { webinar: { form: Webinar } }")}`;
    expect(found(signal, "REF203")).toEqual(["signal webinar"]);
    const role = `roles:\n  intern: { label: Intern }\n${environment("people: { intern: { team: Interns } }")}`;
    expect(found(role, "REF203")).toEqual(["role intern"]);
  });
});
