/** Resolves when somebody presses Ctrl-C or the system asks the program to end. */
export function interruption(): Promise<void> {
  return new Promise((done) => {
    process.once("SIGINT", done);
    process.once("SIGTERM", done);
  });
}
