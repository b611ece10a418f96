export type { Address, Json, JsonObject, LiveResource, Resource, ResourceKind } from "./resource.ts";
