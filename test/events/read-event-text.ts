import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { succeed } from "../../src/cli/exit-codes.ts";
import { createFindingLog } from "../../src/cli/replay/finding-log.ts";
import { withFile } from "../../src/cli/replay/open-file.ts";
import type { PlacedRow } from "../../src/cli/replay/placed-row.ts";
import { type EventFileOptions, type RowTotals, readEvents } from "../../src/cli/replay/read-events.ts";
import type { Contract } from "../../src/contract/index.ts";
import type { Finding } from "../../src/diagnostics/index.ts";
import { createVersions, type OneSided } from "../../src/replay/index.ts";

/** What reading a file of events gives. */
export interface EventText {
  readonly findings: readonly Finding[];
  readonly counts: ReadonlyMap<string, number>;
  readonly totals?: RowTotals;
  readonly leads: readonly (readonly PlacedRow[])[];
  readonly oneSided: readonly OneSided[];
}

/** How it is read, where it is not as usual. */
export interface ReadingOptions extends Partial<Omit<EventFileOptions, "versions">> {
  readonly before?: Contract;
}

/** The middle of 2026: the events of tests are before it. */
export const testNow = Date.UTC(2026, 5, 1);

/** Writes a file of events, reads it as `replay` does, and removes it. */
export async function readEventText(
  text: string | Uint8Array,
  contract: Contract,
  { before = contract, ...options }: ReadingOptions = {},
): Promise<EventText> {
  const folder = mkdtempSync(join(tmpdir(), "revpact-events-"));
  const path = join(folder, "events.csv");
  writeFileSync(path, text);
  const versions = createVersions({
    before: { contract: before, label: "before" },
    after: { contract, label: "after" },
  });
  const log = createFindingLog();
  const leads: (readonly PlacedRow[])[] = [];
  const oneSided: OneSided[] = [];
  try {
    const read = await withFile(path, async (file) =>
      succeed(
        await readEvents(
          { ...file, name: "events.csv" },
          { versions, until: { at: testNow, isAsked: false }, encoding: "utf8", mapping: new Map(), ...options },
          { log, onLead: (lead) => leads.push(lead), onOneSided: (one) => oneSided.push(one) },
        ),
      ),
    );
    const totals = read.ok && read.value !== undefined ? { totals: read.value } : {};
    return { findings: log.findings(), counts: log.counts(), leads, oneSided, ...totals };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
