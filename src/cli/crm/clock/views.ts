import { describeInstant } from "../../../calendar/index.ts";
import type { Language } from "../../../diagnostics/index.ts";
import type { Paint } from "../../terminal.ts";
import type { ClockStep, FlowCounts, PortalTime } from "./portal-time.ts";

interface Style {
  readonly language: Language;
  readonly paint: Paint;
}

type Count = (count: number) => string;

const plural =
  (one: string, many: string): Count =>
  (count) =>
    `${count} ${count === 1 ? one : many}`;
const pluriel =
  (un: string, plusieurs: string): Count =>
  (count) =>
    `${count} ${count < 2 ? un : plusieurs}`;

const words = {
  en: {
    real: "The portal's clock shows real time:",
    stands: "The portal's clock stands at",
    due: "next due",
    nothing: "nothing was due",
    allOff: (off: number) =>
      off === 1 ? "its one workflow is switched off" : `its ${off} workflows are all switched off`,
    on: (on: number, off: number) => `${on} of ${on + off} workflows ${on === 1 ? "is" : "are"} on`,
    none: "it has no workflows",
    more: (count: number) => `… and ${count} more steps`,
    entered: plural("record entered", "records entered"),
    acted: plural("action", "actions"),
    held: plural("held until opening", "held until opening"),
    failed: plural("failed", "failed"),
    skipped: plural("skipped", "skipped"),
    left: plural("left", "left"),
    kinds: {
      entered: "enters",
      missed: "not let in",
      acted: "",
      failed: "failed",
      skipped: "skipped",
      held: "held",
      left: "leaves",
    },
    objects: { "0-1": "contact", "0-2": "company", "0-3": "deal", "0-5": "ticket", "0-136": "lead", "0-27": "task" },
  },
  fr: {
    real: "L’horloge du portail suit l’heure réelle\u00a0:",
    stands: "L’horloge du portail est arrêtée au",
    due: "prochaine échéance",
    nothing: "rien n’était à faire",
    allOff: (off: number) =>
      off === 1 ? "son seul workflow est désactivé" : `ses ${off} workflows sont tous désactivés`,
    on: (on: number, off: number) => `${on} ${on < 2 ? "workflow activé" : "workflows activés"} sur ${on + off}`,
    none: "il n’a pas de workflow",
    more: (count: number) => `… et ${count} autres étapes`,
    entered: pluriel("fiche entrée", "fiches entrées"),
    acted: pluriel("action", "actions"),
    held: pluriel("retenue jusqu’à l’ouverture", "retenues jusqu’à l’ouverture"),
    failed: pluriel("échec", "échecs"),
    skipped: pluriel("passée", "passées"),
    left: pluriel("sortie", "sorties"),
    kinds: {
      entered: "entre",
      missed: "n’entre pas",
      acted: "",
      failed: "échec",
      skipped: "passée",
      held: "retenue",
      left: "sort",
    },
    objects: {
      "0-1": "contact",
      "0-2": "entreprise",
      "0-3": "transaction",
      "0-5": "ticket",
      "0-136": "lead",
      "0-27": "tâche",
    },
  },
} as const;

/** The portal's time in words, and what ran on the way. */
export function renderAsText(time: PortalTime, style: Style): string {
  const { language, paint } = style;
  const say = words[language];
  const at = (moment: string) => describeInstant(Date.parse(moment), time.timeZone, language);
  const head = `${time.isStanding ? say.stands : say.real} ${paint.bold(at(time.now))} ${paint.dim(`(${time.timeZone})`)}`;
  const steps = (time.steps ?? []).map((step) => stepLine(step, time, style));
  const more = (time.stepsLeftOut ?? 0) > 0 ? [`  ${say.more(time.stepsLeftOut ?? 0)}`] : [];
  const lines = [...steps, ...more, head, ...flowLines(time, style), `  ${stateLine(time, style)}`];
  if (time.nextDue !== undefined) lines.push(`  ${say.due} ${at(time.nextDue)}`);
  return `${lines.join("\n")}\n`;
}

function stateLine({ workflows }: PortalTime, { language, paint }: Style): string {
  const say = words[language];
  const { on, off } = workflows;
  if (on + off === 0) return paint.dim(say.none);
  return on === 0 ? paint.yellow(say.allOff(off)) : paint.dim(say.on(on, off));
}

function flowLines({ flows }: PortalTime, { language, paint }: Style): readonly string[] {
  if (flows === undefined) return [];
  const say = words[language];
  const ran = flows.filter(
    (flow) => flow.entered + flow.acted + flow.held + flow.failed + flow.skipped + flow.left > 0,
  );
  if (ran.length === 0) return [`  ${say.nothing}`];
  const width = Math.max(...ran.map((flow) => flow.name.length));
  return ran.map((flow) => `  ${flow.name.padEnd(width)}  ${countsOf(flow, language, paint)}`);
}

function countsOf(flow: FlowCounts, language: Language, paint: Paint): string {
  const say = words[language];
  const counts = (["entered", "acted", "held", "skipped", "left"] as const).flatMap((kind) =>
    flow[kind] === 0 ? [] : [say[kind](flow[kind])],
  );
  return [...counts, ...(flow.failed === 0 ? [] : [paint.red(say.failed(flow.failed))])].join(", ");
}

function stepLine(step: ClockStep, { timeZone }: PortalTime, { language, paint }: Style): string {
  const say = words[language];
  const objects: Readonly<Record<string, string>> = say.objects;
  const when = describeInstant(Date.parse(step.at), timeZone, language);
  const record = `${objects[step.objectTypeId] ?? step.objectTypeId} ${step.recordId}`;
  const kind = say.kinds[step.kind];
  const painted = step.kind === "failed" ? paint.red(kind) : kind;
  const isSaid = step.kind === "entered" || (step.kind === "left" && step.text === "reached the end");
  const what = [painted, isSaid ? "" : step.text].filter((part) => part !== "").join(", ");
  return `  ${paint.dim(when)}  ${record}  ${step.flowName}  ${what}`;
}

/** The portal's time and what ran, for machines. */
export function renderAsJson(time: PortalTime): string {
  return `${JSON.stringify({ formatVersion: 1, ...time }, null, 2)}\n`;
}
