import type { SchemaValidator } from "../schema-check.ts";

/** Compiled from `schemas/contract.v1.schema.json` by `npm run build`. */
export declare const validateContract: SchemaValidator;
/** Compiled from `schemas/part.v1.schema.json` by `npm run build`. */
export declare const validatePart: SchemaValidator;
/** Compiled from `schemas/test.v1.schema.json` by `npm run build`. */
export declare const validateTest: SchemaValidator;
/** Compiled from `schemas/profile.v1.schema.json` by `npm run build`. */
export declare const validateProfile: SchemaValidator;
