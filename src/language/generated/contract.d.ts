import type { SchemaValidator } from "../schema-check.ts";

/** Compiled from `schemas/contract.v1.schema.json` by `npm run build`. */
declare const validate: SchemaValidator;
export default validate;
