import type { Language } from "../../diagnostics/index.ts";
import { checkAnchor } from "../markdown/escape-markdown.ts";
import { isMarkup, jsonForScript, type Markup, printedText, richHtml } from "./html.ts";

type Printer = (text: string, language: Language) => string | Markup;

const asItIs: Printer = (text) => text;

/** How the strings under a key are printed; under any other key they are prose. */
const printers: Readonly<Record<string, Printer>> = {
  anchor: checkAnchor,
  of: checkAnchor,
  code: asItIs,
  href: asItIs,
  kind: asItIs,
  language: asItIs,
  level: asItIs,
  party: asItIs,
  start: asItIs,
  stage: asItIs,
  id: asItIs,
  from: asItIs,
  to: asItIs,
  style: asItIs,
  shape: asItIs,
  definition: richHtml,
};

/** A copy of a model as templates print it: texts set in the language's typography, data as JSON for a script. */
export function printedModel(value: unknown, language: Language, key = ""): unknown {
  if (typeof value === "string") return (printers[key] ?? printedText)(value, language);
  if (Array.isArray(value)) return value.map((member: unknown) => printedModel(member, language, key));
  if (typeof value !== "object" || value === null || isMarkup(value)) return value;
  // The model has data for a script under this key only, see `CalculatorSection`.
  if (key === "data") return jsonForScript(value);
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, printedModel(member, language, name)]),
  );
}
