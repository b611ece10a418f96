import type { ExitCode, Result } from "./exit-codes.ts";

/** Runs a command, says why it failed, and keeps its exit code. */
export type Runner = (command: () => Result<ExitCode> | Promise<Result<ExitCode>>) => Promise<void>;
