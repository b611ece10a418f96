import type { LocalPortal } from "../../src/localcrm/index.ts";
import type { Account, Entry } from "./account.ts";
import { owners } from "./persons.ts";
import type { Track } from "./tracks.ts";

/** What a record of a portal, and the deals that came of it, show of a subject's tracks. */
export function readPortal(portal: LocalPortal, tracks: readonly Track[], ids: ReadonlyMap<string, string>): Account {
  return new Map(
    tracks.map((track) => {
      if (track.object === "tasks") return [track.key, readTasks(portal, track)];
      if (track.object === "mails") return [track.key, readMails(portal, track)];
      return [track.key, readTrack(portal, track, ids.get(track.object))];
    }),
  );
}

/** Tasks about a handoff: for whom, and since when. */
function readTasks(portal: LocalPortal, { property: about }: Track): readonly Entry[] {
  return portal.recordIds("tasks").flatMap((id) => {
    const { hs_task_subject: subject = "", hubspot_owner_id: owner = "" } = portal.properties("tasks", id) ?? {};
    const at = portal.history("tasks", id, "hs_task_subject").at(-1)?.timestamp ?? "";
    return subject.endsWith(about) ? [{ value: owners.get(owner) ?? owner, at: Date.parse(at) }] : [];
  });
}

/** Mails about a clock: to whom, and when. */
const readMails = (portal: LocalPortal, { property: about }: Track): readonly Entry[] =>
  portal
    .messages()
    .filter(({ subject }) => subject.endsWith(about))
    .map(({ at, to }) => ({ value: to.map(({ email }) => email).join(", "), at: Date.parse(at) }));

function readTrack(portal: LocalPortal, track: Track, id: string | undefined): readonly Entry[] {
  if (id === undefined) return [];
  const items = portal.history(track.object, id, track.property).toReversed();
  // A value written twice in a row says nothing new; one that was cleared in between does.
  const changes = items.filter(({ value }, index) => value !== items[index - 1]?.value);
  const begun = changes.findIndex(({ value }) => value !== "" && !track.blank.includes(value));
  return (begun < 0 ? [] : changes.slice(begun))
    .filter(({ value }) => value !== "" && !track.silent.includes(value))
    .map(({ value, timestamp }) =>
      track.counts === "the value"
        ? { value: "", at: Date.parse(value) }
        : { value: track.words.get(value) ?? value, at: Date.parse(timestamp) },
    );
}
