import fc from "fast-check";
import { compileContract } from "../../src/contract/index.ts";
import { createSource } from "../../src/language/index.ts";
import type { LocalPortal } from "../../src/localcrm/index.ts";
import { contractOf, type Shape, shapes } from "../journey/random-contract.ts";
import type { Act } from "./act.ts";
import { historiesOf } from "./random-history.ts";
import { createSubject, preparePortal, type Subject } from "./subject.ts";

/** A contract at random, its portal, and histories of records under it. */
export interface Draw {
  readonly shape: Shape;
  readonly histories: readonly (readonly Act[])[];
}

// Of the criteria of `random-contract.ts`, the one that comes to hold by time alone: no filter is asked again as time passes.
const turningAlternative = 2;

/** Shapes whose records stay of one object and whose criteria hold by what happens, never by time alone. */
const comparable: fc.Arbitrary<Shape> = shapes
  .filter(({ criteria }) => !criteria.includes(turningAlternative))
  .map((shape): Shape => ({ ...shape, existing: "ignore", second: shape.second === "deal" ? "none" : shape.second }));

/** Contracts with so many histories each: to compile one takes as long as to play a dozen. */
export const drawsOf = (size: number): fc.Arbitrary<Draw> =>
  comparable.chain((shape) =>
    fc.record({
      shape: fc.constant(shape),
      histories: fc.array(historiesOf(preparedOf(shape).subject.contract), {
        minLength: 1,
        maxLength: size,
        size: "max",
      }),
    }),
  );

interface Prepared {
  readonly subject: Subject;
  readonly portal: LocalPortal;
}

const prepared = new Map<string, Prepared>();

/** The compiled contract of a shape with its portal; the last ones are kept, for shrinking. */
export function preparedOf(shape: Shape): Prepared {
  const key = JSON.stringify(shape);
  const known = prepared.get(key) ?? prepare(shape);
  if (prepared.size > mostPrepared) prepared.clear();
  prepared.set(key, known);
  return known;
}

const mostPrepared = 8;

function prepare(shape: Shape): Prepared {
  const text = contractOf(shape);
  const { value, findings } = compileContract([createSource("contract.yaml", text)], { asOf: "2027-01-04" });
  if (value === undefined) throw new Error(`${text}\n${findings.map(({ code }) => code).join(" ")}`);
  const subject = createSubject(value);
  return { subject, portal: preparePortal(subject) };
}
