import type { JourneyEvent } from "../../src/journey/index.ts";

/** What somebody does; `about` names the handoff that is repaired, or the stage that is left: each has properties of its own. */
export type Act = JourneyEvent & { readonly about?: string };
