import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { type Code, catalogue } from "../../src/diagnostics/index.ts";
import { pages } from "../../src/diagnostics/pages/index.ts";
import { exampleFiles } from "../diagnostics/example-text.ts";
import { projectRoot, revpact } from "./run-command.ts";

const scratch = mkdtempSync(join(tmpdir(), "revpact-gallery-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

interface Exhibit {
  readonly code: Code;
  /** What went wrong between people, in a sentence or two. */
  readonly story: string;
}

/** Mistakes that people make in agreements, not in YAML. */
const mistakes: readonly Exhibit[] = [
  {
    code: "CRI404",
    story: "Two teams agree on two handoffs in two meetings. A lead that fits both is called by both, or by neither.",
  },
  {
    code: "CRI403",
    story:
      "Priorities are written for the leads one thinks of. The others have none, so no deadline ever runs for them.",
  },
  {
    code: "CRI408",
    story: "“More than 500” and “less than 500” sound like everybody. A company of exactly 500 belongs to nobody.",
  },
  {
    code: "CRI405",
    story: "The list is read from the top. Large accounts were added below a line that already takes them.",
  },
  {
    code: "GRA313",
    story: "Sales wants to know the need before it accepts a lead, and is the only one who ever asks for it.",
  },
  {
    code: "GRA305",
    story:
      "Nurture wakes contacts up after a year, and the first stage puts them back to sleep. They go round, counted as new each time.",
  },
  {
    code: "GRA311",
    story:
      "Three weeks sound longer than fifteen business days and two more for the manager. Over a weekend too many they are not.",
  },
  {
    code: "SLA505",
    story:
      "A lead may be refused as unreachable after ten business days of trying, and the decision is due the same morning.",
  },
  {
    code: "SLA506",
    story: "One business day sounds like tomorrow. From a Thursday at closing time it lasts until Monday.",
  },
  {
    code: "SLA509",
    story:
      "Two steps were written as they came to mind: the head of sales hears of a late lead two hours before the person in charge.",
  },
  {
    code: "OWN608",
    story: "When the deadline is missed, the team that missed it is told. Nobody else ever hears of it.",
  },
  {
    code: "FBK706",
    story:
      "Whoever says “not now” rests in nurture, clicks on a newsletter that evening, and is called again the next morning.",
  },
];

/** One of each other family that no schema of shapes would find. */
const others: readonly Exhibit[] = [
  {
    code: "SYN004",
    story: "`off` is a word to some YAML tools and false to others: the same contract would say two things.",
  },
  { code: "SCH109", story: "“1 day” on a 9-to-5 calendar is 24 hours, or three working days. Both sides nod." },
  { code: "REF205", story: "Two names that the eye takes for one another are two rules that people quote as one." },
  { code: "CRM809", story: "Criteria ask for a score that the scoring tool writes somewhere else." },
  {
    code: "VER908",
    story: "An exception was granted until a day that has passed, for a finding that is no longer there.",
  },
  { code: "I18004", story: "The glossary says what to call a lead, and the next page calls it something else." },
];

async function exhibit({ code, story }: Exhibit): Promise<string> {
  const page = pages[code];
  const folder = mkdtempSync(join(scratch, "case-"));
  for (const [file, bytes] of exampleFiles(page.form, page.fails)) writeFileSync(join(folder, file), bytes);
  const run = await revpact(
    ["validate", "--select", code, "--show", "info", "--format", "pretty", "--as-of", "2027-01-04"],
    { cwd: folder },
  );
  // Of several findings of the code, the weightiest: the others are the same seen elsewhere.
  const blocks = run.out.split(/\n\n/).filter((block) => block.includes(` ${code} `));
  const found = blocks.find((block) => !/ {2}info {2}/.test(block)) ?? blocks[0] ?? "";
  expect(found).toContain(code);
  const printed = found
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
  return `### ${page.title.en} (${code} ${catalogue[code].name})\n\n${story}\n\n\`\`\`yaml\n${page.fails.trimEnd()}\n\`\`\`\n\n\`\`\`\n${printed}\n\`\`\`\n`;
}

test("the gallery shows every finding as it is printed today", async () => {
  const [first, second] = await Promise.all([mistakes, others].map((list) => Promise.all(list.map(exhibit))));
  const text = `# A gallery of mistakes

What \`revpact validate\` finds in agreements that every schema of shapes would pass. Each exhibit shows the entries that
matter, put into a small sound contract, and the finding as it is printed: with the lead, the path or the date that proves it.
This page is written by a test (\`npx vitest run test/cli/gallery -u\`), so it is what the program says.

## Mistakes of revenue contracts

${(first ?? []).join("\n")}
## One of each other family

${(second ?? []).join("\n")}`;
  await expect(text).toMatchFileSnapshot(join(projectRoot, "docs/gallery.md"));
}, 60_000);
