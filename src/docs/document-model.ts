import type { Language } from "../diagnostics/index.ts";
import type {
  CrmSection,
  Enforcement,
  GuideSection,
  JourneySection,
  ManagementSection,
  MatrixSection,
  SearchEntry,
} from "./page-model.ts";
import type {
  CalendarsSection,
  Contents,
  CriteriaSection,
  DictionarySection,
  DocumentHeader,
  GlossarySection,
  GovernanceSection,
  HandoffsSection,
  PromisesSection,
  PurposeSection,
  StageMapSection,
  StagesSection,
  TableSection,
} from "./section-model.ts";

/**
 * One contract in one language, ready to be laid out as Markdown or HTML. Sections that would be empty are null.
 * `modelVersion` grows when a key changes its meaning or goes: templates written by others rely on it.
 */
export interface DocumentModel {
  readonly modelVersion: 1;
  readonly language: Language;
  /** Between a label and its text: `:`, in French after a no-break space. */
  readonly colon: string;
  readonly header: DocumentHeader;
  readonly contents: Contents;
  readonly purpose: PurposeSection;
  readonly promises: PromisesSection | null;
  readonly stageMap: StageMapSection;
  readonly roles: TableSection | null;
  readonly signals: TableSection | null;
  readonly criteria: CriteriaSection | null;
  readonly priorities: CriteriaSection | null;
  readonly stages: StagesSection;
  readonly handoffs: HandoffsSection | null;
  readonly reasons: TableSection | null;
  readonly deadlines: TableSection | null;
  readonly commitments: TableSection | null;
  readonly contribution: TableSection | null;
  readonly governance: GovernanceSection | null;
  readonly calendars: CalendarsSection | null;
  readonly dictionary: DictionarySection | null;
  readonly glossary: GlossarySection;
  readonly management: ManagementSection;
  readonly journey: JourneySection;
  readonly guides: readonly GuideSection[];
  readonly matrix: MatrixSection | null;
  readonly crm: CrmSection | null;
  readonly enforcement: readonly Enforcement[];
  readonly search: readonly SearchEntry[];
}
