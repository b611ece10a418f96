import { describe, expect, test } from "vitest";
import { createProgress } from "../../src/cli/apply/progress.ts";
import { createPaint, type Terminal } from "../../src/cli/terminal.ts";

/** A terminal of forty columns that remembers what it was told. */
function createListener(isInteractive: boolean): { readonly terminal: Terminal; readonly said: () => string } {
  const said: string[] = [];
  const paint = createPaint(false);
  const talk = (text: string) => void said.push(text);
  const terminal: Terminal = {
    ...{ out: talk, talk, isInteractive, language: "en", width: 40 },
    ...{ outPaint: paint, talkPaint: paint },
  };
  return { terminal, said: () => said.join("") };
}

const step = {
  done: 3,
  total: 42,
  report: { address: "property:contacts/small_to_sales_decision_due_at", action: "create", status: "done" },
} as const;

describe("the progress of an apply", () => {
  test("is one line on a terminal, never wider than it, gone at the end", () => {
    const { terminal, said } = createListener(true);
    const progress = createProgress(terminal, "fr");
    progress.show(step);
    progress.end();
    const [, line = "", after] = said().split("\r\u001b[K");
    expect(line).toMatch(/^application 3\/42 {2}property:/);
    expect(line.length).toBeLessThan(40);
    expect(after).toBe("");
  });

  test("is silent where no person looks on", () => {
    const { terminal, said } = createListener(false);
    const progress = createProgress(terminal, "en");
    progress.show(step);
    progress.end();
    expect(said()).toBe("");
  });
});
