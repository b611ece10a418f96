import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { readAssets } from "./render-example.ts";

const root = join(import.meta.dirname, "../..");
const sources = ["document-model", "page-model", "section-model"];

const introduction = `# The view model of the documents

Templates get what this page describes; it is written from the types of \`src/docs\` by a test, so it can't lag behind.
\`modelVersion\` is 1. It grows when a key changes its meaning or goes; new keys may come at any time.

\`revpact docs --templates FOLDER\` lays documents out by your own files. A file of the folder replaces the one of the package
with the same path below \`templates/docs\`; partials of your own go into \`site/partials\` or \`markdown/partials\`. Templates are
Handlebars in strict mode: a key that does not exist is an error, never an empty space. They are trusted code: whoever writes
them can put anything into a page. Texts of the contract can't: they come escaped, for HTML by \`{{ }}\` itself, for Markdown
before the template sees them. \`{{{ }}}\` is never needed.

**Site.** Every page template (\`site/pages/KIND.hbs\`) sees the whole model and, beside it:

| Key | Meaning |
| --- | --- |
| \`page.id\`, \`page.kind\`, \`page.heading\` | which page this is: its file is \`id.html\` |
| \`page.subject\` | the guide, stage or handoff the page is about; null on the others |
| \`page.enforcement\` | how far the CRM holds it; null where there is nothing to say |
| \`figures\` | the pictures of the page: \`title\`, \`svg\` (printed as it is), and the same in words: \`alternative\` (what to call it, or null), \`lines\`, \`table\` |
| \`{{#link anchor}}words{{/link}}\` | a link to wherever the anchor is; the words alone where no page has it |

\`site/layout.hbs\` stands around every page and sees \`frame\` (navigation, languages, search, footer), \`title\`, \`kind\`,
\`contents\` (one page, or all of them in a single file), \`policy\`, \`style\`, \`script\` and \`searchIndex\`.

**Markdown.** \`markdown/document.hbs\` is the whole agreement, \`markdown/pages/*.hbs\` are the pages for readers; they see the model
and \`base\` (the file that anchors are in; empty for the file itself), \`guide\` (of the party the page is for, or null),
\`titles\` and \`files\` (the other files: \`text\`, \`path\`).

`;

/** Every interface and union of the model with its keys, types and comments. */
function describeModel(): string {
  return sources
    .map((name) => {
      const file = join(root, "src/docs", `${name}.ts`);
      const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
      return source.statements.flatMap((statement) => describeStatement(statement, source)).join("\n");
    })
    .join("\n");
}

function describeStatement(statement: ts.Statement, source: ts.SourceFile): readonly string[] {
  if (ts.isInterfaceDeclaration(statement)) {
    const rows = statement.members.filter(ts.isPropertySignature).map((member) => {
      const type = inCell(member.type?.getText(source) ?? "");
      return `| \`${member.name.getText(source)}\` | ${type} | ${commentOf(member)} |`;
    });
    const table = ["| Key | Type | Meaning |", "| --- | --- | --- |", ...rows];
    return [`## ${statement.name.text}\n\n${commentOf(statement)}\n\n${table.join("\n")}\n`];
  }
  if (!ts.isTypeAliasDeclaration(statement)) return [];
  return [`## ${statement.name.text}\n\n${commentOf(statement)}\n\n${inCell(statement.type.getText(source))}\n`];
}

function inCell(type: string): string {
  const plain = type
    .replaceAll(/\/\*\*[\s\S]*?\*\//g, "")
    .replaceAll("readonly ", "")
    .replaceAll(/\s+/g, " ");
  return `\`${plain.replaceAll("|", "\\|")}\``;
}

function commentOf(node: ts.Node): string {
  const [comment] = ts.getJSDocCommentsAndTags(node);
  const text = comment === undefined ? "" : (ts.getTextOfJSDocComment(comment.comment) ?? "");
  return text.replaceAll(/\s+/g, " ").replaceAll("|", "\\|");
}

test("docs/view-model.md describes the model as it is", async () => {
  const templates = Object.keys(readAssets().templates)
    .sort()
    .map((path) => `- \`${path}\``);
  const text = `${introduction}${describeModel()}\n## Templates and styles\n\n${templates.join("\n")}\n`;
  await expect(text).toMatchFileSnapshot(join(root, "docs/view-model.md"));
});
