import { type Commitment, type Handoff, type Id, partyOf, receiverOf, senderOf } from "../../contract/index.ts";
import { deadlinesOfHandoff, deadlinesOfStage, describeWithin, type PlacedDeadline } from "../describe-deadline.ts";
import type { DocumentContext } from "../document-context.ts";
import type { PromisesSection } from "../section-model.ts";
import { capitalise } from "../words/index.ts";
import { commitmentSentence } from "./commitments.ts";

interface Promise {
  readonly by: Id | undefined;
  /** Undefined: general management. */
  readonly to: Id | undefined;
  readonly what: string;
}

/** Who owes what to whom by when, grouped by the pair of parties; null where nobody owes anything. */
export function buildPromises(context: DocumentContext): PromisesSection | null {
  const { contract, labels, say } = context;
  const promises = [
    ...[...contract.handoffs.values()].flatMap((handoff) => promisesOfHandoff(context, handoff)),
    ...[...contract.stages.values()].flatMap((stage) =>
      deadlinesOfStage(context, stage).map((placed) => ({
        by: stage.owner,
        to: stage.owner,
        what: sentenceOfDeadline(context, placed),
      })),
    ),
    ...[...contract.commitments.values(), ...contract.contribution.values()].map((commitment) =>
      promiseOfCommitment(context, commitment),
    ),
  ];
  if (promises.length === 0) return null;
  const titled = promises.map((promise) => ({ ...promise, title: titleOfGroup(context, promise) }));
  return {
    heading: { text: labels.headings.promises, anchor: "promises" },
    intro: say.promises.intro,
    groups: [...new Set(titled.map(({ title }) => title))].map((title) => ({
      title,
      promises: titled
        .filter((promise) => promise.title === title)
        .map(({ by, what }) => ({ who: context.who(by), what })),
    })),
  };
}

function promisesOfHandoff(context: DocumentContext, handoff: Handoff): readonly Promise[] {
  const [sender, receiver] = [senderOf(context.contract, handoff), receiverOf(context.contract, handoff)];
  const { say, quoted, handoff: label, duration } = context;
  const fromDeadlines = deadlinesOfHandoff(context, handoff).map((placed) => ({
    by: placed.owedBy,
    to: placed.owedBy === sender ? receiver : sender,
    what: sentenceOfDeadline(context, placed),
  }));
  const within = handoff.feedback?.within;
  if (within === undefined) return fromDeadlines;
  const noun = context.noun(handoff.from[0]);
  const what = say.promises.feedback(noun, quoted(label(handoff.id)), say.within.same(duration(within)));
  const readers = handoff.feedback?.to ?? [];
  const other = readers.find((reader) => partyNameOf(context, reader) !== partyNameOf(context, receiver));
  return [...fromDeadlines, { by: receiver, to: other ?? sender, what }];
}

/** A deadline as a promise: `accept or refuse every contact handed over ("Handoff to the SDR"), within 4 business hours`. */
export function sentenceOfDeadline(context: DocumentContext, placed: PlacedDeadline): string {
  const { say, quoted } = context;
  const within = describeWithin(context, placed.deadline);
  if (placed.place.kind === "stage") {
    const { stage } = placed.place;
    return placed.deadline.stops.kind === "left"
      ? say.promises.leave(context.noun(stage.id), quoted(context.stage(stage.id)), within)
      : say.promises.other(placed.title, quoted(context.stage(stage.id)), within);
  }
  const { handoff } = placed.place;
  const noun = context.noun(handoff.from[0]);
  const name = quoted(context.handoff(handoff.id));
  switch (placed.deadline.id) {
    case "complete":
      return say.promises.prepared(noun, name, within);
    case "decision": {
      const promise = handoff.acceptance === "first-touch" ? say.promises.contactedOrRefused : say.promises.decided;
      return promise(noun, name, within);
    }
    case "first-touch":
      return say.promises.touched(noun, name, within);
    default:
      return say.promises.other(placed.title, name, within);
  }
}

function promiseOfCommitment(context: DocumentContext, commitment: Commitment): Promise {
  return { by: commitment.by, to: commitment.to, what: commitmentSentence(context, commitment) };
}

function titleOfGroup(context: DocumentContext, { by, to }: Promise): string {
  const { say, who } = context;
  const debtor = partyNameOf(context, by);
  if (to === undefined) return say.promises.general(who(debtor));
  const creditor = partyNameOf(context, to);
  return capitalise(
    debtor === creditor ? say.promises.within(who(debtor)) : say.promises.between(who(debtor), who(creditor)),
  );
}

/** The party, or the role itself where it belongs to none (general management). */
function partyNameOf({ contract }: DocumentContext, id: Id | undefined): Id | undefined {
  return id === undefined ? undefined : (partyOf(contract, id) ?? id);
}
