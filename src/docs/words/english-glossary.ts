/** A word of revpact's own that a document uses. */
export interface OwnTerm {
  readonly term: string;
  readonly definition: string;
}

/** The words a document explains where it uses them. */
export type OwnTermId =
  | "record"
  | "stage"
  | "handoff"
  | "business"
  | "calendarTime"
  | "reason"
  | "coolOff"
  | "signal"
  | "handRaise"
  | "touch"
  | "escalation"
  | "parking"
  | "expiry"
  | "priority"
  | "raci"
  | "pipeline";

/** Definitions in English. */
export const englishGlossary: Readonly<Record<OwnTermId, OwnTerm>> = {
  record: { term: "Record", definition: "A contact, a company or a deal, as the CRM keeps it." },
  stage: { term: "Stage", definition: "Where a record stands on its way; a record is in one stage at a time." },
  handoff: {
    term: "Handoff",
    definition: "The passing of a record from one team to the next, with criteria, deadlines and what must come back.",
  },
  business: {
    term: "Business hours, business days",
    definition: "Time counted only while the office is open: see the section on business hours.",
  },
  calendarTime: {
    term: "Calendar days",
    definition: "Days counted one after the other, weekends and holidays included.",
  },
  reason: { term: "Reason", definition: "Why a record was refused or left a stage; it decides where the record goes." },
  coolOff: {
    term: "Cool-off",
    definition: "A time during which a record does not come back by itself after it was refused or set aside.",
  },
  signal: { term: "Signal", definition: "Something a person does, with a date: a form, a visit, a meeting." },
  handRaise: { term: "Explicit request", definition: "A signal by which a person asks to be contacted." },
  touch: {
    term: "Contact attempt",
    definition:
      "A call, message, meeting or visit by somebody of ours, logged, whether answered or not. Marketing e-mails, incoming calls and meetings the other side booked do not count.",
  },
  escalation: { term: "Escalation", definition: "Who is alerted, and when, once a deadline is missed." },
  parking: {
    term: "Parking stage",
    definition: "A stage where records rest until a new signal; nobody has to work on them.",
  },
  expiry: { term: "Expiry", definition: "What happens to a record that has been in a stage for too long." },
  priority: {
    term: "Priority",
    definition: "How urgent a record is when it is handed over; deadlines may depend on it.",
  },
  raci: {
    term: "Responsible, accountable, consulted, informed",
    definition:
      "Responsible does the work; accountable has the last word and answers for it; consulted is asked before; informed is told afterwards.",
  },
  pipeline: { term: "Pipeline", definition: "The sequence of stages of the deals, in the CRM." },
};
