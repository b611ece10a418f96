import { describeDate } from "../../calendar/index.ts";
import { type Commitment, type Handoff, partyOf, receiverOf, senderOf } from "../../contract/index.ts";
import { type Finding, renderFinding } from "../../diagnostics/index.ts";
import { deadlinesOfHandoff } from "../describe-deadline.ts";
import { type DocumentContext, line } from "../document-context.ts";
import type { KeyPromise, ManagementSection } from "../page-model.ts";
import type { Line } from "../section-model.ts";
import { commitmentSentence } from "../sections/commitments.ts";
import { buildPurpose } from "../sections/header.ts";
import { sentenceOfDeadline } from "../sections/promises.ts";
import { capitalise } from "../words/index.ts";
import { describeWorstWait } from "../worst-wait.ts";

// What one sheet holds in the longer of the two languages.
const mostPromises = 5;
const mostTargets = 3;
const mostAccountable = 4;
const mostRisks = 3;

/** What the page for management knows beside the contract. */
export interface ManagementFacts {
  /** What the check of the contract found; only warnings are shown. */
  readonly findings: readonly Finding[];
  /** How many clauses no CRM holds by itself. */
  readonly byHand: number;
}

/** The whole agreement on one sheet. */
export function buildManagement(context: DocumentContext, facts: ManagementFacts): ManagementSection {
  const { contract, pages, language } = context;
  const { management } = pages;
  const date = (iso: string) => describeDate(iso, language);
  return {
    heading: { text: pages.titles.management, anchor: "management" },
    sentences: buildPurpose(context).sentences,
    dates: [
      management.inForce(date(contract.effective)),
      ...(contract.reviewBy === undefined ? [] : [management.review(date(contract.reviewBy))]),
    ],
    journeyTitle: management.journey,
    promises: promisesOf(context),
    targets: targetsOf(context),
    accountable: accountableOf(context),
    risks: { title: management.risks, lines: risksOf(context, facts) },
    signatures: {
      title: management.signatures,
      columns: [management.name, management.date, management.signature],
      rows: contract.governance.approvals.map(({ role }) => context.who(role)),
    },
  };
}

/** First how fast each handoff is decided, then what the parties commit to, one of each in turn. */
function promisesOf(context: DocumentContext): ManagementSection["promises"] {
  const { contract, pages } = context;
  const decisions = [...contract.handoffs.values()].flatMap((handoff) => promiseOf(context, handoff));
  const commitments = inTurn(context, [...contract.commitments.values()]).map((one) => committed(context, one));
  const ofDecisions = decisions.slice(0, Math.max(mostPromises - 2, mostPromises - commitments.length));
  const entries = [...ofDecisions, ...commitments].slice(0, mostPromises);
  const left = decisions.length + commitments.length - entries.length;
  return {
    title: pages.management.promises,
    entries,
    more: left === 0 ? null : pages.management.more(left),
  };
}

/** The deadline of a handoff that others wait for: the decision, else the first contact, else any. */
function promiseOf(context: DocumentContext, handoff: Handoff): readonly KeyPromise[] {
  const placed = deadlinesOfHandoff(context, handoff);
  const by = (id: string) => placed.find(({ deadline }) => deadline.id === id);
  const chosen = by("decision") ?? by("first-touch") ?? placed[0];
  if (chosen === undefined) return [];
  const worst = describeWorstWait(context, chosen);
  return [
    {
      by: context.who(chosen.owedBy),
      what: sentenceOfDeadline(context, chosen),
      worst: worst === null ? null : context.pages.management.worst(worst),
    },
  ];
}

/** Commitments such that the parties alternate: no side's promises crowd out the other's. */
function inTurn({ contract }: DocumentContext, commitments: readonly Commitment[]): readonly Commitment[] {
  const debtors = [...new Set(commitments.map(({ by }) => partyOf(contract, by)))];
  const queues = debtors.map((debtor) => commitments.filter(({ by }) => partyOf(contract, by) === debtor));
  const longest = Math.max(0, ...queues.map(({ length }) => length));
  return Array.from({ length: longest }, (_, round) => queues.flatMap((queue) => queue[round] ?? [])).flat();
}

function committed(context: DocumentContext, commitment: Commitment): KeyPromise {
  return { by: context.who(commitment.by), what: commitmentSentence(context, commitment), worst: null };
}

function targetsOf(context: DocumentContext): ManagementSection["targets"] {
  const targets = [...context.contract.contribution.values()];
  if (targets.length === 0) return null;
  const entries = targets.slice(0, mostTargets).map((target) => committed(context, target));
  return { title: context.pages.management.targets, entries };
}

function accountableOf(context: DocumentContext): ManagementSection["accountable"] {
  const { contract, pages, say, labels, who, handoff } = context;
  const answering = [...contract.handoffs.values()].filter(
    ({ responsibilities }) => responsibilities.accountable.length > 0,
  );
  if (answering.length === 0) return null;
  const lines = answering.slice(0, mostAccountable).map(({ id, responsibilities }) => {
    return line(`${handoff(id)}${labels.colon} ${say.list(responsibilities.accountable.map(who))}`);
  });
  const left = answering.length - lines.length;
  return {
    title: pages.management.accountable,
    lines: left === 0 ? lines : [...lines, line(pages.management.more(left))],
  };
}

/** Warnings of the check, handoffs whose deadline no commitment measures, and what no CRM holds. */
function risksOf(context: DocumentContext, { findings, byHand }: ManagementFacts): readonly Line[] {
  const { pages, language, handoff } = context;
  const warnings = findings.filter(({ severity }) => severity === "warning");
  const told = [
    ...warnings.map((item) => line(renderFinding(item, language).message)),
    ...unmeasured(context).map(({ id }) => line(capitalise(pages.management.unmeasured(handoff(id))))),
  ];
  const shown = told.slice(0, mostRisks);
  const left = told.length - shown.length;
  return [
    ...(told.length === 0 ? [line(pages.management.noRisk)] : shown),
    ...(left === 0 ? [] : [line(pages.management.more(left))]),
    ...(byHand === 0 ? [] : [line(pages.management.byHand(byHand))]),
  ];
}

/** Handoffs between two parties with a deadline that no commitment holds anybody to. */
function unmeasured({ contract }: DocumentContext): readonly Handoff[] {
  const measured = new Set(
    [...contract.commitments.values()].filter(({ measure }) => measure === "onTime").map(({ of }) => of.split(".")[0]),
  );
  return [...contract.handoffs.values()].filter((handoff) => {
    const [sender, receiver] = [senderOf(contract, handoff), receiverOf(contract, handoff)];
    const parties = [sender, receiver].map((role) => (role === undefined ? undefined : partyOf(contract, role)));
    return parties[0] !== parties[1] && handoff.deadlines.length > 0 && !measured.has(handoff.id);
  });
}
