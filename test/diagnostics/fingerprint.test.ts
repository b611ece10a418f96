import fc from "fast-check";
import { expect, test } from "vitest";
import { hashText } from "../../src/diagnostics/fingerprint.ts";

/** FNV-1a of 64 bits as it is defined, in big integers. */
function referenceHash(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let index = 0; index < text.length; index += 1) {
    hash = ((hash ^ BigInt(text.charCodeAt(index))) * 0x100000001b3n) & 0xffffffffffffffffn;
  }
  return hash.toString(16).padStart(16, "0");
}

test.each([
  ["", "cbf29ce484222325"],
  ["a", "af63dc4c8601ec8c"],
  ["foobar", "85944171f73967e8"],
])("the hash of %j is the published one", (text, hash) => {
  expect(hashText(text)).toBe(hash);
});

test("the fast hash is the defined one for any text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(hashText(text)).toBe(referenceHash(text));
    }),
  );
});
