export type { Bilingual, Language } from "./language.ts";
export { languages, quote, quoteEach } from "./language.ts";
export type { Position, Span } from "./span.ts";
export { compareSpans, startOfFile } from "./span.ts";
