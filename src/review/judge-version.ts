import type { Id, RenamableEntry } from "../contract/index.ts";
import { type Finding, finding, sortFindings } from "../diagnostics/index.ts";
import { renamableSections } from "./align-names.ts";
import type { Comparison } from "./compare/compare-contracts.ts";
import { earliestEffective } from "./compare/header.ts";
import { type Approved, openApprovals } from "./sign-off.ts";
import { bumpNames, compareVersions, parseVersion, versionAfter } from "./version.ts";

/** What is known beside the two versions. */
export interface VersionFacts {
  /** The day on which the change is told, an ISO date. */
  readonly asOf: string;
  readonly approved: readonly Approved[];
}

/** Whether the newer version says honestly how it differs from the older: the family VER, and translations left behind. */
export function judgeVersion(comparison: Comparison, { asOf, approved }: VersionFacts): readonly Finding[] {
  return sortFindings([
    ...numberFindings(comparison),
    ...reusedIds(comparison),
    ...noticeFindings(comparison, asOf),
    ...signOffFindings(comparison, approved),
    ...staleTranslations(comparison),
  ]);
}

/** VER901, VER902, VER903: one of them at most. */
function numberFindings({ before, after, changes, level }: Comparison): readonly Finding[] {
  const [old, now] = [parseVersion(before.version), parseVersion(after.version)];
  const span = after.locate.spanOf(["version"], "value");
  const clause = { clause: "version" };
  if (old === undefined || now === undefined) return [];
  if (compareVersions(now, old) < 0)
    return [finding("VER903", span, { version: after.version, before: before.version }, clause)];
  const needed = level === "none" ? undefined : versionAfter(old, level);
  const least = needed === undefined ? undefined : parseVersion(needed);
  if (needed === undefined || least === undefined || level === "none" || compareVersions(now, least) >= 0) return [];
  const count = changes.filter((change) => change.level === level).length;
  const [first] = changes.filter((change) => change.level === level);
  const args = { version: after.version, before: before.version, needed, count };
  if (level === "breaking")
    return [finding("VER901", span, args, { ...clause, ...(first === undefined ? {} : { witness: first.sentence }) })];
  return [finding("VER902", span, { ...args, bump: bumpNames[level] }, clause)];
}

/** VER904: an id that another entry had before means two things to whoever kept it. */
function reusedIds({ before, after }: Comparison): readonly Finding[] {
  return renamableSections.flatMap((section) => {
    const sections: readonly ReadonlyMap<Id, RenamableEntry>[] = [before[section], after[section]];
    const owners = sections.flatMap((entries) => [...entries.values()]);
    return [...after[section].keys()].flatMap((id) => {
      const owner = owners.find((entry) => entry.id !== id && entry.formerly.includes(id));
      if (owner === undefined) return [];
      const path = [section, id];
      return [finding("VER904", after.locate.spanOf(path, "key"), { id, owner: owner.id }, { clause: path.join(".") })];
    });
  });
}

/** VER906: whoever is bound hears of it too late. */
function noticeFindings({ before, after, level }: Comparison, asOf: string): readonly Finding[] {
  if (level !== "breaking") return [];
  // The notice that was agreed counts, not the one that the change itself brings.
  const earliest = earliestEffective({ ...after, governance: before.governance }, asOf);
  if (earliest === undefined || after.effective >= earliest) return [];
  const span = after.locate.spanOf(["effective"], "value");
  return [finding("VER906", span, { effective: after.effective, earliest, asOf }, { clause: "effective" })];
}

/** VER907: one finding per party that has not approved what concerns it. */
function signOffFindings(comparison: Comparison, approved: readonly Approved[]): readonly Finding[] {
  const { after } = comparison;
  return openApprovals(comparison, approved).map(({ id, missing, stale, otherVersion = "" }) => {
    const span = after.locate.spanOf(["governance", "approvals"], "key");
    const args = { party: id, missing: missing.length, stale: stale.length, otherVersion };
    const [first] = missing;
    return finding("VER907", span, args, {
      clause: `governance.approvals.${id}`,
      ...(first === undefined ? {} : { witness: first.sentence }),
    });
  });
}

/** I18002: a text that changed in one language and not in another. */
function staleTranslations({ after, changes }: Comparison): readonly Finding[] {
  return changes.flatMap(({ clause, staleLanguages = [] }) => {
    if (staleLanguages.length === 0) return [];
    const span = after.locate.spanOf(clause.split("."), "value");
    const changed = after.languages.filter((language) => !staleLanguages.includes(language));
    return [finding("I18002", span, { clause, stale: staleLanguages, changed }, { clause })];
  });
}
