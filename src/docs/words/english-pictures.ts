import { describeElapsed } from "../../diagnostics/index.ts";

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
  },
  criteria: {
    title: (what: string) => `${what}: who gets through`,
    description: (count: number) =>
      count === 1 ? "One way to meet the criteria." : `${count} ways to meet the criteria; one is enough.`,
    and: "and",
    or: "or",
    not: "not",
    passes: "Gets through",
    fails: "Does not",
    more: (count: number) => `and ${count} more ways`,
    lead: "For example",
  },
  funnel: {
    title: "The way of a record",
    description: (stages: readonly string[]) => `The main way through the stages: ${stages.join(", ")}.`,
    more: (count: number) => `+ ${count}`,
  },
};

/** Every word the pictures need; both languages have the same keys. */
export type PictureWords = typeof englishPictures;
