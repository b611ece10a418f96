import type { Contract, Reason } from "../../contract/index.ts";
import { objectOf } from "../../contract/index.ts";
import { otherDurations } from "./durations.ts";
import { leftOut, replaced, type Variant, withEntry, within } from "./mutant.ts";

/** A contract with one thing changed in one of its reasons. */
export function otherReasons(contract: Contract): readonly Variant<Contract>[] {
  return [...contract.reasons.values()].flatMap((reason) =>
    within(
      otherReason(contract, reason),
      (changed): Contract => ({
        ...contract,
        reasons: withEntry(contract.reasons, reason.id, changed),
      }),
    ),
  );
}

function otherReason(contract: Contract, reason: Reason): readonly Variant<Reason>[] {
  const clause = `reasons.${reason.id}`;
  const { coolOff, repair, onlyAfter } = reason;
  return [
    ...otherTargets(contract, reason),
    ...(coolOff === undefined
      ? []
      : within(otherDurations(`${clause}.coolOff`, coolOff), (longer): Reason => ({ ...reason, coolOff: longer }))),
    ...(repair === undefined
      ? []
      : within(otherDurations(`${clause}.repair`, repair), (longer): Reason => ({ ...reason, repair: longer }))),
    ...(reason.needsDetail ? [leftOut(`${clause}.detail`, "required", { ...reason, needsDetail: false })] : []),
    ...(onlyAfter === undefined ? [] : otherTouches(reason, onlyAfter)),
  ];
}

function otherTouches(reason: Reason, onlyAfter: NonNullable<Reason["onlyAfter"]>): readonly Variant<Reason>[] {
  const clause = `reasons.${reason.id}.onlyAfter`;
  const { count, over } = onlyAfter;
  const fewer = { ...reason, onlyAfter: { ...onlyAfter, count: count - 1 } };
  const longer = over === undefined ? [] : otherDurations(`${clause}.over`, over);
  return [
    replaced(clause, `${count} touches`, `${count - 1} touches`, fewer),
    ...within(longer, (value): Reason => ({ ...reason, onlyAfter: { ...onlyAfter, over: value } })),
  ];
}

/** It leads to another stage of the same object. */
function otherTargets(contract: Contract, reason: Reason): readonly Variant<Reason>[] {
  const { moveTo } = reason;
  if (moveTo === undefined) return [];
  const now = contract.stages.get(moveTo);
  const object = now === undefined ? contract.scope.object : objectOf(contract, now);
  const other = [...contract.stages.values()].find(
    (stage) =>
      stage.id !== moveTo && objectOf(contract, stage) === object && (stage.parking || stage.closed !== undefined),
  );
  if (other === undefined) return [];
  return [replaced(`reasons.${reason.id}.moveTo`, moveTo, other.id, { ...reason, moveTo: other.id })];
}
