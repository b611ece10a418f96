import {
  type BusinessClock,
  createBusinessClock,
  describeInstant,
  type Instant,
  parseLocalDateTime,
} from "../../calendar/index.ts";
import type { CalculatorData, CalculatorDeadline } from "../page-model.ts";

/** A deadline calculator in a page: the same clock that validates the contract, on data that stand in the page. */
export function startCalculator(section: HTMLElement): void {
  const form = section.querySelector("form");
  const text = section.querySelector("script[type='application/json']")?.textContent;
  if (form === null || text === null || text === undefined) return;
  const data = JSON.parse(text) as CalculatorData;
  const fields = fieldsOf(form);
  if (fields === undefined) return;
  form.hidden = false;
  for (const hint of section.querySelectorAll<HTMLElement>("[data-no-script]")) hint.hidden = true;
  const clocks = new Map<string, BusinessClock>();
  const deadlineAtHand = () => data.deadlines[Number(fields.deadline.value)];
  fill(
    fields.deadline,
    data.deadlines.map(({ title }) => title),
  );
  const choosePriorities = () => offerPriorities(fields, deadlineAtHand());
  const compute = () => {
    const deadline = deadlineAtHand();
    if (deadline !== undefined) print(fields, computeDates(fields, data, deadline, clocks));
  };
  fields.deadline.addEventListener("change", () => {
    choosePriorities();
    compute();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", compute);
  choosePriorities();
  compute();
}

interface Fields {
  readonly deadline: HTMLSelectElement;
  readonly priority: HTMLSelectElement;
  readonly priorityRow: HTMLElement;
  readonly start: HTMLInputElement;
  readonly zone: Element;
  readonly due: Element;
  readonly steps: Element;
  readonly note: Element;
}

function fieldsOf(form: HTMLFormElement): Fields | undefined {
  const find = <T extends Element>(selector: string) => form.querySelector<T>(selector);
  const fields = {
    deadline: find<HTMLSelectElement>("[name=deadline]"),
    priority: find<HTMLSelectElement>("[name=priority]"),
    priorityRow: find<HTMLElement>("[data-priority]"),
    start: find<HTMLInputElement>("[name=start]"),
    zone: find("[data-zone]"),
    due: find("output"),
    steps: find("[data-steps]"),
    note: find("[data-note]"),
  };
  return Object.values(fields).every((field) => field !== null) ? (fields as Fields) : undefined;
}

function fill(select: HTMLSelectElement, texts: readonly string[]): void {
  select.replaceChildren(
    ...texts.map((text, position) => {
      const option = document.createElement("option");
      option.value = String(position);
      option.textContent = text;
      return option;
    }),
  );
}

/** One duration for all needs no choice. */
function offerPriorities({ priority, priorityRow }: Fields, deadline: CalculatorDeadline | undefined): void {
  const runs = deadline?.runs ?? [];
  fill(
    priority,
    runs.map(({ priority: name, said }) => (name === null ? said : `${name} (${said})`)),
  );
  priorityRow.hidden = runs.length < 2;
}

interface Dates {
  readonly due: string;
  readonly steps: readonly string[];
  readonly note: string;
  readonly zone: string;
}

function computeDates(
  { start, priority }: Fields,
  data: CalculatorData,
  deadline: CalculatorDeadline,
  clocks: Map<string, BusinessClock>,
): Dates {
  const calendar = data.calendars[deadline.calendar];
  const run = deadline.runs[Number(priority.value)] ?? deadline.runs[0];
  const zone = calendar?.zone ?? "";
  if (calendar === undefined || run === undefined) return { due: "", steps: [], note: "", zone };
  const clock = clocks.get(deadline.calendar) ?? createBusinessClock(calendar.definition);
  clocks.set(deadline.calendar, clock);
  const from = parseLocalDateTime(start.value, calendar.definition.timezone);
  if (from === undefined) return { due: "–", steps: [], note: data.messages.invalid, zone };
  const due = clock.dueAt(from, run.duration);
  if (due === undefined) return { due: "–", steps: [], note: data.messages.never, zone };
  const language = data.language === "fr" ? "fr" : "en";
  const say = (instant: Instant | undefined) =>
    instant === undefined ? "–" : describeInstant(instant, clock.zone, language);
  const colon = language === "fr" ? "\u00a0: " : ": ";
  const steps = [
    ...deadline.reminders.map(({ share, said }) => said + colon + say(clock.atShare(from, due, share))),
    ...deadline.escalations.map(
      ({ after, said }) => `${say(after === null ? due : clock.dueAt(due, after))}${colon}${said}`,
    ),
  ];
  return { due: say(due), steps, note: noteOf(data, calendar.definition, { clock, from, due }), zone };
}

/** What a reader should know of the result: a start while closed, or a year whose holidays nobody has written yet. */
function noteOf(
  { messages }: CalculatorData,
  { holidays }: { readonly holidays: readonly string[] },
  { clock, from, due }: { readonly clock: BusinessClock; readonly from: Instant; readonly due: Instant },
): string {
  const last = holidays.toSorted().at(-1)?.slice(0, 4);
  const isBeyond = last !== undefined && new Date(due).toISOString().slice(0, 4) > last;
  return [...(clock.isOpen(from) ? [] : [messages.closed]), ...(isBeyond ? [messages.beyond] : [])].join(" ");
}

function print({ due, steps, note, zone }: Fields, dates: Dates): void {
  due.textContent = dates.due;
  note.textContent = dates.note;
  zone.textContent = dates.zone;
  steps.replaceChildren(
    ...dates.steps.map((text) => {
      const item = document.createElement("li");
      item.textContent = text;
      return item;
    }),
  );
}
