import { expect, test } from "vitest";
import { within } from "./fuzz.ts";

test("a contract that hangs is stopped and named, and the next one runs", () => {
  const hang = () => {
    for (;;);
  };
  expect(() => within(50, hang)).toThrow(/timed out after 50ms/);
  let calls = 0;
  within(1000, () => {
    calls += 1;
  });
  expect(calls).toBe(1);
});
