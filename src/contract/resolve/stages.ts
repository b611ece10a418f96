import { parseShare, parseTouches } from "../../language/index.ts";
import type { Pipeline, Reason, Stage } from "../contract.ts";
import { readCondition } from "./conditions.ts";
import { type Clause, defined, into, type ResolveContext } from "./context.ts";
import { readDeadlines } from "./deadlines.ts";
import { readChoices } from "./fields.ts";
import { readReference, readReferences, toField, toReason, toRole } from "./references.ts";
import {
  readDuration,
  readFlag,
  readGrammar,
  readLabel,
  readNumber,
  readString,
  readStrings,
  readText,
} from "./values.ts";

const outcomes = ["won", "lost"] as const;

/** An entry of `pipelines`. */
export function readPipeline(context: ResolveContext, clause: Clause, id: string): Pipeline {
  const object = readString(into(clause, "object")) === "ticket" ? "ticket" : "deal";
  const formerly = readStrings(into(clause, "formerly"));
  return { id, path: clause.path, label: readLabel(context, clause, id), formerly, object };
}

/** An entry of `stages`. */
export function readStage(context: ResolveContext, clause: Clause, id: string): Stage {
  return {
    id,
    path: clause.path,
    label: readLabel(context, clause, id),
    from: readReferences(context, into(clause, "from"), { kinds: ["stage"], words: ["new", "any"] }),
    requires: readReferences(context, into(clause, "requires"), toField),
    statuses: readChoices(context, into(clause, "statuses")),
    deadlines: readDeadlines(context, into(clause, "deadlines"), "stage"),
    exitReasons: readReferences(context, into(clause, "exitReasons"), toReason),
    parking: readFlag(into(clause, "parking")),
    formerly: readStrings(into(clause, "formerly")),
    ...readStageOptions(context, clause),
  };
}

function readStageOptions(context: ResolveContext, clause: Clause) {
  const closed = outcomes.find((outcome) => outcome === readString(into(clause, "closed")));
  const lifecycleStage = readString(into(into(clause, "crm"), "lifecycleStage"));
  return defined({
    definition: readText(context, into(clause, "definition"), "translated"),
    owner: readReference(context, into(clause, "owner"), toRole),
    by: readReference(context, into(clause, "by"), toRole),
    criteria: readCondition(context, into(clause, "criteria")),
    expires: readExpiry(context, into(clause, "expires")),
    closed,
    pipeline: readReference(context, into(clause, "pipeline"), { kinds: ["pipeline"] }),
    probability:
      readGrammar(context, into(clause, "probability"), parseShare) ?? readNumber(into(clause, "probability")),
    crm: lifecycleStage === undefined ? undefined : { lifecycleStage },
  });
}

function readExpiry(context: ResolveContext, clause: Clause): Stage["expires"] {
  const after = readDuration(context, into(clause, "after"));
  const reason = readReference(context, into(clause, "reason"), toReason);
  return after === undefined || reason === undefined ? undefined : { after, reason };
}

/** An entry of `reasons`. */
export function readReason(context: ResolveContext, clause: Clause, id: string): Reason {
  return {
    id,
    path: clause.path,
    label: readLabel(context, clause, id),
    formerly: readStrings(into(clause, "formerly")),
    needsDetail: readString(into(clause, "detail")) === "required",
    ...defined({
      moveTo: readReference(context, into(clause, "moveTo"), { kinds: ["stage"], words: ["sender"] }),
      coolOff: readDuration(context, into(clause, "coolOff")),
      onlyAfter: readGrammar(context, into(clause, "onlyAfter"), parseTouches),
      repair: readDuration(context, into(clause, "repair")),
    }),
  };
}
