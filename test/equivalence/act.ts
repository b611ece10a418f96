import type { JourneyEvent } from "../../src/journey/index.ts";

/** What somebody does; a repair says of which handoff it is, since on a record each handoff has its own. */
export type Act = JourneyEvent & { readonly about?: string };
