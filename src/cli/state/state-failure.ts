import type { LockHolder, StateProblem } from "../../engine/index.ts";
import { exitCodes, type Failure } from "../exit-codes.ts";

const restore = "restore it from a copy, or make the ledger anew from the portal with revpact state rebuild";

/** The words for a ledger, journal or lock that can't be used. */
export function describeStateProblem(problem: StateProblem): Failure {
  switch (problem.code) {
    case "locked":
      return {
        exitCode: exitCodes.locked,
        message: `another apply is running: ${nameHolder(problem.holder)}`,
        help: `wait until it ends, or see revpact state lock status; if it will never end: revpact state lock break --id ${problem.holder.id}`,
      };
    case "lease-lost":
      return {
        exitCode: exitCodes.locked,
        message:
          "this process stood still too long, or its lock was broken: it writes no more, neither to the CRM nor to its journal",
        help: "another apply may have taken over: when it has ended, run revpact apply again, which finds out what is done",
      };
    case "corrupt":
      return {
        exitCode: exitCodes.usage,
        message: `${problem.place} is damaged (${problem.problem.code})`,
        help: restore,
      };
    case "corrupt-journal":
      return {
        exitCode: exitCodes.usage,
        message: `${problem.place} is damaged at line ${problem.problem.line} (${problem.problem.reason}), so nothing was done`,
        help: restore,
      };
    case "unreadable":
      return {
        exitCode: exitCodes.usage,
        message: `${problem.place} can't be read: ${problem.reason}`,
        help: "check its permissions",
      };
    case "unwritable":
      return {
        exitCode: exitCodes.usage,
        message: `${problem.place} can't be written: ${problem.reason}`,
        help: "apply needs to note what it does: check the permissions and the space on the disk",
      };
    case "other-lock":
      return describeOtherLock(problem.holder);
    default:
      return problem satisfies never;
  }
}

/** A lock's holder for people: who, where, since when and for what. */
export function nameHolder({ pid, host, since, operation }: LockHolder): string {
  return `process ${pid} on ${host}, since ${since}, ${operation}`;
}

function describeOtherLock(holder: LockHolder | undefined): Failure {
  const exitCode = exitCodes.usage;
  if (holder === undefined) return { exitCode, message: "nobody holds the lock: there is nothing to break" };
  return {
    exitCode,
    message: `the lock is another one: ${nameHolder(holder)}`,
    help: `look again at revpact state lock status; its id is ${holder.id}`,
  };
}
