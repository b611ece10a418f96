export { createFileStore, type FileStoreOptions, forgetState } from "./file/index.ts";
