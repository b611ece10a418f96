import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { StateStore } from "../../engine/index.ts";
import { createFileStore } from "../../state/index.ts";
import { exitCodes, fail, type Result, succeed } from "../exit-codes.ts";
import { sha256 } from "./sha256.ts";

const defaultLeaseMs = 30_000;
const leastLeaseMs = 500;

/** What revpact keeps of one environment, in its folder beside the contract. */
export function openStore(folder: string): Result<StateStore> {
  const leaseMs = readLease(process.env["REVPACT_LEASE_MS"]);
  if (!leaseMs.ok) return leaseMs;
  const clocks = {
    now: () => new Date(),
    monotonic: () => performance.now(),
    every,
    sleep: (milliseconds: number) => sleep(milliseconds),
  };
  return succeed(createFileStore({ folder, ...clocks, createId: randomUUID, leaseMs: leaseMs.value, hash: sha256 }));
}

function every(milliseconds: number, act: () => void): () => void {
  const timer = setInterval(act, milliseconds).unref();
  return () => clearInterval(timer);
}

/** How long the holder of the lock may stand still before another one succeeds it, in milliseconds. */
function readLease(written: string | undefined): Result<number> {
  if (written === undefined || written === "") return succeed(defaultLeaseMs);
  const milliseconds = Number(written);
  if (Number.isInteger(milliseconds) && milliseconds >= leastLeaseMs) return succeed(milliseconds);
  return fail(
    exitCodes.usage,
    `REVPACT_LEASE_MS is ${written}, which is not a number of milliseconds from ${leastLeaseMs} on`,
    `set it to a whole number such as ${defaultLeaseMs}, or unset it`,
  );
}
