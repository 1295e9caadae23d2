import type { GraphColumns } from "../../graph/graph-columns.ts";

/** Completion candidates for queries on a graph. */
export interface CompletionWords {
  readonly labels: readonly string[];
  readonly types: readonly string[];
  readonly keys: readonly string[];
  /** Names and aliases of entities. */
  readonly names: readonly string[];
}

/** The completion candidates of a graph. */
export function completionWords({ nodes, relationships }: GraphColumns): CompletionWords {
  const names = new Set<string>();
  for (const property of ["name", "aliases"]) {
    // The distinct values of the column, so that no loop over the nodes is needed.
    for (const value of nodes.properties.get(property)?.values ?? []) {
      for (const name of [value].flat()) if (typeof name === "string") names.add(name);
    }
  }
  return {
    labels: [...new Set(nodes.labelSets.flat())],
    types: relationships.typeNames,
    keys: [...new Set([...nodes.properties.keys(), ...relationships.properties.keys()])],
    names: [...names],
  };
}
