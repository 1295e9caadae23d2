export { type Fault, renderFault } from "./diagnostics/fault.ts";
export { FileError } from "./files/file-error.ts";
export { openGraph } from "./files/open-graph.ts";
export { saveGraph } from "./files/save-graph.ts";
export { ImportError } from "./ingest/import-faults.ts";
export type { EntityType, Qualifier, RelationshipType, Vocabulary } from "./ingest/vocabulary.ts";
export {
  type FileProgress,
  type GraphFiles,
  type ImportFilesOptions,
  importGraph,
} from "./repl/import-files.ts";
export {
  type LoadedAnnotations,
  type LoadedCounts,
  type LoadOptions,
  loadAnnotations,
} from "./repl/load-annotations.ts";
