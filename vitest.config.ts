import { defineConfig } from "vitest/config";
import { whatWasLeftOut } from "./test/what-was-left-out.ts";

export default defineConfig({
  test: {
    projects: [
      { extends: true, test: { name: "all", include: ["test/**/*.test.ts"] } },
      // HubSpot's date-based paths: the provider is held to the same tests on both.
      {
        extends: true,
        test: {
          name: "2026-03",
          include: ["test/providers/hubspot/*.test.ts"],
          // Whole contracts in a portal are much work: usually they are applied at one version of the paths.
          exclude:
            process.env["REVPACT_TEST"] === "all"
              ? []
              : ["test/providers/hubspot/contracts.test.ts", "test/providers/hubspot/examples.test.ts"],
          env: { REVPACT_TEST_API: "2026-03" },
        },
      },
    ],
    // Vitest leaves one processor free; on two that would be half the machine.
    // The long tests wait for a browser half of their time: one worker more has something to do meanwhile.
    maxWorkers: process.env["REVPACT_TEST"] === "all" ? 3 : "100%",
    // Modules keep no state of their own, so that files of a worker can share them: a third of the time.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ["default", ...(process.env["GITHUB_ACTIONS"] === undefined ? [] : ["github-actions"]), whatWasLeftOut],
  },
});
