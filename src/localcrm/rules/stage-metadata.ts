import { invalid } from "../http/problems.ts";
import { isProblem, type Problem } from "../http/reply.ts";
import { asString, type Json, type JsonObject, own } from "../json.ts";

/** A stage's metadata as it is kept. */
export type StageMetadata = Readonly<Record<string, string>>;

function text(value: Json | undefined): string | undefined {
  return typeof value === "number" ? String(value) : asString(value);
}

function dealMetadata(sent: JsonObject): StageMetadata | Problem {
  const written = text(own(sent, "probability"));
  if (written === undefined || written.trim() === "")
    return invalid("must specify probability when writing a dealstage");
  const probability = Number(written);
  if (!(probability >= 0 && probability <= 1)) {
    return invalid("dealstage probability is not valid, must be between 0.0 and 1.0 (inclusive)");
  }
  const canonical = Number.isInteger(probability) ? probability.toFixed(1) : String(probability);
  return { isClosed: String(probability === 0 || probability === 1), probability: canonical };
}

function ticketMetadata(sent: JsonObject): StageMetadata | Problem {
  const ticketState = own(sent, "ticketState") ?? "OPEN";
  if (ticketState !== "OPEN" && ticketState !== "CLOSED") {
    return invalid(`Invalid ticketState: ${JSON.stringify(ticketState)}. Allowed values: [OPEN, CLOSED]`, {
      subCategory: "PipelineError.INVALID_PIPELINE_STAGE_METADATA",
    });
  }
  return { isClosed: String(ticketState === "CLOSED"), ticketState };
}

/** What HubSpot keeps of the metadata sent for a stage: canonical values, unknown keys dropped; else its 400. */
export function parseStageMetadata(objectTypeId: string, sent: JsonObject): StageMetadata | Problem {
  if (objectTypeId === "0-3") return dealMetadata(sent);
  if (objectTypeId === "0-5") return ticketMetadata(sent);
  const leadState = asString(own(sent, "leadState"));
  return objectTypeId === "0-136" && leadState !== undefined ? { leadState } : {};
}

/** Metadata after a PATCH, which merges what is sent into what is kept. */
export function mergeStageMetadata(
  objectTypeId: string,
  kept: StageMetadata,
  sent: JsonObject,
): StageMetadata | Problem {
  const merged = parseStageMetadata(objectTypeId, { ...kept, ...sent });
  return isProblem(merged) ? merged : { ...kept, ...merged };
}
