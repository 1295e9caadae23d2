import fc from "fast-check";
import { expect, test } from "vitest";
import { CypherError } from "../../src/diagnostics/cypher-error.ts";
import { Engine } from "../../src/engine.ts";
import { OpenQuery } from "../../src/execute/open-query.ts";
import { PropertyGraph } from "../../src/graph/property-graph.ts";
import { addEvidence } from "../../src/optimize/add-evidence.ts";
import { optimizeQuery } from "../../src/optimize/optimize-query.ts";
import { reduceQuery } from "../../src/optimize/reduce-query.ts";
import type { LogicalQuery } from "../../src/plan/logical-plan.ts";
import { planQuery } from "../../src/plan/plan-query.ts";
import { bindQuery } from "../../src/semantics/bind-query.ts";
import { GraphIndex } from "../../src/storage/graph-index.ts";
import { parse } from "../../src/syntax/parse.ts";
import { valueText } from "../../src/values/value-text.ts";
import { runs } from "../random-runs.ts";
import { arbitraryGraph, arbitraryQuery } from "./random-pattern.ts";

test("a query returns the same rows as written, optimized, and with evidence", () => {
  let rowsSeen = 0;
  fc.assert(
    fc.property(arbitraryGraph, arbitraryQuery, (statements, text) => {
      const engine = new Engine();
      for (const statement of statements) engine.run(statement);
      const graph = new PropertyGraph(engine.graph);
      const index = new GraphIndex(graph);
      const rowsOf = (query: LogicalQuery): string[] => {
        const { rows } = new OpenQuery(query, graph, index).run({}, {});
        return rows.map((row) => row.map(valueText).join(" | ")).sort();
      };
      const plain = planned(text);
      fc.pre(plain !== undefined);
      const optimized = optimizeQuery(plain, index);
      const rows = rowsOf(plain);
      rowsSeen += rows.length;
      expect(rowsOf(optimized)).toEqual(rows);
      expect(rowsOf(reduceQuery(optimized, index))).toEqual(rows);
      expect(rowsOf(addEvidence(optimized, index))).toEqual(rows);
    }),
    { numRuns: runs(250) },
  );
  // Guard against a test that compares only empty results.
  expect(rowsSeen).toBeGreaterThan(runs(160));
});

/**
 * Undefined for the few random queries that are invalid, such as those that use one variable for two kinds of values.
 */
function planned(text: string): LogicalQuery | undefined {
  try {
    return planQuery(bindQuery(parse(text), { text, procedures: new Map() }));
  } catch (error) {
    if (error instanceof CypherError && error.code !== "UnexpectedSyntax") return undefined;
    throw error;
  }
}
