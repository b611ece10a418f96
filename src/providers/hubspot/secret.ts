import { inspect } from "node:util";

/** A text that no print, log, JSON or inspection shows; only `reveal` gives it. */
export interface Secret {
  readonly reveal: () => string;
  readonly toString: () => string;
  readonly toJSON: () => string;
  readonly [inspect.custom]: () => string;
}

const redacted = "[redacted]";

/** Wraps a token; an access key typed with white space around it is trimmed. */
export function createSecret(text: string): Secret {
  const trimmed = text.trim();
  const hide = (): string => redacted;
  return { reveal: () => trimmed, toString: hide, toJSON: hide, [inspect.custom]: hide };
}
