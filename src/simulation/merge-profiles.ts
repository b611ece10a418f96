import type { Profile } from "./profile.ts";

/** What one profile says, and for the rest another; groups by name are joined. */
export function mergeProfiles(first: Profile, rest: Profile): Profile {
  return {
    ...rest,
    ...first,
    staff: joined(first.staff, rest.staff),
    handoffs: joined(first.handoffs, rest.handoffs),
    stages: joined(first.stages, rest.stages),
  };
}

function joined<T>(
  first: ReadonlyMap<string, T> = new Map(),
  rest: ReadonlyMap<string, T> = new Map(),
): ReadonlyMap<string, T> {
  return new Map([...rest, ...first]);
}
