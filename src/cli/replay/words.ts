import type { Language } from "../../diagnostics/index.ts";
import type { StepKind, Verdict } from "../../journey/index.ts";
import type { DifferenceKind } from "../../replay/index.ts";

type HandoffStep = Extract<
  StepKind,
  "opened" | "received" | "accepted" | "decided" | "refused" | "withdrawn" | "expired" | "departed" | "returned"
>;

interface Words {
  readonly kinds: Readonly<Record<DifferenceKind, string>>;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly handoffSteps: Readonly<Record<HandoffStep, (handoff: string, reason: string) => string>>;
  readonly enters: (stage: string, reason: string) => string;
  readonly staysIn: (stage: string) => string;
  readonly inNoStage: string;
  readonly notOpen: (handoff: string) => string;
  readonly notReceived: (handoff: string) => string;
  readonly priority: (name: string) => string;
  readonly goesTo: (who: string) => string;
  readonly staysWith: (who: string) => string;
  readonly reminds: (who: string, clock: string) => string;
  readonly tells: (who: string, clock: string) => string;
  readonly tellsNobody: string;
  readonly clock: (name: string, verdict: string, due: string) => string;
  readonly never: string;
  readonly nothing: string;
  readonly onlyOn: (moment: string) => string;
  readonly missing: (fields: string) => string;
  readonly unknownHere: (version: string) => string;
  readonly replayed: (leads: number, until: string) => string;
  readonly different: (leads: number) => string;
  readonly same: string;
  readonly moreLeads: (count: number) => string;
  readonly deadlines: string;
  readonly leads: string;
  readonly rows: (rows: number, leftOut: number) => string;
  readonly later: (rows: number, until: string) => string;
  readonly moreFindings: (code: string, count: number) => string;
  readonly oneSided: string;
  readonly oneSidedRow: (name: string, column: string, rows: number) => string;
  readonly workingTree: string;
  readonly reading: (percent: number) => string;
}

/** The words of `revpact replay` in each language. */
export const replayWords: Readonly<Record<Language, Words>> = {
  en: {
    kinds: {
      stage: "entered another stage, or did not",
      handoff: "handed over, or not",
      outcome: "accepted, refused or withdrawn otherwise",
      destination: "sent elsewhere by the same reason",
      lateness: "a deadline ended otherwise",
      priority: "another priority",
      owner: "given to somebody else",
      people: "other people told",
      note: "an act counts otherwise",
      time: "the same, at another time",
    },
    verdicts: { met: "met", late: "late", overdue: "overdue", pending: "pending", exempt: "exempt" },
    handoffSteps: {
      opened: (handoff) => `${handoff} opens`,
      received: (handoff) => `${handoff} reaches its receiver`,
      accepted: (handoff) => `${handoff} is accepted`,
      decided: (handoff) => `${handoff} is refused, the reason missing`,
      refused: (handoff, reason) => `${handoff} is refused${reason === "" ? "" : `: ${reason}`}`,
      withdrawn: (handoff) => `${handoff} is withdrawn`,
      expired: (handoff) => `${handoff} expires`,
      departed: (handoff) => `${handoff} ends by a move that the contract does not know`,
      returned: (handoff, reason) => `${handoff} goes back${reason === "" ? "" : `: ${reason}`}`,
    },
    enters: (stage, reason) => `enters ${stage}${reason === "" ? "" : ` (${reason})`}`,
    staysIn: (stage) => `stays in ${stage}`,
    inNoStage: "is in no stage",
    notOpen: (handoff) => `${handoff} does not open`,
    notReceived: (handoff) => `${handoff} does not reach its receiver`,
    priority: (name) => `gets the priority ${name}`,
    goesTo: (who) => `goes to ${who}`,
    staysWith: (who) => `stays with ${who}`,
    reminds: (who, clock) => `${who} is reminded of ${clock}`,
    tells: (who, clock) => `${who} is told that ${clock} is late`,
    tellsNobody: "nobody is told then",
    clock: (name, verdict, due) => `${name} ${verdict} (due ${due})`,
    never: "never",
    nothing: "nothing of the kind",
    onlyOn: (moment) => `only on ${moment}`,
    missing: (fields) => `not filled in: ${fields}`,
    unknownHere: (version) => `unknown to ${version}`,
    replayed: (leads, until) => `${leads} ${leads === 1 ? "lead" : "leads"} replayed until ${until}`,
    different: (leads) => `${leads} would have been treated differently`,
    same: "every lead would have been treated alike",
    moreLeads: (count) => `… and ${count} more: --format csv lists them all`,
    deadlines: "Deadlines",
    leads: "Leads, at the first moment that differs",
    rows: (rows, leftOut) => `${rows} ${rows === 1 ? "row" : "rows"} read, ${leftOut} left out`,
    later: (rows, until) => `${rows} ${rows === 1 ? "row is" : "rows are"} later than ${until} and not looked at`,
    moreFindings: (code, count) => `${code}  ${count} more`,
    oneSided: "Known to one version only, and played under that one alone",
    oneSidedRow: (name, column, rows) => `${name} in column ${column} (${rows} ${rows === 1 ? "row" : "rows"})`,
    workingTree: "working tree",
    reading: (percent) => `reading ${percent}%`,
  },
  fr: {
    kinds: {
      stage: "entrés dans une autre étape, ou non",
      handoff: "transmis, ou non",
      outcome: "acceptés, refusés ou retirés autrement",
      destination: "envoyés ailleurs par le même motif",
      lateness: "un délai a fini autrement",
      priority: "d'une autre priorité",
      owner: "confiés à quelqu'un d'autre",
      people: "d'autres personnes prévenues",
      note: "un acte compte autrement",
      time: "de même, à un autre moment",
    },
    verdicts: { met: "tenu", late: "en retard", overdue: "dépassé", pending: "en cours", exempt: "dispensé" },
    handoffSteps: {
      opened: (handoff) => `${handoff} s'ouvre`,
      received: (handoff) => `${handoff} parvient au destinataire`,
      accepted: (handoff) => `${handoff} est acceptée`,
      decided: (handoff) => `${handoff} est refusée, motif manquant`,
      refused: (handoff, reason) => `${handoff} est refusée${reason === "" ? "" : `\u00a0: ${reason}`}`,
      withdrawn: (handoff) => `${handoff} est retirée`,
      expired: (handoff) => `${handoff} expire`,
      departed: (handoff) => `${handoff} finit par un changement que le contrat ne connaît pas`,
      returned: (handoff, reason) => `${handoff} revient${reason === "" ? "" : `\u00a0: ${reason}`}`,
    },
    enters: (stage, reason) => `entre dans ${stage}${reason === "" ? "" : ` (${reason})`}`,
    staysIn: (stage) => `reste dans ${stage}`,
    inNoStage: "n'est dans aucune étape",
    notOpen: (handoff) => `${handoff} ne s'ouvre pas`,
    notReceived: (handoff) => `${handoff} ne parvient pas au destinataire`,
    priority: (name) => `reçoit la priorité ${name}`,
    goesTo: (who) => `passe à ${who}`,
    staysWith: (who) => `reste à ${who}`,
    reminds: (who, clock) => `rappel de ${clock} à ${who}`,
    tells: (who, clock) => `${who} apprend que ${clock} est en retard`,
    tellsNobody: "personne n'est alors prévenu",
    clock: (name, verdict, due) => `${name} ${verdict} (échéance ${due})`,
    never: "jamais",
    nothing: "rien de tel",
    onlyOn: (moment) => `seulement le ${moment}`,
    missing: (fields) => `non renseigné\u00a0: ${fields}`,
    unknownHere: (version) => `inconnu de ${version}`,
    replayed: (leads, until) => `${leads} ${leads < 2 ? "lead rejoué" : "leads rejoués"} jusqu'au ${until}`,
    different: (leads) => `${leads} ${leads < 2 ? "aurait été traité" : "auraient été traités"} autrement`,
    same: "tous les leads auraient été traités de même",
    moreLeads: (count) => `… et ${count} de plus\u00a0: --format csv les liste tous`,
    deadlines: "Délais",
    leads: "Leads, au premier moment qui diffère",
    rows: (rows, leftOut) =>
      `${rows} ${rows < 2 ? "ligne lue" : "lignes lues"}, ${leftOut} ${leftOut < 2 ? "laissée" : "laissées"} de côté`,
    later: (rows, until) =>
      `${rows} ${rows < 2 ? "ligne, postérieure" : "lignes, postérieures"} au ${until}, non ${rows < 2 ? "regardée" : "regardées"}`,
    moreFindings: (code, count) => `${code}  ${count} de plus`,
    oneSided: "Connus d'une seule version, et joués sous celle-là seulement",
    oneSidedRow: (name, column, rows) => `${name} dans la colonne ${column} (${rows} ${rows < 2 ? "ligne" : "lignes"})`,
    workingTree: "version de travail",
    reading: (percent) => `lecture ${percent}\u202f%`,
  },
};
