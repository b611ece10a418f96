import { onlyRecord } from "../../src/journey/index.ts";
import type { Act } from "./act.ts";
import { type Moment, type ObservedWorld, observeJourney } from "./observe-journey.ts";
import { quietFrom } from "./quiet-time.ts";
import type { Subject } from "./subject.ts";
import { unheldBy } from "./unheld.ts";

/** A history that a portal can be held to, and what the interpreter makes of it. */
export interface AdmittedHistory {
  readonly acts: readonly Act[];
  readonly moments: readonly Moment[];
  readonly end: number;
  /** The clauses, left to people or limited by a note, for which acts were taken out. */
  readonly takenOut: readonly string[];
}

/**
 * Makes a history one that has a single outcome: where an act comes while the stated errors let both sides differ, it
 * waits until they must agree again; where it leads into a clause that a note leaves to people, it is taken out.
 */
export function admitHistory(
  subject: Subject,
  wanted: readonly Act[],
  { latencyMs, watchMs }: { readonly latencyMs: number; readonly watchMs: number },
): AdmittedHistory {
  let acts: readonly Act[] = [];
  const takenOut: string[] = [];
  let observed = observeJourney(subject.terms);
  for (const act of wanted) {
    const at = act.kind === "created" ? act.at : quietFrom(subject, observed, { at: act.at, latencyMs });
    const placed = { ...act, at, ...(act.about === undefined ? aboutOf(observed, act) : {}) };
    const before = observed.moments.slice();
    const clause = unheldBy(subject, observed.act(placed), before);
    if (clause === undefined) {
      acts = [...acts, placed];
      continue;
    }
    takenOut.push(clause);
    observed = replay(subject, acts);
  }
  const end = quietFrom(subject, observed, { at: (acts.at(-1)?.at ?? 0) + watchMs, latencyMs });
  observed.passTo(end);
  return { acts, moments: observed.moments, end, takenOut };
}

/** The handoff that waits for a repair; the stage that is left. */
function aboutOf({ world }: ObservedWorld, { kind, record = onlyRecord }: Act): Pick<Act, "about"> {
  const state = world.records.get(record);
  if (kind === "repaired") return about(state?.sentBack?.handoff);
  return kind === "left" ? about(state?.stage?.stage.id) : {};
}

const about = (id: string | undefined): Pick<Act, "about"> => (id === undefined ? {} : { about: id });

function replay({ terms }: Subject, acts: readonly Act[]): ObservedWorld {
  const observed = observeJourney(terms);
  for (const act of acts) observed.act(act);
  return observed;
}
