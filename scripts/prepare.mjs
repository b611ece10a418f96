// Builds after `npm ci`; does nothing where the build tools are left out (`--omit=dev`) or the package is already built.
import { existsSync } from "node:fs";

const hasBuildTools = existsSync(new URL("../node_modules/esbuild/package.json", import.meta.url));
if (hasBuildTools) await import("./build.mjs");
