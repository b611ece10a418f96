// Import directions of ARCHITECTURE.md: a folder imports only from those before it, and enters them through index.ts.
const order = [
  "diagnostics",
  "calendar",
  "criteria",
  "language",
  "contract",
  "journey",
  "simulation",
  "events",
  "testing",
  "replay",
  "review",
  "targets",
  "docs",
  "engine",
  "state",
  "providers",
  "localcrm",
  "cli",
];
const pure = [
  "diagnostics",
  "calendar",
  "criteria",
  "language",
  "contract",
  "journey",
  "simulation",
  "events",
  "testing",
  "replay",
  "review",
  "targets",
  "docs",
  "engine",
];
const files = (names) => `^src/(${names.join("|")})/`;

const directions = order.slice(0, -1).map((folder, position) => ({
  name: `${folder}-imports-only-from-folders-before-it`,
  severity: "error",
  comment: "Data flows one way: see the code map in ARCHITECTURE.md.",
  from: { path: files([folder]) },
  to: { path: files(order.slice(position + 1)) },
}));

module.exports = {
  forbidden: [
    ...directions,
    {
      name: "enter-a-folder-through-its-index",
      severity: "error",
      comment: "Import from the folder's index.ts; everything else in it is private.",
      from: { path: "^src/([^/]+)/" },
      to: { path: "^src/([^/]+)/", pathNot: ["^src/$1/", "^src/[^/]+/index\\.ts$", "^src/[^/]+/[^/]+/index\\.ts$"] },
    },
    {
      name: "pure-folders-touch-no-platform",
      severity: "error",
      comment: "From diagnostics to engine everything is a function of its arguments: no Node built-ins.",
      from: { path: files(pure) },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "the-local-crm-stands-alone",
      severity: "error",
      comment: "Nothing but the command line knows that the local CRM exists, and it knows nothing of contracts.",
      from: { path: "^src/localcrm/" },
      to: { path: files(order.filter((folder) => folder !== "localcrm")) },
    },
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "no-orphan-resolution", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "no-development-package-in-src",
      severity: "error",
      comment: "An optional peer may also be a development package: tests use it, users bring it.",
      from: { path: "^src/" },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg"], dependencyTypesNot: ["npm-peer"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};
