import { describeDate, describeDuration } from "../calendar/index.ts";
import type { Language } from "../diagnostics/index.ts";
import type { Lead, Sample, Trait } from "./algebra/index.ts";
import type { Scalar } from "./condition.ts";
import { englishConditionWords } from "./describe-english.ts";
import { frenchConditionWords } from "./describe-french.ts";
import type { Lexicon } from "./describe-lexicon.ts";
import { describePast } from "./describe-past.ts";

interface Speech {
  readonly lexicon: Lexicon;
  readonly language: Language;
}

/** A lead in one line: `Fit score 80, Country France, Demo request in the last 2 business days`. */
export function describeLead(lead: Lead, lexicon: Lexicon, language: Language): string {
  const told = lead.map((trait) => tell(trait, { lexicon, language }));
  return told.length > 0 ? told.join(", ") : { en: "any lead", fr: "n'importe quel lead" }[language];
}

function tell({ subject, sample }: Trait, { lexicon, language }: Speech): string {
  switch (sample.kind) {
    case "unknown":
      return `${lexicon.field(subject.id)} ${{ en: "unknown", fr: "non renseigné" }[language]}`;
    case "other":
      return `${lexicon.field(subject.id)} ${{ en: "another value", fr: "une autre valeur" }[language]}`;
    case "value":
      return `${lexicon.field(subject.id)} ${valueInWords(subject.id, sample.value, { lexicon, language })}`;
    case "moment":
      return `${lexicon.field(subject.id)} ${momentInWords(sample, language)}`;
    case "signal":
      return signalInWords(lexicon.signal(subject.id), sample, language);
    case "linked":
      return linkedInWords(subject.id, sample.stages, { lexicon, language });
    default:
      return sample satisfies never;
  }
}

function valueInWords(field: string, value: Scalar | readonly string[], { lexicon }: Speech): string {
  if (typeof value !== "object") return lexicon.value(field, value);
  return value.map((option) => lexicon.value(field, option)).join(" + ");
}

function momentInWords(
  { isPast, date, within, beyond }: Extract<Sample, { kind: "moment" }>,
  language: Language,
): string {
  const ago = (duration: string) => ({ en: `${duration} ago`, fr: `d'il y a ${duration}` })[language];
  const ahead = (duration: string) => ({ en: `${duration} ahead`, fr: `dans ${duration}` })[language];
  const placed = isPast ? ago : ahead;
  const words = [
    ...(date === undefined ? [] : [describeDate(date, language)]),
    ...(within === undefined
      ? []
      : [
          placed(
            { en: `less than ${describeDuration(within, "en")}`, fr: `moins de ${describeDuration(within, "fr")}` }[
              language
            ],
          ),
        ]),
    ...(beyond === undefined
      ? []
      : [
          placed(
            { en: `more than ${describeDuration(beyond, "en")}`, fr: `plus de ${describeDuration(beyond, "fr")}` }[
              language
            ],
          ),
        ]),
  ];
  return words.join({ en: " and ", fr: " et " }[language]);
}

function signalInWords(
  label: string,
  { times, within, beyond }: Extract<Sample, { kind: "signal" }>,
  language: Language,
): string {
  const words = language === "fr" ? frenchConditionWords : englishConditionWords;
  const past = within === undefined ? {} : { past: describePast(within, language) };
  const notSince = beyond === undefined ? "" : describePast(beyond, language);
  if (times === 0) return words.noSignal({ label, times: 1, ...(beyond === undefined ? {} : { past: notSince }) });
  const later = { en: ` but not in ${notSince}`, fr: ` mais pas au cours ${notSince}` }[language];
  return `${words.signal({ label, times, ...past })}${beyond === undefined ? "" : later}`;
}

function linkedInWords(object: string, stages: readonly string[], { lexicon, language }: Speech): string {
  if (stages.length === 0)
    return { en: `not linked to ${lexicon.object(object)}`, fr: `aucun lien avec ${lexicon.object(object)}` }[language];
  const names = stages.map(lexicon.stage).join(" + ");
  return {
    en: `linked to ${lexicon.object(object)} in ${names}`,
    fr: `lien avec ${lexicon.object(object)} à l'étape ${names}`,
  }[language];
}
