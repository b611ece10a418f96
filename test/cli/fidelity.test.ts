import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { revpact } from "./run-command.ts";

const ask = (...args: readonly string[]) => revpact(["fidelity", "examples/classic-inbound", ...args]);

describe("revpact fidelity", () => {
  test("gives the share of each level, then the clauses, the least held first", async () => {
    const { code, out, talk } = await ask();
    expect({ code, talk }).toEqual({ code: 0, talk: "" });
    const shares = [...out.matchAll(/^ {2}\S.* (\d+) +(\d+)%$/gm)].map(([, count, share]) => [
      Number(count),
      Number(share),
    ]);
    expect(shares).toHaveLength(4);
    expect(shares.reduce((sum, [, share = 0]) => sum + share, 0)).toBeGreaterThanOrEqual(98);
    expect(out.indexOf("\nleft to people\n")).toBeLessThan(out.indexOf("\nenforced by the CRM\n"));
    expect(out).toContain("  reasons.bad-timing.moveTo\n    A workflow moves the record where this reason says.\n");
  });

  test("shows one level, in French, with how a person does it", async () => {
    const { out } = await ask("--level", "manual", "--lang", "fr");
    expect(out).toContain("laissées aux personnes");
    expect(out).toMatch(/ {6}→ \S/);
    expect(out).not.toContain("\nassurées par le CRM\n");
  });

  test("counts each clause once, at what is least held of it", async () => {
    const report = JSON.parse((await ask("--format", "json")).out);
    const names = report.clauses.map(({ clause }: { clause: string }) => clause);
    expect(new Set(names).size).toBe(names.length);
    const counted = Object.values<{ count: number }>(report.shares).reduce((sum, { count }) => sum + count, 0);
    expect(counted).toBe(names.length);
    for (const { level, notes } of report.clauses)
      expect(notes.some((note: { level: string }) => note.level === level)).toBe(true);
  });

  test("gives machines the published shape, with the error of what is approximated and a case of it", async () => {
    const schema: object = JSON.parse(readFileSync("schemas/fidelity.v1.schema.json", "utf8"));
    const report = JSON.parse((await ask("--format", "json")).out);
    const ajv = new Ajv.default({ allErrors: true, strict: true });
    addFormats.default(ajv);
    const validate = ajv.compile(schema);
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
    const escalate = report.clauses.find(
      ({ clause }: { clause: string }) => clause === "handoffs.marketing-to-sdr.deadlines.decision.escalate",
    );
    const errors = escalate?.notes.flatMap((note: { errors?: unknown }) => note.errors ?? []) ?? [];
    expect(errors).toContainEqual({
      of: "escalated-2",
      variant: "hot",
      earlyMinutes: 0,
      lateMinutes: expect.any(Number),
      worst: expect.stringMatching(/^202[78]-/),
    });
  });

  test("refuses an environment that the contract does not have", async () => {
    const { code, talk } = await ask("-e", "prod");
    expect(code).toBe(7);
    expect(talk).toContain("production");
  });
});
