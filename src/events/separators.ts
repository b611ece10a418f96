const detected = [",", ";", "\t"] as const;
const known = [...detected, "|"] as const;

/** The sign between cells, and what it should be where the header shows another. */
export interface Separation {
  readonly separator: string;
  readonly likely?: string;
}

/** Finds the separator of a header; one that was asked for counts unless it splits nothing where another would. */
export function detectSeparator(header: string, asked?: string): Separation {
  const count = (separator: string) => countOutsideQuotes(header, separator);
  const best = (candidates: readonly string[]) =>
    candidates.reduce((chosen, one) => (count(one) > count(chosen) ? one : chosen));
  const separator = asked ?? best(detected);
  const likely = best(known);
  return count(separator) === 0 && count(likely) > 0 ? { separator, likely } : { separator };
}

function countOutsideQuotes(text: string, separator: string): number {
  return text.replaceAll(/"[^"]*"/g, "").split(separator).length - 1;
}
