import { describeDuration, describeInstant, type Instant, localTime, printDuration } from "../../calendar/index.ts";
import {
  type Contract,
  type DeadlineAnswer,
  type DeadlineDates,
  type PlacedDeadline,
  textIn,
} from "../../contract/index.ts";
import type { Language } from "../../diagnostics/index.ts";
import type { Paint } from "../terminal.ts";

/** A deadline that was computed. */
export interface ComputedDeadline {
  readonly contract: Contract;
  readonly placed: PlacedDeadline;
  readonly start: Instant;
  readonly answer: DeadlineAnswer;
}

const words = {
  en: {
    start: "starts",
    due: "due",
    remind: "reminder",
    tell: "tells",
    reassign: "goes to",
    owner: "the owner of the record",
    owed: "owed by",
    calendar: "calendar",
    unknown: (year: number) =>
      `the calendar lists no holidays after ${year}: later dates may be wrong (revpact calendar add)`,
  },
  fr: {
    start: "début",
    due: "échéance",
    remind: "rappel",
    tell: "prévient",
    reassign: "passe à",
    owner: "le responsable du lead",
    owed: "dû par",
    calendar: "calendrier",
    unknown: (year: number) =>
      `le calendrier ne donne pas de jours fériés après ${year}\u00a0: les dates suivantes peuvent être fausses (revpact calendar add)`,
  },
} as const;

/** The dates in words, one block per priority. */
export function renderAsText(
  shown: ComputedDeadline,
  { language, paint }: { readonly language: Language; readonly paint: Paint },
): string {
  const { contract, placed, start, answer } = shown;
  const say = words[language];
  const role = (id: string) =>
    id === "owner" ? say.owner : textIn(contract, contract.roles.get(id)?.label, language) || id;
  const owed = placed.owedBy === undefined ? "" : `${say.owed} ${role(placed.owedBy)}, `;
  const head = `${paint.bold(placed.name)}  ${paint.dim(`${owed}${say.calendar} ${answer.calendar}`)}`;
  const blocks = answer.dates.map((dates) => blockOf(dates, { shown, language, paint, role }));
  const latest = Math.max(
    ...answer.dates.flatMap((dates) => [dates.due, ...dates.escalations.map(({ at }) => at)]),
    start,
  );
  const year = Number(localTime(latest, answer.zone).date.slice(0, 4));
  const isBeyond = answer.knownUntil !== undefined && year > answer.knownUntil;
  return `${[head, ...blocks, ...(isBeyond ? [paint.yellow(say.unknown(answer.knownUntil ?? year))] : [])].join("\n")}\n`;
}

interface BlockContext {
  readonly shown: ComputedDeadline;
  readonly language: Language;
  readonly paint: Paint;
  readonly role: (id: string) => string;
}

function blockOf(dates: DeadlineDates, { shown, language, paint, role }: BlockContext): string {
  const { contract, start, answer } = shown;
  const say = words[language];
  const at = (instant: Instant) => describeInstant(instant, answer.zone, language);
  const label =
    dates.priority === undefined
      ? ""
      : `${textIn(contract, contract.priorities.get(dates.priority)?.label, language) || dates.priority}, `;
  const told = dates.escalations.map(({ escalation, at: when }) => {
    const people = escalation.notify.map(role).join(", ");
    const next = escalation.reassign === undefined ? [] : [`${say.reassign} ${role(escalation.reassign)}`];
    return { when, label: "", text: [...(people === "" ? [] : [`${say.tell} ${people}`]), ...next].join(", ") };
  });
  const reminders = dates.reminders.map(({ share, at: when }) => ({
    when,
    label: say.remind,
    text: `${Math.round(share * 100)}${language === "fr" ? "\u202f" : ""}%`,
  }));
  const rows = [
    { when: start, label: say.start, text: "" },
    ...reminders,
    { when: dates.due, label: paint.bold(say.due), text: "" },
    ...told,
  ];
  const plain = (text: string) => text.replaceAll(paint.bold(say.due), say.due);
  const width = Math.max(...rows.map((row) => plain(row.label).length));
  const lines = rows.map(
    (row) =>
      `  ${row.label}${" ".repeat(width - plain(row.label).length)}  ${at(row.when)}${row.text === "" ? "" : `  ${row.text}`}`,
  );
  return [`${label}${describeDuration(dates.duration, language)}`, ...lines].join("\n");
}

/** The dates for machines: instants in UTC and in local time with its offset. */
export function renderAsJson({ placed, start, answer }: ComputedDeadline): string {
  const moment = (instant: Instant) => ({ utc: new Date(instant).toISOString(), local: withOffset(instant, answer) });
  const document = {
    formatVersion: 1,
    deadline: placed.name,
    ...(placed.owedBy === undefined ? {} : { owedBy: placed.owedBy }),
    calendar: answer.calendar,
    start: moment(start),
    dates: answer.dates.map((dates) => ({
      ...(dates.priority === undefined ? {} : { priority: dates.priority }),
      within: printDuration(dates.duration),
      due: moment(dates.due),
      reminders: dates.reminders.map(({ share, at }) => ({ share, ...moment(at) })),
      escalations: dates.escalations.map(({ escalation, at }) => ({
        ...moment(at),
        notify: escalation.notify,
        ...(escalation.reassign === undefined ? {} : { reassign: escalation.reassign }),
      })),
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function withOffset(instant: Instant, { zone }: DeadlineAnswer): string {
  const { date, time, offsetMinutes } = localTime(instant, zone);
  const pad = (number: number) => String(Math.trunc(number)).padStart(2, "0");
  const size = Math.abs(offsetMinutes);
  return `${date}T${time}${offsetMinutes < 0 ? "-" : "+"}${pad(size / 60)}:${pad(size % 60)}`;
}
