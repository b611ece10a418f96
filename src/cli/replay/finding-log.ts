import { type ArgsOf, catalogue, type Finding, type FindingArgs, finding, type Span } from "../../diagnostics/index.ts";
import type { EventCode } from "../../events/index.ts";

/** How many findings of one code are told in full; of the others it is known how many there are. */
export const mostPerCode = 100;

/** The findings about a file, however many. */
export interface FindingLog {
  readonly add: (code: EventCode, args: FindingArgs, span: () => Span) => void;
  readonly put: (item: Finding) => void;
  /** The first of each code, in the order in which they were found. */
  readonly findings: () => readonly Finding[];
  readonly counts: () => ReadonlyMap<string, number>;
  readonly hasErrors: () => boolean;
}

/** A log in which nothing is noted yet. */
export function createFindingLog(): FindingLog {
  const kept: Finding[] = [];
  const counts = new Map<string, number>();
  const isKept = (code: string) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return count <= mostPerCode;
  };
  return {
    add: (code, args, span) => {
      // The arguments were typed by the code where the problem was found.
      if (isKept(code)) kept.push(finding(code, span(), args as ArgsOf<EventCode>));
    },
    put: (item) => {
      if (isKept(item.code)) kept.push(item);
    },
    findings: () => kept,
    counts: () => counts,
    hasErrors: () => [...counts.keys()].some((code) => kept.some((item) => item.code === code && isError(item))),
  };
}

const isError = ({ code }: Finding): boolean => catalogue[code].severity === "error";
