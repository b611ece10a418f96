import { type ExitCode, exitCodes, type Result, succeed } from "../exit-codes.ts";
import type { Terminal } from "../terminal.ts";
import { compareDocuments, talkOfDifferences, writeDocuments } from "./document-files.ts";
import { type DocsOptions, type DocumentSet, renderAll } from "./render-contracts.ts";
import { serveDocuments } from "./serve.ts";

/** Renders the documents of every contract found; nothing is written before all are rendered, and each file is whole. */
export async function runDocs(options: DocsOptions, terminal: Terminal): Promise<Result<ExitCode>> {
  if (options.action.kind === "serve") return serveDocuments(options, options.action.port, terminal);
  const sets = await renderAll(options, terminal);
  if (!sets.ok) return sets;
  switch (options.action.kind) {
    case "print":
      for (const file of sets.value.flatMap(({ files }) => files)) terminal.out(file.text);
      return succeed(exitCodes.done);
    case "check": {
      const differences = sets.value.flatMap(compareDocuments);
      talkOfDifferences(differences, terminal);
      return succeed(differences.length === 0 ? exitCodes.done : exitCodes.changesPending);
    }
    case "write":
      return writeAll(sets.value, terminal);
    default:
      return options.action satisfies never;
  }
}

function writeAll(sets: readonly DocumentSet[], terminal: Terminal): Result<ExitCode> {
  for (const set of sets) {
    const written = writeDocuments(set, terminal);
    if (!written.ok) return written;
  }
  return succeed(exitCodes.done);
}
