import type { LocalPortal } from "../../src/localcrm/index.ts";
import type { Account, Entry } from "./account.ts";
import type { Track } from "./tracks.ts";

/** What a record of a portal, and the deals that came of it, show of a subject's tracks. */
export function readPortal(portal: LocalPortal, tracks: readonly Track[], ids: ReadonlyMap<string, string>): Account {
  return new Map(tracks.map((track) => [track.key, readTrack(portal, track, ids.get(track.object))]));
}

function readTrack(portal: LocalPortal, track: Track, id: string | undefined): readonly Entry[] {
  if (id === undefined) return [];
  const items = portal.history(track.object, id, track.property).toReversed();
  // A value written twice in a row says nothing new; one that was cleared in between does.
  const changes = items.filter(({ value }, index) => value !== items[index - 1]?.value);
  return changes
    .filter(({ value }) => value !== "" && !track.silent.includes(value))
    .map(({ value, timestamp }) =>
      track.counts === "the value"
        ? { value: "", at: Date.parse(value) }
        : { value: track.words.get(value) ?? value, at: Date.parse(timestamp) },
    );
}
