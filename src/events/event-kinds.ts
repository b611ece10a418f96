import type { Happening } from "../journey/index.ts";

/** What a row may tell: everything that happens to a record. */
export type EventKind = Exclude<Happening["kind"], "version">;

/** Every kind, in the order in which those of one moment are applied: what is known comes before what is done with it. */
export const eventKinds: readonly EventKind[] = [
  "created",
  "owner",
  "set",
  "linked",
  "signal",
  "touch",
  "status",
  "handed-over",
  "accepted",
  "refused",
  "repaired",
  "left",
  "moved",
  "merged",
  "deleted",
];

/** Whether a text is the name of a kind of event. */
export function isEventKind(text: string): text is EventKind {
  return eventKinds.some((kind) => kind === text);
}
