// What every renderer shows. Each string is plain text in the document's language: no Markdown, no HTML. A renderer
// escapes it for where it puts it, by the name of the key: `anchor`, `code` and `diagram` are not prose, all else is.
// What a contract leaves unsaid is null or an empty list, never absent: templates run in strict mode, where an absent
// key is a mistake of the template.

/** A title that can be linked to; anchors are the same in every language. */
export interface Heading {
  readonly text: string;
  /** `handoff-marketing-to-sdr`: unique in the document, `[a-z0-9-]`. */
  readonly anchor: string;
}

/** A line of a nested list. */
export interface Line {
  readonly text: string;
  readonly children: readonly Line[];
}

/** A labelled statement: `text` where one line says it, else `lines`. */
export interface Fact {
  readonly label: string;
  readonly text: string | null;
  readonly lines: readonly Line[];
}

/** A cell, linked to a heading of the same document where it has an anchor. */
export interface Cell {
  readonly text: string;
  readonly anchor: string | null;
}

/** A table; every row has as many cells as there are columns. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** One deadline over time: the time allowed, reminders, due time and escalations, with a column per priority. */
export interface Timeline {
  readonly title: string;
  readonly owedBy: string;
  readonly table: Table;
  readonly facts: readonly Fact[];
}

/** What the document is about, and who has to approve it. */
export interface DocumentHeader {
  readonly title: string;
  readonly facts: readonly Fact[];
}

/** A table of contents of two levels. */
export interface Contents {
  readonly heading: string;
  readonly entries: readonly { readonly text: string; readonly anchor: string; readonly entries: readonly Heading[] }[];
}

/** What the contract is for and whom it concerns. */
export interface PurposeSection {
  readonly heading: Heading;
  readonly sentences: readonly string[];
  readonly scope: readonly Fact[];
}

/** Who owes what to whom, by when: groups such as "Sales to Marketing". */
export interface PromisesSection {
  readonly heading: Heading;
  readonly intro: string;
  readonly groups: readonly {
    readonly title: string;
    readonly promises: readonly { readonly who: string; readonly what: string }[];
  }[];
}

/** What a stage is on the map: `start` and `any` stand for no stage of their own. */
export type NodeShape = "start" | "stage" | "parking" | "won" | "lost" | "any";
/** Entering a stage, changing hands, or going back and out. */
export type EdgeStyle = "entry" | "handoff" | "return";

/** A graph of stages; `id` and `from`/`to` are contract ids, labels are text. */
export interface Diagram {
  readonly groups: readonly {
    readonly id: string;
    readonly label: string;
    readonly nodes: readonly {
      readonly id: string;
      readonly label: string;
      readonly shape: NodeShape;
      /** The number of the owning party, from 1 in the order of the contract; 0 for none. */
      readonly party: number;
    }[];
  }[];
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    readonly label: string;
    readonly style: EdgeStyle;
  }[];
}

/** The map of the stages, and the same as a list. */
export interface StageMapSection {
  readonly heading: Heading;
  readonly intro: string;
  readonly diagram: Diagram;
  readonly listIntro: string;
  readonly lines: readonly Line[];
}

/** Named conditions and priorities. */
export interface CriteriaSection {
  readonly heading: Heading;
  readonly intro: string;
  readonly facts: readonly Fact[];
}

/** One stage: what it means, its facts, and its deadlines with the dates of an example. */
export interface StageEntry {
  readonly heading: Heading;
  readonly definition: string | null;
  readonly facts: readonly Fact[];
  readonly example: string | null;
  readonly deadlinesTitle: string;
  readonly timelines: readonly Timeline[];
}

/** Every stage, in the order of the contract. */
export interface StagesSection {
  readonly heading: Heading;
  readonly intro: string;
  readonly entries: readonly StageEntry[];
}

/** One handoff: what opens it, its data, its deadlines, its refusals, and who answers for it. */
export interface HandoffEntry {
  readonly heading: Heading;
  readonly summary: string;
  readonly facts: readonly Fact[];
  /** Which date the examples of the timelines assume; null without deadlines. */
  readonly example: string | null;
  readonly deadlinesTitle: string;
  readonly timelines: readonly Timeline[];
  readonly refusal: {
    readonly title: string;
    readonly intro: string;
    readonly table: Table;
    readonly facts: readonly Fact[];
  } | null;
  readonly responsibilitiesTitle: string;
  readonly responsibilities: readonly Fact[];
}

/** Every handoff, in the order of the contract. */
export interface HandoffsSection {
  readonly heading: Heading;
  readonly intro: string;
  /** What the language gives to every handoff, whatever the contract says. */
  readonly rules: { readonly title: string; readonly lines: readonly Line[] };
  readonly entries: readonly HandoffEntry[];
}

/** A section that is one table: functions, signals, reasons, deadlines, commitments, contribution. */
export interface TableSection {
  readonly heading: Heading;
  readonly intro: string;
  readonly table: Table;
  readonly notes: readonly string[];
}

/** Notice and approvals, who decides what, and when people meet. */
export interface GovernanceSection {
  readonly heading: Heading;
  readonly facts: readonly Fact[];
  readonly decisions: { readonly title: string; readonly legend: string; readonly table: Table } | null;
  readonly reviews: { readonly title: string; readonly table: Table } | null;
}

/** Every calendar in words. */
export interface CalendarsSection {
  readonly heading: Heading;
  readonly intro: string;
  readonly entries: readonly { readonly heading: Heading; readonly facts: readonly Fact[] }[];
}

/** The data dictionary: the one place where ids of the contract and of the CRM show. */
export interface DictionarySection {
  readonly heading: Heading;
  readonly intro: string;
  readonly columns: readonly string[];
  readonly fields: readonly {
    readonly anchor: string;
    readonly label: string;
    readonly type: string;
    readonly details: string;
    readonly filledBy: string;
    readonly requiredBy: readonly Cell[];
    /** `note` is the CRM object of a property that is not on the record of the scope: `deal`. */
    readonly codes: readonly { readonly code: string; readonly note: string | null }[];
  }[];
}

/** Terms of the contract, then those this document uses; `avoid` says what not to call them. */
export interface GlossarySection {
  readonly heading: Heading;
  readonly entries: readonly { readonly term: string; readonly definition: string; readonly avoid: string | null }[];
}
