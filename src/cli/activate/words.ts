import type { Language } from "../../diagnostics/index.ts";
import type { NotReady } from "../../engine/index.ts";

interface Words {
  readonly on: string;
  readonly off: string;
  readonly waits: string;
  readonly notCounted: string;
  readonly notReady: Readonly<Record<NotReady, string>>;
  readonly head: (on: number, total: number) => string;
  readonly columns: readonly [state: string, now: string, name: string];
  readonly atMost: (count: number) => string;
  readonly failedCount: (message: string) => string;
  readonly next: string;
  readonly question: (isOn: boolean, count: number) => string;
  readonly nothing: string;
  readonly already: (isOn: boolean) => string;
  readonly done: (isOn: boolean, count: number) => string;
  readonly changed: string;
  readonly gone: string;
  readonly notRun: string;
  readonly counting: string;
  readonly switching: string;
}

/** What activation says. */
export const words: Readonly<Record<Language, Words>> = {
  en: {
    on: "on",
    off: "off",
    waits: "waits for a change",
    notCounted: "not counted",
    notReady: {
      "not-applied": "not in the CRM yet: run revpact apply",
      "changes-pending": "has changes to apply: run revpact apply",
      edited: "was edited in the CRM: see revpact plan",
      blocked: "is blocked: see revpact plan",
    },
    head: (on, total) => `${on} of ${total} workflows are switched on`,
    columns: ["state", "would enter now", "workflow"],
    atMost: (count) => `at most ${count}`,
    failedCount: (message) => `Records could not be counted: ${message}`,
    next: "Switch on with revpact activate --only <name or clause>, or --all.",
    question: (isOn, count) =>
      `Switch ${count} ${count === 1 ? "workflow" : "workflows"} ${isOn ? "on" : "off"}? [y/N] `,
    nothing: "Nothing was changed",
    already: (isOn) => `All that was named is switched ${isOn ? "on" : "off"} already.`,
    done: (isOn, count) => `Switched ${isOn ? "on" : "off"}: ${count} ${count === 1 ? "workflow" : "workflows"}.`,
    changed: "has changed in the CRM meanwhile: left as it is",
    gone: "is no longer in the CRM",
    notRun: "left out after what went wrong before",
    counting: "counting records",
    switching: "switching",
  },
  fr: {
    on: "activé",
    off: "désactivé",
    waits: "attend un changement",
    notCounted: "non compté",
    notReady: {
      "not-applied": "pas encore dans le CRM\u00a0: lancer revpact apply",
      "changes-pending": "a des modifications à appliquer\u00a0: lancer revpact apply",
      edited: "a été modifié dans le CRM\u00a0: voir revpact plan",
      blocked: "est bloqué\u00a0: voir revpact plan",
    },
    head: (on, total) => `${on} workflows sur ${total} sont activés`,
    columns: ["état", "entreraient maintenant", "workflow"],
    atMost: (count) => `au plus ${count}`,
    failedCount: (message) => `Les fiches n'ont pas pu être comptées\u00a0: ${message}`,
    next: "Activer avec revpact activate --only <nom ou clause>, ou --all.",
    question: (isOn, count) =>
      `${isOn ? "Activer" : "Désactiver"} ${count} ${count < 2 ? "workflow" : "workflows"}\u00a0? [o/N] `,
    nothing: "Rien n'a été modifié",
    already: (isOn) => `Tout ce qui est nommé est déjà ${isOn ? "activé" : "désactivé"}.`,
    done: (isOn, count) =>
      `${isOn ? "Activés" : "Désactivés"}\u00a0: ${count} ${count < 2 ? "workflow" : "workflows"}.`,
    changed: "a changé dans le CRM entre-temps\u00a0: laissé tel quel",
    gone: "n'est plus dans le CRM",
    notRun: "laissé de côté après l'erreur précédente",
    counting: "décompte des fiches",
    switching: "activation",
  },
};
