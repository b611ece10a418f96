import type { Paths } from "./paths.ts";
import type { Transport } from "./transport.ts";

/** What every write needs. */
export interface WritePlace {
  readonly transport: Transport;
  readonly paths: Paths;
  readonly sleep: (milliseconds: number) => Promise<void>;
}
