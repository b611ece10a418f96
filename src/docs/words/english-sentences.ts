import { englishCommitments } from "./english-commitments.ts";
import { capitalise, joinNames, uncapitalise } from "./join-names.ts";
import type { Noun } from "./noun.ts";

function noun(one: string, many: string, article = "a"): Noun {
  return {
    one,
    many,
    a: `${article} ${one}`,
    the: `the ${one}`,
    every: `every ${one}`,
    all: `every ${one}`,
    ofMany: `of ${many}`,
    everyNew: `every new ${one}`,
    existing: `${many} already in the CRM`,
    handedOver: `${many} handed over`,
    everyHandedOver: `every ${one} handed over`,
    whatBecame: `what became of every ${one} handed over`,
    untreated: `${many} handed over that nobody has treated`,
  };
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `1st`, `2nd`, `11th`. */
function ordinal(position: number): string {
  const endings: Readonly<Record<number, string>> = { 1: "st", 2: "nd", 3: "rd" };
  const isTeen = Math.floor(position / 10) % 10 === 1;
  return `${position}${(isTeen ? undefined : endings[position % 10]) ?? "th"}`;
}

/** Sentences in English; names arrive as the contract says them, quoted where `q` starts their name. */
export const englishSentences = {
  objects: {
    contact: noun("contact", "contacts"),
    company: noun("company", "companies"),
    lead: noun("lead", "leads"),
    deal: noun("deal", "deals"),
    ticket: noun("ticket", "tickets"),
  },
  list: (names: readonly string[]) => joinNames(names, "and"),
  choice: (names: readonly string[]) => joinNames(names, "or"),
  purpose: (parties: string, record: Noun) =>
    `This contract states how ${parties} share the work on ${record.every}: what each stage means, what is handed over to whom and by when, and what feedback is owed in return.`,
  extent: (counts: { stages: number; handoffs: number; commitments: number; from: string }) =>
    `It applies from ${counts.from} and covers ${counted(counts.stages, "stage", "stages")}, ${counted(counts.handoffs, "handoff", "handoffs")} and ${counted(counts.commitments, "commitment", "commitments")}.`,
  header: {
    version: (name: string, version: string) => `${name}, version ${version}`,
    headedBy: (party: string, head: string) => `${party} (${head})`,
    approvalFor: (role: string, clauses: string) => `${role} (for ${clauses})`,
    reviewBy: (date: string) => date,
  },
  scope: {
    everyone: (record: Noun) => capitalise(record.all),
    whose: (record: Noun, comparison: string) => `${capitalise(record.many)} for which ${comparison}`,
    when: (record: Noun) => `${capitalise(record.many)} are concerned`,
    excluded: (because: string, condition: string) => (because === "" ? condition : `${because} (${condition})`),
    lookedAfterBy: (role: string) => `looked after by ${role}`,
    lookedAfterByNobody: "nobody looks after them",
    ignore: (record: Noun, date: string) =>
      `On ${date} they stay where they are and no deadline starts: each gets a stage on a new signal, or when somebody moves the ${record.one} by hand.`,
    place: (record: Noun, date: string) =>
      `On ${date} every ${record.one} gets a stage once, from its lifecycle stage in the CRM. No handoff opens and no deadline starts for that; expiry counts from that date.`,
  },
  promises: {
    intro: "Each promise below is measured; the sections that follow give the details.",
    between: (by: string, to: string) => `${by} to ${to}`,
    within: (party: string) => `Within ${party}`,
    general: (by: string) => `${by} to general management`,
    prepared: (record: Noun, qHandoff: string, within: string) =>
      `fill in what is missing before ${record.a} is handed over (${qHandoff}), ${within}`,
    decided: (record: Noun, qHandoff: string, within: string) =>
      `accept or refuse ${record.everyHandedOver} (${qHandoff}), ${within}`,
    touched: (record: Noun, qHandoff: string, within: string) =>
      `make the first contact with ${record.everyHandedOver} (${qHandoff}), ${within}`,
    contactedOrRefused: (record: Noun, qHandoff: string, within: string) =>
      `reach out to ${record.everyHandedOver}, or refuse it (${qHandoff}), ${within}`,
    other: (title: string, qPlace: string, within: string) => `${uncapitalise(title)} (${qPlace}), ${within}`,
    leave: (record: Noun, qStage: string, within: string) =>
      `bring ${record.every} in ${qStage} to an outcome, ${within}`,
    feedback: (record: Noun, qHandoff: string, within: string) => `say ${record.whatBecame} (${qHandoff}), ${within}`,
  },
  within: {
    same: (duration: string) => `within ${duration}`,
    each: (parts: readonly { duration: string; priority: string }[]) =>
      `within ${joinNames(
        parts.map(({ duration, priority }) => `${duration} (${priority})`),
        "or",
      )}`,
    by: (moment: string) => `by the ${moment.replace("end of", "end of the")}`,
    rhythm: (duration: string) => `every ${duration.replace(/^1 /, "")}`,
  },
  map: {
    intro:
      "Plain arrows: entry into a stage. Thick arrows: a handoff from one team to the other. Dotted arrows: refusals, reasons given and expiries.",
    listIntro: "The same in words:",
    start: (record: Noun) => `New ${record.one}`,
    any: "Any open or parking stage",
    by: (role: string) => `by ${role}`,
    forReasons: (qNames: readonly string[]) => `${qNames.length === 1 ? "reason" : "reasons"} ${qNames.join(", ")}`,
    reasons: (count: number, first: string) => (count === 1 ? first : `${count} reasons`),
    line: (to: string, how: string) => (how === "" ? `to ${to}` : `to ${to}: ${how}`),
    automatic: "automatic, by its criteria",
  },
  criteria: {
    intro: "Defined once here; everywhere else they are called by their name.",
    onCondition: (what: string, condition: string) => `${what}, on this condition: ${condition}`,
    onConditions: (what: string, heading: string) => `${what}, when ${heading}`,
    priorities: (record: Noun) =>
      `When ${record.a} is handed over, the first line that matches decides. If a higher priority becomes true later, it takes over.`,
    otherwise: "in all other cases",
  },
  stages: {
    intro: (record: Noun) => `${capitalise(record.a)} is in one stage at a time, and every stage has one owner.`,
    parking: (record: Noun) => `parking: ${record.many} rest here, no deadline runs`,
    won: "end of the journey, with success",
    lost: "end of the journey, without business",
    pipeline: (qPipeline: string, record: Noun) => `stage of the pipeline ${qPipeline} (${record.many})`,
    probability: (share: string) => `probability of winning ${share}`,
    mirror: "mirror: follows the linked records, no work is done here",
    born: (record: Noun) => `${capitalise(record.everyNew)} in scope starts here`,
    automatic: (from: string) => `Automatically, from ${from}`,
    created: (role: string) => `Created by hand, by ${role}`,
    byHand: (role: string, from: string) => `By hand, by ${role}, from ${from}`,
    creation: "creation",
    anyStage: "any open or parking stage",
    comingBack: (from: string) =>
      `Coming back from ${from}: only on a signal newer than the exit, and not during the cool-off`,
    handRaise: (signals: string) => `${signals} is enough to come back even during the cool-off`,
    reopening: (from: string, signals: string) => `${from} is left only on ${signals}`,
    byHandoff: (qHandoff: string) => `By the handoff ${qHandoff}, once accepted`,
    byReasons: (reason: string) => `For the reason ${reason}`,
    byCommonReasons: "For the reasons",
    onHandoff: (handoff: string, qStage: string) => `${handoff}: to ${qStage} once accepted`,
    ifRefused: (ways: string) => `if refused: ${ways}`,
    toStage: (qStage: string) => `to ${qStage}`,
    staysForSender: (role: string) => `back to ${role}, in this stage`,
    fromAnywhere: (qStage: string) => `to ${qStage}: automatic, as from any open or parking stage`,
    lifecycle: (qValue: string) => `lifecycle stage ${qValue}`,
    breach: (role: string) => `counts as a breach by ${role}`,
    expiry: (duration: string, qReason: string, destination: string) =>
      `After ${duration}, ${destination} (reason ${qReason})`,
  },
  reasons: {
    intro:
      "Every refusal, exit and expiry carries one of these reasons, and the reason alone decides what happens next.",
    moveTo: (record: Noun, qStage: string) => `${record.the} moves to ${qStage}`,
    toStage: (qStage: string) => qStage,
    moveToSender: (record: Noun) => `${record.the} goes back to whoever handed it over`,
    toSender: "Back to the sender",
    coolOff: (duration: string) => `no automatic return for ${duration}`,
    detail: "an explanation is required",
    onlyAfter: (touches: string) => `only after ${touches}`,
    touches: (count: number, over: string | null) =>
      `${counted(count, "contact attempt", "contact attempts")}${over === null ? "" : `, spread over at least ${over}`}`,
    repair: (duration: string) => `${duration} to put it right, then it is handed over again`,
    automatic: "Set automatically",
    early: "Given without the contact attempts it asks for, a reason counts as a refusal without work.",
  },
  handoffs: {
    intro:
      "A handoff passes a record from one team to the next. It is complete only with its criteria, its deadlines and what comes back.",
    summary: (record: Noun, from: string, to: string) => `${capitalise(record.the)} passes from ${from} to ${to}.`,
    side: (qStage: string, role: string) => `${qStage} (${role})`,
    automatic: (record: Noun, from: string) => `Opens by itself as soon as ${record.the} is in ${from}`,
    otherwise: (record: Noun, from: string) =>
      `Opens by itself for ${record.every} in ${from} that no other handoff takes`,
    byHand: (role: string) => `By hand, by ${role}`,
    rules: [
      "As long as required data are missing, a handoff is incomplete and time runs for the sender. Once complete, it is pending and the receiver's deadlines start.",
      "No deadline waits until the record is assigned; neither an absence nor a change of owner stops one.",
      "After a refusal a handoff opens again only on a new signal, once the sender has put things right, or when the sender hands over again.",
      "A record that goes elsewhere, leaves the scope, is merged or deleted withdraws its handoff: nobody is charged with it. A record moved by hand in a way this contract does not provide for counts as a breach.",
    ],
    raisedHand: (signals: string) => `after ${signals} the handoff takes place even if data are missing`,
    missing: (role: string) =>
      `as long as any is missing, the receiver's deadlines do not start: to be filled in by ${role}`,
    keepCompany: "whoever already looks after the company (its owner in the CRM)",
    keepContact: "whoever already looks after the contact (its owner in the CRM)",
    rotate: (role: string) => `${role}, in turn`,
    failing: (who: string) => `otherwise ${who}`,
    assignedWhen: (who: string, condition: string) => `if ${condition}: ${who}`,
    decision: "The receiver accepts or refuses; a refusal gives a reason",
    firstTouch: "The first contact counts as acceptance; a refusal gives a reason",
    accepted: "Accepted at once, with no decision to take",
    feedback: (record: Noun) => `The decision on ${record.every} and, if refused, its reason`,
    readBy: (readers: string) => `read by ${readers}`,
    refusal: "Only these reasons may be given:",
    returns: (max: number, per: string, qReason: string, destination: string) =>
      `At most ${counted(max, "return", "returns")} in ${per}; after that: ${qReason}, ${destination}`,
  },
  deadlines: {
    complete: "Fill in the required data",
    decision: "Accept or refuse",
    contactOrRefuse: "Make contact or refuse",
    firstTouch: "Make the first contact",
    again: (title: string, position: number) => `${title}, ${ordinal(position)} time`,
    numbered: (title: string, position: number) => `${title}, no. ${position}`,
    decided: "Decide",
    touched: "Make contact",
    left: "Bring to an outcome",
    condition: "Reach the expected event",
    awaited: (event: string) => `Reach ${event}`,
    exampleHandoff: (record: Noun, moment: string, zone: string) =>
      `Example: ${record.a} handed over on ${moment} (${zone}).`,
    exampleStage: (record: Noun, moment: string, zone: string) =>
      `Example: ${record.a} that enters this stage on ${moment} (${zone}).`,
    example: (moments: readonly string[]) => `The examples start on ${joinNames(moments, "or")}.`,
    remind: (share: string) => `Reminder at ${share} of the time`,
    atDue: (actions: string) => `When overdue: ${actions}`,
    afterDue: (duration: string, actions: string) => `${duration} after the due time: ${actions}`,
    notify: (people: readonly string[]) => `${joinNames(people, "and")} ${people.length > 1 ? "are" : "is"} alerted`,
    reassign: (role: string) => `passed on within ${role}, with new deadlines`,
    holder: "the person in charge",
    allKinds: "any contact attempt by a person",
    notOpen: "no business hours to count on",
    nothing: "No escalation",
    zone: (city: string) => `${city} time`,
    zoned: (moment: string, city: string) => `${moment} (${city})`,
    startsComplete: "as soon as the criteria hold, while required data are missing",
    clocks:
      "A time that would end exactly at closing ends at the next opening. Whoever acts at the due time itself is on time.",
  },
  commitments: englishCommitments,
  roles: {
    intro: "Functions, never people: who holds each one is said in the settings of the CRM.",
    capacity: (count: string) => `${count} per person per business day`,
  },
  signals: {
    intro:
      "What people do, and what this contract makes of it. An explicit request counts even during the cool-off, and is handed over even if data are missing.",
    plain: "Sign of interest",
    handRaise: "Explicit request",
    scope: "Scope",
  },
  governance: {
    underWay: "What was open when a new version takes effect keeps the terms under which it opened.",
    legend:
      "Responsible: does the work. Accountable: has the last word, exactly one per decision. Consulted: asked before. Informed: told afterwards.",
    everything: "the whole contract",
    approvalFor: (role: string, clauses: string) => `${role}: ${clauses}`,
  },
  calendars: {
    intro: "Business hours and business days are counted on these hours only.",
    title: (city: string) => `${city} time`,
    isDefault: "everyone, unless said otherwise",
    days: (first: string, last: string) => `${capitalise(first)} to ${last}`,
    interval: (from: string, to: string) => `${from}–${to}`,
    range: (from: string, to: string) => `${from} to ${to}`,
    year: (year: string, dates: string) => `${year}: ${dates}`,
    closed: "closed",
    allDays: "weekends and holidays included",
    line: (when: string, what: string) => `${when}: ${what}`,
  },
  dictionary: {
    intro: "The data the teams share. Every field says who, or which system, fills it.",
    atLeast: (value: string) => `from ${value}`,
    atMost: (value: string) => `up to ${value}`,
    range: (low: string, high: string) => `${low} to ${high}`,
  },
  periods: {
    quarter: (quarter: number, year: string) =>
      `${["first", "second", "third", "fourth"][quarter - 1] ?? ""} quarter of ${year}`,
    month: (month: string) => month,
    week: (week: number, year: string) => `week ${week} of ${year}`,
  },
};

/** Every sentence a document needs; both languages have the same keys. */
export type Sentences = typeof englishSentences;
