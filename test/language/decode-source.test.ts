import { describe, expect, test } from "vitest";
import { renderFinding } from "../../src/diagnostics/index.ts";
import { decodeSource, maximumFileBytes } from "../../src/language/index.ts";

const messagesOf = (bytes: Uint8Array): readonly string[] =>
  decodeSource("contract.yaml", bytes).findings.map(
    (item) =>
      `${item.primary.start.line}:${item.primary.start.column} ${item.code} ${renderFinding(item, "en").message}`,
  );
const utf16 = (text: string): Buffer => Buffer.from(text, "utf16le");

describe("the bytes of a file", () => {
  test("are read as UTF-8, with or without a byte-order mark", () => {
    expect(decodeSource("a", Buffer.from("name: café\n")).value?.text).toBe("name: café\n");
    expect(decodeSource("a", Buffer.from("\ufeffname: café\n")).value?.text).toBe("name: café\n");
  });

  test.each([
    ["UTF-16 of Windows", Buffer.concat([Buffer.from([0xff, 0xfe]), utf16("name: demo")])],
    ["UTF-16, big end first", Buffer.concat([Buffer.from([0xfe, 0xff]), utf16("name: demo").swap16()])],
    ["UTF-16 without a mark", utf16("name: demo")],
    ["UTF-16, big end first, without a mark", utf16("name: demo").swap16()],
  ])("in %s are refused", (_, bytes) => {
    expect(messagesOf(bytes)).toEqual(["1:1 SYN005 This file is not UTF-8 text: it is UTF-16"]);
  });

  test("in Latin-1 are refused at the first damaged letter", () => {
    expect(messagesOf(Buffer.from("name: demo\ntitle: café\n", "latin1"))).toEqual([
      "2:11 SYN005 This file is not UTF-8 text: it is probably Latin-1 or Windows-1252",
    ]);
  });

  test("that are no text at all are refused", () => {
    expect(messagesOf(Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06, 0x08]))).toEqual([
      "1:6 SYN005 This file is not UTF-8 text: it is binary data",
    ]);
  });

  test("beyond the limit are refused unread", () => {
    expect(messagesOf(Buffer.alloc(10_000_000, "a"))).toEqual([
      "1:1 SYN003 This file is larger than a contract can be: 10.0 MB > 5 MB",
    ]);
    expect(messagesOf(Buffer.alloc(maximumFileBytes, "a"))).toEqual([]);
  });
});
