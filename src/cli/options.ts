import { Option } from "commander";
import { type Language, languages } from "../diagnostics/index.ts";

/** `--lang`: the language of findings and plans. */
export function languageOption(preferred: Language): Option {
  return new Option("--lang <language>", "the language of what is printed (also by REVPACT_LANG)")
    .choices([...languages])
    .default(preferred);
}

/** Today in the machine's own time zone, as an ISO date. */
export function today(): string {
  const now = new Date();
  const pad = (part: number) => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
