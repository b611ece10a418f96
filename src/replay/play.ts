import type { Instant } from "../calendar/index.ts";
import type { CrmObject } from "../contract/index.ts";
import {
  advance,
  applyEvent,
  createWorld,
  type Happening,
  type JourneyEvent,
  type Notice,
  type RecordState,
  type Step,
  type World,
} from "../journey/index.ts";
import type { ReplayRow } from "./replay-row.ts";
import type { Side, Versions } from "./version.ts";

/** What became of a lead under one version until a moment. */
export interface Played {
  readonly world: World;
  readonly steps: readonly Step[];
  readonly notices: readonly Notice[];
  /** What the file calls a record that acceptance made, by the id it has here. */
  readonly names: ReadonlyMap<string, string>;
}

/** Plays the rows of a lead, which are in order of time, under one version. */
export function play(versions: Versions, side: Side, rows: readonly ReplayRow[], until: Instant): Played {
  const steps: Step[] = [];
  const notices: Notice[] = [];
  const world = createWorld(versions[side].terms, {
    onStep: (step) => steps.push(step),
    onNotice: (notice) => notices.push(notice),
  });
  const ids = new Map<string, string>();
  for (const row of rows) {
    if (row.head.at > until) break;
    for (const happening of row[side]) applyOne(world, eventOf(row, happening, ids), ids);
  }
  advance(world, until);
  return { world, steps, notices, names: new Map([...ids].map(([name, id]) => [id, name])) };
}

function eventOf({ head }: ReplayRow, happening: Happening, ids: ReadonlyMap<string, string>): JourneyEvent {
  const { at, by, record } = head;
  const own = { at, record: ids.get(record) ?? record, ...(by === undefined ? {} : { by }) };
  const told =
    happening.kind === "merged" ? { ...happening, into: ids.get(happening.into) ?? happening.into } : happening;
  return { ...told, ...own };
}

function applyOne(world: World, event: JourneyEvent, ids: Map<string, string>): void {
  const made = event.kind === "linked" ? madeFor(world, event, ids) : undefined;
  if (event.kind !== "linked" || event.id === undefined || made === undefined) {
    applyEvent(world, event);
    return;
  }
  ids.set(event.id, made.id);
  const { at, by, stage } = event;
  if (stage === undefined || made.stage?.stage.id === stage) return;
  applyEvent(world, { kind: "moved", to: stage, at, record: made.id, ...(by === undefined ? {} : { by }) });
}

/** A link that the file tells after an acceptance names the record which that acceptance made. */
function madeFor(
  world: World,
  { record = "", object, id }: { readonly record?: string; readonly object: CrmObject; readonly id?: string },
  ids: ReadonlyMap<string, string>,
): RecordState | undefined {
  const origin = world.records.get(record);
  if (origin === undefined || id === undefined || world.records.has(id)) return undefined;
  const taken = new Set(ids.values());
  const made = new Set(origin.episodes.flatMap((episode) => episode.made ?? []));
  return origin.linkedRecords.find((one) => one.object === object && made.has(one.id) && !taken.has(one.id));
}
