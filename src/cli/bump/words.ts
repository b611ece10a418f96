/** What `bump` says. */
export const bumpWords = {
  en: {
    nothing: "nothing to bump: both versions say the same",
    done: (before: string, version: string, effective: string) =>
      before === version
        ? `version ${version}, in effect from ${effective}`
        : `version ${before} → ${version}, in effect from ${effective}`,
  },
  fr: {
    nothing: "rien à faire\u00a0: les deux versions disent la même chose",
    done: (before: string, version: string, effective: string) =>
      before === version
        ? `version ${version}, en vigueur le ${effective}`
        : `version ${before} → ${version}, en vigueur le ${effective}`,
  },
} as const;
