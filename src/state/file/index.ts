export { createFileStore, type FileStoreOptions } from "./file-store.ts";
export { forgetState } from "./state-files.ts";
