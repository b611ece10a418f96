/** A language that people read: English or French. */
export type Language = "en" | "fr";
