import { describeDuration } from "../calendar/index.ts";
import {
  type Contract,
  type Deadline,
  type Escalation,
  type Handoff,
  lexiconOf,
  type Reason,
  type Stage,
  type Text,
  textIn,
} from "../contract/index.ts";
import { describeCondition } from "../criteria/index.ts";
import { type Bilingual, inBoth, type Language, quote } from "../diagnostics/index.ts";

/** One clause as people say it: what it is about, and what was agreed. */
export interface Term {
  readonly subject: Bilingual;
  readonly value: Bilingual;
}

/** The terms of an agreement by clause; plain data, kept after an apply and compared before the next. */
export type Terms = Readonly<Record<string, Term>>;

type Clauses = readonly (readonly [string, Term])[];

/** The clauses of a contract that bind people, in words. */
export function termsOf(contract: Contract): Terms {
  const clauses: Clauses = [
    ...[...contract.stages.values()].flatMap((stage) => stageTerms(contract, stage)),
    ...[...contract.handoffs.values()].flatMap((handoff) => handoffTerms(contract, handoff)),
    ...[...contract.reasons.values()].map((reason) => reasonTerm(contract, reason)),
    ...[...contract.fields.values()].flatMap((field) => fieldTerms(contract, field.id)),
  ];
  return Object.fromEntries(clauses);
}

/** `"Marketing qualified lead", owner` in each language. */
function subject(contract: Contract, label: Text, aspect: Bilingual): Bilingual {
  return inBoth((language) => `${quote(textIn(contract, label, language), language)}, ${aspect[language]}`);
}

function stageTerms(contract: Contract, stage: Stage): Clauses {
  const clause = (key: string, aspect: Bilingual, value: Bilingual) =>
    [`stages.${stage.id}.${key}`, { subject: subject(contract, stage.label, aspect), value }] as const;
  const { owner, criteria, expires, exitReasons } = stage;
  return [
    ...(owner === undefined ? [] : [clause("owner", { en: "owner", fr: "responsable" }, roleName(contract, owner))]),
    ...(criteria === undefined
      ? []
      : [
          clause(
            "criteria",
            { en: "entry criteria", fr: "critères d'entrée" },
            inBoth((language) => describeCondition(criteria, lexiconOf(contract, language), language)),
          ),
        ]),
    ...(expires === undefined
      ? []
      : [
          clause(
            "expires",
            { en: "expires after", fr: "expire après" },
            inBoth((language) => describeDuration(expires.after, language)),
          ),
        ]),
    ...(exitReasons.length === 0
      ? []
      : [clause("exitReasons", { en: "exit reasons", fr: "motifs de sortie" }, labelsOf(contract, exitReasons))]),
    ...stage.deadlines.flatMap((deadline) => deadlineTerms(contract, stage.label, deadline)),
  ];
}

function handoffTerms(contract: Contract, handoff: Handoff): Clauses {
  const clause = (key: string, aspect: Bilingual, value: Bilingual) =>
    [`handoffs.${handoff.id}.${key}`, { subject: subject(contract, handoff.label, aspect), value }] as const;
  const { criteria, requires, feedback } = handoff;
  return [
    ...(criteria === undefined
      ? []
      : [
          clause(
            "criteria",
            { en: "criteria", fr: "critères de transmission" },
            inBoth((language) => describeCondition(criteria, lexiconOf(contract, language), language)),
          ),
        ]),
    ...(requires.length === 0
      ? []
      : [
          clause(
            "requires",
            { en: "required fields", fr: "champs obligatoires" },
            inBoth((language) =>
              requires.map((id) => quote(lexiconOf(contract, language).field(id), language)).join(", "),
            ),
          ),
        ]),
    ...(feedback === undefined
      ? []
      : [
          clause(
            "feedback.reasons",
            { en: "refusal reasons", fr: "motifs de refus" },
            labelsOf(contract, feedback.reasons),
          ),
        ]),
    ...handoff.deadlines.flatMap((deadline) => deadlineTerms(contract, handoff.label, deadline)),
  ];
}

const deadlineNames: Readonly<Record<string, Bilingual>> = {
  complete: { en: "deadline to complete", fr: "délai pour compléter" },
  decision: { en: "deadline to decide", fr: "délai de décision" },
  "first-touch": { en: "deadline of first contact", fr: "délai de premier contact" },
};

/** One term per duration, one for the reminders and one per escalation: a change shows only what it touches. */
function deadlineTerms(contract: Contract, label: Text, deadline: Deadline): Clauses {
  const path = deadline.path.join(".");
  const name =
    deadlineNames[deadline.id] ?? inBoth((language) => `${nouns[language].deadline} ${quote(deadline.id, language)}`);
  const term = (key: string, aspect: Bilingual, value: Bilingual) =>
    [`${path}.${key}`, { subject: subject(contract, label, aspect), value }] as const;
  const follow = (language: Language, noun: "reminders" | "escalation") =>
    `${name[language]}, ${nouns[language][noun]}`;
  return [
    ...timesOf(contract, deadline).map(({ key, suffix, value }) =>
      term(
        key,
        inBoth((language) => `${name[language]}${suffix[language]}`),
        value,
      ),
    ),
    ...(deadline.remind.length === 0
      ? []
      : [
          term(
            "remind",
            inBoth((language) => follow(language, "reminders")),
            inBoth((language) => sharesOf(deadline.remind, language)),
          ),
        ]),
    ...deadline.escalate.map((step, index) =>
      term(
        `escalate.${index}`,
        inBoth((language) => `${follow(language, "escalation")} ${index + 1}`),
        inBoth((language) => describeEscalation(contract, step, language)),
      ),
    ),
  ];
}

const nouns = {
  en: { deadline: "deadline", reminders: "reminders", escalation: "escalation" },
  fr: { deadline: "délai", reminders: "rappels", escalation: "escalade" },
} as const;

interface Time {
  readonly key: string;
  /** ` (Hot)` where there is one duration per priority. */
  readonly suffix: Bilingual;
  readonly value: Bilingual;
}

function timesOf(contract: Contract, { within, every }: Deadline): readonly Time[] {
  const plain = { en: "", fr: "" };
  const rhythm =
    every === undefined
      ? []
      : [
          {
            key: "every",
            suffix: plain,
            value: inBoth(
              (language) => `${language === "fr" ? "tous les" : "every"} ${describeDuration(every, language)}`,
            ),
          },
        ];
  if (within === undefined) return rhythm;
  if (within.kind === "same")
    return [
      { key: "within", suffix: plain, value: inBoth((language) => describeDuration(within.duration, language)) },
      ...rhythm,
    ];
  const perPriority = [...within.durations].map(([id, duration]) => ({
    key: `within.${id}`,
    suffix: inBoth((language) => ` (${textIn(contract, contract.priorities.get(id)?.label ?? {}, language) || id})`),
    value: inBoth((language) => describeDuration(duration, language)),
  }));
  return [...perPriority, ...rhythm];
}

function sharesOf(shares: readonly number[], language: Language): string {
  return shares.map((share) => `${Math.round(share * 100)}${language === "fr" ? "\u202f%" : "%"}`).join(", ");
}

function describeEscalation(contract: Contract, { after, notify, reassign }: Escalation, language: Language): string {
  const names = notify.map((role) => roleName(contract, role)[language]).join(", ");
  const target = reassign === undefined ? undefined : roleName(contract, reassign)[language];
  const isFrench = language === "fr";
  const when =
    after === "due"
      ? { en: "at the due time", fr: "à l'échéance" }[language]
      : `${describeDuration(after, language)} ${isFrench ? "plus tard" : "later"}`;
  const acts = [
    ...(names === "" ? [] : [isFrench ? `prévenir ${names}` : `notify ${names}`]),
    ...(target === undefined ? [] : [isFrench ? `réattribuer à ${target}` : `reassign to ${target}`]),
  ];
  return `${when}${isFrench ? "\u00a0" : ""}: ${acts.join(isFrench ? " et " : " and ")}`;
}

function roleName(contract: Contract, role: string): Bilingual {
  if (role === "owner") return { en: "the owner", fr: "le propriétaire" };
  return inBoth((language) => textIn(contract, contract.roles.get(role)?.label ?? {}, language) || role);
}

function labelsOf(contract: Contract, reasons: readonly string[]): Bilingual {
  return inBoth((language) =>
    reasons.map((reason) => textIn(contract, contract.reasons.get(reason)?.label ?? {}, language) || reason).join(", "),
  );
}

function reasonTerm(contract: Contract, reason: Reason): readonly [string, Term] {
  const aspect = { en: "consequence", fr: "conséquence" };
  return [
    `reasons.${reason.id}`,
    {
      subject: subject(contract, reason.label, aspect),
      value: inBoth((language) => consequence(contract, reason, language)),
    },
  ];
}

function consequence(contract: Contract, { moveTo, coolOff, needsDetail }: Reason, language: Language): string {
  const target =
    moveTo === "sender"
      ? { en: "back to the sender", fr: "retour à l'émetteur" }[language]
      : textIn(contract, contract.stages.get(moveTo ?? "")?.label ?? {}, language);
  const rest =
    coolOff === undefined
      ? []
      : [
          {
            en: `cool-off ${describeDuration(coolOff, "en")}`,
            fr: `délai de carence ${describeDuration(coolOff, "fr")}`,
          }[language],
        ];
  const detail = needsDetail ? [{ en: "with a detail", fr: "avec un détail" }[language]] : [];
  return [target, ...rest, ...detail].join(", ");
}

function fieldTerms(contract: Contract, id: string): Clauses {
  const field = contract.fields.get(id);
  if (field === undefined || field.options.length === 0) return [];
  const value = inBoth((language) =>
    field.options.map((option) => textIn(contract, option.label, language)).join(", "),
  );
  return [
    [`fields.${id}.options`, { subject: subject(contract, field.label, { en: "options", fr: "options" }), value }],
  ];
}
