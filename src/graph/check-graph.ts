import { wrongArgument } from "../diagnostics/check-argument.ts";
import type { GraphColumns } from "./graph-columns.ts";
import type { MultiDirectedGraph } from "./graphology.ts";

/** Whether `source` is columns, judged by their members, which a graphology graph does not have. */
export function isColumns(source: unknown): source is GraphColumns {
  if (!isObject(source)) return false;
  return [source["nodes"], source["relationships"]].every(
    (part) => isObject(part) && typeof part["count"] === "number",
  );
}

/**
 * Whether `source` is a directed multigraph. Its class is not checked, because another copy of graphology is equally
 * valid.
 */
export function isMultiDirected(source: unknown): source is MultiDirectedGraph {
  return isObject(source) && source["multi"] === true && source["type"] === "directed";
}

/** @throws TypeError if the argument is anything else */
export function checkMultiDirected(where: string, graph: unknown): void {
  if (!isMultiDirected(graph)) throw wrongArgument(where, "a graphology MultiDirectedGraph", graph);
}

/** @throws TypeError if the argument is anything else */
export function checkColumns(where: string, columns: unknown): void {
  if (!isColumns(columns)) throw wrongArgument(where, "columns as importGraph returns them", columns);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
