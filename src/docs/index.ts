export type { Templates } from "./markdown/render-markdown.ts";
export { documentLanguages, type RenderedDocuments, renderDocuments } from "./render-documents.ts";
export { buildViewModel } from "./view-model.ts";
