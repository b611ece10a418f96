export { createFileStore, type FileStoreOptions } from "./file/index.ts";
