import type { Act } from "./act.ts";
import { startOf } from "./classic-histories.ts";
import type { DirectedHistory } from "./directed-history.ts";
import type { Subject } from "./subject.ts";

const dayMs = 86_400_000;
const someMonday = Date.UTC(2027, 2, 8, 9);
const week = 7 * dayMs;

/** What people of the classic contract do beside starting clocks: each handoff refused for each reason until the limit, each stage left. */
export function classicStories({ contract }: Subject): readonly DirectedHistory[] {
  const refused = [...contract.handoffs.values()].flatMap(({ id, feedback }) =>
    (feedback?.reasons ?? []).map((reason): readonly Act[] => {
      const opening = startOf(`handoffs.${id}`, undefined, someMonday);
      return [0, 1, 2, 3].flatMap((round): readonly Act[] => [
        ...(round === 0 ? opening : opening.slice(1).map((act) => ({ ...act, at: act.at + round * 2 * week }))),
        { kind: "refused", handoff: id, reason, detail: "because", at: someMonday + round * 2 * week + dayMs },
      ]);
    }),
  );
  const left = [...contract.stages.values()].flatMap(({ id, exitReasons, pipeline }) =>
    exitReasons.map((reason): readonly Act[] => [
      ...startOf(`stages.${id}.`, undefined, someMonday),
      {
        kind: "left",
        reason,
        detail: "because",
        at: someMonday + 3 * dayMs,
        ...(pipeline === undefined ? {} : { record: "deal" }),
      },
    ]),
  );
  return [...refused, ...left].map((acts) => ({ acts, watchMs: 45 * dayMs }));
}
