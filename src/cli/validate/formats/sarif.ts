import { posix } from "node:path";
import {
  type Code,
  catalogue,
  type Finding,
  type Fix,
  type Language,
  renderFinding,
  type Severity,
  type Span,
} from "../../../diagnostics/index.ts";
import type { Report, ReportStyle } from "../report.ts";
import { urlOf } from "./json.ts";

const levels: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note" };

/** SARIF 2.1.0 (OASIS): rules, results with related places, fingerprints and fixes, and what comments suppress. */
export function renderSarif(report: Report, { language }: ReportStyle): string {
  const found = [...report.findings.map((finding) => ({ finding })), ...report.suppressed];
  const codes = [...new Set(found.map(({ finding }) => finding.code))].sort();
  const place = (span: Span) => physicalLocation(span, report.below);
  const results = found.map((one) => ({
    ...resultOf(one.finding, { language, codes, place }),
    // One result with suppressions obliges all (3.27.23): an empty list says "not suppressed".
    suppressions: "reason" in one ? [{ kind: "inSource", status: "accepted", justification: one.reason }] : [],
  }));
  const document = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: { name: "revpact", version: report.version, rules: codes.map((code) => ruleOf(code, language)) },
        },
        automationDetails: { id: "revpact/validate/" },
        columnKind: "unicodeCodePoints",
        language: language === "fr" ? "fr-FR" : "en-US",
        originalUriBaseIds: { ROOT: { description: { text: "The root of the repository." } } },
        results,
      },
    ],
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function ruleOf(code: Code, language: Language) {
  const { name, severity, why } = catalogue[code];
  return {
    id: code,
    name,
    shortDescription: { text: name },
    fullDescription: { text: why[language] },
    help: { text: `revpact explain ${code}` },
    defaultConfiguration: { level: levels[severity] },
    properties: { page: urlOf({ code }) },
  };
}

interface ResultContext {
  readonly language: Language;
  readonly codes: readonly Code[];
  readonly place: (span: Span) => ReturnType<typeof physicalLocation>;
}

function resultOf(item: Finding, { language, codes, place }: ResultContext) {
  const { message, why, help, witness, related } = renderFinding(item, language);
  const text = [message, ...(witness === undefined ? [] : [witness]), why, `→ ${help}`].join("\n");
  return {
    ruleId: item.code,
    ruleIndex: codes.indexOf(item.code),
    level: levels[item.severity],
    message: { text },
    locations: [
      {
        physicalLocation: place(item.primary),
        ...(item.clause === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: item.clause }] }),
      },
    ],
    relatedLocations: item.related.map(({ span }, index) => ({
      id: index + 1,
      physicalLocation: place(span),
      message: { text: related[index] ?? "" },
    })),
    partialFingerprints: { "revpactFinding/v1": item.fingerprint },
    ...(item.fixes.length === 0 ? {} : { fixes: item.fixes.map((fix) => fixOf(fix, language, place)) }),
  };
}

function physicalLocation(span: Span, below: string) {
  return { artifactLocation: artifactOf(span.file, below), region: regionOf(span) };
}

function artifactOf(file: string, below: string) {
  const path = posix.join(below, file).split("/").map(encodeURIComponent).join("/");
  return { uri: path, uriBaseId: "ROOT" };
}

function regionOf({ start, end }: Span) {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function fixOf(fix: Fix, language: Language, place: ResultContext["place"]) {
  const files = [...new Set(fix.edits.map(({ span }) => span.file))];
  return {
    description: { text: fix.title[language] },
    artifactChanges: files.map((file) => {
      const edits = fix.edits.filter(({ span }) => span.file === file);
      const [first] = edits;
      return {
        artifactLocation: first === undefined ? { uri: file } : place(first.span).artifactLocation,
        replacements: edits.map(({ span, text }) => ({ deletedRegion: regionOf(span), insertedContent: { text } })),
      };
    }),
  };
}
