import { textIn } from "../../contract/index.ts";
import type { Change, Level } from "../../review/index.ts";
import { type Markup, tag } from "../formats/markup.ts";
import { renderSinglePage } from "../formats/single-page.ts";
import { changesOf, type Difference, type DiffReader, levelsOf, neededVersion, untold } from "./difference.ts";
import { diffStyle } from "./html-style.ts";
import { whoIsTouched } from "./text-view.ts";
import { diffWords } from "./words.ts";

/** A comparison as one page that holds everything it needs. */
export function renderDiffHtml(difference: Difference, { language }: DiffReader): string {
  const { head } = difference;
  const say = diffWords(language);
  const title = `${textIn(head.contract, head.contract.title, language)} · ${say.title}`;
  const body = [
    tag("h1", {}, title),
    tag(
      "p",
      { class: "lead" },
      `${difference.base.place} ${difference.base.contract.version} → ${head.place} ${head.contract.version}`,
    ),
    ...verdict(difference, { language }),
    ...levelsOf(difference).flatMap((level) => section(difference, level, { language })),
  ];
  return renderSinglePage({ language, title, style: diffStyle, body });
}

function verdict(difference: Difference, { language }: DiffReader): readonly Markup[] {
  const say = diffWords(language);
  if (difference.shown.length === 0) return [tag("p", {}, say.nothing)];
  const needed = neededVersion(difference);
  const cards = levelsOf(difference).map((level) =>
    tag(
      "li",
      { class: `card ${level}` },
      tag("b", {}, String(changesOf(difference, level).length)),
      tag("span", {}, say.levels[level]),
    ),
  );
  const sentence =
    needed === undefined
      ? []
      : [tag("p", {}, `${say.needs(needed.bump, needed.version)} (${say.says(difference.head.contract.version)})`)];
  return [tag("ul", { class: "cards" }, ...cards), ...sentence];
}

function section(difference: Difference, level: Level, reader: DiffReader): readonly Markup[] {
  const say = diffWords(reader.language);
  return [
    tag("h2", {}, say.levels[level]),
    tag("p", { class: "lead" }, say.means[level]),
    ...changesOf(difference, level).map((change) => article(difference, change, reader)),
  ];
}

function article(difference: Difference, change: Change, { language }: DiffReader): Markup {
  const say = diffWords(language);
  const pair = untold(change);
  const who = whoIsTouched(difference, change, { language });
  const rows: readonly (readonly [string, string])[] = [
    ...(pair === undefined
      ? []
      : [[say.was, pair.before[language]] as const, [say.now, pair.after[language]] as const]),
    ...(change.witness === undefined ? [] : [[say.shows, change.witness[language]] as const]),
  ];
  return tag(
    "article",
    { class: change.level, id: change.fingerprint },
    tag("h3", {}, change.sentence[language]),
    ...(who === "" ? [] : [tag("p", { class: "who" }, who)]),
    ...(rows.length === 0
      ? []
      : [tag("dl", {}, ...rows.flatMap(([term, text]) => [tag("dt", {}, term), tag("dd", {}, text)]))]),
    tag("p", { class: "clause" }, tag("code", {}, change.clause)),
  );
}
