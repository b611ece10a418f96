import { createInterface } from "node:readline/promises";
import type { Language } from "../../diagnostics/index.ts";
import { exitCodes, fail, type Result, succeed } from "../exit-codes.ts";
import type { Terminal } from "../terminal.ts";

const words = {
  en: { question: "Apply this plan? [y/N] ", yes: /^y(es)?$/i },
  fr: { question: "Appliquer ce plan\u00a0? [o/N] ", yes: /^o(ui)?$/i },
} as const;

/** Asks a person; without a terminal there is nobody to ask, and the flag to use is named. */
export async function confirm(
  terminal: Terminal,
  language: Language,
  question: string = words[language].question,
): Promise<Result<boolean>> {
  if (!terminal.isInteractive || process.stdin.isTTY !== true) {
    return fail(
      exitCodes.usage,
      "there is no terminal to ask on, so nothing was changed",
      "add --yes, or save a plan with revpact plan --out plan.json and apply it with --plan plan.json",
    );
  }
  const reader = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await reader.question(question);
    return succeed(words[language].yes.test(answer.trim()));
  } catch {
    return succeed(false); // Ctrl-C or end of input is a no
  } finally {
    reader.close();
  }
}
