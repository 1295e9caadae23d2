export type { EntityType, Qualifier, RelationshipType, Vocabulary } from "./annotations/vocabulary.ts";
export { type Fault, renderFault } from "./diagnostics/fault.ts";
export { FileError } from "./files/file-error.ts";
export {
  type FileProgress,
  type GraphFiles,
  type ImportFilesOptions,
  importGraph,
} from "./files/import-files.ts";
export {
  type LoadedAnnotations,
  type LoadedCounts,
  type LoadOptions,
  loadAnnotations,
} from "./files/load-annotations.ts";
export { openGraph } from "./files/open-graph.ts";
export { saveGraph } from "./files/save-graph.ts";
export { ImportError } from "./import/import-faults.ts";
