import type { Call, Handler } from "../http/call.ts";
import { isProblem, type Reply } from "../http/reply.ts";
import { inferObjectType, type ObjectType } from "../portal/object-types.ts";

/** Runs a handler with the object type of the path's {objectType}, or answers HubSpot's 400. */
export function withType(handler: (call: Call, type: ObjectType) => Reply): Handler {
  return (call) => {
    const type = inferObjectType(call.param("objectType"));
    return isProblem(type) ? type : handler(call, type);
  };
}
