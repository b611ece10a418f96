import { readFileSync, truncateSync } from "node:fs";
import { join } from "node:path";
import type { JsonObject, Lease, LiveResource, ProviderReader, ProviderWriter } from "../../src/engine/index.ts";
import { type Between, Killed, type World } from "./world.ts";

/** Where a process is killed: around one call, and while the journal is written. */
export const kills = ["never", "torn intent", "before send", "after send", "after answer", "torn result"] as const;
export type Kill = (typeof kills)[number];

/** What goes wrong with the call itself, once. */
export const faults = [
  "nothing",
  "timeout, applied",
  "timeout, not applied",
  "409",
  "423",
  "429 rolling",
  "429 secondly",
  "429 daily",
  "477",
  "500",
  "502 HTML",
  "truncated JSON",
  "dropped field",
  "nothing kept",
  "read lag",
] as const;
export type FaultName = (typeof faults)[number];

const refused = (category: string) => ({ status: "error", message: category, category });
const limited = (policyName: string) => ({
  kind: "status",
  status: 429,
  body: { errorType: "RATE_LIMIT", policyName },
});

/** The faults that the portal itself plays. */
const effects: Partial<Record<FaultName, JsonObject>> = {
  "timeout, applied": { kind: "hang-after-commit" },
  "timeout, not applied": { kind: "hang" },
  "409": { kind: "status", status: 409, body: refused("CONFLICT") },
  "423": { kind: "status", status: 423, body: refused("LOCKED") },
  "429 rolling": limited("TEN_SECONDLY_ROLLING"),
  "429 secondly": limited("SECONDLY"),
  "429 daily": limited("DAILY"),
  "477": { kind: "status", status: 477, body: refused("MIGRATION_IN_PROGRESS"), headers: { "Retry-After": "2" } },
  "500": { kind: "status", status: 500 },
  "502 HTML": { kind: "html502" },
  "truncated JSON": { kind: "cut" },
  "nothing kept": { kind: "echo-only" },
};

/**
 * One mishap over all the applies until the portal is right: the fault strikes the first call that is sent, the kill
 * comes once.
 */
export function createMishap(kill: Kill, fault: FaultName): Between {
  const state = { isStruck: false, isDead: kill === "never" };
  const lag = createLag(fault === "read lag" ? 2 : 0);
  const die = (at: Kill): void => {
    if (kill !== at || state.isDead) return;
    state.isDead = true;
    throw new Killed(at);
  };
  const around = async <T>(send: () => Promise<T>, world: World): Promise<T> => {
    die("before send");
    if (!state.isStruck) {
      state.isStruck = true;
      const effect = effects[fault];
      const methods = ["POST", "PATCH", "PUT"].map((method) => ({ method, path: "*", ...effect }));
      if (effect !== undefined) await world.call("POST", "/__revpact/faults", { faults: methods });
    }
    const answer = await send();
    await world.call("DELETE", "/__revpact/faults");
    die("after send");
    return answer;
  };
  const isDropping = (): boolean => fault === "dropped field" && !state.isStruck;
  return {
    lease: (lease, folder) => ({
      ...lease,
      append: (record) => appendOrDie(lease, { record, folder, die, kill, state }),
    }),
    reader: (reader) => lag.reader(reader),
    writer: (writer, world): ProviderWriter => ({
      create: (resources) => {
        const sent = isDropping()
          ? resources.map((one) => ({ ...one, attributes: altered(one.attributes) }))
          : resources;
        lag.begin(resources.map(({ address }) => [address, undefined]));
        return around(() => writer.create(sent), world);
      },
      update: (request) => {
        const sent = isDropping() ? { ...request, set: altered(request.set) } : request;
        lag.begin([[request.live.address, request.live]]);
        return around(() => writer.update(sent), world);
      },
      switchWorkflow: (live, isOn) => writer.switchWorkflow(live, isOn),
    }),
  };
}

/** The portal keeps another text than was sent. */
function altered(attributes: JsonObject): JsonObject {
  const name = ["label", "description"].find((key) => typeof attributes[key] === "string");
  return name === undefined ? attributes : { ...attributes, [name]: `${String(attributes[name])} (kept otherwise)` };
}

interface Dying {
  readonly record: Parameters<Lease["append"]>[0];
  readonly folder: string;
  readonly kill: Kill;
  readonly state: { readonly isDead: boolean };
  readonly die: (at: Kill) => void;
}

async function appendOrDie(lease: Lease, { record, folder, die, kill, state }: Dying): ReturnType<Lease["append"]> {
  if (record.type === "result") die("after answer");
  const appended = await lease.append(record);
  if (kill !== `torn ${record.type}` || state.isDead) return appended;
  tearLastLine(join(folder, `journal.${lease.fence}.jsonl`));
  die(kill);
  return appended;
}

/** As a kill in the middle of the write leaves it. */
function tearLastLine(file: string): void {
  const text = readFileSync(file);
  const start = text.lastIndexOf(10, text.length - 2) + 1;
  truncateSync(file, start + Math.floor((text.length - start) / 2));
}

type Before = readonly (readonly [address: string, before: LiveResource | undefined])[];

/** After a write, so many reads still show what was there before. */
function createLag(reads: number) {
  let left = 0;
  let before: ReadonlyMap<string, LiveResource | undefined> = new Map();
  let isOver = reads === 0;
  const asBefore = (resources: readonly LiveResource[]): readonly LiveResource[] => {
    const seen = [...before].flatMap(([address, one]) =>
      one !== undefined && resources.some((live) => live.address === address) ? [one] : [],
    );
    return [...resources.filter(({ address }) => !before.has(address)), ...seen];
  };
  const isLagging = (): boolean => {
    left -= 1;
    return left >= 0;
  };
  const reader = (inner: ProviderReader): ProviderReader => ({
    ...inner,
    read: async (sought) => {
      const seen = await inner.read(sought);
      if (!seen.ok || !isLagging()) return seen;
      return { ok: true, value: { ...seen.value, resources: asBefore(seen.value.resources) } };
    },
  });
  return {
    reader,
    begin: (objects: Before): void => {
      if (isOver) return;
      isOver = true;
      left = reads;
      before = new Map(objects);
    },
  };
}
