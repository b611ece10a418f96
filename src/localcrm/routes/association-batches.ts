import type { Call, Route } from "../http/call.ts";
import { batchError, notFound, tooManyInputs } from "../http/problems.ts";
import { isProblem, noContent, ok, type Problem, type Reply } from "../http/reply.ts";
import { asArray, asObject, type Json, type JsonObject } from "../json.ts";
import { associate, dissociate, type End, unlabel } from "../rules/association-links.ts";
import { parseSpecs, shownDefault, shownLinks, shownPair } from "./associations.ts";
import { batchReply } from "./batch.ts";
import { type TypePair, withTypePair } from "./with-type-pair.ts";

const mostReads = 1000;
const mostWrites = 2000;

function inputsOf({ fields }: Call, most: number): readonly JsonObject[] | Problem {
  const inputs = asArray(fields["inputs"]);
  return tooManyInputs(inputs, most) ?? inputs.map((input) => asObject(input) ?? {});
}

const endOf = (objectTypeId: string, value: Json | undefined): End => ({
  objectTypeId,
  id: String(asObject(value)?.["id"] ?? ""),
});

function endsOf(pair: TypePair, input: JsonObject): { readonly from: End; readonly to: End } {
  return { from: endOf(pair.fromTypeId, input["from"]), to: endOf(pair.toTypeId, input["to"]) };
}

/** Each input stands for itself: what can be associated is, the others are listed as errors with 207. */
function create(call: Call, pair: TypePair): Reply {
  const inputs = inputsOf(call, mostWrites);
  if (isProblem(inputs)) return inputs;
  const results: object[] = [];
  const errors: object[] = [];
  for (const input of inputs) {
    const ends = endsOf(pair, input);
    const typeIds = parseSpecs(input["types"]);
    const outcome = isProblem(typeIds) ? typeIds : associate(call.store, ends.from, ends.to, typeIds);
    if (isProblem(outcome))
      errors.push(batchError(outcome, { fromObjectId: [ends.from.id], toObjectId: [ends.to.id] }));
    else results.push(shownPair(call.store, ends));
  }
  return batchReply(call, { status: 201, results, errors });
}

/** HubSpot's description knows no 207 here: the errors are part of the same answer. */
function associateDefault(call: Call, pair: TypePair): Reply {
  const inputs = inputsOf(call, mostWrites);
  if (isProblem(inputs)) return inputs;
  const results: object[] = [];
  const errors: object[] = [];
  for (const input of inputs) {
    const ends = endsOf(pair, input);
    const type = associate(call.store, ends.from, ends.to);
    if (isProblem(type)) errors.push(batchError(type, { fromObjectId: [ends.from.id], toObjectId: [ends.to.id] }));
    else results.push(...shownDefault(ends, type));
  }
  const failures = errors.length === 0 ? {} : { numErrors: errors.length, errors };
  const times = { startedAt: call.timestamp, completedAt: call.timestamp };
  return ok({ status: "COMPLETE", results, ...times, ...failures });
}

function archive(call: Call, pair: TypePair): Reply {
  const inputs = inputsOf(call, mostWrites);
  if (isProblem(inputs)) return inputs;
  for (const input of inputs) {
    const from = endOf(pair.fromTypeId, input["from"]);
    for (const to of asArray(input["to"])) dissociate(call.store, from, endOf(pair.toTypeId, to));
  }
  return noContent;
}

function archiveLabels(call: Call, pair: TypePair): Reply {
  const inputs = inputsOf(call, mostWrites);
  if (isProblem(inputs)) return inputs;
  for (const input of inputs) {
    const typeIds = parseSpecs(input["types"]);
    if (isProblem(typeIds)) return typeIds;
    const { from, to } = endsOf(pair, input);
    unlabel(call.store, from, to, typeIds);
  }
  return noContent;
}

function read(call: Call, pair: TypePair): Reply {
  const inputs = inputsOf(call, mostReads);
  if (isProblem(inputs)) return inputs;
  const found = inputs.map((input) => {
    const from = endOf(pair.fromTypeId, input);
    return { from: { id: from.id }, to: shownLinks(call.store, from, pair.toTypeId) };
  });
  const results = found.filter(({ to }) => to.length > 0);
  const missing = found.filter(({ to }) => to.length === 0).map(({ from }) => from.id);
  const errors = missing.map((id) =>
    batchError(notFound(`No ${pair.toTypeId} is associated with ${pair.fromTypeId} ${id}.`), {
      fromObjectId: [id],
    }),
  );
  return batchReply(call, { status: 200, results, errors });
}

/** HubSpot mails the report of records with many associations; nobody gets one here. */
function requestReport({ store, now, param }: Call): Reply {
  const owner = store.list("owners", "").find(({ userId }) => String(userId) === param("userId"));
  if (owner?.userId === undefined) return notFound();
  const enqueueTime = { dateOnly: false, timeZoneShift: 0, value: now };
  return ok({ enqueueTime, userEmail: owner.email, userId: owner.userId });
}

const base = "/{fromObjectType}/{toObjectType}/batch";

/** Associations of many records. */
export const associationBatchRoutes: readonly Route[] = [
  { method: "POST", path: "/usage/high-usage-report/{userId}", handler: requestReport },
  { method: "POST", path: `${base}/create`, handler: withTypePair(create) },
  { method: "POST", path: `${base}/associate/default`, handler: withTypePair(associateDefault) },
  { method: "POST", path: `${base}/archive`, handler: withTypePair(archive) },
  { method: "POST", path: `${base}/labels/archive`, handler: withTypePair(archiveLabels) },
  { method: "POST", path: `${base}/read`, handler: withTypePair(read) },
];
