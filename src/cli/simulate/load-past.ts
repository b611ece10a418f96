import type { Contract } from "../../contract/index.ts";
import type { Language } from "../../diagnostics/index.ts";
import type { JourneyEvent } from "../../journey/index.ts";
import { createVersions } from "../../replay/index.ts";
import { type Fit, fitProfile, type Profile } from "../../simulation/index.ts";
import { exitCodes, fail, type Result, succeed } from "../exit-codes.ts";
import { createFindingLog } from "../replay/finding-log.ts";
import { renderFindings } from "../replay/findings-view.ts";
import { withFile } from "../replay/open-file.ts";
import type { PlacedRow } from "../replay/placed-row.ts";
import { readEvents } from "../replay/read-events.ts";
import type { Terminal } from "../terminal.ts";

/** A profile read off a file of past events (docs/events.md); rows with errors are told and left out. */
export function loadPast(
  file: string,
  contract: Contract,
  { language, terminal }: { readonly language: Language; readonly terminal: Terminal },
): Promise<Result<Profile>> {
  const labelled = { contract, label: contract.version };
  const versions = createVersions({ before: labelled, after: labelled });
  const fitting = fitProfile(versions.after.terms);
  const log = createFindingLog();
  return withFile(file, async (open) => {
    const until = { at: Date.now(), isAsked: false };
    await readEvents(
      open,
      { versions, until, encoding: "utf8", mapping: new Map() },
      { log, onOneSided: () => undefined, onLead: (rows) => fitting.add(rows.flatMap(eventsOf)) },
    );
    terminal.talk(renderFindings(log, language, terminal.talkPaint));
    return profileOf(fitting.end(), file);
  });
}

function eventsOf({ head, after }: PlacedRow): readonly JourneyEvent[] {
  const { at, by, record } = head;
  return after.map((happening) => ({ ...happening, at, record, ...(by === undefined ? {} : { by }) }));
}

function profileOf(fit: Fit | undefined, file: string): Result<Profile> {
  if (fit !== undefined) return succeed(fit.profile);
  return fail(
    exitCodes.findings,
    `${file} holds no lead that can be read: nothing was simulated`,
    "docs/events.md says how past leads are written",
  );
}
