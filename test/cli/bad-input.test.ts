import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  createFolder,
  expectNoTrace,
  expectRefusal,
  folderWithContract,
  revpact,
  smallContract,
} from "./run-command.ts";

const aliasBomb = Array.from({ length: 9 }, (_, level) => {
  const inner = Array.from({ length: 10 }, () => (level === 0 ? "x" : `*a${level - 1}`)).join(",");
  return `a${level}: &a${level} [${inner}]\n`;
}).join("");
const manyKeys = `fields:\n${Array.from({ length: 100_000 }, (_, key) => `  k${key}: { type: text }\n`).join("")}`;
const half = smallContract.replace("scope:", "<<<<<<< ours\n=======\n>>>>>>> theirs\nscope:");

describe("a contract that can't be read", () => {
  test.each<[string, string | Uint8Array, RegExp]>([
    ["broken YAML", "revpact: 1\nname: [a\nstages: {\n", /contract\.yaml:\d+:\d+: SYN001/],
    ["a binary file", new Uint8Array(9000).map((_, index) => (index * 7) % 256), /SYN00\d/],
    ["UTF-16", Buffer.from(`\ufeff${smallContract}`, "utf16le"), /SYN005 .*UTF-16/],
    ["an empty file", "", /SCH108/],
    ["10 MB of text", `${smallContract}${"# filler\n".repeat(1_200_000)}`, /SYN003 .*10\.\d MB > 5 MB/],
    ["100,000 keys", manyKeys, /SCH102 A contract needs "stages"/],
    ["400 nested keys", `${"? ".repeat(400)}a`, /SCH102|SYN/],
    ["an alias bomb", aliasBomb, /SCH102|SYN/],
    ["conflict markers", half, /SYN001 .*merge conflict/],
  ])(
    "%s is named with its place, and nothing is planned or written",
    { timeout: 60_000 },
    async (_, content, finding) => {
      const folder = createFolder();
      writeFileSync(join(folder, "contract.yaml"), content);
      const planned = await revpact(["plan"], { cwd: folder });
      expectRefusal(planned, 1, [finding, "contract.yaml has errors: nothing was done", "revpact validate"]);
      expect(planned.out).toBe("");
      const checked = await revpact(["validate"], { cwd: folder });
      expect(checked.code).toBe(1);
      expectNoTrace(checked);
      expect(readdirSync(folder)).toEqual(["contract.yaml"]);
    },
  );

  test("is not looked for where no folder is", async () => {
    const folder = createFolder();
    for (const command of ["validate", "docs", "plan", "apply"])
      expectRefusal(await revpact([command, "nowhere"], { cwd: folder }), 7, ["no file or folder nowhere"]);
    expectRefusal(await revpact(["plan"], { cwd: folder }), 7, ["no contract.yaml"]);
  });
});

describe("a place that can't be written", () => {
  const folder = folderWithContract();
  const run = (...args: readonly string[]) => revpact(args, { cwd: folder });

  test("is named by docs and plan, and left as it was", async () => {
    for (const args of [
      ["docs", "--out", "contract.yaml/docs"],
      ["plan", "--out", "contract.yaml/plan.json"],
    ])
      expectRefusal(await run(...args), 7, [/contract\.yaml\/\S+ can't be written \(ENOTDIR\)/, "a file stands where"]);
  });

  // The system itself refuses folders below /proc, whoever asks: what a read-only disk does to an ordinary user.
  test.runIf(process.platform === "linux")("ends docs at once even where the system takes no folders", async () => {
    expectRefusal(await run("docs", "--out", "/proc/docs"), 7, ["/proc/docs/", "can't be written (ENOENT)"]);
  });

  test("is named where the local CRM would keep its portal", async () => {
    const blocked = folderWithContract();
    writeFileSync(join(blocked, ".revpact"), "not a folder");
    expectRefusal(await revpact(["plan"], { cwd: blocked }), 7, [/\.revpact\S* can't be written/, "permissions"]);
    expectRefusal(await revpact(["apply", "--yes"], { cwd: blocked }), 7, [/\.revpact\S* can't be written/]);
  });

  test("is named where apply keeps its notes, before the CRM is written to", async () => {
    expect((await run("plan")).code).toBe(0);
    mkdirSync(join(folder, ".revpact", "local", "ledger.json"));
    expectRefusal(await run("apply", "--yes"), 7, ["ledger.json can't be read"]);
  });
});

describe("an option that does not exist", () => {
  const folder = folderWithContract();

  test.each([
    [["plan", "-e", "locl"], "did you mean local"],
    [["docs", "--lang", "xx"], "choose among en, fr"],
    [["plan", "--format", "pdf"], "text, json, markdown"],
    [["crm", "start", "--port", "99999"], "A port is a number"],
    [["paln"], "Did you mean plan"],
  ])("%j is refused with what there is", async (args, words) => {
    const refused = await revpact(args, { cwd: folder });
    expect(refused.code).toBe(7);
    expect(refused.talk).toContain(words);
    expectNoTrace(refused);
  });
});
