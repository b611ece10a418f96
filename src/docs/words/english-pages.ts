import { joinNames } from "./join-names.ts";
import type { Noun } from "./noun.ts";

/** Words of the site's pages in English: navigation, the page for management, guides, the calculator. */
export const englishPages = {
  nav: {
    label: "Pages of this agreement",
    skip: "Skip to the text",
    menu: "Menu",
    languages: "Language",
    guides: "Guides",
  },
  languageNames: { en: "English", fr: "Français" },
  titles: {
    management: "At a glance",
    journey: "The journey",
    agreement: "The whole agreement",
    rules: "Rules",
    responsibilities: "Responsibilities",
    reference: "RevOps reference",
    glossary: "Glossary",
    guide: (party: string) => `Guide for ${party}`,
  },
  management: {
    promises: "What we promise each other",
    worst: (wait: string) => `At worst ${wait}`,
    accountable: "Who answers for it",
    targets: "What it is to bring",
    risks: "What is open",
    noRisk: "The check of this version found nothing to settle.",
    byHand: (count: number) =>
      count === 1
        ? "1 clause that the CRM can't hold by itself is kept by people."
        : `${count} clauses that the CRM can't hold by itself are kept by people.`,
    unmeasured: (handoff: string) => `${handoff}: nobody measures whether its deadline is met.`,
    signatures: "Approved by",
    name: "Name",
    date: "Date",
    signature: "Signature",
    more: (count: number) => `and ${count} more`,
    inForce: (from: string) => `In force from ${from}`,
    review: (by: string) => `To be reviewed by ${by}`,
    journey: "The way of a record",
  },
  guide: {
    intro: (party: string, counterparts: readonly string[]) =>
      counterparts.length === 0
        ? `What this contract asks of ${party}.`
        : `What ${party} receives from ${joinNames(counterparts, "and")}, what it owes, and what comes back.`,
    receives: "What you receive",
    internal: "What you hand to one another",
    hands: "What you hand over",
    owes: "What you owe, and by when",
    owesIntro: "The worst case is the longest wait of the contract's year, computed on your business hours.",
    commitments: "What you commit to",
    returns: "What comes back to you",
    returnOf: (who: string, record: Noun, handoff: string, within: string) =>
      `${who}: the decision on ${record.every} (${handoff})${within === "" ? "" : `, ${within}`}`,
    committed: (who: string, what: string) => `${who}: ${what}`,
    criteria: "Who gets through",
    stages: "Stages you own",
    details: "All details of this handoff",
    moreRows: (count: number) => `… and ${count} more: each is on the page of its handoff or stage.`,
    worst: "Worst case",
  },
  calculator: {
    title: "Deadline calculator",
    intro: "Computed here in your browser; nothing is sent anywhere.",
    deadline: "Deadline",
    priority: "Priority",
    start: "It starts on",
    due: "Due",
    closed: "The office is closed at that moment: time runs from the next opening.",
    invalid: "Give a date and a time.",
    never: "The calendar has no business hours that far ahead.",
    beyond: "Holidays are not known that far ahead: the date may be too early.",
    zone: (city: string) => `${city} time`,
    noScript: "The calculator needs JavaScript.",
  },
  search: {
    label: "Search",
    placeholder: "Search the agreement",
    none: "Nothing found",
    kinds: {
      stage: "Stage",
      handoff: "Handoff",
      reason: "Reason",
      field: "Field",
      term: "Term",
      role: "Function",
    },
  },
  journey: {
    intro: (record: Noun) => `How ${record.a} goes from one stage to the next, and who looks after it there.`,
    stages: "All stages",
    handoffs: "All handoffs",
    columns: {
      stage: "Stage",
      meaning: "What it means",
      owner: "Owned by",
      handoff: "Handoff",
      from: "From",
      to: "To",
    },
  },
  responsibilities: {
    matrix: "Who does what",
    intro: "One row for each handoff and each decision; one column for each function.",
    handoffs: "Handoffs",
    decisions: "Decisions",
    subject: "Handoff or decision",
    letters: { responsible: "R", accountable: "A", consulted: "C", informed: "I" },
  },
  crm: {
    title: "In the CRM",
    intro: (environment: string) =>
      `What revpact keeps equal to this contract in the CRM (environment ${environment}). To change one of these, change the contract.`,
    kinds: {
      "property-group": "Property groups",
      property: "Properties",
      pipeline: "Pipelines",
      list: "Lists",
      workflow: "Workflows",
    },
    name: "Name",
    purpose: "What it is for",
    clause: "Clause",
    more: (count: number) => `… and ${count} more: revpact plan --verbose lists them all.`,
    fidelity: "How far the CRM holds it",
    levels: { enforced: "Enforced", approximated: "Approximated", detected: "Detected", manual: "By people" },
    signals: "Signals in this CRM",
  },
  footer: (name: string, version: string, from: string) =>
    `${name}, version ${version}, in force from ${from}. Written by revpact from the contract: correct the contract, not this page.`,
};

/** Every word the pages need; both languages have the same keys. */
export type PageWords = typeof englishPages;
