import fc from "fast-check";
import { test } from "vitest";
import { drawBehaviour, possibleValues } from "../../src/localcrm/index.ts";
import { contractOf, exampleText } from "../targets/compile-example.ts";
import { checkHistory } from "./check-history.ts";
import { historiesOf } from "./random-history.ts";
import { createSubject, preparePortal } from "./subject.ts";

test("scratch", () => {
  const name = process.env["EQ"] ?? "classic-inbound";
  const subject = createSubject(contractOf(exampleText(name)));
  const portal = preparePortal(subject);
  const behaviour = drawBehaviour(0);
  for (const s of Object.keys(behaviour) as (keyof typeof behaviour)[])
    Object.assign(behaviour, { [s]: possibleValues(s)[0] });
  const t1 = performance.now();
  let n = 0,
    out = new Map<string, number>(),
    matches = 0,
    seen = new Map<string, number>();
  try {
    fc.assert(
      fc.property(historiesOf(subject.contract), fc.nat(), (wanted, seed) => {
        n += 1;
        const v = checkHistory(subject, portal, { wanted, trial: { seed, behaviour, watchMs: 45 * 86_400_000 } });
        for (const c of v.admitted.takenOut) out.set(c, (out.get(c) ?? 0) + 1);
        for (const m of v.matches) {
          const k = m.key + " " + m.expectation.value;
          seen.set(k, (seen.get(k) ?? 0) + 1);
        }
        matches += v.matches.length;
        if (v.difference !== undefined) throw new Error(v.difference);
      }),
      { numRuns: Number(process.env["N"] ?? 200), seed: Number(process.env["SEED"] ?? 1) },
    );
  } catch (error) {
    const text = String((error as Error).message) + String(((error as Error).cause as Error)?.message);
    console.log(text.slice(0, 9000));
  }
  console.log(n, matches, "ms/history", (performance.now() - t1) / n, out, process.env["SEEN"] ? seen : "");
});
