export type { DocumentAssets, DocumentProblem, RenderedDocument, RenderedDocuments } from "./edition.ts";
export { documentLanguages, renderDocuments } from "./render-documents.ts";
export { buildViewModel, type DocumentSubject } from "./view-model.ts";
