import type fc from "fast-check";
import { compileContract } from "../../src/contract/index.ts";
import { createSource } from "../../src/language/index.ts";
import { contractOf, type Shape, shapes } from "../journey/random-contract.ts";
import { createSubject, type Subject } from "./subject.ts";

/** The compiled shape, or why no portal can be held to it: `invalid`, or the clause that rests on time alone. */
export type Compiled = Subject | "invalid" | "turns by time";

/** Shapes of contracts whose second stage, if any, is of the same object. */
export const comparableShapes: fc.Arbitrary<Shape> = shapes
  .filter(({ criteria }) => !criteria.includes(turningAlternative))
  .map((shape): Shape => ({ ...shape, existing: "ignore", second: shape.second === "deal" ? "none" : shape.second }));

// Of the criteria of `random-contract.ts`, the one that comes to hold by time alone.
const turningAlternative = 2;

/** The subject of a shape. */
export function subjectOf(shape: Shape): Compiled {
  const { value } = compileContract([createSource("contract.yaml", contractOf(shape))], { asOf: "2027-01-04" });
  return value === undefined ? "invalid" : createSubject(value);
}
