import { formatNumber, type Language } from "../../diagnostics/index.ts";

/** What a report says around its numbers. */
export interface SimulationWords {
  readonly title: string;
  readonly span: (first: string, last: string) => string;
  readonly luck: (leads: string, runs: number, seed: number) => string;
  readonly pace: (perMonth: string) => string;
  readonly headings: Readonly<
    Record<
      | "deadlines"
      | "roles"
      | "handoffs"
      | "stages"
      | "worst"
      | "escalations"
      | "supposed"
      | "against"
      | "weeks"
      | "waits"
      | "queues",
      string
    >
  >;
  readonly columns: Readonly<
    Record<
      | "deadline"
      | "owedBy"
      | "late"
      | "interval"
      | "counted"
      | "usual"
      | "most"
      | "role"
      | "people"
      | "load"
      | "waiting"
      | "mostWaiting"
      | "waits"
      | "handoff"
      | "received"
      | "accepted"
      | "refused"
      | "sentBack"
      | "withdrawn"
      | "reasons"
      | "stage"
      | "entries"
      | "stranded"
      | "before"
      | "after"
      | "change"
      | "wait"
      | "lead"
      | "from"
      | "until",
      string
    >
  >;
  readonly perRun: string;
  readonly openAtEnd: string;
  readonly leadOfRun: (lead: number, run: number) => string;
  readonly messages: (count: string) => string;
  readonly noDeadline: string;
  readonly outOfScope: (count: string) => string;
  readonly refusedActs: (count: string, names: string) => string;
  readonly comparedWith: (name: string, version: string) => string;
  readonly lateChange: (before: string, after: string) => string;
  readonly changeInterval: (points: string, low: string, high: string) => string;
  readonly unclear: string;
  readonly onlyIn: Readonly<Record<"before" | "after", string>>;
  /** `late: 3%`, with the colon of the language. */
  readonly pair: (name: string, value: string) => string;
  readonly mostInLine: string;
  readonly charts: Readonly<Record<"late" | "busy", string>>;
}

const s = (count: number, one: string, many: string): string => (count === 1 ? one : many);

const english: SimulationWords = {
  title: "Simulation",
  span: (first, last) => `from ${first} to ${last}`,
  luck: (leads, runs, seed) => `${leads} leads in ${runs} ${s(runs, "run", "runs")}, seed ${seed}`,
  pace: (perMonth) => `${perMonth} leads a month`,
  headings: {
    deadlines: "Deadlines",
    roles: "Load and lines",
    handoffs: "Handoffs and returns",
    stages: "Entries per stage",
    worst: "Longest waits",
    escalations: "Escalations",
    supposed: "What was supposed",
    against: "Compared",
    weeks: "Late, week by week",
    waits: "How long it took",
    queues: "What waited, week by week",
  },
  columns: {
    deadline: "deadline",
    owedBy: "owed by",
    late: "late",
    interval: "95% interval",
    counted: "counted",
    usual: "half within",
    most: "9 of 10 within",
    role: "role",
    people: "people",
    load: "busy",
    waiting: "waiting, mean",
    mostWaiting: "most",
    waits: "9 of 10 wait up to",
    handoff: "handoff",
    received: "received",
    accepted: "accepted",
    refused: "refused",
    sentBack: "sent back",
    withdrawn: "withdrawn",
    reasons: "reasons of refusal",
    stage: "stage",
    entries: "entries",
    stranded: "left lying",
    before: "before",
    after: "after",
    change: "change",
    wait: "open time",
    lead: "lead",
    from: "from",
    until: "until",
  },
  perRun: "counts are means of one run",
  openAtEnd: "still open at the end",
  leadOfRun: (lead, run) => `lead ${lead} of run ${run}`,
  messages: (count) => `${count} messages`,
  noDeadline: "no deadline was due in this time",
  outOfScope: (count) => `${count} leads a run were out of scope or taken nowhere`,
  refusedActs: (count, names) => `${count} acts a run were not as the contract has them (${names})`,
  comparedWith: (name, version) => `compared with ${name} (version ${version}), same leads, people and luck`,
  lateChange: (before, after) => `late ${before} → ${after}`,
  changeInterval: (change, low, high) => `${change} points (95% interval ${low} to ${high})`,
  unclear: "no clear difference",
  onlyIn: { before: "only before", after: "only after" },
  pair: (name, value) => `${name}: ${value}`,
  mostInLine: "most in line",
  charts: { late: "Share that is late", busy: "How busy people are" },
};

const fr = (count: number, one: string, many: string): string => (count < 2 ? one : many);

const french: SimulationWords = {
  title: "Simulation",
  span: (first, last) => `du ${first} au ${last}`,
  luck: (leads, runs, seed) =>
    `${leads} leads en ${formatNumber(runs, "fr")} ${fr(runs, "passage", "passages")}, graine ${seed}`,
  pace: (perMonth) => `${perMonth} leads par mois`,
  headings: {
    deadlines: "Délais",
    roles: "Charge et files d'attente",
    handoffs: "Transmissions et retours",
    stages: "Entrées par étape",
    worst: "Attentes les plus longues",
    escalations: "Escalades",
    supposed: "Ce qui est supposé",
    against: "Comparaison",
    weeks: "Retards, semaine par semaine",
    waits: "Temps mis",
    queues: "En attente, semaine par semaine",
  },
  columns: {
    deadline: "délai",
    owedBy: "dû par",
    late: "en retard",
    interval: "intervalle à 95\u202f%",
    counted: "comptés",
    usual: "la moitié en",
    most: "9 sur 10 en",
    role: "fonction",
    people: "personnes",
    load: "occupation",
    waiting: "en attente, moy.",
    mostWaiting: "maximum",
    waits: "9 sur 10 attendent au plus",
    handoff: "transmission",
    received: "reçus",
    accepted: "acceptés",
    refused: "refusés",
    sentBack: "renvoyés",
    withdrawn: "retirés",
    reasons: "motifs de refus",
    stage: "étape",
    entries: "entrées",
    stranded: "laissés en plan",
    before: "avant",
    after: "après",
    change: "écart",
    wait: "temps ouvré",
    lead: "lead",
    from: "du",
    until: "au",
  },
  perRun: "les nombres sont des moyennes par passage",
  openAtEnd: "encore en cours à la fin",
  leadOfRun: (lead, run) => `lead ${lead} du passage ${run}`,
  messages: (count) => `${count} messages`,
  noDeadline: "aucun délai n'est arrivé à échéance dans ce temps",
  outOfScope: (count) => `${count} leads par passage étaient hors périmètre ou pris nulle part`,
  refusedActs: (count, names) => `${count} gestes par passage sortaient du contrat (${names})`,
  comparedWith: (name, version) => `comparé à ${name} (version ${version}), mêmes leads, mêmes personnes, même hasard`,
  lateChange: (before, after) => `en retard ${before} → ${after}`,
  changeInterval: (change, low, high) => `${change} points (intervalle à 95\u202f%\u00a0: ${low} à ${high})`,
  unclear: "pas de différence nette",
  onlyIn: { before: "avant seulement", after: "après seulement" },
  pair: (name, value) => `${name}\u00a0: ${value}`,
  mostInLine: "file la plus longue",
  charts: { late: "Part en retard", busy: "Occupation" },
};

/** The words of each language. */
export const simulationWords: Readonly<Record<Language, SimulationWords>> = { en: english, fr: french };
