import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folders: string[] = [];

/** Runs the real configuration over a small project that holds only these files. */
function cruise(files: Readonly<Record<string, string>>): { readonly status: number | null; readonly output: string } {
  const folder = mkdtempSync(join(tmpdir(), "revpact-imports-"));
  folders.push(folder);
  for (const name of [".dependency-cruiser.cjs", "tsconfig.json", "package.json"])
    cpSync(join(root, name), join(folder, name));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const binary = join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [binary, "--config", ".dependency-cruiser.cjs", "src"],
    { cwd: folder, encoding: "utf8" },
  );
  return { status, output: `${stdout}${stderr}` };
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe("the check of import directions sees", () => {
  const clean = {
    "src/diagnostics/index.ts": "export const finding = 1;\n",
    "src/calendar/index.ts": 'export { finding } from "../diagnostics/index.ts";\n',
  };

  test("nothing wrong in imports that follow the order", () => {
    const { status, output } = cruise(clean);
    expect(output).toContain("no dependency violations found");
    expect(output).toMatch(/[1-9] modules/); // a checker that reads no file would be content too
    expect(status).toBe(0);
  });

  test.each([
    [
      "an import against the order",
      "diagnostics-imports-only-from-folders-before-it",
      {
        "src/diagnostics/index.ts": 'export { due } from "../calendar/index.ts";\n',
        "src/calendar/index.ts": "export const due = 1;\n",
      },
    ],
    [
      "a folder entered past its index",
      "enter-a-folder-through-its-index",
      {
        ...clean,
        "src/diagnostics/span.ts": "export const span = 1;\n",
        "src/criteria/index.ts": 'export { span } from "../diagnostics/span.ts";\n',
      },
    ],
    [
      "a platform module in a pure folder",
      "pure-folders-touch-no-platform",
      { ...clean, "src/docs/index.ts": 'import { readFileSync } from "node:fs";\nexport const read = readFileSync;\n' },
    ],
    [
      "the local CRM reaching into the rest",
      "the-local-crm-stands-alone",
      { ...clean, "src/localcrm/index.ts": 'export { finding } from "../diagnostics/index.ts";\n' },
    ],
    [
      "a ring of imports",
      "no-cycles",
      {
        "src/docs/index.ts": 'export { b } from "./b.ts";\n',
        "src/docs/b.ts": 'import "./index.ts";\nexport const b = 1;\n',
      },
    ],
  ])("%s", (_name, rule, files) => {
    const { status, output } = cruise(files);
    expect(output).toContain(rule);
    expect(status).not.toBe(0);
  });
});
