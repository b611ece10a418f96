/** The people of every local portal, and their ids as owners. */
const ownerIds: ReadonlyMap<string, string> = new Map([
  ["marketing@example.test", "101"],
  ["sdr@example.test", "102"],
  ["ae@example.test", "103"],
]);

/** The id of a person as an owner of records; nothing for anybody else. */
export const ownerIdOf = (person: string | undefined): string => ownerIds.get(person ?? "") ?? "";

/** Who an owner is, by the id. */
export const owners: ReadonlyMap<string, string> = new Map([...ownerIds].map(([person, id]) => [id, person]));
