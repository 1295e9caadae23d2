import type { MultiDirectedGraph } from "./graphology.ts";

/**
 * The properties of relationship types, from a vocabulary, that determine which claims agree. In graphology, the lists
 * are attributes of the graph with these names.
 */
export interface TypeTraits {
  /** Types with the same meaning in both directions, such as MEETS. */
  readonly symmetricTypes: readonly string[];
  /** Types with at most one object per subject, such as DATED: claims with different objects contradict each other. */
  readonly functionalTypes: readonly string[];
}

/** The traits of a graph without a vocabulary. */
export const NO_TRAITS: TypeTraits = { symmetricTypes: [], functionalTypes: [] };

export function typeTraitsOf(graph: MultiDirectedGraph): TypeTraits {
  return {
    symmetricTypes: texts(graph.getAttribute("symmetricTypes")),
    functionalTypes: texts(graph.getAttribute("functionalTypes")),
  };
}

/** Writes the traits into a graph. Empty lists are not written. */
export function setTypeTraits(graph: MultiDirectedGraph, traits: TypeTraits): void {
  for (const name of ["symmetricTypes", "functionalTypes"] as const) {
    if (traits[name].length > 0) graph.setAttribute(name, [...traits[name]]);
  }
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
