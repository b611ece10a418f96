import { describeElapsed } from "../../diagnostics/index.ts";
import { joinNames } from "./join-names.ts";

const minuteMs = 60_000;

/** Words of the pictures in English: what each is called, what it shows, and what stands in it. */
export const englishPictures = {
  asText: "The same in words",
  range: (least: string, most: string) => `${least} to ${most}`,
  stageMap: {
    title: "Map of the stages",
    description: (stages: number, handoffs: number) =>
      `${stages} stages as boxes in the colour of the party that looks after them, with arrows for every way from one to another; ${handoffs} of them are handoffs. The list below the picture says the same.`,
    legend: { entry: "entry", handoff: "handoff", return: "refusal, reason or expiry" },
    parking: "waiting",
    won: "won",
    lost: "closed",
    toStages: (names: readonly string[]) => `→ ${names.join(", ")}`,
    outTo: (names: readonly string[]) => `··→ ${names.join(", ")}`,
    fromStages: (count: number) => `from ${count} stages`,
  },
  swimlane: {
    title: "Who has the record when",
    description: (parties: string) =>
      `A lane for each party (${parties}); records move from left to right through the stages. Handoffs carry the time for the decision.`,
    nobody: "Nobody",
    legend: { entry: "entry", handoff: "handoff, with the time to decide", return: "refusal, back to the sender" },
    birth: "starts here",
    any: "from any stage",
    reason: "by a reason",
  },
  timeline: {
    title: (deadline: string) => `${deadline}: the clock`,
    description: (deadline: string, start: string, due: string) =>
      `${deadline}, on the calendar of those who owe it: what starts on ${start} is due on ${due}. Closed hours are hatched and pressed together. The table says the same.`,
    open: "open, in time",
    late: "open, overdue",
    closed: "closed",
    closedFor: (length: string) => `closed ${length}`,
    elapsed: (ms: number) => describeElapsed(Math.round(ms / minuteMs), "en"),
    inAll: (length: string) => `${length} in all`,
    day: (weekday: string, day: string) => `${weekday.slice(0, 3)} ${day}`,
    worst: "Worst case of the year",
    start: "Start",
    due: "Due",
  },
  loop: {
    title: (handoff: string) => `${handoff}: there and back`,
    description: (sender: string, receiver: string) =>
      `${sender} hands over to ${receiver}; ${receiver} decides and tells ${sender} what became of it.`,
    decides: "decides",
    answers: "says what became of it",
    refused: "If refused",
    more: (count: number) => `and ${count} more reasons`,
  },
  criteria: {
    title: (what: string) => `${what}: who gets through`,
    description: (count: number) =>
      count === 1
        ? "What the criteria ask. Below it a lead that gets through and one that does not."
        : `${count} ways to meet the criteria, one a row, with what each asks; one is enough. Below them a lead that gets through and one that does not.`,
    and: "and",
    or: "or",
    not: "not",
    passes: "Gets through",
    fails: "Does not",
    more: (count: number) => `and ${count} more ways`,
    way: "Way",
    whatever: "any",
    none: "none",
    noneWithin: (duration: string) => `none in ${duration}`,
    other: "another value",
    tests: {
      isNot: (value: string) => `not ${value}`,
      oneOf: (values: readonly string[]) => joinNames(values, "or"),
      noneOf: (values: readonly string[]) => `not ${joinNames(values, "or")}`,
      atLeast: (value: string) => `${value} or more`,
      atMost: (value: string) => `${value} or less`,
      moreThan: (value: string) => `more than ${value}`,
      lessThan: (value: string) => `less than ${value}`,
      between: (low: string, high: string) => `${low} to ${high}`,
      known: "filled in",
      unknown: "empty",
      contains: (value: string) => `contains ${value}`,
      withinLast: (duration: string) => `less than ${duration} ago`,
      withinNext: (duration: string) => `less than ${duration} away`,
      before: (date: string) => `before ${date}`,
      after: (date: string) => `after ${date}`,
      orUnknown: (said: string) => `${said}, or empty`,
      ever: "at any time",
      once: (duration: string) => `in the last ${duration}`,
      times: (count: number) => `at least ${count} times`,
      timesWithin: (count: number, duration: string) => `at least ${count} times in ${duration}`,
    },
    linked: (object: string) => `Linked to ${object}`,
  },
  funnel: {
    title: "The way of a record",
    description: (stages: readonly string[]) => `The main way through the stages: ${stages.join(", ")}.`,
    more: (count: number) => `+ ${count}`,
  },
};

/** Every word the pictures need; both languages have the same keys. */
export type PictureWords = typeof englishPictures;
