import fc from "fast-check";
import { expect, test } from "vitest";
import { CypherError } from "../../src/diagnostics/cypher-error.ts";
import { Engine } from "../../src/engine.ts";
import { MultiDirectedGraph } from "../../src/graph/graphology.ts";
import type { Value } from "../../src/values/value.ts";
import { Choices } from "../optimize/choices.ts";
import { runs } from "../random-runs.ts";
import { describeGraph } from "../ways/describe-graph.ts";
import { engineFor, WAYS, type Way } from "../ways/ways.ts";
import { Model, type ModelOutcome } from "./model.ts";
import { randomStatement } from "./random-script.ts";
import { type Statement, statementText } from "./script.ts";

const RUNS = runs(30);

const script = fc
  .array(fc.array(fc.nat(2519), { minLength: 10, maxLength: 90 }), { minLength: 3, maxLength: 7 })
  .map((statements) => statements.map((numbers, at) => randomStatement(new Choices(numbers), at)));

test("scripts that write do the same as a naive model, regardless of earlier reads", () => {
  const seen = { statements: 0, unspecified: 0, errors: new Map<string, number>(), rows: 0 };
  fc.assert(
    fc.property(script, (statements) => {
      const model = new Model();
      const runs = [...WAYS.map((way) => new Run(way)), new Run("kept")];
      for (const statement of statements) {
        const wanted = model.run(statement);
        const graph = model.describe();
        const text = statementText(statement);
        if (model.isUnspecified) {
          const found = runs.map((run) => ({ outcome: run.take(text, statement), graph: run.describe() }));
          for (const one of found) expect({ text, ...one }).toEqual({ text, ...found[0] });
          seen.unspecified++;
          return;
        }
        for (const run of runs) {
          const { way } = run;
          const outcome = run.take(text, statement);
          const met = { outcome, graph: run.describe() };
          const right = { outcome: inFixedOrder(wanted, statement), graph };
          // Compare as text first, which is much cheaper.
          if (JSON.stringify(met) !== JSON.stringify(right))
            expect({ way, text, ...met }).toEqual({ way, text, ...right });
        }
        seen.statements++;
        if ("error" in wanted) seen.errors.set(wanted.error, (seen.errors.get(wanted.error) ?? 0) + 1);
        else seen.rows += wanted.rows.length;
      }
    }),
    {
      // Shrinking a script takes hours.
      numRuns: RUNS,
      endOnFailure: true,
    },
  );
  // Scripts that do nothing, always fail, or end unspecified would prove nothing.
  expect(seen.unspecified).toBeLessThan(RUNS / 10);
  expect(seen.rows).toBeGreaterThan(RUNS);
  expect(seen.errors.size).toBeGreaterThanOrEqual(2);
  expect([...seen.errors.values()].reduce((sum, count) => sum + count, 0)).toBeLessThan(seen.statements / 2);
}, 3_600_000);

/** A graph that a script changes, in one of the {@link WAYS}; `kept`: one engine for all statements, with evidence. */
class Run {
  readonly way: Way | "kept";
  #graph = new MultiDirectedGraph();
  #kept: Engine | undefined;
  #nextId = 1;

  constructor(way: Way | "kept") {
    this.way = way;
  }

  take(text: string, statement: Statement): ModelOutcome {
    const engine = this.way === "kept" ? this.#keptEngine() : engineFor(this.way, this.#graph, text);
    const outcome = outcomeOf(engine, text, this.way === "kept");
    this.#graph = engine.graph;
    if (!("error" in outcome)) this.#giveIds();
    return inFixedOrder(outcome, statement);
  }

  describe(): unknown {
    return describeGraph(this.#graph);
  }

  #keptEngine(): Engine {
    this.#kept ??= new Engine(this.#graph);
    // Only read by queries, as users do: this makes some columns and fills the caches of values.
    this.#kept.run("MATCH (n) OPTIONAL MATCH (n)-[r]->(m) RETURN n, r, n.a, m.b, r.a, n.f ORDER BY n.a, r.b");
    return this.#kept;
  }

  /** Sets ids with graphology, in order of creation. */
  #giveIds(): void {
    const graph = this.#graph;
    for (const key of graph.filterNodes((_, { id }) => id === undefined))
      graph.setNodeAttribute(key, "id", this.#nextId++);
    for (const key of graph.filterEdges((_, { id }) => id === undefined))
      graph.setEdgeAttribute(key, "id", this.#nextId++);
  }
}

function outcomeOf(engine: Engine, text: string, evidence: boolean): ModelOutcome {
  try {
    const { rows } = engine.prepare(text).run({}, { evidence });
    return { rows: rows.map((row) => row.map(plain)) };
  } catch (error) {
    if (!(error instanceof CypherError)) throw error;
    if (error.phase === "runtime") expect(error.span, error.message).toBeDefined();
    return { error: error.code };
  }
}

function plain(value: Value): number | boolean | string | null {
  if (value === null || typeof value === "number" || typeof value === "boolean" || typeof value === "string")
    return value;
  throw new Error(`a script returns ${typeof value}`);
}

/** Sorts the rows after MERGE, because the order of its matches is not fixed. */
function inFixedOrder(outcome: ModelOutcome, { writes }: Statement): ModelOutcome {
  if ("error" in outcome || !writes.some(({ kind }) => kind.startsWith("merge"))) return outcome;
  return { rows: [...outcome.rows].sort((one, other) => (String(one) < String(other) ? -1 : 1)) };
}
