import { type Duration, printDuration } from "../../../calendar/index.ts";
import { dueIn, type Horizon } from "./horizon.ts";
import { kindsOfDay, spanOf } from "./lateness.ts";

/** Whether one duration ends before another for some start of a calendar. */
export function mayEndSooner(horizon: Horizon, one: Duration, other: Duration): boolean {
  const known = answers.get(horizon) ?? new Map<string, boolean>();
  answers.set(horizon, known);
  const key = `${printDuration(one)} before ${printDuration(other)}`;
  const answer = known.get(key) ?? endsSooner(horizon, one, other);
  known.set(key, answer);
  return answer;
}

// The same two are asked for by properties, workflows and notes alike.
const answers = new WeakMap<Horizon, Map<string, boolean>>();

function endsSooner(horizon: Horizon, one: Duration, other: Duration): boolean {
  const [dueByOne, dueByOther] = [dueIn(horizon, one), dueIn(horizon, other)];
  const kinds = kindsOfDay(horizon, Math.max(spanOf(one), spanOf(other)), "all hours");
  return kinds.some(({ starts }) =>
    starts.some((start) => {
      const [sooner, later] = [dueByOne(start), dueByOther(start)];
      return sooner !== undefined && (later === undefined || sooner < later);
    }),
  );
}
