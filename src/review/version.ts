import type { Level } from "./rules/index.ts";

/** The three numbers of a version. */
export type VersionNumbers = readonly [major: number, minor: number, patch: number];

/** `2.1.0` in numbers; undefined where it is no such version. */
export function parseVersion(version: string): VersionNumbers | undefined {
  const [, major, minor, patch] = /^(\d+)\.(\d+)\.(\d+)$/.exec(version) ?? [];
  return major === undefined ? undefined : [Number(major), Number(minor), Number(patch)];
}

/** Negative, 0 or positive as the first is the older one. */
export function compareVersions(one: VersionNumbers, other: VersionNumbers): number {
  return one[0] - other[0] || one[1] - other[1] || one[2] - other[2];
}

/** What each level moves. */
export const bumpNames = { breaking: "major", minor: "minor", wording: "patch" } as const;

/** The least version that tells of a change of a level. Below 1.0.0 nothing is promised yet: a break moves the second number. */
export function versionAfter([major, minor, patch]: VersionNumbers, level: Level): string {
  switch (level) {
    case "breaking":
      return major === 0 ? `0.${minor + 1}.0` : `${major + 1}.0.0`;
    case "minor":
      return `${major}.${minor + 1}.0`;
    case "wording":
      return `${major}.${minor}.${patch + 1}`;
    default:
      return level satisfies never;
  }
}
