import { exitCodes, fail, type Result, succeed } from "../../exit-codes.ts";
import type { LocalPortal } from "../../portal/local-portal.ts";

/** What a workflow did while time passed. */
export interface FlowCounts {
  readonly flowId: string;
  readonly name: string;
  readonly entered: number;
  readonly acted: number;
  readonly held: number;
  readonly failed: number;
  readonly skipped: number;
  readonly missed: number;
  readonly left: number;
}

/** One step of a record in a workflow. */
export interface ClockStep {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly flowName: string;
  readonly objectTypeId: string;
  readonly recordId: string;
  readonly kind: "entered" | "missed" | "acted" | "failed" | "skipped" | "held" | "left";
  readonly text: string;
}

/** The portal's time; after a move also what ran on the way. */
export interface PortalTime {
  /** ISO 8601, UTC. */
  readonly now: string;
  readonly isStanding: boolean;
  /** IANA name. */
  readonly timeZone: string;
  readonly workflows: { readonly on: number; readonly off: number };
  readonly nextDue?: string;
  readonly from?: string;
  readonly flows?: readonly FlowCounts[];
  readonly steps?: readonly ClockStep[];
  readonly stepsLeftOut?: number;
}

/** Where the clock is moved: to a moment, or on by milliseconds. */
export type ClockMove = ({ readonly to: string } | { readonly byMs: number }) & { readonly steps: boolean };

async function ask(portal: LocalPortal, init: RequestInit): Promise<Result<PortalTime>> {
  const headers = { Authorization: `Bearer ${portal.token}`, "Content-Type": "application/json" };
  const response = await fetch(`${portal.url}/__revpact/clock`, { ...init, headers });
  const body = (await response.json()) as PortalTime & { readonly message?: string }; // our own server answers
  if (response.ok) return succeed(body);
  const message = body.message ?? `the local CRM answered with status ${response.status}`;
  return fail(response.status === 503 ? exitCodes.interrupted : exitCodes.usage, message, remedy(response.status));
}

function remedy(status: number): string {
  if (status === 503) return "start the local CRM again and advance its clock further: nothing is lost";
  return status === 409
    ? "choose a later time, or start from an empty portal with revpact crm reset"
    : "choose a nearer time";
}

/** Asks for the portal's time. */
export function readPortalTime(portal: LocalPortal): Promise<Result<PortalTime>> {
  return ask(portal, { method: "GET" });
}

/** Moves the portal's clock; answers once everything due on the way was done. */
export function movePortalTime(portal: LocalPortal, move: ClockMove): Promise<Result<PortalTime>> {
  return ask(portal, { method: "POST", body: JSON.stringify(move) });
}
