import fc from "fast-check";
import type { Contract, Field } from "../../src/contract/index.ts";
import type { FieldValue, Happening, JourneyEvent } from "../../src/journey/index.ts";

const minuteMs = 60_000;

/** Every history begins on a minute of these months, of winter and of summer time. */
const firstBirth = Date.UTC(2027, 0, 5);
const lastBirth = Date.UTC(2027, 8, 30);

/** Histories of one record under a contract: what its people and its systems may do, sense or nonsense. */
export function historiesOf(contract: Contract): fc.Arbitrary<readonly JourneyEvent[]> {
  const act = fc.record({ happening: happeningsOf(contract), gap: gaps });
  return fc
    .record({
      born: fc.integer({ min: firstBirth / minuteMs, max: lastBirth / minuteMs }),
      fields: knownAtBirth(contract),
      acts: fc.array(act, { minLength: 1, maxLength: 14 }),
    })
    .map(({ born, fields, acts }) => {
      let at = born * minuteMs;
      const created: JourneyEvent = { kind: "created", at, fields };
      const later = acts.map(({ happening, gap }): JourneyEvent => {
        at += gap * minuteMs;
        return { ...happening, at };
      });
      return [created, ...later];
    });
}

/** Minutes from one act to the next: within the hour, the day, the week, the quarter. */
const gaps = fc.oneof(
  fc.integer({ min: 1, max: 90 }),
  fc.integer({ min: 30, max: 600 }),
  fc.integer({ min: 600, max: 8000 }),
  fc.integer({ min: 8000, max: 130_000 }),
);

function happeningsOf(contract: Contract): fc.Arbitrary<Happening> {
  const handoffs = [...contract.handoffs.values()];
  const stages = [...contract.stages.values()].filter(({ pipeline }) => pipeline === undefined).map(({ id }) => id);
  const exits = [...contract.stages.values()]
    .filter(({ pipeline }) => pipeline === undefined)
    .flatMap(({ exitReasons }) => exitReasons);
  return fc.oneof(
    { weight: 5, arbitrary: signalsOf(contract) },
    { weight: 3, arbitrary: fieldChanges(contract) },
    {
      weight: 4,
      arbitrary: fc.constantFrom(...handoffs.map(({ id }): Happening => ({ kind: "accepted", handoff: id }))),
    },
    { weight: 6, arbitrary: refusalsOf(contract) },
    ...touchesOf(contract),
    { weight: 1, arbitrary: fc.constant<Happening>({ kind: "repaired" }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("moved" as const), to: fc.constantFrom(...stages) }) },
    ...(exits.length === 0 ? [] : [{ weight: 2, arbitrary: exitsFor(exits) }]),
    ...handoffs
      .filter(({ by }) => by !== undefined)
      .map(({ id }) => ({ weight: 2, arbitrary: fc.constant<Happening>({ kind: "handed-over", handoff: id }) })),
  );
}

/** "Any contact stops the alerts, whatever its kind": so only kinds that every deadline counts. */
function touchesOf(
  contract: Contract,
): readonly { readonly weight: number; readonly arbitrary: fc.Arbitrary<Happening> }[] {
  const deadlines = [...contract.handoffs.values(), ...contract.stages.values()].flatMap((one) => one.deadlines);
  const lists = deadlines.map(({ counts }) => counts).filter((counts) => counts.length > 0);
  const kinds = (["call", "email", "meeting"] as const).filter((kind) => lists.every((list) => list.includes(kind)));
  if (kinds.length === 0) return [];
  const arbitrary = fc.record({ kind: fc.constant("touch" as const), touch: fc.constantFrom(...kinds) });
  return [{ weight: 2, arbitrary }];
}

const signalsOf = ({ signals }: Contract): fc.Arbitrary<Extract<Happening, { kind: "signal" }>> =>
  fc.constantFrom(...signals.keys()).map((signal) => ({ kind: "signal", signal }));

const details = fc.constantFrom("because", "because", "");

function refusalsOf(contract: Contract): fc.Arbitrary<Happening> {
  const offers = [...contract.handoffs.values()].flatMap(({ id, feedback }) =>
    (feedback?.reasons ?? []).map((reason) => ({ handoff: id, reason })),
  );
  return fc
    .tuple(fc.constantFrom(...offers), details, fc.boolean(), fc.boolean())
    .map(([{ handoff, reason }, detail, isReasoned, isSecond]): Happening => {
      const base = { kind: "refused" as const, handoff };
      return isReasoned || isSecond ? { ...base, reason, detail } : base;
    });
}

const exitsFor = (reasons: readonly string[]): fc.Arbitrary<Happening> =>
  fc.record({ kind: fc.constant("left" as const), reason: fc.constantFrom(...reasons), detail: details });

/** Fields that people and integrations may write: not what HubSpot works out itself. */
function writableFields(contract: Contract): readonly Field[] {
  return [...contract.fields.values()].filter(
    ({ crm }) => crm?.object !== "deal" && crm?.property.startsWith("hs_") !== true,
  );
}

function valuesOf({ type, options, min = 0, max = 100 }: Field): fc.Arbitrary<FieldValue> {
  switch (type) {
    case "number":
    case "money":
      return fc
        .integer({ min: Math.ceil(Math.max(min, 0) / 10), max: Math.floor(Math.min(max, 100) / 10) })
        .map((tens) => tens * 10);
    case "boolean":
      return fc.boolean();
    case "enum":
      return fc.constantFrom(...options.map(({ id }) => id));
    default:
      return fc.constantFrom("one", "two");
  }
}

const hasValues = ({ type }: Field): boolean => type !== "date" && type !== "datetime" && type !== "enums";

function fieldChanges(contract: Contract): fc.Arbitrary<Happening> {
  const fields = writableFields(contract).filter(hasValues);
  return fc.oneof(
    ...fields.map((field) =>
      fc
        .option(valuesOf(field), { nil: undefined, freq: 6 })
        .map((value): Happening => ({ kind: "set", field: field.id, value })),
    ),
  );
}

function knownAtBirth(contract: Contract): fc.Arbitrary<ReadonlyMap<string, FieldValue>> {
  const fields = writableFields(contract).filter(hasValues);
  const values = fields.map((field) => fc.option(valuesOf(field), { nil: undefined }));
  return fc.tuple(...values).map((drawn) => {
    const known = fields.flatMap(({ id }, index) => {
      const value = drawn[index];
      return value === undefined ? [] : [[id, value] as const];
    });
    return new Map(known);
  });
}
