import type { Contract } from "../contract/index.ts";
import type { Finding, Language } from "../diagnostics/index.ts";
import { compileHubSpot } from "../targets/index.ts";
import { createDocumentContext, type DocumentContext } from "./document-context.ts";
import type { DocumentModel } from "./document-model.ts";
import { buildCrm, buildEnforcement, type CompiledTarget } from "./pages/crm.ts";
import { buildGuides } from "./pages/guide.ts";
import { buildJourney } from "./pages/journey.ts";
import { buildManagement } from "./pages/management.ts";
import { buildMatrix } from "./pages/matrix.ts";
import { buildSearchEntries } from "./pages/search-entries.ts";
import type { Contents, Heading } from "./section-model.ts";
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

/** What documents are made from: a contract and, where the caller has them, its findings. */
export interface DocumentSubject {
  readonly contract: Contract;
  readonly findings?: readonly Finding[];
  /** What the contract compiles to, where the caller has it: it is the same in every language. */
  readonly target?: CompiledTarget | null;
}

/** Everything the documents say about a contract, in one language; a pure function of both. */
export function buildViewModel(subject: DocumentSubject, language: Language): DocumentModel {
  return buildModelIn(createDocumentContext(subject.contract, language), subject);
}

/** The same for a caller that needs the names and clocks again: a year of starts takes a while to go through. */
export function buildModelIn(context: DocumentContext, subject: DocumentSubject): DocumentModel {
  const { contract, findings = [], target = compileTarget(contract) } = subject;
  const { language } = context;
  const sections = buildSections(context);
  const byHand = target?.configuration.notes.filter(({ level }) => level === "manual").length ?? 0;
  return {
    modelVersion: 1,
    language,
    colon: context.labels.colon,
    header: buildHeader(context),
    contents: buildContents(context.labels.contents, sections),
    ...sections,
    management: buildManagement(context, { findings, byHand }),
    journey: buildJourney(context),
    guides: buildGuides(context, sections.handoffs?.entries ?? []),
    matrix: buildMatrix(context),
    crm: buildCrm(context, target),
    enforcement: buildEnforcement(context, target),
    search: buildSearchEntries(context),
  };
}

/** The portal that people work in: the first one at HubSpot, else the first environment. */
export function compileTarget(contract: Contract): CompiledTarget | null {
  const environments = [...contract.environments.values()];
  const environment = environments.find(({ crm }) => crm === "hubspot") ?? environments[0];
  if (environment === undefined) return null;
  return { environment, configuration: compileHubSpot(contract, environment) };
}

function buildSections(context: DocumentContext) {
  return {
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
}

type Sections = ReturnType<typeof buildSections>;

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
