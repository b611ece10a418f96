import type { Store } from "../store/store.ts";
import type { Behaviour } from "./behaviour.ts";
import type { Due } from "./due-heap.ts";
import { createMachine, type Machine, type RunStep } from "./machine.ts";
import { noticeChange } from "./notice-changes.ts";
import { continueRun, noticeTrigger } from "./take-step.ts";

/** Runs a portal's workflows; time passes only when its caller says so. */
export interface Runner {
  /** Notices what was written since the last commit, at a time, and commits it. */
  readonly commit: (now: number) => void;
  /** Takes back what was written since the last commit. */
  readonly rollback: () => void;
  /** When something is due next, undefined when nothing is. */
  readonly nextDue: () => number | undefined;
  /**
   * Carries out what is due until a time, in order of time, up to so many steps: where it got, and whether more is due.
   * Its writes wait for the next commit.
   */
  readonly run: (until: number, maxSteps?: number) => { readonly at: number; readonly isDone: boolean };
  readonly behaviour: () => Behaviour;
  /** Hears every step, or none. */
  readonly listen: (hear: ((step: RunStep) => void) | undefined) => void;
}

/** Whether something that came up as due still is: what moved meanwhile left its former place in the heap behind. */
function isCurrent({ store }: Machine, due: Due): boolean {
  if (due.kind === "trigger") return store.get("triggers", due.flowId, due.key) !== undefined;
  const run = store.get("runs", due.flowId, due.key);
  return run?.dueAt === due.at && run.order === due.order;
}

function take(machine: Machine, due: Due, settle: (now: number) => void): void {
  const workflow = machine.index().all.get(due.flowId);
  if (workflow === undefined) return;
  if (due.kind === "trigger") {
    const trigger = machine.store.get("triggers", due.flowId, due.key);
    machine.store.remove("triggers", due.flowId, due.key);
    if (trigger !== undefined) noticeTrigger(machine, workflow, trigger, due.at);
    return;
  }
  const run = machine.store.get("runs", due.flowId, due.key);
  if (run !== undefined) continueRun(machine, workflow, { run, now: due.at, settle: () => settle(due.at) });
}

/** A runner over a portal, from where its workflows stand. */
export function createRunner(store: Store): Runner {
  const machine = createMachine(store);
  machine.rebuild();
  let noticed = 0;
  const settle = (now: number): void => {
    // Noticing writes, too: what it writes comes up here in turn, and concerns nobody.
    for (; noticed < store.changes().length; noticed += 1) noticeChange(machine, noticed, now);
  };
  const rollback = (): void => {
    store.rollback();
    if (noticed > 0) machine.rebuild();
    noticed = 0;
  };
  const commit = (now: number): void => {
    try {
      settle(now);
      store.commit();
      noticed = 0;
    } catch (error) {
      rollback();
      throw error;
    }
  };
  const nextDue = (): number | undefined => {
    for (let due = machine.heap.peek(); due !== undefined; due = machine.heap.peek()) {
      if (isCurrent(machine, due)) return due.at;
      machine.heap.pop();
    }
    return undefined;
  };
  const run = (until: number, maxSteps = Number.POSITIVE_INFINITY) => {
    let at = Number.NEGATIVE_INFINITY;
    for (let steps = 0; (nextDue() ?? Number.POSITIVE_INFINITY) <= until; steps += 1) {
      const due = machine.heap.peek();
      if (steps >= maxSteps || due === undefined) return { at, isDone: false };
      machine.heap.pop();
      at = due.at;
      take(machine, due, settle);
      settle(at);
    }
    return { at: until, isDone: true };
  };
  return { commit, rollback, nextDue, run, behaviour: machine.behaviour, listen: machine.listen };
}
