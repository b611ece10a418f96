import type { Alert, Clock, Holder, Notice, RecordState, World } from "./state.ts";

/** Tells everybody an alert names; `owner` is whoever holds the record. */
export function tell(world: World, record: RecordState, clock: Clock, alert: Alert): void {
  const { onNotice } = world.listener;
  if (onNotice === undefined || alert.kind === "due") return;
  const share = alert.share === undefined ? {} : { share: alert.share };
  const base = { at: world.now, record: record.id, kind: alert.kind, clock, clause: alert.clause, ...share };
  if (alert.kind === "reminder") onNotice({ ...base, ...recipient(record.owner, clock), isHolder: true });
  for (const name of alert.notify) {
    const isHolder = name === "owner";
    onNotice({ ...base, ...(isHolder ? recipient(record.owner, clock) : { to: name }), isHolder });
  }
}

function recipient({ role, person }: Holder, { owedBy }: Clock): Pick<Notice, "to" | "person"> {
  return { to: role ?? owedBy ?? "owner", ...(person === undefined ? {} : { person }) };
}
