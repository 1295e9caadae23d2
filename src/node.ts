export { ImportError } from "./ingest/import-faults.ts";
export { openGraph, saveGraph } from "./repl/graph-folder.ts";
export {
  type FileProgress,
  type GraphFiles,
  type ImportFilesOptions,
  importGraph,
} from "./repl/import-files.ts";
export { type LoadedAnnotations, type LoadOptions, loadAnnotations } from "./repl/load-annotations.ts";
