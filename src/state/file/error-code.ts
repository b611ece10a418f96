/** Node's code of an error, such as `ENOENT`. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

/** Why a file could not be used, in Node's words. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : "unknown error";
}
