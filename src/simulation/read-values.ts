import type { Field, Id } from "../contract/index.ts";
import type { FieldValue } from "../journey/index.ts";
import type { Node } from "../language/index.ts";
import { childOf } from "../language/index.ts";
import { plausibleValue } from "./plausible-value.ts";
import type { SignalShare, ValueShare } from "./profile.ts";
import { entriesOf, type Reading, readShare, refuse, shareAt, textOf } from "./profile-reading.ts";

/** Values that the fields of new leads have. */
export function readFieldShares(reading: Reading, node: Node | undefined): ReadonlyMap<Id, readonly ValueShare[]> {
  const names = new Set(reading.contract.fields.keys());
  return new Map(
    entriesOf(reading, node, { kind: "field", names }).flatMap(([name, value]) => {
      const field = reading.contract.fields.get(name);
      return field === undefined ? [] : [[name, readValues(reading, field, value)] as const];
    }),
  );
}

function readValues(reading: Reading, field: Field, node: Node): readonly ValueShare[] {
  if (node.kind !== "map") {
    const value = readValue(reading, field, { written: textOf(node), node });
    return value === undefined ? [] : [{ share: 1, ...value }];
  }
  const values = [...node.entries].flatMap(([written, { key, value: share }]): readonly ValueShare[] => {
    const value = readValue(reading, field, { written, node: key });
    const part = readShare(reading, share, field.id);
    return value === undefined || part === undefined ? [] : [{ share: part, ...value }];
  });
  return withRest(reading, node, { key: field.id, values });
}

/** Shares make at most a hundred; what is missing is unknown. */
function withRest(
  reading: Reading,
  node: Node,
  { key, values }: { readonly key: string; readonly values: readonly ValueShare[] },
): readonly ValueShare[] {
  const total = values.reduce((sum, { share }) => sum + share, 0);
  if (total > 1 + 1e-9) refuse(reading, node, { key, form: "{ FR: 60%, BE: 40% }" });
  return total < 1 - 1e-9 ? [...values, { share: 1 - total }] : values;
}

interface Written {
  readonly written: string;
  readonly node: Node;
}

function readValue(reading: Reading, field: Field, { written, node }: Written): Pick<ValueShare, "value"> | undefined {
  if (written === "unknown") return {};
  if (written === "known") return { value: plausibleValue(field, Date.UTC(2027, 0, 1)) };
  const value = valueOfType(field, written);
  if (value !== undefined) return { value };
  return refuse(reading, node, { key: field.id, form: formOf(field) });
}

function valueOfType({ type, options }: Field, written: string): ValueShare["value"] {
  switch (type) {
    case "text":
      return written;
    case "number":
    case "money":
      return numberOrRange(written);
    case "boolean":
      return written === "true" || written === "false" ? written === "true" : undefined;
    case "date":
    case "datetime":
      return Number.isNaN(Date.parse(written)) ? undefined : written;
    case "enum":
      return options.some(({ id }) => id === written) ? written : undefined;
    case "enums":
      return severalOf(
        options.map(({ id }) => id),
        written,
      );
    default:
      return type satisfies never;
  }
}

function numberOrRange(written: string): ValueShare["value"] {
  const range = /^(-?\d+)\s*-\s*(\d+)$/.exec(written);
  if (range !== null) {
    const [low, high] = [Number(range[1]), Number(range[2])];
    return low <= high ? { low, high } : undefined;
  }
  const number = Number(written);
  return written.trim() !== "" && Number.isFinite(number) ? number : undefined;
}

function severalOf(known: readonly string[], written: string): FieldValue | undefined {
  const chosen = written.split(",").map((one) => one.trim());
  return chosen.every((one) => known.includes(one)) ? chosen : undefined;
}

function formOf({ type, options }: Field): string {
  if (type === "boolean") return "true";
  if (type === "number" || type === "money") return "60, 0-59";
  if (type === "date" || type === "datetime") return "2027-03-01";
  return (
    options
      .map(({ id }) => id)
      .slice(0, 3)
      .join(", ") || "unknown"
  );
}

/** Signals that new leads give. */
export function readSignalShares(reading: Reading, node: Node | undefined): ReadonlyMap<Id, SignalShare> {
  const names = new Set(reading.contract.signals.keys());
  return new Map(
    entriesOf(reading, node, { kind: "signal", names }).flatMap(([name, value]) => {
      const share = value.kind === "map" ? shareAt(reading, value, "share") : readShare(reading, value, name);
      const times = Number(textOf(childOf(value, "times")) || 1);
      return share === undefined ? [] : [[name, { share, times }] as const];
    }),
  );
}
