import { annotationKind } from "./annotations/annotation-kind.ts";
import { importKind } from "./imports/import-kind.ts";
import type { Kind } from "./kind.ts";
import { queryKind } from "./query-kind.ts";

/** Kinds of input by their name for `--kind`. Each is created for the project folder `root`. */
export const KINDS: ReadonlyMap<string, (root: string) => Kind> = new Map<string, (root: string) => Kind>([
  ["queries", queryKind],
  ["annotations", annotationKind],
  ["csv", () => importKind("csv")],
  ["jsonl", () => importKind("json-lines")],
]);
