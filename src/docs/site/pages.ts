import type { DocumentModel } from "../document-model.ts";
import type { Enforcement, GuideSection } from "../page-model.ts";
import type { HandoffEntry, Heading, StageEntry } from "../section-model.ts";
import type { PageWords } from "../words/index.ts";

/** Which template lays a page out, and where its link stands. */
export type PageKind = WholePage | "guide" | "stage" | "handoff";
/** Pages about the whole contract. */
type WholePage = "management" | "journey" | "rules" | "responsibilities" | "reference" | "glossary";

/** One page of the site: its file is `id.html`. */
export interface Page {
  readonly id: string;
  readonly kind: PageKind;
  readonly heading: Heading;
  /** What only this page shows; pages of one kind for the whole contract show the model itself. */
  readonly subject: GuideSection | StageEntry | HandoffEntry | null;
  readonly enforcement: Enforcement | null;
  /** Anchors that this page holds: links from elsewhere lead here. */
  readonly anchors: readonly string[];
}

/** Every page, in the order of the navigation; stages and handoffs follow in the order of the contract. */
export function pagesOf(model: DocumentModel, { titles }: PageWords): readonly Page[] {
  const page = (kind: WholePage, sections: readonly ({ readonly heading: Heading } | null)[]): Page => ({
    id: kind === "management" ? "index" : kind,
    kind,
    heading: { text: titles[kind], anchor: kind },
    subject: null,
    enforcement: null,
    anchors: sections.flatMap((section) => (section === null ? [] : [section.heading.anchor])),
  });
  const { dictionary, calendars } = model;
  return [
    page("management", [model.management]),
    page("journey", [model.journey, model.stageMap, model.stages, model.handoffs, model.purpose]),
    ...model.guides.map((guide) => subjectPage("guide", guide, [guide.calculator?.heading.anchor ?? []].flat())),
    page("responsibilities", [
      model.matrix,
      model.promises,
      model.commitments,
      model.contribution,
      model.governance,
      model.roles,
    ]),
    page("rules", [model.reasons, model.deadlines, model.priorities, model.criteria, model.signals, calendars]),
    page("reference", [dictionary, model.crm]),
    page("glossary", [model.glossary]),
    ...model.stages.entries.map((entry) => entryPage("stage", entry, model)),
    ...(model.handoffs?.entries ?? []).map((entry) => entryPage("handoff", entry, model)),
  ].map((one) => withInnerAnchors(one, model));
}

function subjectPage(kind: PageKind, subject: GuideSection | StageEntry | HandoffEntry, more: readonly string[]): Page {
  const { heading } = subject;
  return { id: heading.anchor, kind, heading, subject, enforcement: null, anchors: [heading.anchor, ...more] };
}

function entryPage(kind: "stage" | "handoff", entry: StageEntry | HandoffEntry, { enforcement }: DocumentModel): Page {
  const page = subjectPage(kind, entry, []);
  return { ...page, enforcement: enforcement.find(({ of }) => of === entry.heading.anchor) ?? null };
}

/** Entries that have an anchor of their own inside a section: calendars and fields. */
function withInnerAnchors(page: Page, { calendars, dictionary }: DocumentModel): Page {
  if (page.kind === "rules")
    return { ...page, anchors: [...page.anchors, ...(calendars?.entries ?? []).map(({ heading }) => heading.anchor)] };
  if (page.kind === "reference")
    return { ...page, anchors: [...page.anchors, ...(dictionary?.fields ?? []).map(({ anchor }) => anchor)] };
  return page;
}

/** Where each anchor is: the id of its page. */
export function placesOf(pages: readonly Page[]): ReadonlyMap<string, string> {
  return new Map(pages.flatMap(({ id, anchors }) => anchors.map((anchor) => [anchor, id] as const)));
}
