import type { Environment } from "../../contract/index.ts";
import type { HubSpotConfiguration, Resource, ResourceKind } from "../../targets/index.ts";
import { cell, type DocumentContext } from "../document-context.ts";
import type { CrmSection, Enforcement } from "../page-model.ts";
import type { Cell } from "../section-model.ts";

/** A page of 300 kB holds this many objects of each kind; a plan lists them all. */
const mostPerKind = 150;

const kinds: readonly ResourceKind[] = ["property-group", "property", "pipeline", "list", "workflow"];

/** What a contract compiles to for one environment. */
export interface CompiledTarget {
  readonly environment: Environment;
  readonly configuration: HubSpotConfiguration;
}

/** The CRM's objects for people who look after the CRM; null without an environment. */
export function buildCrm(context: DocumentContext, target: CompiledTarget | null): CrmSection | null {
  if (target === null) return null;
  const { crm } = context.pages;
  const { environment, configuration } = target;
  const groups = kinds.flatMap((kind) => {
    const objects = configuration.resources.filter((resource) => resource.kind === kind);
    if (objects.length === 0) return [];
    return [
      {
        title: crm.kinds[kind],
        objects: objects.slice(0, mostPerKind).map((resource) => objectOf(context, resource)),
        more: objects.length > mostPerKind ? crm.more(objects.length - mostPerKind) : null,
      },
    ];
  });
  return {
    heading: { text: crm.title, anchor: "crm" },
    intro: crm.intro(environment.id),
    columns: [crm.name, crm.purpose, crm.clause],
    groups,
    signals: signalsOf(context, environment),
  };
}

function objectOf(context: DocumentContext, { name, object, kind, purpose, clause }: Resource) {
  const isNamedByObject = kind === "property" || kind === "property-group";
  return {
    code: isNamedByObject ? `${object}.${name}` : name,
    purpose: purpose[context.language],
    clause: clauseCell(context, clause),
  };
}

/** A clause as a link to the stage or handoff it belongs to. */
function clauseCell({ contract, stage, handoff }: DocumentContext, clause: string): Cell {
  const [section = "", id = ""] = clause.split(".");
  if (section === "stages" && contract.stages.has(id)) return cell(stage(id), `stage-${id}`);
  if (section === "handoffs" && contract.handoffs.has(id)) return cell(handoff(id), `handoff-${id}`);
  if (section === "fields" && contract.fields.has(id)) return cell(clause, `field-${id}`);
  return cell(clause);
}

function signalsOf(
  { contract, text, pages, labels }: DocumentContext,
  { signals }: Environment,
): CrmSection["signals"] {
  if (signals.size === 0) return null;
  return {
    title: pages.crm.signals,
    table: {
      columns: [labels.columns.signal, pages.crm.name],
      rows: [...signals].map(([id, { kind, value }]) => [
        cell(text(contract.signals.get(id)?.label) || id),
        cell(`${kind}: ${value}`),
      ]),
    },
  };
}

/** How far the CRM holds each stage and handoff: only those about which there is something to say. */
export function buildEnforcement(context: DocumentContext, target: CompiledTarget | null): readonly Enforcement[] {
  if (target === null) return [];
  const { contract, pages, language } = context;
  const places = [
    ...[...contract.stages.keys()].map((id) => ({ prefix: `stages.${id}`, of: `stage-${id}` })),
    ...[...contract.handoffs.keys()].map((id) => ({ prefix: `handoffs.${id}`, of: `handoff-${id}` })),
  ];
  return places.flatMap(({ prefix, of }) => {
    const notes = target.configuration.notes.filter(
      ({ clause }) => clause === prefix || clause.startsWith(`${prefix}.`),
    );
    if (notes.length === 0) return [];
    return [
      {
        of,
        title: pages.crm.fidelity,
        notes: notes.map(({ level, text, howTo }) => ({
          level,
          levelName: pages.crm.levels[level],
          said: [text[language], ...(howTo === undefined ? [] : [howTo[language]])].join(" "),
        })),
      },
    ];
  });
}
