import manifest from "../../package.json" with { type: "json" };

/** The version of this revpact, from the package. */
export const revpactVersion: string = manifest.version;
