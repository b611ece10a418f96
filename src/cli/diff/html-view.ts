import { textIn } from "../../contract/index.ts";
import type { Change, Level } from "../../review/index.ts";
import { escapeText, type Markup, tag } from "../simulate/page/markup.ts";
import { changesOf, type Difference, type DiffReader, levelsOf, neededVersion, untold } from "./difference.ts";
import { diffStyle } from "./html-style.ts";
import { whoIsTouched } from "./text-view.ts";
import { diffWords } from "./words.ts";

/** Nothing is loaded from anywhere, and nothing runs. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** A comparison as one page that holds everything it needs. */
export function renderDiffHtml(difference: Difference, { language }: DiffReader): string {
  const { head } = difference;
  const say = diffWords(language);
  const title = `${textIn(head.contract, head.contract.title, language)} · ${say.title}`;
  const meta = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="color-scheme" content="light dark">',
    '<meta name="generator" content="revpact">',
    `<title>${escapeText(title)}</title>`,
    `<style>${diffStyle}</style>`,
  ].join("\n");
  const body = [
    tag("h1", {}, title),
    tag(
      "p",
      { class: "lead" },
      `${difference.base.place} ${difference.base.contract.version} → ${head.place} ${head.contract.version}`,
    ),
    ...verdict(difference, { language }),
    ...levelsOf(difference).flatMap((level) => section(difference, level, { language })),
  ].map(({ markup }) => markup);
  return `<!doctype html>\n<html lang="${language}">\n<head>\n${meta}\n</head>\n<body>\n<main>\n${body.join("\n")}\n</main>\n</body>\n</html>\n`;
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
