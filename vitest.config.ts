import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Vitest leaves one processor free; on two that would be half the machine.
    maxWorkers: "100%",
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: process.env["GITHUB_ACTIONS"] === undefined ? ["default"] : ["default", "github-actions"],
  },
});
