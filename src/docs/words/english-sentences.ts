import { capitalise, joinNames, uncapitalise } from "./join-names.ts";
import type { Noun } from "./noun.ts";

function noun(one: string, many: string, article = "a"): Noun {
  return {
    one,
    many,
    a: `${article} ${one}`,
    the: `the ${one}`,
    every: `every ${one}`,
    everyNew: `every new ${one}`,
    accepted: `${many} accepted`,
    handedOver: `${many} handed over`,
  };
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
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
    `This contract states how ${parties} share the work on ${record.every}: what each stage means, what is handed over to whom, within which deadline it must be treated, and what has to come back.`,
  extent: (counts: { stages: number; handoffs: number; commitments: number; from: string }) =>
    `It applies from ${counts.from} and holds ${counted(counts.stages, "stage", "stages")}, ${counted(counts.handoffs, "handoff", "handoffs")} and ${counted(counts.commitments, "commitment", "commitments")}.`,
  header: {
    version: (name: string, version: string) => `${name}, version ${version}`,
    headedBy: (party: string, head: string) => `${party} (${head})`,
    approvalFor: (role: string, clauses: string) => `${role} (for ${clauses})`,
    reviewBy: (date: string) => date,
  },
  scope: {
    everyone: (record: Noun) => `Every ${record.one}`,
    whose: (record: Noun, comparison: string) => `${capitalise(record.many)} for which ${comparison}`,
    when: (record: Noun) => `${capitalise(record.many)} are concerned`,
    excluded: (because: string, condition: string) => (because === "" ? condition : `${because} (${condition})`),
    lookedAfterBy: (role: string) => `looked after by ${role}`,
    lookedAfterByNobody: "looked after by nobody",
    ignore: (record: Noun, date: string) =>
      `${capitalise(record.many)} already there on ${date} stay where they are: no clock starts for them until a new signal or a move by hand.`,
    place: (record: Noun, date: string) =>
      `${capitalise(record.many)} already there on ${date} get a stage once, from the CRM's lifecycle stage; no clock starts for them.`,
  },
  promises: {
    intro: "Each promise below is measured; the sections that follow give the details.",
    between: (by: string, to: string) => `${by} to ${to}`,
    within: (party: string) => `Within ${party}`,
    general: (by: string) => `${by} to general management`,
    prepared: (record: Noun, qHandoff: string, within: string) =>
      `fill in what is missing before ${record.a} is handed over (${qHandoff}), ${within}`,
    decided: (record: Noun, qHandoff: string, within: string) =>
      `accept or refuse ${record.every} handed over (${qHandoff}), ${within}`,
    touched: (record: Noun, qHandoff: string, within: string) =>
      `reach out to ${record.every} handed over (${qHandoff}), ${within}`,
    contactedOrRefused: (record: Noun, qHandoff: string, within: string) =>
      `make contact with ${record.every} handed over (${qHandoff}) or refuse it, ${within}`,
    other: (title: string, qPlace: string, within: string) => `${uncapitalise(title)} (${qPlace}), ${within}`,
    leave: (record: Noun, qStage: string, within: string) =>
      `bring ${record.every} in ${qStage} to an outcome, ${within}`,
    feedback: (record: Noun, qHandoff: string, within: string) =>
      `say what became of ${record.every} handed over (${qHandoff}), ${within}`,
  },
  within: {
    same: (duration: string) => `within ${duration}`,
    each: (parts: readonly { duration: string; priority: string }[]) =>
      `within ${joinNames(
        parts.map(({ duration, priority }) => `${duration} (${priority})`),
        "or",
      )}`,
    by: (moment: string) => `by the ${moment}`,
    rhythm: (duration: string) => `every ${duration.replace(/^1 /, "")}`,
  },
  map: {
    intro:
      "Plain arrows: entry into a stage. Thick arrows: a handoff from one team to the other. Dotted arrows: refusals, reasons given and expiries.",
    listIntro: "The same in words:",
    start: (record: Noun) => `New ${record.one}`,
    any: "Any open stage",
    by: (role: string) => `by ${role}`,
    expiry: (duration: string) => `after ${duration}`,
    forReasons: (qNames: readonly string[]) => `${qNames.length === 1 ? "reason" : "reasons"} ${qNames.join(", ")}`,
    reasons: (count: number, first: string) => (count === 1 ? first : `${count} reasons`),
    line: (to: string, how: string) => (how === "" ? `to ${to}` : `to ${to}: ${how}`),
    automatic: "automatic, by its criteria",
  },
  criteria: {
    intro: "Said once here, used by name everywhere else.",
    onCondition: (what: string, condition: string) => `${what}, on this condition: ${condition}`,
    onConditions: (what: string, heading: string) => `${what}, when ${heading}`,
    priorities: (record: Noun) =>
      `The first line that matches decides, when ${record.a} is handed over; a higher one that becomes true later replaces it.`,
    otherwise: "in all other cases",
  },
  stages: {
    intro: (record: Noun) => `${capitalise(record.a)} is in one stage at a time, and every stage has one owner.`,
    parking: (record: Noun) => `parking: ${record.many} rest here, no clock runs`,
    won: "end of the journey, with success",
    lost: "end of the journey, without business",
    pipeline: (qPipeline: string, record: Noun) => `stage of the pipeline ${qPipeline} (${record.many})`,
    probability: (share: string) => `probability of winning ${share}`,
    mirror: "mirror: follows the linked records, no work is done here",
    born: (record: Noun) => `${capitalise(record.everyNew)} in scope starts here`,
    automatic: (from: string) => `Automatically, from ${from}`,
    created: (role: string) => `By hand: created by ${role}`,
    byHand: (role: string, from: string) => `By hand, by ${role}, from ${from}`,
    creation: "creation",
    anyStage: "any open or parking stage",
    comingBack: (from: string) =>
      `Coming back from ${from}: only on a signal newer than the exit, and not during the cool-off`,
    handRaise: (signals: string) => `${signals} is enough to come back even during the cool-off`,
    reopening: (from: string, signals: string) => `${from} is left only on ${signals}`,
    byHandoff: (qHandoff: string) => `By the handoff ${qHandoff}, once accepted`,
    byReasons: (reasons: string) => `On ${reasons}`,
    byCommonReasons: "For the reasons",
    toStage: (qStage: string) => `to ${qStage}`,
    exit: (reason: string, destination: string) => `${reason}: ${destination}`,
    onHandoff: (handoff: string, qStage: string) => `${handoff}: to ${qStage}`,
    expiry: (duration: string, qReason: string, destination: string) => `After ${duration}, ${qReason}: ${destination}`,
  },
  reasons: {
    intro:
      "Whoever refuses, stops or lets time run out gives one of these reasons, and the reason alone says what happens next.",
    moveTo: (record: Noun, qStage: string) => `${record.the} moves to ${qStage}`,
    toStage: (qStage: string) => qStage,
    moveToSender: (record: Noun) => `${record.the} goes back to whoever handed it over`,
    toSender: "Back to the sender",
    coolOff: (duration: string) => `no automatic return for ${duration}`,
    detail: "an explanation is required",
    onlyAfter: (touches: string) => `only after ${touches}`,
    touches: (count: number, over: string | null) =>
      `${counted(count, "attempt", "attempts")} by a person${over === null ? "" : ` over at least ${over}`}`,
    repair: (duration: string) => `${duration} to put it right, then it is handed over again`,
    automatic: "Set automatically",
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
    missing: (role: string) =>
      `as long as one is missing, the clocks of the receiver do not start: ${role} completes it`,
    keepCompany: "whoever already owns the company",
    keepContact: "whoever already owns the contact",
    rotate: (role: string) => `${role}, in turn`,
    failing: (who: string) => `otherwise ${who}`,
    assignedWhen: (who: string, condition: string) => `${who}, when ${condition}`,
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
    numbered: (title: string, position: number, total: number) => `${title}, ${position} of ${total}`,
    decided: "Decide",
    touched: "Make contact",
    left: "Bring to an outcome",
    condition: "Reach the awaited event",
    exampleHandoff: (record: Noun, moment: string, zone: string) =>
      `Example: ${record.a} handed over on ${moment} (${zone}).`,
    exampleStage: (record: Noun, moment: string, zone: string) =>
      `Example: ${record.a} that enters this stage on ${moment} (${zone}).`,
    example: (moment: string) => `The examples start on ${moment}.`,
    remind: (share: string) => `Reminder at ${share} of the time`,
    atDue: (actions: string) => `When overdue: ${actions}`,
    afterDue: (duration: string, actions: string) => `${duration} after due: ${actions}`,
    notify: (people: readonly string[]) => `${joinNames(people, "and")} ${people.length > 1 ? "are" : "is"} alerted`,
    reassign: (role: string) => `handed to another ${role}`,
    holder: "the person in charge",
    allKinds: "any contact attempt by a person",
    notOpen: "not within the calendar",
    nothing: "No escalation",
  },
  commitments: {
    intro: "Each side commits to the other; the figures are read at the end of every period.",
    contributionIntro: "What each function brings to the revenue, owed to general management.",
    atLeast: (quantity: string) => `at least ${quantity}`,
    atMost: (quantity: string) => `at most ${quantity}`,
    between: (low: string, high: string) => `${low} to ${high}`,
    except: (period: string, bound: string) => `${period}: ${bound}`,
    ignoreBelow: (count: string) => `not judged below ${count} cases`,
    management: "General management",
    promises: {
      acceptance: (bound: string, record: Noun, place: string) =>
        `have ${bound} of the ${record.many} accepted (${place})`,
      onTime: (bound: string, record: Noun, place: string) => `treat ${bound} of the ${record.many} on time (${place})`,
      entered: (bound: string, record: Noun, place: string) => `bring ${bound} ${record.many} to ${place}`,
      converted: (bound: string, record: Noun, place: string) =>
        `take ${bound} of the ${record.many} further than ${place}`,
      worked: (bound: string, record: Noun, place: string) => `really work ${bound} of the ${record.many} (${place})`,
      untreated: (bound: string, record: Noun, place: string) =>
        `leave ${bound} of the ${record.many} untreated (${place})`,
      sourced: (bound: string, _record: Noun, place: string) => `generate ${bound} of pipeline (${place})`,
      influenced: (bound: string, _record: Noun, place: string) => `influence ${bound} of pipeline (${place})`,
      amount: (bound: string, record: Noun, place: string) => `bring ${bound} to ${place} (${record.many})`,
      retained: (bound: string, record: Noun, place: string) => `keep ${bound} of the ${record.many} (${place})`,
    },
    measures: {
      acceptance: (record: Noun, place: string) => `share of ${record.accepted} (${place})`,
      onTime: (record: Noun, place: string) => `share of ${record.many} treated on time (${place})`,
      entered: (record: Noun, place: string) => `${record.many} that enter ${place}`,
      converted: (record: Noun, place: string) => `share of ${record.many} that go on from ${place}`,
      worked: (record: Noun, place: string) => `share of ${record.many} really worked (${place})`,
      untreated: (record: Noun, place: string) => `share of ${record.many} left untreated (${place})`,
      sourced: (_record: Noun, place: string) => `value of the pipeline generated (${place})`,
      influenced: (_record: Noun, place: string) => `value of the pipeline influenced (${place})`,
      amount: (record: Noun, place: string) => `value of the ${record.many} that reach ${place}`,
      retained: (record: Noun, place: string) => `${record.many} kept (${place})`,
    },
  },
  governance: {
    legend:
      "Responsible: does the work. Accountable: has the last word, exactly one per decision. Consulted: asked before. Informed: told afterwards.",
    everything: "the whole contract",
    approvalFor: (role: string, clauses: string) => `${role}: ${clauses}`,
  },
  calendars: {
    intro: "“Business” hours and days are counted on these hours only.",
    title: (city: string) => `${city} time`,
    isDefault: "everyone, unless said otherwise",
    days: (first: string, last: string) => `${capitalise(first)} to ${last}`,
    interval: (from: string, to: string) => `${from}–${to}`,
    range: (from: string, to: string) => `${from} to ${to}`,
    closed: "closed",
    allDays: "weekends and holidays included",
    otherwise: "All other days: closed",
    line: (when: string, what: string) => `${when}: ${what}`,
  },
  dictionary: {
    intro: "The data both teams share. Every field says who or what fills it.",
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
