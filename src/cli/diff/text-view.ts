import type { Change, Level } from "../../review/index.ts";
import type { Paint } from "../terminal.ts";
import {
  changesOf,
  type Difference,
  type DiffReader,
  levelsOf,
  neededVersion,
  partyNames,
  untold,
} from "./difference.ts";
import { diffWords } from "./words.ts";

/** How it is coloured. */
export interface TextReader extends DiffReader {
  readonly paint: Paint;
}

/** A comparison for a terminal. */
export function renderDiffText(difference: Difference, reader: TextReader): string {
  const { base, head, comparison } = difference;
  const { paint, language } = reader;
  const say = diffWords(language);
  const title = `${paint.bold(head.contract.name)}  ${base.place} ${base.contract.version} → ${head.place} ${head.contract.version}`;
  if (comparison.changes.length === 0) return `${title}\n${say.nothing}\n`;
  const needed = neededVersion(difference);
  const verdict =
    needed === undefined ? [] : [`${say.needs(needed.bump, needed.version)} (${say.says(head.contract.version)})`];
  const sections = levelsOf(difference).flatMap((level) => section(difference, level, reader));
  return `${[title, ...verdict, ...sections, ...hiddenLine(difference, reader)].join("\n")}\n`;
}

function hiddenLine({ comparison, shown, party }: Difference, { language }: DiffReader): readonly string[] {
  const hidden = comparison.changes.length - shown.length;
  return party === undefined || hidden === 0 ? [] : ["", diffWords(language).hidden(hidden, party)];
}

function section(difference: Difference, level: Level, reader: TextReader): readonly string[] {
  const say = diffWords(reader.language);
  const changes = changesOf(difference, level);
  const colour = { breaking: reader.paint.red, minor: reader.paint.yellow, wording: reader.paint.cyan }[level];
  const heading = `${colour(`${say.levels[level]} (${changes.length})`)}  ${reader.paint.dim(say.means[level])}`;
  return ["", heading, ...changes.flatMap((change) => lines(difference, change, reader))];
}

function lines(difference: Difference, change: Change, { language, paint }: TextReader): readonly string[] {
  const say = diffWords(language);
  const detail = (label: string, text: string) => `    ${paint.dim(label.padEnd(8))} ${text}`;
  const pair = untold(change);
  const who = whoIsTouched(difference, change, { language });
  return [
    `  ${change.sentence[language]}`,
    ...(pair === undefined ? [] : [detail(say.was, pair.before[language]), detail(say.now, pair.after[language])]),
    ...(change.witness === undefined ? [] : [detail(say.shows, change.witness[language])]),
    ...(who === "" ? [] : [`    ${who}`]),
    `    ${paint.dim(`${change.clause}  ${change.fingerprint}`)}`,
  ];
}

/** `binds Sales · relieves Marketing`, and what else a reader must know. */
export function whoIsTouched(difference: Difference, change: Change, { language }: DiffReader): string {
  const say = diffWords(language);
  const { bound, relieved, breaksFor } = change;
  // Who is bound is broken with; only who loses without being bound has to be named too.
  const losing = breaksFor.filter((party) => !bound.includes(party));
  const parts: readonly (readonly [string, readonly string[]])[] = [
    [say.binds, bound],
    [say.relieves, relieved],
    [say.breaksFor, losing],
  ];
  return [
    ...parts
      .filter(([, ids]) => ids.length > 0)
      .map(([label, ids]) => `${label} ${partyNames(difference, ids, language)}`),
    ...(change.isCrmOnly ? [say.crm] : []),
    ...(change.isUndecided ? [say.undecided] : []),
  ].join(" · ");
}
