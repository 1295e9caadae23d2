import type { MultiDirectedGraph } from "../../../src/graph/graphology.ts";
import type { Cell, Parameters, Row } from "../queries/bench-query.ts";

/** A query written as a typical graphology program: with its methods, attributes, maps and sets. */
export type GraphologyQuery = (graph: MultiDirectedGraph, parameters: Parameters) => Row[];

/** Receives a claim and the node at its other end. */
export type Visit = (claim: string, other: string) => void;

/** Visits the claims of one type with the node as subject, and their objects. */
export function outgoing(graph: MultiDirectedGraph, node: string, type: string, visit: Visit): void {
  graph.forEachOutEdge(node, (claim, attributes, _, object) => {
    if (attributes["type"] === type) visit(claim, object);
  });
}

/** Visits the claims of one type with the node as subject or object, and the other end. */
export function around(graph: MultiDirectedGraph, node: string, type: string, visit: Visit): void {
  graph.forEachEdge(node, (claim, attributes, subject, object) => {
    if (attributes["type"] === type) visit(claim, subject === node ? object : subject);
  });
}

export function text(parameters: Parameters, name: string): string {
  return parameters[name] as string;
}

export function property(graph: MultiDirectedGraph, node: string, name: string): Cell {
  return (graph.getNodeAttribute(node, name) as Cell | undefined) ?? null;
}

export function increase(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** The entries with the largest counts first, for equal counts by key. */
export function largest(counts: ReadonlyMap<string, number>, limit: number): [string, number][] {
  return [...counts].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1)).slice(0, limit);
}
