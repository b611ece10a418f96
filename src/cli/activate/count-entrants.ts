import {
  canonicalJson,
  type ProviderError,
  type ProviderReader,
  type RecordCount,
  type WorkflowState,
} from "../../engine/index.ts";

/** How many records would enter a workflow, by its address; those that wait for a change have none. */
export type Entrants = ReadonlyMap<string, RecordCount | ProviderError>;

/** Counts for each workflow that is off the records that meet its conditions now; the same question is asked once. */
export async function countEntrants(
  states: readonly WorkflowState[],
  reader: Pick<ProviderReader, "countRecords">,
  onProgress: (done: number, total: number) => void,
): Promise<Entrants> {
  const known = new Map<string, RecordCount | ProviderError>();
  const counts = new Map<string, RecordCount | ProviderError>();
  const asked = states.filter(({ isOn, notReady, lets }) => !isOn && notReady === undefined && lets !== undefined);
  for (const [index, { address, object, lets }] of asked.entries()) {
    onProgress(index, asked.length);
    const key = `${object} ${canonicalJson(lets ?? {})}`;
    const count = known.get(key) ?? (await ask(object, lets ?? {}, reader));
    known.set(key, count);
    counts.set(address, count);
    // Who may not search once may not search at all.
    if ("code" in count) break;
  }
  return counts;
}

async function ask(
  object: string,
  filter: Parameters<ProviderReader["countRecords"]>[1],
  reader: Pick<ProviderReader, "countRecords">,
): Promise<RecordCount | ProviderError> {
  const counted = await reader.countRecords(object, filter);
  return counted.ok ? counted.value : counted.error;
}
