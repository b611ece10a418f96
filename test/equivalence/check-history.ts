import type { Behaviour, LocalPortal, RunStep } from "../../src/localcrm/index.ts";
import type { Act } from "./act.ts";
import { type AdmittedHistory, admitHistory } from "./admit-history.ts";
import { compareAccounts, type Match } from "./compare-accounts.ts";
import { expectAccount } from "./expect-account.ts";
import { latencyOf } from "./latency.ts";
import { playInPortal } from "./play-in-portal.ts";
import { printDifference } from "./print-difference.ts";
import type { Subject } from "./subject.ts";

/** What one history showed. */
export interface Verdict {
  readonly admitted: AdmittedHistory;
  /** Both timelines where they differ; undefined where they agree. */
  readonly difference: string | undefined;
  readonly matches: readonly Match[];
}

/** How a portal behaves in one history, and how long it is watched after the last act. */
export interface Trial {
  readonly seed: number;
  readonly behaviour: Behaviour;
  readonly watchMs: number;
  /** Hears what records go through in workflows. */
  readonly hear?: (step: RunStep) => void;
}

/** Plays a history to the interpreter and to a portal, and compares. */
export function checkHistory(
  subject: Subject,
  portal: LocalPortal,
  { wanted, trial }: { readonly wanted: readonly Act[]; readonly trial: Trial },
): Verdict {
  const latencyMs = latencyOf(trial.behaviour);
  const admitted = admitHistory(subject, wanted, { latencyMs, watchMs: trial.watchMs });
  const { acts, moments, end } = admitted;
  const expected = expectAccount({ subject, moments, latencyMs, end });
  const start = Math.max(portal.now(), (acts[0]?.at ?? 0) - 1);
  const fork = portal.fork({
    seed: trial.seed,
    behaviour: trial.behaviour,
    now: start,
    timeZone: subject.model.timezone,
  });
  fork.listen(trial.hear);
  const actual = playInPortal(fork, subject, { acts, end });
  const { differences, matches } = compareAccounts(expected, actual);
  const difference =
    differences.length === 0
      ? undefined
      : printDifference({ acts, zone: subject.model.timezone }, { expected, actual }, differences);
  return { admitted, difference, matches };
}
