import type { CalendarDefinition, Duration } from "../calendar/index.ts";
import type { Cell, HandoffEntry, Heading, Line, Table } from "./section-model.ts";

// What the pages of the site show beside the sections of the document. The same rules hold: plain text, nothing absent.

/** A table with a title and, where something has to be said first, an introduction. */
export interface TableBlock {
  readonly title: string;
  readonly intro: string | null;
  readonly table: Table;
  /** How many rows are left out, in words; null where none is. */
  readonly more: string | null;
}

/** What somebody promises; `worst` is the longest wait of the contract's year. */
export interface KeyPromise {
  readonly by: string;
  readonly what: string;
  readonly worst: string | null;
}

/** The page for those who decide: it fits one sheet, so every list has a limit and says what it leaves out. */
export interface ManagementSection {
  readonly heading: Heading;
  readonly sentences: readonly string[];
  readonly dates: readonly string[];
  readonly journeyTitle: string;
  readonly promises: { readonly title: string; readonly entries: readonly KeyPromise[]; readonly more: string | null };
  readonly targets: { readonly title: string; readonly entries: readonly KeyPromise[] } | null;
  readonly accountable: { readonly title: string; readonly lines: readonly Line[] } | null;
  readonly risks: { readonly title: string; readonly lines: readonly Line[] };
  readonly signatures: {
    readonly title: string;
    readonly columns: readonly string[];
    readonly rows: readonly string[];
  };
}

/** What one party reads: what comes in, what it owes, how to refuse, what comes back. */
export interface GuideSection {
  /** The id of the party in the contract. */
  readonly party: string;
  readonly heading: Heading;
  readonly intro: string;
  readonly receives: GuideHandoffs | null;
  /** Handoffs between two functions of the party itself. */
  readonly internal: GuideHandoffs | null;
  readonly hands: GuideHandoffs | null;
  readonly owes: TableBlock | null;
  readonly commitments: { readonly title: string; readonly lines: readonly Line[] } | null;
  readonly returns: { readonly title: string; readonly lines: readonly Line[] } | null;
  readonly stages: TableBlock | null;
  readonly criteriaTitle: string;
  readonly detailsLabel: string;
  readonly calculator: CalculatorSection | null;
}

/** Handoffs in full, or, where they are too many to read one after the other, as a table of links. */
export interface GuideHandoffs {
  readonly title: string;
  readonly entries: readonly HandoffEntry[];
  readonly table: Table | null;
}

/** The deadlines a page can compute in the browser. */
export interface CalculatorSection {
  readonly heading: Heading;
  readonly intro: string;
  readonly labels: Readonly<Record<"deadline" | "priority" | "start" | "due" | "noScript", string>>;
  /** The value the start begins with: a local date and time, `2027-01-08T16:40`. */
  readonly start: string;
  readonly data: CalculatorData;
}

/** What the calculator's script reads; texts are in the language of the page. */
export interface CalculatorData {
  readonly language: string;
  readonly messages: Readonly<Record<"closed" | "invalid" | "never" | "beyond", string>>;
  readonly calendars: Readonly<Record<string, { readonly zone: string; readonly definition: CalendarDefinition }>>;
  readonly deadlines: readonly CalculatorDeadline[];
}

/** One deadline to compute: a run per priority, marks on the way, the calendar it runs on. */
export interface CalculatorDeadline {
  readonly name: string;
  readonly title: string;
  readonly calendar: string;
  readonly runs: readonly { readonly priority: string | null; readonly duration: Duration; readonly said: string }[];
  readonly reminders: readonly { readonly share: number; readonly said: string }[];
  readonly escalations: readonly { readonly after: Duration | null; readonly said: string }[];
}

/** Who does what: a real table, with the letter and the word in every cell. */
export interface MatrixSection {
  readonly heading: Heading;
  readonly intro: string;
  readonly legend: string;
  readonly subject: string;
  readonly roles: readonly string[];
  readonly groups: readonly {
    readonly title: string;
    /** How many columns there are with that of the subjects. */
    readonly span: number;
    readonly rows: readonly { readonly subject: Cell; readonly cells: readonly MatrixCell[] }[];
  }[];
}

/** `R, A` with `Responsible, Accountable`; both empty where a function has no part. */
export interface MatrixCell {
  readonly letters: string;
  readonly words: string;
}

/** The objects that a CRM holds for this contract. */
export interface CrmSection {
  readonly heading: Heading;
  readonly intro: string;
  readonly columns: readonly string[];
  readonly groups: readonly {
    readonly title: string;
    readonly objects: readonly { readonly code: string; readonly purpose: string; readonly clause: Cell }[];
    readonly more: string | null;
  }[];
  readonly signals: { readonly title: string; readonly table: Table } | null;
}

/** How far the CRM holds what a heading is about. */
export interface Enforcement {
  /** The anchor of the stage or handoff. */
  readonly of: string;
  readonly title: string;
  readonly notes: readonly { readonly level: string; readonly levelName: string; readonly said: string }[];
}

/** Every stage and handoff in one table each. */
export interface JourneySection {
  readonly heading: Heading;
  readonly intro: string;
  readonly stages: TableBlock;
  readonly handoffs: TableBlock | null;
}

/** One thing that can be searched for. */
export interface SearchEntry {
  readonly text: string;
  readonly kind: string;
  readonly anchor: string;
}
