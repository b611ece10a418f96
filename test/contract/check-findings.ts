import type { Language, Span } from "../../src/diagnostics/index.ts";
import { renderFinding } from "../../src/diagnostics/index.ts";
import { checkTexts } from "./check-texts.ts";

/** A line that says what is found in the line above it: `#   ^^^^ error CODE: message`, `#   ---- CODE: where it comes from`. */
const annotation = /^#[ ^-]*(?:(?:error|warning|info) )?[A-Z0-9]{3}\d{3}: .*\n?/gm;

/** The contract without its expected findings, checked, with the findings written into it again. */
export function checkFindings(
  annotated: Readonly<Record<string, string>>,
  language: Language = "en",
): Readonly<Record<string, string>> {
  const texts = Object.fromEntries(
    Object.entries(annotated).map(([file, text]) => [file, text.replace(annotation, "")]),
  );
  const notes = checkTexts(texts).findings.flatMap((item) => {
    const { message, related } = renderFinding(item, language);
    return [
      noteOf(item.primary, "^", `${item.severity} ${item.code}: ${message}`),
      ...item.related.map(({ span }, index) => noteOf(span, "-", `${item.code}: ${related[index]}`)),
    ];
  });
  return Object.fromEntries(
    Object.entries(texts).map(([file, text]) => [
      file,
      annotate(
        text,
        notes.filter((note) => note.file === file),
      ),
    ]),
  );
}

interface Note {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

function noteOf({ file, start, end }: Span, sign: "^" | "-", words: string): Note {
  const length = start.line === end.line ? Math.max(1, end.column - start.column) : 1;
  // The # takes the first column: at column 1 it stands for the first sign itself.
  const marks = start.column === 1 ? sign.repeat(length - 1) : " ".repeat(start.column - 2) + sign.repeat(length);
  return { file, line: start.line, text: `#${marks} ${words}` };
}

function annotate(text: string, notes: readonly Note[]): string {
  const lines = text.split("\n");
  return lines
    .flatMap((line, index) => [line, ...notes.filter((note) => note.line === index + 1).map((note) => note.text)])
    .join("\n");
}
