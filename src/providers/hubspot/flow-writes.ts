import type { CreateOutcome, JsonObject, LiveResource, UpdateRequest } from "../../engine/index.ts";
import { isJsonObject } from "../../engine/index.ts";
import { creationOnlyFlowKeys } from "./flow-keys.ts";
import { readObject } from "./reading-calls.ts";
import type { WritePlace } from "./write-place.ts";

/** Waits between looks at a workflow, milliseconds, 8 seconds in all: HubSpot refuses updates while it is being made. */
const completionDelaysMs: readonly number[] = [0, 250, 500, 1000, 2000, 4000];

/** Creates a workflow, always switched off. HubSpot may go on making it for a while; only an update has to wait. */
export async function createFlow(attributes: JsonObject, { transport, paths }: WritePlace): Promise<CreateOutcome> {
  const defaults = { timeWindows: [], blockedDates: [], customProperties: {}, actions: [] };
  const body = { ...defaults, ...attributes, isEnabled: false };
  const answer = await transport.send({ method: "POST", path: paths.flows, body, replay: "never" });
  if (!answer.ok) return answer;
  const id = isJsonObject(answer.value.body) ? answer.value.body["id"] : undefined;
  if (id === undefined) {
    const error = { code: "ambiguous", reason: "not-json", request: `POST ${paths.flows}`, detail: "no id" } as const;
    return { ok: false, error };
  }
  return { ok: true, value: { remoteId: String(id) } };
}

/**
 * Replaces a workflow with what it is now and the changes laid over it, since a PUT clears what it leaves out. It
 * carries the revision the plan was made from, so that an edit in between is refused; it stays on or off as it is.
 */
export async function updateFlow({ live, set }: UpdateRequest, place: WritePlace): Promise<CreateOutcome> {
  return replaceFlow(live, { ...set, isEnabled: live.attributes["isEnabled"] ?? false }, place);
}

/** A PUT of a whole workflow, refused where it is no longer at the revision that was read. */
export async function replaceFlow(live: LiveResource, set: JsonObject, place: WritePlace): Promise<CreateOutcome> {
  const { transport, paths } = place;
  const id = live.remoteId ?? "";
  await waitForCompletion(id, place);
  const now = Object.entries({ ...live.attributes, ...set }).filter(([key]) => !creationOnlyFlowKeys.includes(key));
  const body = { ...Object.fromEntries(now), revisionId: live.revision ?? null };
  // A second PUT of the same revision would be refused and hide that the first one counted.
  const answer = await transport.send({ method: "PUT", path: paths.flow(id), body, replay: "never" });
  return answer.ok ? { ok: true, value: { remoteId: id } } : answer;
}

async function waitForCompletion(id: string, { transport, paths, sleep }: WritePlace): Promise<void> {
  for (const delay of completionDelaysMs) {
    if (delay > 0) await sleep(delay);
    const flow = await readObject(transport, paths.flow(id));
    if (!flow.ok) return;
    const status = flow.value?.["crmObjectCreationStatus"];
    if (status === undefined || status === "COMPLETE") return;
  }
}
