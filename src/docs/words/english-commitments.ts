import type { Noun } from "./noun.ts";

/** What the parties promise each other, in English. */
export const englishCommitments = {
  intro: "Each side commits to the other; the figures are read at the end of every period.",
  contributionIntro: "What each function brings to the revenue, owed to general management.",
  atLeast: (quantity: string) => `at least ${quantity}`,
  atMost: (quantity: string) => `at most ${quantity}`,
  between: (low: string, high: string) => `${low} to ${high}`,
  except: (period: string, bound: string) => `${period}: ${bound}`,
  ignoreBelow: (count: string) => `not judged below ${count} cases`,
  management: "General management",
  periods:
    "A deadline counts in the period in which it is due, a decision in the period in which it is taken, an entry in the period of the entry.",
  promises: {
    acceptance: (bound: string, record: Noun, place: string) =>
      `hand over ${record.many} of which ${bound} are accepted (${place})`,
    onTime: (bound: string, record: Noun, place: string) =>
      `meet the deadline for ${bound} of the ${record.many} (${place})`,
    entered: (bound: string, record: Noun, place: string) => `bring ${bound} ${record.many} to ${place}`,
    converted: (bound: string, record: Noun, place: string) =>
      `take ${bound} of the ${record.many} further than ${place}`,
    worked: (bound: string, record: Noun, place: string) =>
      `actually work ${bound} of the ${record.handedOver} (${place})`,
    untreated: (bound: string, record: Noun, place: string) =>
      `leave ${bound} of the ${record.handedOver} untreated (${place})`,
    sourced: (bound: string, _record: Noun, place: string) => `generate ${bound} of pipeline (${place})`,
    influenced: (bound: string, _record: Noun, place: string) => `influence ${bound} of pipeline (${place})`,
    amount: (bound: string, record: Noun, place: string) => `bring ${record.many} worth ${bound} to ${place}`,
    retained: (bound: string, record: Noun, place: string) => `keep ${bound} of the ${record.many} (${place})`,
  },
  measures: {
    acceptance: (record: Noun, place: string) => `share of ${record.handedOver} that are accepted (${place})`,
    onTime: (record: Noun, place: string) => `share of ${record.many} whose deadline is met (${place})`,
    entered: (record: Noun, place: string) => `number of ${record.many} that enter ${place}`,
    converted: (record: Noun, place: string) => `share of ${record.many} that go on from ${place}`,
    worked: (record: Noun, place: string) =>
      `share of ${record.handedOver} that were actually worked: none refused without a contact attempt (${place})`,
    untreated: (record: Noun, place: string) => `${record.untreated} (${place})`,
    sourced: (_record: Noun, place: string) => `value of the pipeline generated (${place})`,
    influenced: (_record: Noun, place: string) => `value of the pipeline influenced (${place})`,
    amount: (record: Noun, place: string) => `value of the ${record.many} that reach ${place}`,
    retained: (record: Noun, place: string) => `${record.many} kept (${place})`,
  },
};
