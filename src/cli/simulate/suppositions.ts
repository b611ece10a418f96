import { describeDuration } from "../../calendar/index.ts";
import { type Contract, lexiconOf } from "../../contract/index.ts";
import { describeCondition } from "../../criteria/index.ts";
import { formatNumber, type Language } from "../../diagnostics/index.ts";
import { defaults, type Preparation, type Staffing } from "../../simulation/index.ts";
import { namesOf } from "./names.ts";
import { percent, time } from "./quantities.ts";

/** Everything that the contract does not say and the simulation had to suppose, a sentence each. */
export function suppositions(contract: Contract, preparation: Preparation, language: Language): readonly string[] {
  const say = sentences[language];
  const { profile, scheme, staffing } = preparation;
  const effort = { ...defaults.effort, ...profile.effort };
  const hasDays = profile.days !== undefined || profile.hours !== undefined || profile.months !== undefined;
  const comeback = profile.comeback ?? defaults.comeback;
  return [
    profile.pastLeads === undefined ? "" : say.past(formatNumber(profile.pastLeads, language)),
    hasDays ? say.patterned : say.even,
    ...kindLines(contract, preparation, language),
    ...(scheme.kinds.some(({ value }) => value.because.length > 0)
      ? [say.known(percent(defaults.known, language))]
      : []),
    say.staff(staffWords(contract, staffing, language)),
    say.effort({
      decision: time(effort.decision, language),
      touch: time(effort.touch, language),
      completion: time(effort.completion, language),
      repair: time(effort.repair, language),
      shape: shapes[language][effort.shape],
    }),
    say.refused(percent(defaults.refused, language)),
    say.stays({
      touches: formatNumber(defaults.touches, language),
      pause: describeDuration(defaults.pause, language),
      goesOn: percent(defaults.goesOn, language),
    }),
    say.comeback(percent(comeback.share, language), describeDuration(comeback.after, language)),
    say.order,
    say.judged,
    preparation.terms.contract.effective === contract.effective ? "" : say.moved(preparation.terms.contract.effective),
  ].filter((line) => line !== "");
}

const shapes = {
  en: { lognormal: "lognormal", exponential: "exponential", fixed: "always the same" },
  fr: { lognormal: "loi log-normale", exponential: "loi exponentielle", fixed: "toujours le même" },
} as const;

function kindLines(contract: Contract, { scheme, profile }: Preparation, language: Language): readonly string[] {
  const say = sentences[language];
  if (profile.leads !== undefined) return [];
  const lexicon = lexiconOf(contract, language);
  const ways = scheme.kinds.map(({ value }) =>
    value.because.map((condition) => describeCondition(condition, lexicon, language)).join(", "),
  );
  const named = ways.filter((way) => way !== "");
  return named.length === 0 ? [] : [say.kinds(named)];
}

function staffWords(contract: Contract, staffing: readonly Staffing[], language: Language): string {
  const names = namesOf(contract, language);
  return staffing
    .filter(({ people, source }) => people > 1 || source !== "default")
    .map(({ role, people, source }) => `${names.role(role)} ${people} (${sources[language][source]})`)
    .join(", ");
}

const sources = {
  en: { asked: "as asked", profile: "profile", capacity: "what its capacity needs", default: "supposed" },
  fr: { asked: "demandé", profile: "profil", capacity: "d'après sa capacité", default: "supposé" },
} as const;

interface Sentences {
  readonly even: string;
  readonly patterned: string;
  readonly past: (leads: string) => string;
  readonly kinds: (ways: readonly string[]) => string;
  readonly known: (share: string) => string;
  readonly staff: (people: string) => string;
  readonly effort: (
    times: Readonly<Record<"decision" | "touch" | "completion" | "repair" | "shape", string>>,
  ) => string;
  readonly refused: (share: string) => string;
  readonly stays: (stay: Readonly<Record<"touches" | "pause" | "goesOn", string>>) => string;
  readonly comeback: (share: string, after: string) => string;
  readonly order: string;
  readonly judged: string;
  readonly moved: (date: string) => string;
}

const sentences: Readonly<Record<Language, Sentences>> = {
  en: {
    even: "Leads arrive one by one at random, evenly around the clock.",
    patterned: "Leads arrive one by one at random, with the days, hours and months of the profile.",
    past: (leads) =>
      `Volume, what leads show, refusals and ways out of stages are those of ${leads} past leads, as far as the profile and the command say nothing else.`,
    kinds: (ways) => `Every lead shows one of these, each as often as the others: ${ways.join("; ")}.`,
    known: (share) =>
      `What a handoff requires is known at arrival of ${share} of the leads, unless the profile says more.`,
    staff: (people) =>
      people === "" ? "One person works in each role." : `People: ${people}; one in every other role.`,
    effort: ({ decision, touch, completion, repair, shape }) =>
      `Work takes on average ${decision} for a decision, ${touch} for a touch, ${completion} to complete and ${repair} to repair (${shape}), unless the profile says more.`,
    refused: (share) => `Receivers refuse ${share} of what they get, unless the profile says more.`,
    stays: ({ touches, pause, goesOn }) =>
      `In a worked stage a lead gets ${touches} touches on average, ${pause} apart; ${goesOn} go on and the others leave for one of its reasons, unless the profile says more.`,
    comeback: (share, after) => `${share} of the parked leads show a new sign, ${after} later on average.`,
    order:
      "People work in the open hours of their role, higher priorities first, then who came first; they do nothing else, and nobody is absent.",
    judged:
      "A deadline counts when it is due within the time; the interval is made from the runs, or from pairs of weeks where there is one run, and is never narrower than Wilson's.",
    moved: (date) => `The contract is played as if it had taken effect on ${date}.`,
  },
  fr: {
    even: "Les leads arrivent un par un au hasard, jour et nuit au même rythme.",
    patterned: "Les leads arrivent un par un au hasard, selon les jours, heures et mois du profil.",
    past: (leads) =>
      `Le volume, les signes, les refus et les sorties d'étape sont ceux de ${leads} leads passés, tant que le profil et la commande ne disent rien d'autre.`,
    kinds: (ways) =>
      `Chaque lead montre un de ces signes, chacun aussi souvent que les autres\u00a0: ${ways.join("\u202f; ")}.`,
    known: (share) =>
      `Ce qu'une transmission exige est connu à l'arrivée pour ${share} des leads, sauf indication du profil.`,
    staff: (people) =>
      people === ""
        ? "Une personne travaille dans chaque fonction."
        : `Effectifs\u00a0: ${people}\u202f; une personne dans toute autre fonction.`,
    effort: ({ decision, touch, completion, repair, shape }) =>
      `Il faut en moyenne ${decision} pour décider, ${touch} pour un contact, ${completion} pour compléter et ${repair} pour corriger (${shape}), sauf indication du profil.`,
    refused: (share) => `Les destinataires refusent ${share} de ce qu'ils reçoivent, sauf indication du profil.`,
    stays: ({ touches, pause, goesOn }) =>
      `Dans une étape travaillée, un lead reçoit en moyenne ${touches} contacts, à ${pause} d'intervalle\u202f; ${goesOn} avancent et les autres sortent pour un des motifs, sauf indication du profil.`,
    comeback: (share, after) => `${share} des leads mis de côté redonnent signe, ${after} plus tard en moyenne.`,
    order:
      "Chacun travaille aux heures ouvertes de sa fonction, par priorité puis par ordre d'arrivée\u202f; il ne fait rien d'autre, et personne n'est absent.",
    judged:
      "Un délai compte s'il échoit dans la période\u202f; l'intervalle vient des passages, ou de paires de semaines s'il n'y en a qu'un, et n'est jamais plus étroit que celui de Wilson.",
    moved: (date) => `Le contrat est joué comme s'il était entré en vigueur le ${date}.`,
  },
};
