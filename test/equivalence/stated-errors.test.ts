import { describe, expect, test } from "vitest";
import { type Reached, reach } from "./reached-errors.ts";
import { exampleSubject } from "./subject.ts";

const isLong = process.env["REVPACT_TEST"] === "all";
const enough = 0.8;
const patienceMs = 900_000;

const nameOf = ({ clause, error }: Pick<Reached, "clause" | "error">): string =>
  [clause, error.of, error.variant].filter((part) => part !== undefined).join(" ");

describe("the error that a note states", () => {
  test(
    "is reached by some history to four fifths at least: it is no padding",
    () => {
      const subject = exampleSubject("classic-inbound");
      const stated = subject.configuration.notes
        .flatMap(({ clause, errors = [] }) => errors.map((error) => ({ clause, error })))
        .filter(({ error }) => error.lateMinutes > 0);
      const reached = (isLong ? stated : stated.slice(0, 2)).map(({ clause, error }) =>
        reach(subject, clause, error, enough),
      );
      expect(reached.length).toBeGreaterThan(1);
      const short = reached.filter(({ error, lateMinutes }) => lateMinutes < enough * error.lateMinutes);
      expect(short.map((one) => `${nameOf(one)}: ${one.lateMinutes} of ${one.error.lateMinutes} minutes`)).toEqual([]);
    },
    patienceMs,
  );
});
