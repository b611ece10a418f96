import type { Language } from "../../diagnostics/index.ts";
import type { LockHolder } from "../../engine/index.ts";

const one = (count: number, single: string, many: string): string => `${count} ${count === 1 ? single : many}`;
const un = (count: number, single: string, many: string): string => `${count} ${count < 2 ? single : many}`;
const seconds = (milliseconds: number): string => String(milliseconds / 1000);

const english = {
  nothing: (environment: string) => `Nothing was applied to ${environment} yet.`,
  kept: (environment: string, portal: string, count: number) =>
    `Applied to ${environment} (portal ${portal}): ${one(count, "object", "objects")}`,
  unknown: (count: number) =>
    `An apply was interrupted, and nothing tells what became of ${one(count, "change", "changes")}: revpact apply finds out first.`,
  free: (environment: string) => `Nobody holds the lock of ${environment}.`,
  held: (environment: string, { pid, host, since, operation }: LockHolder) =>
    `The lock of ${environment} is held for ${operation} by process ${pid} on ${host}, since ${since}`,
  lastSign: (when: string, leaseMs: number) =>
    `last sign at ${when}, by that machine's clock; after ${seconds(leaseMs)} s without one the next apply succeeds it`,
  abandoned: "that process has ended: the next apply takes over at once",
  broken: ({ pid, host }: LockHolder) => `The lock of process ${pid} on ${host} is broken: it writes no more.`,
  unprotected: (environment: string) => `${environment} is no longer protected.`,
  rebuilt: (count: number) => `The ledger was made anew: ${one(count, "object", "objects")} recognised in the portal.`,
  different: (count: number) => `${count} not as the contract asks, which the next plan shows as changes:`,
  undeclared: (count: number) => `${count} with this contract's mark that it no longer declares:`,
};

/** Every word about what is kept; French has the same keys, checked by the compiler. */
export type StateWords = typeof english;

const french: StateWords = {
  nothing: (environment) => `Rien n'a encore été appliqué à ${environment}.`,
  kept: (environment, portal, count) =>
    `Appliqué à ${environment} (portail ${portal})\u00a0: ${un(count, "objet", "objets")}`,
  unknown: (count) =>
    `Une application a été interrompue et rien ne dit ce qu'il en est de ${un(count, "modification", "modifications")}\u00a0: revpact apply le vérifie d'abord.`,
  free: (environment) => `Personne ne tient le verrou de ${environment}.`,
  held: (environment, { pid, host, since, operation }) =>
    `Le verrou de ${environment} est tenu pour ${operation} par le processus ${pid} sur ${host}, depuis ${since}`,
  lastSign: (when, leaseMs) =>
    `dernier signe à ${when}, à l'horloge de cette machine\u00a0; après ${seconds(leaseMs)}\u00a0s sans signe, l'application suivante prend la suite`,
  abandoned: "ce processus est terminé\u00a0: l'application suivante prend la suite tout de suite",
  broken: ({ pid, host }) => `Le verrou du processus ${pid} sur ${host} est brisé\u00a0: il n'écrit plus.`,
  unprotected: (environment) => `${environment} n'est plus protégé.`,
  rebuilt: (count) =>
    `Le registre a été refait\u00a0: ${un(count, "objet reconnu", "objets reconnus")} dans le portail.`,
  different: (count) =>
    `${count} qui ne ${count < 2 ? "suit" : "suivent"} pas le contrat, ce que le prochain plan montre\u00a0:`,
  undeclared: (count) => `${count} avec la marque de ce contrat, qu'il ne déclare plus\u00a0:`,
};

/** The words about what is kept, in one language. */
export function stateWords(language: Language): StateWords {
  return language === "fr" ? french : english;
}
