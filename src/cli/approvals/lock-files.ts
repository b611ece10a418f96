import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Approved, Comparison, Signatory } from "../../review/index.ts";
import { exitCodes, fail, type Result, succeed } from "../exit-codes.ts";
import { listFolder, shownPath } from "../files/find-contract.ts";
import { readBytes } from "../files/load-contract.ts";

/** Where a contract's approvals lie, beside it. */
export const approvalsFolder = "approvals";

/** The file of a party: whoever approves it in the host approves what it lists. */
export function lockFile(folder: string, party: string): string {
  return join(folder, approvalsFolder, `${party}.json`);
}

/** What each party has approved; nothing where there is no folder. A file that says nothing certain is a failure. */
export function readApprovals(folder: string, from: string): Result<readonly Approved[]> {
  const place = join(folder, approvalsFolder);
  if (!existsSync(place)) return succeed([]);
  const approved: Approved[] = [];
  for (const name of listFolder(place).filter((one) => one.endsWith(".json"))) {
    const file = join(place, name);
    const bytes = readBytes(file, from);
    if (!bytes.ok) return bytes;
    const read = readLock(Buffer.from(bytes.value).toString("utf8"));
    if (read === undefined)
      return fail(
        exitCodes.usage,
        `${shownPath(file, from)} is no file of approvals`,
        "write it again with revpact approvals; after a merge, run it instead of deciding by hand",
      );
    approved.push({ ...read, party: name.replace(/\.json$/, "") });
  }
  return succeed(approved);
}

function readLock(text: string): Omit<Approved, "party"> | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    const { version, changes } = Object(parsed);
    if (typeof version !== "string" || !Array.isArray(changes)) return undefined;
    const fingerprints = changes.map((change: unknown) => Object(change).fingerprint);
    return fingerprints.every((one) => typeof one === "string") ? { version, fingerprints } : undefined;
  } catch {
    return undefined;
  }
}

/** The text of a party's file: what it approves, in words, and the fingerprints that bind it. */
export function lockText({ before, after }: Comparison, { id, roles, changes }: Signatory): string {
  const document = {
    formatVersion: 1,
    contract: after.name,
    since: before.version,
    version: after.version,
    party: id,
    roles,
    changes: changes.map(({ fingerprint, level, clause, sentence }) => ({ fingerprint, level, clause, ...sentence })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
