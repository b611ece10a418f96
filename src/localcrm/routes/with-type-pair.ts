import type { Call, Handler } from "../http/call.ts";
import { isProblem, type Reply } from "../http/reply.ts";
import { inferObjectType } from "../portal/object-types.ts";

/** The ids of the two object types that a path names. */
export interface TypePair {
  readonly fromTypeId: string;
  readonly toTypeId: string;
}

/** Runs a handler with the types of the path's {fromObjectType} and {toObjectType}, or answers HubSpot's 400. */
export function withTypePair(handler: (call: Call, pair: TypePair) => Reply): Handler {
  return (call) => {
    const from = inferObjectType(call.param("fromObjectType"));
    if (isProblem(from)) return from;
    const to = inferObjectType(call.param("toObjectType"));
    return isProblem(to) ? to : handler(call, { fromTypeId: from.id, toTypeId: to.id });
  };
}
