import type { MultiDirectedGraph } from "./graphology.ts";

/**
 * What a vocabulary says of relationship types, as far as a graph must know it to tell which claims agree. In
 * graphology the lists are attributes of the graph, under these names.
 */
export interface TypeTraits {
  /** Types that say the same in both directions, such as MEETS. */
  readonly symmetricTypes: readonly string[];
  /** Types of which a subject has one object at most, such as DATED: claims of two objects contradict each other. */
  readonly functionalTypes: readonly string[];
}

/** Of a graph that came without a vocabulary. */
export const NO_TRAITS: TypeTraits = { symmetricTypes: [], functionalTypes: [] };

export function typeTraitsOf(graph: MultiDirectedGraph): TypeTraits {
  return {
    symmetricTypes: texts(graph.getAttribute("symmetricTypes")),
    functionalTypes: texts(graph.getAttribute("functionalTypes")),
  };
}

/** Writes the traits into a graph; those of which there are none leave no attribute. */
export function setTypeTraits(graph: MultiDirectedGraph, traits: TypeTraits): void {
  for (const name of ["symmetricTypes", "functionalTypes"] as const) {
    if (traits[name].length > 0) graph.setAttribute(name, [...traits[name]]);
  }
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
