import type { Contract, Id, Stage } from "../../contract/index.ts";
import { otherConditions } from "./conditions.ts";
import { otherDeadlines } from "./deadlines.ts";
import { otherDurations } from "./durations.ts";
import { leftOut, replaced, type Variant, withEntry, within, withoutEach } from "./mutant.ts";

/** A contract with one thing changed in one of its stages. */
export function otherStages(contract: Contract): readonly Variant<Contract>[] {
  return [...contract.stages.values()].flatMap((stage) =>
    within(
      otherStage(contract, stage),
      (changed): Contract => ({
        ...contract,
        stages: withEntry(contract.stages, stage.id, changed),
      }),
    ),
  );
}

function otherStage(contract: Contract, stage: Stage): readonly Variant<Stage>[] {
  const clause = `stages.${stage.id}`;
  const { criteria, expires } = stage;
  return [
    ...otherOwner(contract, stage),
    ...within(
      withoutEach(`${clause}.from`, stage.from, (id) => id),
      (from): Stage => ({ ...stage, from }),
    ),
    ...(criteria === undefined
      ? []
      : within(otherConditions(criteria), (other): Stage => ({ ...stage, criteria: other }))),
    ...within(
      withoutEach(`${clause}.requires`, stage.requires, (id) => id),
      (requires): Stage => ({ ...stage, requires }),
    ),
    ...within(
      withoutEach(`${clause}.exitReasons`, stage.exitReasons, (id) => id),
      (exitReasons): Stage => ({
        ...stage,
        exitReasons,
      }),
    ),
    ...within(otherDeadlines(stage.deadlines), (deadlines): Stage => ({ ...stage, deadlines })),
    ...(expires === undefined
      ? []
      : within(
          otherDurations(`${clause}.expires.after`, expires.after),
          (after): Stage => ({
            ...stage,
            expires: { ...expires, after },
          }),
        )),
    ...withoutExpiry(stage, clause),
  ];
}

function withoutExpiry(stage: Stage, clause: string): readonly Variant<Stage>[] {
  const { expires, ...rest } = stage;
  return expires === undefined ? [] : [leftOut(`${clause}.expires`, expires.reason, rest)];
}

/** Another role of another party holds the records. */
function otherOwner(contract: Contract, stage: Stage): readonly Variant<Stage>[] {
  const { owner } = stage;
  const other = owner === undefined ? undefined : roleElsewhere(contract, owner);
  if (owner === undefined || other === undefined) return [];
  return [replaced(`stages.${stage.id}.owner`, owner, other, { ...stage, owner: other })];
}

function roleElsewhere({ roles }: Contract, owner: Id): Id | undefined {
  const { party } = roles.get(owner) ?? {};
  return [...roles.values()].find((role) => role.party !== party && role.party !== undefined)?.id;
}
