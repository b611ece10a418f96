import { type Bilingual, inBoth } from "../../../diagnostics/index.ts";
import type { FidelityNote } from "../../fidelity.ts";
import type { Address, Resource } from "../../resource.ts";

/**
 * What is said of each clause where a portal has no workflows or no lists: what a workflow was to do is shown on a list
 * where one is left for the clause, and else is done by people.
 */
export function lowerFidelity(
  notes: readonly FidelityNote[],
  { dropped, kept }: { readonly dropped: readonly Resource[]; readonly kept: readonly Resource[] },
): readonly FidelityNote[] {
  if (dropped.length === 0) return notes;
  const lowered = notes.map((note) => lower(note, dropped, kept));
  const said = new Set(lowered.map(({ clause }) => clause));
  const silent = [...new Set(dropped.map(({ clause }) => clause))].filter((clause) => !said.has(clause));
  return [...lowered, ...silent.map((clause) => replaced(clause, levelLeft(clause, kept), lossOf(clause, dropped)))];
}

function lower(note: FidelityNote, dropped: readonly Resource[], kept: readonly Resource[]): FidelityNote {
  const loss = lossOf(note.clause, dropped);
  if (loss === undefined || note.level === "manual") return note;
  const level = levelLeft(note.clause, kept);
  const isAsLow = note.level === "detected" && level === "detected";
  return isAsLow ? note : replaced(note.clause, level, loss);
}

/** The kind of tool that the clause loses. */
function lossOf(clause: string, dropped: readonly Resource[]): "workflow" | "list" | undefined {
  const own = dropped.filter((resource) => isWithin(clause, resource.clause));
  if (own.some(({ kind }) => kind === "workflow")) return "workflow";
  return own.some(({ kind }) => kind === "list") ? "list" : undefined;
}

/** A clause whose only workflows wait for a name that the portal does not have is left to people until then. */
export function lowerWaiting(
  notes: readonly FidelityNote[],
  resources: readonly Resource[],
  waiting: ReadonlySet<Address>,
): readonly FidelityNote[] {
  const flowsOf = (clause: string) =>
    resources.filter((resource) => resource.kind === "workflow" && resource.clause === clause);
  return notes.map((note) => {
    const flows = flowsOf(note.clause);
    const waits = flows.length > 0 && flows.every(({ address }) => waiting.has(address));
    return waits && note.level === "enforced" ? { clause: note.clause, level: "manual", ...words.waiting } : note;
  });
}

const isWithin = (clause: string, owner: string): boolean => clause === owner || clause.startsWith(`${owner}.`);

const levelLeft = (clause: string, kept: readonly Resource[]): "detected" | "manual" =>
  kept.some((resource) => resource.kind === "list" && resource.clause === clause) ? "detected" : "manual";

function replaced(clause: string, level: "detected" | "manual", loss: "workflow" | "list" | undefined): FidelityNote {
  const { text, howTo } = words[level === "detected" ? "shown" : (loss ?? "workflow")];
  return { clause, level, text: inBoth((language) => text[language]), howTo: inBoth((language) => howTo[language]) };
}

const words: Readonly<
  Record<"workflow" | "list" | "shown" | "waiting", { readonly text: Bilingual; readonly howTo: Bilingual }>
> = {
  workflow: {
    text: {
      en: "This portal lets no workflow do it.",
      fr: "Aucun workflow ne peut s'en charger dans ce portail.",
    },
    howTo: {
      en: "Do it by hand, or give the portal and its token workflows.",
      fr: "Le faire à la main, ou donner les workflows au portail et à son jeton.",
    },
  },
  list: {
    text: { en: "This portal lets no list show it.", fr: "Aucune liste ne peut le montrer dans ce portail." },
    howTo: {
      en: "Filter the records by hand, or let the token make lists.",
      fr: "Filtrer les fiches à la main, ou laisser le jeton créer des listes.",
    },
  },
  waiting: {
    text: {
      en: "Its workflow waits for a name that this portal does not have.",
      fr: "Son workflow attend un nom que ce portail n'a pas.",
    },
    howTo: {
      en: "Do it by hand, or correct the name and apply again.",
      fr: "Le faire à la main, ou corriger le nom et appliquer à nouveau.",
    },
  },
  shown: {
    text: {
      en: "This portal lets no workflow do it; a list shows what is left undone.",
      fr: "Aucun workflow ne peut s'en charger dans ce portail\u00a0; une liste montre ce qui n'est pas fait.",
    },
    howTo: { en: "Read the list, and do it by hand.", fr: "Lire la liste et le faire à la main." },
  },
};
