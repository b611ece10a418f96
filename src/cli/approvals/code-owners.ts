import { exitCodes, fail, type Result, succeed } from "../exit-codes.ts";

/** A party's file, from the root of the repository, and whom the host asks for it. */
export interface OwnedFile {
  readonly party: string;
  readonly path: string;
  readonly owner: string | undefined;
}

const [opening, closing] = [
  "# revpact approvals: written by revpact, edit the names only",
  "# end of revpact approvals",
];

/** `marketing=@acme/marketing` by party. */
export function readOwners(written: readonly string[]): Result<ReadonlyMap<string, string>> {
  const owners = new Map<string, string>();
  for (const one of written) {
    const [, party, owner] = /^([a-z0-9-]+)=(\S+(?: \S+)*)$/.exec(one) ?? [];
    if (party === undefined || owner === undefined)
      return fail(
        exitCodes.usage,
        `${one} names no owner of a party`,
        "write it like --owner marketing=@acme/marketing",
      );
    owners.set(party, owner);
  }
  return succeed(owners);
}

/** The owners that stand in a file already: they are kept where no other is given. */
export function ownersIn(text: string): ReadonlyMap<string, string> {
  const block = text.slice(text.indexOf(opening), text.indexOf(closing));
  if (!text.includes(opening)) return new Map();
  const lines = [...block.matchAll(/^\/?(\S*\/)?approvals\/([a-z0-9-]+)\.json +(\S.*)$/gm)];
  return new Map(lines.map(([, , party = "", owner = ""]) => [party, owner.trim()]));
}

/** The lines of the block; a party without an owner stands there as a comment that says what is missing. */
export function ownerLines(files: readonly OwnedFile[]): readonly string[] {
  return files.map(({ party, path, owner }) =>
    owner === undefined ? `# /${path} who approves for ${party}? give --owner ${party}=@NAME` : `/${path} ${owner}`,
  );
}

/** A CODEOWNERS file with the block written anew at its end: the last match counts in a host. */
export function withOwnerBlock(text: string, files: readonly OwnedFile[]): string {
  const start = text.indexOf(opening);
  const end = text.indexOf(closing);
  const rest =
    start >= 0 && end > start ? text.slice(0, start) + text.slice(end + closing.length).replace(/^\r?\n/, "") : text;
  const above = rest.trimEnd();
  return `${above === "" ? "" : `${above}\n\n`}${[opening, ...ownerLines(files), closing].join("\n")}\n`;
}
