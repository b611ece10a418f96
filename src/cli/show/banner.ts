import type { Language } from "../../diagnostics/index.ts";
import { staleLines } from "../plan/stale-lines.ts";
import { createPaint, type Paint } from "../terminal.ts";
import type { Moves } from "./moves.ts";

const english = {
  unknown: {
    offline: "Whether this plan still fits was not asked (--offline).",
    "no-contract": "Whether this plan still fits is not known: its contract is not here (--contract PATH).",
    unreachable: "Whether this plan still fits is not known: the CRM can't be read.",
  },
  fits: "This plan still fits: nothing it touches has changed since it was made.",
  applied: "This plan was applied.",
  stale: "This plan no longer fits: an apply would refuse it.",
  begun: (count: number) =>
    `An apply of this plan stopped after ${count === 1 ? "1 step" : `${count} steps`}: the same apply again goes on from there.`,
  contract: "the contract has changed since it was made",
};

const french: typeof english = {
  unknown: {
    offline: "La validité de ce plan n'a pas été vérifiée (--offline).",
    "no-contract": "La validité de ce plan n'est pas connue\u00a0: son contrat n'est pas ici (--contract CHEMIN).",
    unreachable: "La validité de ce plan n'est pas connue\u00a0: le CRM ne peut pas être lu.",
  },
  fits: "Ce plan est toujours valable\u00a0: rien de ce qu'il touche n'a changé depuis.",
  applied: "Ce plan a été appliqué.",
  stale: "Ce plan n'est plus valable\u00a0: une application le refuserait.",
  begun: (count) =>
    `Une application de ce plan s'est arrêtée après ${count} ${count < 2 ? "étape" : "étapes"}\u00a0: la même application reprend de là.`,
  contract: "le contrat a changé depuis",
};

/** Whether a plan still fits, and what has changed where it does not. */
export function renderBanner(moves: Moves, view: { readonly language: Language; readonly paint: Paint }): string {
  const { paint } = view;
  const [verdict, ...lines] = bannerLines(moves, view);
  const colour = moves.kind === "fits" || moves.kind === "applied" ? paint.green : paint.yellow;
  return `${[colour(verdict), ...lines].join("\n")}\n\n`;
}

/** The same for a pull request: the verdict as a quotation, the objects in a block where nothing is markup. */
export function renderMarkdownBanner(moves: Moves, language: Language): string {
  const [verdict, ...lines] = bannerLines(moves, { language, paint: createPaint(false) });
  const block = lines.length === 0 ? "" : `\n\`\`\`text\n${lines.join("\n").replaceAll("```", "'''")}\n\`\`\`\n`;
  return `> **${verdict}**\n${block}\n`;
}

function bannerLines(
  moves: Moves,
  view: { readonly language: Language; readonly paint: Paint },
): readonly [string, ...string[]] {
  const words = view.language === "fr" ? french : english;
  switch (moves.kind) {
    case "unknown":
      return [words.unknown[moves.reason]];
    case "fits":
      return [words.fits];
    case "applied":
      return [words.applied];
    case "moved": {
      const { hasContractChanged, objects, done } = moves;
      const isStale = hasContractChanged || objects.length > 0;
      return [
        isStale ? words.stale : words.begun(done),
        ...(isStale && done > 0 ? [`  ${words.begun(done)}`] : []),
        ...(hasContractChanged ? [`  ${view.paint.yellow("!")} ${words.contract}`] : []),
        ...objects.flatMap((one) => staleLines(one, view)),
      ];
    }
    default:
      return moves satisfies never;
  }
}
