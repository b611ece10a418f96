import type { Contract } from "../contract/index.ts";
import type { Language } from "../diagnostics/index.ts";
import { createDocumentContext } from "./document-context.ts";
import type { Contents, DocumentModel, Heading } from "./document-model.ts";
import { buildCalendars } from "./sections/calendars.ts";
import { buildCommitments, buildContribution } from "./sections/commitments.ts";
import { buildCriteria, buildPriorities } from "./sections/criteria.ts";
import { buildDeadlines } from "./sections/deadlines.ts";
import { buildDictionary } from "./sections/dictionary.ts";
import { buildGlossary } from "./sections/glossary.ts";
import { buildGovernance } from "./sections/governance.ts";
import { buildHandoffs } from "./sections/handoffs.ts";
import { buildHeader, buildPurpose } from "./sections/header.ts";
import { buildPromises } from "./sections/promises.ts";
import { buildReasons } from "./sections/reasons.ts";
import { buildRoles } from "./sections/roles.ts";
import { buildSignals } from "./sections/signals.ts";
import { buildStageMap } from "./sections/stage-map.ts";
import { buildStages } from "./sections/stages.ts";

type Sections = Omit<DocumentModel, "modelVersion" | "language" | "colon" | "header" | "contents">;

/** Everything a document says about a contract, in one language and in reading order; a pure function of both. */
export function buildViewModel(contract: Contract, language: Language): DocumentModel {
  const context = createDocumentContext(contract, language);
  const sections: Sections = {
    purpose: buildPurpose(context),
    promises: buildPromises(context),
    stageMap: buildStageMap(context),
    roles: buildRoles(context),
    signals: buildSignals(context),
    priorities: buildPriorities(context),
    criteria: buildCriteria(context),
    stages: buildStages(context),
    handoffs: buildHandoffs(context),
    reasons: buildReasons(context),
    deadlines: buildDeadlines(context),
    commitments: buildCommitments(context),
    contribution: buildContribution(context),
    governance: buildGovernance(context),
    calendars: buildCalendars(context),
    dictionary: buildDictionary(context),
    glossary: buildGlossary(context),
  };
  return {
    modelVersion: 1,
    language,
    colon: context.labels.colon,
    header: buildHeader(context),
    contents: buildContents(context.labels.contents, sections),
    ...sections,
  };
}

function buildContents(heading: string, sections: Sections): Contents {
  const present = Object.values(sections).filter((section) => section !== null);
  return {
    heading,
    entries: present.map((section) => ({ ...section.heading, entries: headingsIn(section) })),
  };
}

function headingsIn(section: NonNullable<Sections[keyof Sections]>): readonly Heading[] {
  if (!("entries" in section)) return [];
  return section.entries.flatMap((entry) => ("heading" in entry ? [entry.heading] : []));
}
