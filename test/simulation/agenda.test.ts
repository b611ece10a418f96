import fc from "fast-check";
import { expect, test } from "vitest";
import { createAgenda } from "../../src/simulation/agenda.ts";

test("things come out by time, then by rank, then as they were added, however adding and taking alternate", () => {
  const step = fc.oneof(fc.record({ time: fc.nat(9), rank: fc.nat(2) }), fc.constant("take" as const));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const agenda = createAgenda<number>();
      const model: { readonly time: number; readonly rank: number; readonly added: number }[] = [];
      for (const [added, one] of steps.entries()) {
        if (one !== "take") {
          agenda.add(one.time, one.rank, added + 1);
          model.push({ ...one, added: added + 1 });
          continue;
        }
        model.sort((a, b) => a.time - b.time || a.rank - b.rank || a.added - b.added);
        expect(agenda.nextTime()).toBe(model[0]?.time ?? Number.POSITIVE_INFINITY);
        expect(agenda.take()).toBe(model.shift()?.added);
      }
      expect(agenda.size()).toBe(model.length);
    }),
  );
});
