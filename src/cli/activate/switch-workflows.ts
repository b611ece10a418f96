import { setTimeout as sleep } from "node:timers/promises";
import {
  canonicalJson,
  isHopeless,
  type LiveResource,
  type ProviderError,
  type ProviderReader,
  type ProviderWriter,
  type WorkflowState,
} from "../../engine/index.ts";
import { hubspotSemantics } from "../../providers/hubspot/index.ts";

/** What became of one workflow. */
export type Switched =
  | { readonly state: WorkflowState; readonly outcome: "done" | "changed" | "gone" | "not-run" }
  | { readonly state: WorkflowState; readonly outcome: "failed"; readonly error: ProviderError };

/** How workflows are switched. */
export interface Switching {
  readonly reader: ProviderReader;
  readonly writer: ProviderWriter;
  readonly isOn: boolean;
  /** Asked before each call: whether to go on. */
  readonly mayGoOn: () => boolean;
  readonly onProgress: (done: number, total: number, name: string) => void;
}

/** Switches one workflow after the other; of each it is made sure that it is still as it was shown. */
export async function switchWorkflows(
  states: readonly WorkflowState[],
  switching: Switching,
): Promise<readonly Switched[]> {
  const results: Switched[] = [];
  for (const state of states) {
    const isOver = !switching.mayGoOn() || results.some(isLast);
    results.push(isOver ? { state, outcome: "not-run" } : await switchOne(state, switching));
    switching.onProgress(results.length, states.length, state.name);
  }
  return results;
}

async function switchOne(state: WorkflowState, { reader, writer, isOn }: Switching): Promise<Switched> {
  const seen = state.live;
  if (seen === undefined) return { state, outcome: "gone" };
  const now = await reader.readOne(soughtOf(seen));
  if (!now.ok) return { state, outcome: "failed", error: now.error };
  if (now.value === undefined) return { state, outcome: "gone" };
  if (!isSame(seen, now.value)) return { state, outcome: "changed" };
  const answer = await writer.switchWorkflow(now.value, isOn);
  if (answer.ok) return { state, outcome: "done" };
  if (answer.error.code === "conflict") return { state, outcome: "changed" };
  if (answer.error.code === "ambiguous" && (await isSettled(seen, isOn, reader))) return { state, outcome: "done" };
  return { state, outcome: "failed", error: answer.error };
}

const soughtOf = ({ kind, object, name, address, remoteId }: LiveResource) => ({
  ...{ kind, object, name, address },
  ...(remoteId === undefined ? {} : { remoteId }),
});

const isSame = (one: LiveResource, other: LiveResource): boolean =>
  canonicalJson(hubspotSemantics.normalise(one)) === canonicalJson(hubspotSemantics.normalise(other));

const looksMs: readonly number[] = [0, 500, 2000];

/** Whether a write of which nothing is known has counted after all. */
async function isSettled(seen: LiveResource, isOn: boolean, reader: ProviderReader): Promise<boolean> {
  for (const wait of looksMs) {
    if (wait > 0) await sleep(wait);
    const now = await reader.readOne(soughtOf(seen));
    if (now.ok && now.value?.attributes["isEnabled"] === isOn) return true;
  }
  return false;
}

/** Every call is of one kind: a scope that one lacks, all of them lack. */
const isLast = (result: Switched): boolean =>
  result.outcome === "failed" && (isHopeless(result.error) || result.error.code === "forbidden");
