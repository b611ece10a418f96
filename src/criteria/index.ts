export type { Condition, Path, Scalar, Test } from "./condition.ts";
