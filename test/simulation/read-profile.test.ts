import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { renderFinding } from "../../src/diagnostics/index.ts";
import { createSource } from "../../src/language/index.ts";
import { readProfile } from "../../src/simulation/read-profile.ts";
import { contractIn, prepared } from "./simulated.ts";

const classic = contractIn("examples/classic-inbound/contract.yaml");
const read = (text: string) => readProfile(createSource("leads.profile.yaml", text), classic);

test("the profile of the documentation is read whole", () => {
  const [, text = ""] = /```yaml\n(profileOf[\s\S]*?)```/.exec(readFileSync("docs/simulation.md", "utf8")) ?? [];
  const { value, findings } = read(text);
  expect(findings.map((item) => renderFinding(item, "en").message)).toEqual([]);
  expect(value?.perDay).toBeCloseTo((120 * 12) / 365.25, 9);
  expect(value?.leads?.map(({ label, share }) => [label, share])).toEqual([
    ["Asks for a demo", 0.3],
    ["Looks around", 0.7],
  ]);
  expect(value?.stages?.get("sal")).toMatchObject({ touches: 4, touch: 720_000, goesOn: 0.4 });
});

test("hours and days are shares of a week that has as many leads as one without a pattern", () => {
  const { value } = read(
    "profileOf: acme-inbound\narrivals: { days: { mon-fri: 90%, sun: 10% }, hours: { '08:00-20:00': 100% } }\n",
  );
  const { hours } = prepared(classic, { profile: value ?? {} }).scheme.arrivals;
  expect(hours.length).toBe(168);
  expect(hours.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(168, 9);
  expect(hours[7]).toBe(0);
  expect((hours[8] ?? 0) * 12).toBeCloseTo(0.18 * 168, 9);
  expect(hours.slice(5 * 24, 6 * 24).every((weight) => weight === 0)).toBe(true);
});

test("what is missing to a hundred is unknown", () => {
  const { value } = read(
    "profileOf: acme-inbound\nfields: { country: { FR: 60% }, fit-score: { 0-59: 50%, 60-100: 50% } }\n",
  );
  expect(value?.fields?.get("country")).toEqual([{ share: 0.6, value: "FR" }, { share: 0.4 }]);
  expect(value?.fields?.get("fit-score")?.map((one) => one.value)).toEqual([
    { low: 0, high: 59 },
    { low: 60, high: 100 },
  ]);
});
