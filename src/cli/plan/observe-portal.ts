import type { Contract, Environment } from "../../contract/index.ts";
import type { LiveResource, ProviderReader, Sought } from "../../engine/index.ts";
import {
  type BoundConfiguration,
  bindToPortal,
  factNeeds,
  type HubSpotConfiguration,
  lifecycleStagesIn,
  type RefusedRead,
} from "../../targets/index.ts";
import { type Result, succeed } from "../exit-codes.ts";
import type { OpenPortal } from "../portal/open-portal.ts";
import { describeProviderError } from "../portal/provider-failure.ts";

/** A portal as planning needs it: what it holds, and what the contract becomes in it. */
export interface ObservedPortal {
  readonly bound: BoundConfiguration;
  readonly live: readonly LiveResource[];
  /** Calls that reading the resources took. */
  readonly requests: number;
  /** Asks no more for what the token may not read. */
  readonly reader: ProviderReader;
}

const lookUp = (variable: string): string | undefined => process.env[variable];

/** Reads the portal once: what is sought, what the environment names, and what token and subscription can do. */
export async function observePortal(
  about: { readonly contract: Contract; readonly environment: Environment },
  configuration: HubSpotConfiguration,
  { portal, sought }: { readonly portal: OpenPortal; readonly sought: readonly Sought[] },
): Promise<Result<ObservedPortal>> {
  const [observed, facts, stated] = await Promise.all([
    portal.reader.readAllowed(sought),
    portal.reader.readFacts(factNeeds(about.environment, lookUp)),
    portal.reader.readCapabilities(),
  ]);
  if (!observed.ok) return { ok: false, failure: describeProviderError(observed.error, portal.place) };
  if (!facts.ok) return { ok: false, failure: describeProviderError(facts.error, portal.place) };
  const { resources: live, requests, refused, propertyNames = new Map() } = observed.value;
  const present = new Set(live.filter(({ isArchived }) => !isArchived).map(({ address }) => address));
  const bound = bindToPortal(about, configuration, {
    facts: facts.value,
    capabilities: { ...stated, refused },
    present,
    lookUp,
    propertyNames,
    lifecycleStages: lifecycleStagesIn(live),
  });
  return succeed({ bound, live, requests, reader: narrowed(portal.reader, refused) });
}

/** What was refused once is refused again: an apply leaves it alone, and nothing of it is written. */
function narrowed(reader: ProviderReader, refused: readonly RefusedRead[]): ProviderReader {
  if (refused.length === 0) return reader;
  const isReadable = ({ kind, object }: Sought): boolean =>
    !refused.some((one) => one.kind === kind && (one.object === "" || one.object === object));
  return { ...reader, read: (sought) => reader.read(sought.filter(isReadable)) };
}
