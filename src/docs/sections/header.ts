import { describeDate } from "../../calendar/index.ts";
import type { Condition } from "../../criteria/index.ts";
import { type DocumentContext, fact, line, spoken } from "../document-context.ts";
import type { DocumentHeader, Fact, Line, PurposeSection } from "../section-model.ts";
import { capitalise } from "../words/index.ts";

/** Title, version, dates, and who has to approve. */
export function buildHeader(context: DocumentContext): DocumentHeader {
  const { contract, labels, say, language, text, who } = context;
  const parties = [...contract.parties.values()].map(({ id, head }) =>
    head === undefined ? who(id) : say.header.headedBy(who(id), who(head)),
  );
  const approvals = contract.governance.approvals.map(({ role, for: clauses }) =>
    clauses.length === 0 ? who(role) : say.header.approvalFor(who(role), say.list(clauses.map(clauseName(context)))),
  );
  return {
    title: text(contract.title),
    facts: spoken([
      fact(labels.header.contract, say.header.version(contract.name, contract.version)),
      fact(labels.header.effective, describeDate(contract.effective, language)),
      fact(
        labels.header.reviewBy,
        contract.reviewBy === undefined ? "" : say.header.reviewBy(describeDate(contract.reviewBy, language)),
      ),
      fact(labels.header.parties, say.list(parties)),
      fact(labels.header.approvals, say.list(approvals)),
    ]),
  };
}

/** A section of the contract as readers call it. */
export function clauseName({ labels }: DocumentContext): (section: string) => string {
  return (section) => labels.clauses[section] ?? section;
}

/** The purpose in two sentences, and whom it concerns. */
export function buildPurpose(context: DocumentContext): PurposeSection {
  const { contract, labels, say, language, who } = context;
  const parties = say.list([...contract.parties.keys()].map(who));
  const counts = {
    stages: contract.stages.size,
    handoffs: contract.handoffs.size,
    commitments: contract.commitments.size + contract.contribution.size,
    from: describeDate(contract.effective, language),
  };
  return {
    heading: { text: labels.headings.purpose, anchor: "purpose" },
    sentences: [say.purpose(parties, context.noun()), say.extent(counts)],
    scope: buildScope(context),
  };
}

function includedLine(context: DocumentContext, include: Condition): Line {
  const { say } = context;
  return include.kind === "field"
    ? line(say.scope.whose(context.noun(), context.condition(include)))
    : context.onCondition(say.scope.when(context.noun()), include);
}

function buildScope(context: DocumentContext): readonly Fact[] {
  const { contract, labels, say, text, who } = context;
  const { include, exclude, existingRecords } = contract.scope;
  const noun = context.noun();
  const existing = existingRecords === "place" ? say.scope.place : say.scope.ignore;
  return spoken([
    fact(labels.scope.included, include === undefined ? say.scope.everyone(noun) : [includedLine(context, include)]),
    fact(
      labels.scope.excluded,
      exclude.map(({ when, because, to }) => {
        const reason = say.scope.excluded(text(because), context.condition(when));
        const follower = to === "nobody" ? say.scope.lookedAfterByNobody : say.scope.lookedAfterBy(who(to));
        return line(`${reason}${labels.colon} ${follower}`);
      }),
    ),
    fact(capitalise(noun.existing), existing(noun, describeDate(contract.effective, context.language))),
  ]);
}
