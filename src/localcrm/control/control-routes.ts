import type { Faults } from "../http/faults.ts";
import { faultNames } from "../http/named-faults.ts";
import { parseFaults } from "../http/parse-faults.ts";
import { invalid, problem } from "../http/problems.ts";
import type { RateLimiter, RateLimits } from "../http/rate-limit.ts";
import { ok, type Reply } from "../http/reply.ts";
import { asObject, asString, type Json, type JsonObject } from "../json.ts";
import { changeBehaviour } from "../runner/behaviour.ts";
import type { Runner } from "../runner/runner.ts";
import type { Store } from "../store/store.ts";
import type { PortalClock } from "./portal-clock.ts";
import { openRunReport } from "./run-report.ts";
import type { Timekeeper } from "./timekeeper.ts";

/** What the control routes work with. */
export interface Control {
  readonly store: Store;
  readonly runner: Runner;
  readonly clock: PortalClock;
  readonly timekeeper: Timekeeper;
  readonly faults: Faults;
  readonly limiter: RateLimiter;
  readonly lags: Lags;
}

/** How far behind answers are; nothing unless asked for. */
export interface Lags {
  searchMs: number;
}

/** Paths under this are the local CRM's own; HubSpot has none of them. */
const prefix = "/__revpact/";

/** No clock goes further: later years have five digits. */
const lastMoment = Date.parse("9999-01-01T00:00:00Z");

const iso = (time: number): string => new Date(time).toISOString();

function showClock({ store, runner, clock }: Control): object {
  const due = runner.nextDue();
  const flows = store.list("flows", "");
  const on = flows.filter(({ definition }) => definition["isEnabled"] === true).length;
  return {
    now: iso(clock.now()),
    isStanding: clock.isStanding(),
    timeZone: store.get("account", "", "account")?.timeZone ?? "UTC",
    workflows: { on, off: flows.length - on },
    ...(due === undefined ? {} : { nextDue: iso(due) }),
  };
}

/** Where a body moves the clock: to a moment, or on by milliseconds. */
function parseMove(body: JsonObject): ((now: number) => number) | undefined {
  const to = Date.parse(asString(body["to"]) ?? "");
  if (Number.isFinite(to) && body["byMs"] === undefined) return () => to;
  const by = body["byMs"];
  return typeof by === "number" && Number.isInteger(by) && by >= 0 ? (now) => now + by : undefined;
}

async function moveClock(control: Control, body: JsonObject): Promise<Reply> {
  const time = parseMove(body);
  if (time === undefined) return invalid('Send {"to": "2027-03-01T09:00:00Z"} or {"byMs": 259200000}.');
  if (time(control.clock.now()) > lastMoment) return invalid("The clock goes up to the year 9999.");
  const report = openRunReport(body["steps"] === true ? "steps" : "counts");
  const move = await control.timekeeper.moveTo(time, report.hear);
  if (move.kind === "too-early") {
    const message = `The clock cannot go back before ${iso(move.latest)}, when something last happened to a record.`;
    return problem(409, message, { category: "CONFLICT" });
  }
  if (move.kind === "stopped")
    return problem(503, `The local CRM was stopped when the clock had got to ${iso(move.to)}.`);
  const steps = report.steps().map((step) => ({ ...step, at: iso(step.at) }));
  return ok({
    from: iso(move.from),
    ...showClock(control),
    flows: report.flows(),
    ...(body["steps"] === true ? { steps, stepsLeftOut: report.stepsLeftOut() } : {}),
  });
}

function showRunner({ store, runner }: Control): object {
  return { seed: store.get("runner", "", "runner")?.seed ?? 0, behaviour: runner.behaviour() };
}

function changeRunner(control: Control, body: JsonObject): Reply {
  const { store, runner, clock } = control;
  const seed = body["seed"] ?? store.get("runner", "", "runner")?.seed ?? 0;
  if (typeof seed !== "number" || !Number.isSafeInteger(seed)) return invalid("The seed is a whole number.");
  const behaviour = changeBehaviour(runner.behaviour(), asObject(body["behaviour"]) ?? {});
  if ("wrong" in behaviour) return invalid(`There is no such behaviour, or it has no such value: ${behaviour.wrong}`);
  store.put("runner", "", "runner", { seed, behaviour: behaviour as unknown as JsonObject }); // words and spans
  runner.commit(clock.now());
  return ok(showRunner(control));
}

/** Records inside workflows, and where. */
function showEnrollments({ store }: Control): object {
  const results = store.list("flows", "").flatMap(({ id, definition }) =>
    store.list("runs", id).map(({ recordId, actionId, enteredAt, dueAt }) => ({
      flowId: id,
      flowName: asString(definition["name"]) ?? "",
      recordId,
      actionId,
      enteredAt: iso(enteredAt),
      ...(dueAt === undefined ? {} : { dueAt: iso(dueAt) }),
    })),
  );
  return { results };
}

function showFaults({ faults }: Control): Reply {
  return ok({ armed: faults.armed(), struck: faults.struck(), names: faultNames });
}

function armFaults(control: Control, body: Json | undefined): Reply {
  const parsed = parseFaults(body);
  if (parsed === undefined)
    return invalid(`Send {"faults": ["POST /crm/v3/lists 2 answer-lost"]} with one of ${faultNames.join(", ")}.`);
  control.faults.arm(parsed);
  return ok({ armed: control.faults.armed().length });
}

function disarm({ faults }: Control): Reply {
  faults.disarm();
  return ok({ armed: 0 });
}

const limitNames = ["perTenSeconds", "perDay", "searchesPerSecond"] as const;

function changeLimits({ limiter }: Control, body: JsonObject): Reply {
  const { isEnforced, ...counts } = body;
  const areCounts = Object.entries(counts).every(
    ([name, value]) => limitNames.some((each) => each === name) && Number.isInteger(value) && Number(value) >= 0,
  );
  if (!areCounts || (isEnforced !== undefined && typeof isEnforced !== "boolean"))
    return invalid(`Send whole numbers for ${limitNames.join(", ")}, and true or false for isEnforced.`);
  limiter.change(body as RateLimits); // its keys and values were checked
  return ok(limiter.limits());
}

function changeLags({ lags }: Control, { searchMs }: JsonObject): Reply {
  if (typeof searchMs !== "number" || !Number.isInteger(searchMs) || searchMs < 0)
    return invalid('Send {"searchMs": 5000}: how far the index of searches is behind.');
  lags.searchMs = searchMs;
  return ok(lags);
}

type ControlRoute = (control: Control, body: Json | undefined) => Reply | Promise<Reply>;

const routes: ReadonlyMap<string, ControlRoute> = new Map<string, ControlRoute>([
  ["GET clock", (control) => ok(showClock(control))],
  ["POST clock", (control, body) => moveClock(control, asObject(body) ?? {})],
  ["GET runner", (control) => ok(showRunner(control))],
  ["PUT runner", (control, body) => changeRunner(control, asObject(body) ?? {})],
  ["GET messages", ({ store }) => ok({ results: store.list("messages", "") })],
  ["GET enrollments", (control) => ok(showEnrollments(control))],
  ["GET faults", showFaults],
  ["POST faults", armFaults],
  ["DELETE faults", disarm],
  ["GET limits", ({ limiter }) => ok(limiter.limits())],
  ["PUT limits", (control, body) => changeLimits(control, asObject(body) ?? {})],
  ["GET lags", ({ lags }) => ok(lags)],
  ["PUT lags", (control, body) => changeLags(control, asObject(body) ?? {})],
]);

/** Whether a path is one of the local CRM's own. */
export function isControlPath(path: string): boolean {
  return path.startsWith(prefix);
}

/** Answers a request to the local CRM itself. */
export async function answerControl(
  control: Control,
  request: { readonly method: string; readonly path: string; readonly body: Json | undefined },
): Promise<Reply> {
  const { method, path, body } = request;
  const route = routes.get(`${method} ${path.slice(prefix.length).replace(/\/$/, "")}`);
  if (route === undefined) return problem(404, `The local CRM does not serve ${method} ${path}.`);
  try {
    control.timekeeper.catchUp();
    return await route(control, body);
  } catch (error) {
    control.runner.rollback();
    const reason = error instanceof Error ? error.message : String(error);
    return problem(500, `The local CRM failed: ${reason}`, { category: "INTERNAL_ERROR" });
  }
}
