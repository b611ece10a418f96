export type { Templates } from "./markdown/render-markdown.ts";
export {
  type DocumentProblem,
  documentLanguages,
  type RenderedDocument,
  type RenderedDocuments,
  renderDocuments,
} from "./render-documents.ts";
export { buildViewModel } from "./view-model.ts";
