import fc from "fast-check";
import { MultiDirectedGraph } from "graphology";
import { expect, test } from "vitest";
import { CypherError } from "../../src/diagnostics/cypher-error.ts";
import { Engine } from "../../src/engine.ts";
import { valueText } from "../../src/values/value-text.ts";
import { runs } from "../random-runs.ts";
import { arbitraryGraph, arbitraryQuery } from "./random-pattern.ts";

test("rows do not depend on the insertion order of a graph", () => {
  let rowsSeen = 0;
  fc.assert(
    fc.property(arbitraryGraph, arbitraryQuery, fc.infiniteStream(fc.nat()), (statements, text, numbers) => {
      const engine = new Engine();
      for (const statement of statements) engine.run(statement);
      const rows = sortedRows(engine, text);
      fc.pre(rows !== undefined);
      rowsSeen += rows?.length ?? 0;
      expect(sortedRows(new Engine(refilled(engine.graph, () => numbers.next().value)), text)).toEqual(rows);
    }),
    { numRuns: runs(150) },
  );
  // Guard against a test that compares only empty results.
  expect(rowsSeen).toBeGreaterThan(runs(70));
});

/** The same graph with different keys, its nodes and relationships added in a different order. */
function refilled(graph: MultiDirectedGraph, number: () => number): MultiDirectedGraph {
  const other = new MultiDirectedGraph();
  const shuffled = <Item>(items: readonly Item[]) =>
    items
      .map((item) => ({ item, place: number() }))
      .sort((a, b) => a.place - b.place)
      .map(({ item }) => item);
  for (const node of shuffled(graph.nodes()))
    other.addNode(`other ${node}`, { ...graph.getNodeAttributes(node) });
  for (const edge of shuffled(graph.edges())) {
    const [source, target] = graph.extremities(edge);
    other.addEdgeWithKey(`other ${edge}`, `other ${source}`, `other ${target}`, {
      ...graph.getEdgeAttributes(edge),
    });
  }
  return other;
}

/** Undefined for the few random queries that are invalid. */
function sortedRows(engine: Engine, text: string): string[] | undefined {
  try {
    return engine
      .run(text)
      .rows.map((row) => row.map(valueText).join(" | "))
      .sort();
  } catch (error) {
    if (error instanceof CypherError && error.phase === "compile time") return undefined;
    throw error;
  }
}
