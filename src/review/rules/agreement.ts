import { added, arrow, removed, replaced } from "./rule.ts";

const isNew = ["new, {value}", "ajout, {value}"] as const;
const isGone = ["taken out (was {value})", "suppression (c'était {value})"] as const;

/** Changes of the agreement as a whole: its dates, its people, what they promise, and how it is governed. */
export const agreementRules = {
  "contract-renamed": replaced("breaking", "both", "contract-renamed", ...arrow),
  "version-changed": replaced("wording", "nobody", "version-changed", ...arrow),
  "effective-brought-forward": replaced("minor", "nobody", "effective-postponed", ...arrow),
  "effective-without-notice": replaced(
    "breaking",
    "both",
    "effective-postponed",
    "{before} → {after}, which leaves less than the agreed notice",
    "{before} → {after}, ce qui laisse moins que le préavis convenu",
  ),
  "effective-postponed": replaced(
    "minor",
    "nobody",
    ["effective-brought-forward", "effective-without-notice"],
    ...arrow,
  ),
  "review-moved": replaced("minor", "nobody", "review-moved", ...arrow),
  "language-added": added("minor", "nobody", "language-removed", ...isNew),
  "language-removed": removed("breaking", "both", "language-added", ...isGone),
  "default-language-changed": replaced("wording", "nobody", "default-language-changed", ...arrow),
  "text-changed": replaced("wording", "nobody", "text-changed", ...arrow),
  "text-added": added("wording", "nobody", "text-removed", ...isNew),
  "text-removed": removed("wording", "nobody", "text-added", ...isGone),
  "entry-renamed": replaced(
    "minor",
    "nobody",
    {
      why: "The way back is a rename too, once the older contract says formerly; without it the id is gone and another is new.",
    },
    "id {before} → {after}, known as the same by formerly",
    "identifiant {before} → {after}, reconnu par formerly",
  ),
  "former-ids-noted": replaced("wording", "nobody", "former-ids-noted", ...arrow),

  "party-added": added("breaking", "both", "party-removed", "new", "ajout"),
  "party-removed": removed("breaking", "both", "party-added", "taken out", "suppression"),
  "role-added": added("minor", "nobody", "role-removed", "new", "ajout"),
  "role-removed": removed("minor", "nobody", "role-added", "taken out", "suppression"),
  "role-moved": replaced("breaking", "moves", "role-moved", ...arrow),
  "accountable-changed": replaced("breaking", "moves", "accountable-changed", ...arrow),
  "involved-added": added("minor", "nobody", "involved-removed", ...isNew),
  "involved-removed": removed("breaking", "less", "involved-added", ...isGone),
  "member-added": added("minor", "nobody", "member-removed", ...isNew),
  "member-removed": removed("minor", "nobody", "member-added", ...isGone),
  "backup-changed": replaced("minor", "nobody", "backup-changed", ...arrow),
  "capacity-changed": replaced("minor", "nobody", "capacity-changed", ...arrow),

  "commitment-added": added("breaking", "more", "commitment-removed", ...isNew),
  "commitment-removed": removed("breaking", "less", "commitment-added", ...isGone),
  "commitment-raised": replaced(
    "breaking",
    "more",
    "commitment-lowered",
    "{before} → {after}: more is promised",
    "{before} → {after}\u00a0: l'engagement est plus exigeant",
  ),
  "commitment-lowered": replaced(
    "breaking",
    "less",
    "commitment-raised",
    "{before} → {after}: less is promised",
    "{before} → {after}\u00a0: l'engagement est moins exigeant",
  ),
  "commitment-shifted": replaced("breaking", "both", "commitment-shifted", ...arrow),
  "commitment-measure-changed": replaced("breaking", "both", "commitment-measure-changed", ...arrow),
  "debtor-changed": replaced("breaking", "moves", "debtor-changed", ...arrow),

  "notice-lengthened": replaced("minor", "nobody", "notice-shortened", ...arrow),
  "notice-shortened": replaced("breaking", "both", "notice-lengthened", ...arrow),
  "worst-wait-changed": replaced("minor", "nobody", "worst-wait-changed", ...arrow),
  "approver-added": added("minor", "nobody", "approver-removed", ...isNew),
  "approver-removed": removed("breaking", "both", "approver-added", ...isGone),
  "approval-scope-changed": replaced("breaking", "both", "approval-scope-changed", ...arrow),
  "decision-added": added("minor", "nobody", "decision-removed", "new", "ajout"),
  "decision-removed": removed("minor", "nobody", "decision-added", "taken out", "suppression"),
  "decision-time-changed": replaced("minor", "nobody", "decision-time-changed", ...arrow),
  "review-added": added("minor", "nobody", "review-removed", ...isNew),
  "review-removed": removed("minor", "nobody", "review-added", ...isGone),
  "review-changed": replaced("minor", "nobody", "review-changed", ...arrow),
  "term-added": added("wording", "nobody", "term-removed", "new", "ajout"),
  "term-removed": removed("wording", "nobody", "term-added", "taken out", "suppression"),

  "environment-added": added("wording", "nobody", "environment-removed", "new", "ajout", { isCrmOnly: true }),
  "environment-removed": removed("wording", "nobody", "environment-added", "taken out", "suppression", {
    isCrmOnly: true,
  }),
  "environment-changed": replaced("wording", "nobody", "environment-changed", ...arrow, { isCrmOnly: true }),
  "crm-mapping-changed": replaced("wording", "nobody", "crm-mapping-changed", ...arrow, { isCrmOnly: true }),
} as const;
