/** The output formats of `diff`, the default first. */
export const diffFormats = ["text", "json", "markdown", "html"] as const;

/** One of them. */
export type DiffFormat = (typeof diffFormats)[number];
