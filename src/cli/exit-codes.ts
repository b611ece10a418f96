/** What the exit code says; an output format never changes it. */
export const exitCodes = {
  done: 0,
  findings: 1,
  changesPending: 2,
  incomplete: 3,
  conflict: 4,
  blocked: 5,
  locked: 6,
  usage: 7,
  unreachable: 8,
  bug: 70,
  interrupted: 130,
} as const;

/** One of the documented exit codes. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** A command that can't go on: what is wrong, what to do next, and the code to end with. */
export interface Failure {
  readonly exitCode: ExitCode;
  readonly message: string;
  readonly help?: string;
}

/** A value, or why there is none. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** Wraps a value. */
export function succeed<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** Wraps a failure. */
export function fail(
  exitCode: ExitCode,
  message: string,
  help?: string,
): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure: { exitCode, message, ...(help === undefined ? {} : { help }) } };
}
