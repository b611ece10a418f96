import type { Reporter } from "vitest/node";
import { openApiFolder } from "./targets/hubspot-openapi.ts";

/** Says in the last line of a run that HubSpot's descriptions were not at hand, where tests wanted them. */
export const whatWasLeftOut: Reporter = {
  onTestRunEnd: (modules) => {
    const wanted = modules.filter(({ moduleId }) => /hubspot-(openapi|conformance)\.test\.ts$/.test(moduleId));
    if (wanted.length === 0 || openApiFolder() !== undefined) return;
    process.stdout.write(
      "HubSpot's API descriptions are not at hand (REVPACT_HUBSPOT_OPENAPI names their folder): nothing was compared with them.\n",
    );
  },
};
