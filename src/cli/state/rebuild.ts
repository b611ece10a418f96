import type { Contract, Environment } from "../../contract/index.ts";
import { emptyLedger, type LiveResource, type RebuiltLedger, rebuildLedger, soughtBy } from "../../engine/index.ts";
import { hubspotSemantics } from "../../providers/hubspot/index.ts";
import { compileHubSpot } from "../../targets/index.ts";
import { type Result, succeed } from "../exit-codes.ts";
import { observePortal } from "../plan/observe-portal.ts";
import { type OpenPortal, openPortal } from "../portal/open-portal.ts";
import { describeProviderError } from "../portal/provider-failure.ts";
import type { Terminal } from "../terminal.ts";

interface About {
  readonly contract: Contract;
  readonly environment: Environment;
  readonly folder: string;
}

/** Reads the portal and tells what of it is this contract's. */
export async function rebuild(about: About, terminal: Terminal): Promise<Result<RebuiltLedger>> {
  const portal = await openPortal(about.environment, about.folder, terminal);
  if (!portal.ok) return portal;
  try {
    return await recognise(about, portal.value);
  } finally {
    await portal.value.close();
  }
}

async function recognise({ contract, environment }: About, portal: OpenPortal): Promise<Result<RebuiltLedger>> {
  const { portalId } = portal.identity;
  const configuration = compileHubSpot(contract, environment);
  const sought = soughtBy(configuration.resources, emptyLedger(portalId, contract.name));
  const observed = await observePortal({ contract, environment }, configuration, { portal, sought });
  if (!observed.ok) return observed;
  const { bound, live, reader } = observed.value;
  const others = await readOthers(sought, { ...portal, reader });
  if (!others.ok) return others;
  return succeed(
    rebuildLedger({
      ...{ contract: contract.name, portalId, desired: bound.resources, live, others: others.value },
      semantics: hubspotSemantics,
    }),
  );
}

/** Properties that the contract does not declare: whether they carry its mark shows only when they are read. */
async function readOthers(
  sought: ReturnType<typeof soughtBy>,
  { reader, place }: OpenPortal,
): Promise<Result<readonly LiveResource[]>> {
  const properties = sought.filter(({ kind }) => kind === "property");
  const seen = await reader.read(properties);
  if (!seen.ok) return { ok: false, failure: describeProviderError(seen.error, place) };
  const known = new Set(properties.map(({ address }) => address));
  const others = [...(seen.value.propertyNames ?? new Map<string, readonly string[]>())].flatMap(([object, names]) =>
    names
      .map((name) => ({ kind: "property" as const, object, name, address: `property:${object}/${name}` }))
      .filter(({ address }) => !known.has(address)),
  );
  const read = await reader.read(others);
  return read.ok ? succeed(read.value.resources) : { ok: false, failure: describeProviderError(read.error, place) };
}
