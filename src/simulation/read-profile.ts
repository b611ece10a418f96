import type { Contract } from "../contract/index.ts";
import { type Finding, finding, hasErrors, sortFindings } from "../diagnostics/index.ts";
import { checkShape, childOf, type Node, parse, type Source, spanOf } from "../language/index.ts";
import type { EffortProfile, HandoffProfile, KindProfile, Profile, StageProfile } from "./profile.ts";
import {
  defined,
  durationAt,
  effortAt,
  entriesOf,
  type Reading,
  readShare,
  shareAt,
  textOf,
} from "./profile-reading.ts";
import { readArrivals } from "./read-arrivals.ts";
import { readFieldShares, readSignalShares } from "./read-values.ts";

/** A profile as it was read; absent where something is an error. */
export interface ProfileReading {
  readonly value?: Profile;
  readonly findings: readonly Finding[];
}

/** Reads a profile of a contract's leads and people. */
export function readProfile(source: Source, contract: Contract): ProfileReading {
  const parsed = parse(source);
  if (parsed.value === undefined || hasErrors(parsed.findings)) return { findings: parsed.findings };
  const shape = checkShape(parsed.value, "profile");
  const findings: Finding[] = [...parsed.findings, ...shape];
  if (hasErrors(shape)) return { findings: sortFindings(findings) };
  const reading: Reading = { contract, findings };
  checkName(reading, childOf(parsed.value, "profileOf"));
  const value = readAll(reading, parsed.value);
  const sorted = sortFindings(findings);
  return hasErrors(sorted) ? { findings: sorted } : { findings: sorted, value };
}

function checkName({ contract, findings }: Reading, node: Node | undefined): void {
  const name = textOf(node);
  if (node === undefined || name === contract.name) return;
  const args = { kind: "contract" as const, name, suggestion: contract.name, known: [contract.name] };
  findings.push(finding("REF201", spanOf(node), args));
}

function readAll(reading: Reading, root: Node): Profile {
  const { contract } = reading;
  const leads = childOf(root, "leads");
  const fields = childOf(root, "fields");
  const signals = childOf(root, "signals");
  const effort = childOf(root, "effort");
  const comeback = childOf(root, "comingBack");
  const part = (key: string) => childOf(root, key);
  return {
    ...readArrivals(reading, part("arrivals")),
    ...(leads?.kind === "list" ? { leads: leads.items.map((one) => readKind(reading, one)) } : {}),
    ...(fields === undefined ? {} : { fields: readFieldShares(reading, fields) }),
    ...(signals === undefined ? {} : { signals: readSignalShares(reading, signals) }),
    ...(comeback === undefined ? {} : readComeback(reading, comeback)),
    ...(effort === undefined ? {} : { effort: readEffort(reading, effort) }),
    staff: readNamed(reading, part("staff"), {
      kind: "role",
      names: contract.roles,
      read: (node) => Number(textOf(node)),
    }),
    handoffs: readNamed(reading, part("handoffs"), {
      kind: "handoff",
      names: contract.handoffs,
      read: (node) => readHandoff(reading, node),
    }),
    stages: readNamed(reading, part("stages"), {
      kind: "stage",
      names: contract.stages,
      read: (node) => readStage(reading, node),
    }),
  };
}

function readNamed<T>(
  reading: Reading,
  node: Node | undefined,
  {
    kind,
    names,
    read,
  }: {
    readonly kind: "role" | "handoff" | "stage" | "reason";
    readonly names: ReadonlyMap<string, unknown>;
    readonly read: (node: Node) => T;
  },
): ReadonlyMap<string, T> {
  const known = new Set(names.keys());
  return new Map(entriesOf(reading, node, { kind, names: known }).map(([name, value]) => [name, read(value)] as const));
}

function readKind(reading: Reading, node: Node): KindProfile {
  return {
    label: textOf(childOf(node, "label")),
    share: shareAt(reading, node, "share") ?? 0,
    fields: readFieldShares(reading, childOf(node, "fields")),
    signals: readSignalShares(reading, childOf(node, "signals")),
  };
}

function readComeback(reading: Reading, node: Node): Pick<Profile, "comeback"> {
  const share = shareAt(reading, node, "share");
  const after = durationAt(reading, node, "after");
  return share === undefined || after === undefined ? {} : { comeback: { share, after } };
}

function readEffort(reading: Reading, node: Node): EffortProfile {
  const shape = textOf(childOf(node, "shape"));
  return defined<EffortProfile>({
    decision: effortAt(reading, node, "decision"),
    completion: effortAt(reading, node, "completion"),
    repair: effortAt(reading, node, "repair"),
    touch: effortAt(reading, node, "touch"),
    shape: shape === "lognormal" || shape === "exponential" || shape === "fixed" ? shape : undefined,
    spread: spreadAt(node),
  });
}

/** May be more than a hundred: the schema has seen to the form. */
function spreadAt(node: Node): number | undefined {
  const place = childOf(node, "spread");
  return place === undefined ? undefined : Number(textOf(place).replace(/ ?%$/, "")) / 100;
}

function readHandoff(reading: Reading, node: Node): HandoffProfile {
  return defined<HandoffProfile>({
    refused: shareAt(reading, node, "refused"),
    reasons: reasonsAt(reading, node),
    decision: effortAt(reading, node, "decision"),
  });
}

function readStage(reading: Reading, node: Node): StageProfile {
  const touches = childOf(node, "touches");
  const ways = childOf(node, "ways");
  const names = new Set([...reading.contract.handoffs.keys(), ...reading.contract.stages.keys()]);
  return defined<StageProfile>({
    touches: touches === undefined ? undefined : Number(textOf(touches)),
    pause: durationAt(reading, node, "pause"),
    touch: effortAt(reading, node, "touch"),
    goesOn: shareAt(reading, node, "goesOn"),
    ways:
      ways === undefined
        ? undefined
        : new Map(
            entriesOf(reading, ways, { kind: "stage", names }).map(([name, value]) => [
              name,
              readShare(reading, value, "ways") ?? 0,
            ]),
          ),
    reasons: reasonsAt(reading, node),
  });
}

function reasonsAt(reading: Reading, node: Node): ReadonlyMap<string, number> | undefined {
  const reasons = childOf(node, "reasons");
  if (reasons === undefined) return undefined;
  return readNamed(reading, reasons, {
    kind: "reason",
    names: reading.contract.reasons,
    read: (value) => readShare(reading, value, "reasons") ?? 0,
  });
}
