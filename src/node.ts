export { type LoadedAnnotations, type LoadOptions, loadAnnotations } from "./repl/load-annotations.ts";
