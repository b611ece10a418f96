import { notFound } from "../http/problems.ts";
import type { Problem } from "../http/reply.ts";
import type { Store } from "../store/store.ts";

/** Texts, numbers, words and signs; white space between them says nothing. */
const token = /"[^"]*"|'[^']*'|\d+(?:\.\d+)?|[A-Za-z_]\w*|[<>!=]=|\S/g;

const keywords = new Set(["if", "then", "else", "elseif", "endif", "and", "or", "not", "true", "false"]);

/** A word as HubSpot keeps it: texts in single quotes, everything else in lower case. */
function canonicalToken(text: string): string {
  return /^["']/.test(text) ? `'${text.slice(1, -1)}'` : text.toLowerCase();
}

function isGlued(before: string | undefined, after: string): boolean {
  if (before === undefined || before === "(" || after === ")" || after === ",") return true;
  return after === "(" && /^[a-z_]\w*$/.test(before) && !keywords.has(before);
}

/** A formula as HubSpot gives it back, whatever its spacing, quotes and letters were. Of HubSpot's own rules no more is known. */
export function canonicalFormula(written: string): string {
  const tokens = (written.match(token) ?? []).map(canonicalToken);
  return tokens.map((text, index) => `${isGlued(tokens[index - 1], text) ? "" : " "}${text}`).join("");
}

/** 404 for a formula that names a property which is not there. A word before a bracket is a function. */
export function checkFormula(store: Store, objectTypeId: string, formula: string | undefined): Problem | undefined {
  const tokens = (formula?.match(token) ?? []).map(canonicalToken);
  const names = tokens.filter(
    (text, index) => /^[a-z_]/.test(text) && !keywords.has(text) && tokens[index + 1] !== "(",
  );
  const unknown = names.find((name) => store.get("properties", objectTypeId, name)?.archived !== false);
  return unknown === undefined ? undefined : notFound(`Property '${unknown}' does not exist`);
}
