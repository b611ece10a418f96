import { type Contract, type Id, textIn } from "../../contract/index.ts";
import type { Language } from "../../diagnostics/index.ts";

/** The names of generated stories. */
export interface StoryWords {
  readonly born: (stage: Id) => string;
  readonly outside: (clause: string) => string;
  readonly enters: (stage: Id, way: number) => string;
  readonly justMisses: (stage: Id, way: number, part: number) => string;
  readonly silence: (handoff: Id, priority: Id | undefined) => string;
  readonly inTime: (handoff: Id) => string;
  readonly tooLate: (handoff: Id) => string;
  readonly refused: (handoff: Id, reason: Id) => string;
  readonly refusedHollow: (handoff: Id, reason: Id) => string;
  readonly refusedWithoutDetail: (handoff: Id, reason: Id) => string;
  readonly repaired: (handoff: Id, reason: Id) => string;
  readonly notRepaired: (handoff: Id, reason: Id) => string;
  readonly incomplete: (handoff: Id, field: Id) => string;
  readonly completed: (handoff: Id, field: Id) => string;
  readonly assigned: (handoff: Id, line: number) => string;
  readonly tooOften: (handoff: Id) => string;
  readonly noNews: (handoff: Id) => string;
  readonly stageSilence: (stage: Id) => string;
  readonly expires: (stage: Id) => string;
  readonly leaves: (stage: Id, reason: Id) => string;
  readonly leavesHollow: (stage: Id, reason: Id) => string;
  readonly leavesWithoutDetail: (stage: Id, reason: Id) => string;
  readonly byHand: (stage: Id, from: Id) => string;
  readonly byHandWithout: (stage: Id, field: Id) => string;
  readonly touchedInTime: (deadline: string) => string;
  readonly rested: (reason: Id) => string;
}

/** The words of a language, with the labels of the contract. */
export function storyWords(contract: Contract, language: Language): StoryWords {
  const quote = (text: string): string => (language === "fr" ? `« ${text} »` : `“${text}”`);
  const stage = (id: Id): string => quote(textIn(contract, contract.stages.get(id)?.label, language) || id);
  const handoff = (id: Id): string => quote(textIn(contract, contract.handoffs.get(id)?.label, language) || id);
  const reason = (id: Id): string => quote(textIn(contract, contract.reasons.get(id)?.label, language) || id);
  const field = (id: Id): string => quote(textIn(contract, contract.fields.get(id)?.label, language) || id);
  const priority = (id: Id | undefined): string =>
    id === undefined ? "" : `, ${textIn(contract, contract.priorities.get(id)?.label, language) || id}`;
  const names = { stage, handoff, reason, field, priority };
  return language === "fr" ? frenchWords(names) : englishWords(names);
}

interface Names {
  readonly stage: (id: Id) => string;
  readonly handoff: (id: Id) => string;
  readonly reason: (id: Id) => string;
  readonly field: (id: Id) => string;
  readonly priority: (id: Id | undefined) => string;
}

function englishWords({ stage, handoff, reason, field, priority }: Names): StoryWords {
  return {
    born: (id) => `A new record enters ${stage(id)}`,
    outside: (clause) => `A record out of scope enters nothing (${clause})`,
    enters: (id, way) => `A record enters ${stage(id)} by way ${way}`,
    justMisses: (id, way, part) => `A record misses ${stage(id)} by part ${part} of way ${way}`,
    silence: (id, one) => `Nobody answers ${handoff(id)}${priority(one)}`,
    inTime: (id) => `${handoff(id)} accepted at the last moment is in time`,
    tooLate: (id) => `${handoff(id)} accepted a minute after it is late`,
    refused: (id, why) => `${handoff(id)} refused: ${reason(why)}`,
    refusedHollow: (id, why) => `${handoff(id)} refused without the touches it needs: ${reason(why)}`,
    refusedWithoutDetail: (id, why) => `${handoff(id)} refused without a detail: ${reason(why)}`,
    repaired: (id, why) => `${handoff(id)} repaired in time: ${reason(why)}`,
    notRepaired: (id, why) => `${handoff(id)} not repaired: ${reason(why)}`,
    incomplete: (id, name) => `${handoff(id)} waits for ${field(name)}`,
    completed: (id, name) => `${handoff(id)} gets ${field(name)} in time`,
    assigned: (id, line) => `${handoff(id)} goes to whom line ${line} of the assignment says`,
    tooOften: (id) => `${handoff(id)} refused too often`,
    noNews: (id) => `Nobody says what became of ${handoff(id)}`,
    stageSilence: (id) => `Nothing happens in ${stage(id)}`,
    expires: (id) => `The time in ${stage(id)} runs out`,
    leaves: (id, why) => `A record leaves ${stage(id)}: ${reason(why)}`,
    leavesHollow: (id, why) => `A record leaves ${stage(id)} without the touches it needs: ${reason(why)}`,
    leavesWithoutDetail: (id, why) => `A record does not leave ${stage(id)} without a detail: ${reason(why)}`,
    byHand: (id, from) => `A record is moved by hand to ${stage(id)} from ${from === "new" ? "nowhere" : stage(from)}`,
    byHandWithout: (id, name) => `A record moved to ${stage(id)} without ${field(name)} is a departure`,
    touchedInTime: (deadline) => `A touch keeps ${deadline}`,
    rested: (why) => `The cool-off of ${reason(why)} ends`,
  };
}

function frenchWords({ stage, handoff, reason, field, priority }: Names): StoryWords {
  return {
    born: (id) => `Une nouvelle fiche entre en ${stage(id)}`,
    outside: (clause) => `Une fiche hors périmètre n'entre nulle part (${clause})`,
    enters: (id, way) => `Une fiche entre en ${stage(id)} par la voie ${way}`,
    justMisses: (id, way, part) => `Une fiche manque ${stage(id)} d'un rien, partie ${part} de la voie ${way}`,
    silence: (id, one) => `Personne ne répond à ${handoff(id)}${priority(one)}`,
    inTime: (id) => `${handoff(id)} acceptée au dernier moment, donc à temps`,
    tooLate: (id) => `${handoff(id)} acceptée une minute après, donc en retard`,
    refused: (id, why) => `${handoff(id)} refusée avec le motif ${reason(why)}`,
    refusedHollow: (id, why) => `${handoff(id)} refusée sans les prises de contact requises, motif ${reason(why)}`,
    refusedWithoutDetail: (id, why) => `${handoff(id)} refusée sans précision, motif ${reason(why)}`,
    repaired: (id, why) => `${handoff(id)} corrigée à temps, motif ${reason(why)}`,
    notRepaired: (id, why) => `${handoff(id)} jamais corrigée, motif ${reason(why)}`,
    incomplete: (id, name) => `${handoff(id)} attend ${field(name)}`,
    completed: (id, name) => `${handoff(id)} reçoit ${field(name)} à temps`,
    assigned: (id, line) => `${handoff(id)} va à qui dit la ligne ${line} de l'attribution`,
    tooOften: (id) => `${handoff(id)} refusée trop souvent`,
    noNews: (id) => `Personne ne dit ce qu'est devenue ${handoff(id)}`,
    stageSilence: (id) => `Il ne se passe rien en ${stage(id)}`,
    expires: (id) => `Le temps en ${stage(id)} est écoulé`,
    leaves: (id, why) => `Une fiche quitte ${stage(id)} avec le motif ${reason(why)}`,
    leavesHollow: (id, why) =>
      `Une fiche quitte ${stage(id)} sans les prises de contact requises, motif ${reason(why)}`,
    leavesWithoutDetail: (id, why) => `Une fiche ne quitte pas ${stage(id)} sans précision, motif ${reason(why)}`,
    byHand: (id, from) =>
      `Une fiche passe à la main en ${stage(id)} ${from === "new" ? "sans étape avant" : `depuis ${stage(from)}`}`,
    byHandWithout: (id, name) => `Une fiche passée en ${stage(id)} sans ${field(name)} est un écart`,
    touchedInTime: (deadline) => `Une prise de contact tient ${deadline}`,
    rested: (why) => `Le délai de carence de ${reason(why)} se termine`,
  };
}
