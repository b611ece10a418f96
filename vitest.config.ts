import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Vitest leaves one processor free; on two that would be half the machine.
    maxWorkers: "100%",
    // Modules keep no state of their own, so that files of a worker can share them: a third of the time.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: process.env["GITHUB_ACTIONS"] === undefined ? ["default"] : ["default", "github-actions"],
  },
});
