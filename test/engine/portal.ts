import { createHash } from "node:crypto";
import type {
  JsonObject,
  Ledger,
  LiveResource,
  Plan,
  Resource,
  ResourceKind,
  Semantics,
} from "../../src/engine/index.ts";
import { emptyLedger, plan } from "../../src/engine/index.ts";

/** Plain meanings for tests of the engine alone: options and stages have keys, `displayOrder` counts for nothing. */
export const semantics: Semantics = {
  normalise: ({ attributes }) => {
    const { displayOrder: _, ...rest } = attributes;
    return rest;
  },
  keysOf: (kind, attribute) => {
    if (kind === "property" && attribute === "options") return ["value"];
    return kind === "pipeline" && attribute === "stages" ? ["id"] : [];
  },
  fixedAttributes: (kind) => (kind === "property" ? ["type"] : []),
  isMarked: (kind) => kind === "property" || kind === "workflow",
  createBatch: (kind) => (kind === "property" ? 100 : 1),
};

export const hash = (text: string): string => createHash("sha256").update(text).digest("hex");

export const marker = "Made for Acme. revpact:acme · stages.mql";

export function resource(name: string, attributes: JsonObject = {}, rest: Partial<Resource> = {}): Resource {
  const kind: ResourceKind = rest.kind ?? "property";
  return {
    ...{ kind, address: `${kind}:contacts/${name}`, object: "contacts", name, dependsOn: [], isAdopted: false },
    ...{ clause: "stages.mql", purpose: { en: "Stage", fr: "Étape" } },
    attributes: kind === "property" ? { description: marker, ...attributes } : attributes,
    ...rest,
  };
}

export function live(desired: Resource, attributes: JsonObject = {}, rest: Partial<LiveResource> = {}): LiveResource {
  const { kind, address, object, name } = desired;
  const all = { ...desired.attributes, ...attributes };
  return { kind, address, object, name, attributes: all, isArchived: false, isReadOnly: false, ...rest };
}

export function ledgerOf(resources: readonly Resource[]): Ledger {
  const entries = resources.map((one): [string, Ledger["entries"][string]] => {
    const { kind, object, name } = one;
    return [one.address, { kind, object, name, attributes: semantics.normalise(one) }];
  });
  return { ...emptyLedger("42", "acme"), entries: Object.fromEntries(entries) };
}

export function planOf(
  desired: readonly Resource[],
  lives: readonly LiveResource[] = [],
  ledger: Ledger = emptyLedger("42", "acme"),
): Plan {
  return plan({
    ...{ contract: "acme", desired, live: lives, ledger, semantics, hash, requests: 3 },
    ...{ tool: { version: "0.1.0" }, environment: "local", contractVersion: "1.0.0", contractDigest: "0".repeat(64) },
    ...{
      portal: { portalId: "42", accountType: "STANDARD", timeZone: "Europe/Paris" },
      manual: [],
      contractChanges: [],
    },
  });
}
