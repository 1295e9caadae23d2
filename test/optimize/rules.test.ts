import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Engine } from "../../src/engine.ts";
import { OpenQuery } from "../../src/execute/open-query.ts";
import { QueryBudget } from "../../src/execute/query-budget.ts";
import { PropertyGraph } from "../../src/graph/property-graph.ts";
import type { LogicalQuery } from "../../src/plan/logical-plan.ts";
import { planLines } from "../../src/plan/plan-text.ts";
import { GraphIndex } from "../../src/storage/graph-index.ts";
import { plansOf, rowsOf, writtenPlan } from "./compare-plans.ts";
import { type RuleCase, readRuleCases, type Stage } from "./read-rule-cases.ts";

const FOLDER = join(import.meta.dirname, "rules");

for (const file of readdirSync(FOLDER)) {
  describe(file.replace(".case", ""), () => {
    test.each(readRuleCases(readFileSync(join(FOLDER, file), "utf8")))("$name", checkCase);
  });
}

/** Graphs by the statements that created them. */
const GRAPHS = new Map<string, { readonly graph: PropertyGraph; readonly index: GraphIndex }>();

/** @param writes whether the query will change the graph */
function graphOf(statements: readonly string[], writes: boolean) {
  const key = statements.join("\n");
  const known = writes ? undefined : GRAPHS.get(key);
  if (known !== undefined) return known;
  const engine = new Engine();
  for (const statement of statements) engine.run(statement);
  const graph = new PropertyGraph(engine.graph);
  const made = { graph, index: new GraphIndex(graph) };
  if (!writes) GRAPHS.set(key, made);
  return made;
}

function checkCase({ graph: statements, query, plans, timesLessWork, fitsInBytes }: RuleCase): void {
  const written = writtenPlan(query);
  const { graph, index } = graphOf(statements, written.writes);
  const { ordered, reduced } = plansOf(written, index);
  const stages: Readonly<Record<Stage, LogicalQuery>> = { written, ordered, run: reduced };
  const open = (plan: LogicalQuery, budget = new QueryBudget(false)) =>
    new OpenQuery(plan, graph, index, budget);
  const texts = plans.map(({ stage }) => ({ stage, text: planText(stages[stage]) }));
  expect(texts).toEqual(plans);

  const rows = rowsOf(open(written), {}).sort();
  expect(rows.length).toBeGreaterThan(0);
  expect(rowsOf(open(ordered), {}).sort()).toEqual(rows);
  expect(rowsOf(open(reduced), {}).sort()).toEqual(rows);

  const [first, last] = [plans[0], plans.at(-1)].map((plan) => stages[plan?.stage ?? "run"]);
  if (first === undefined || last === undefined) return;
  if (timesLessWork !== undefined) {
    const [before, after] = [costOf(first, open), costOf(last, open)];
    expect(before / after, `${before} before, ${after} after`).toBeGreaterThanOrEqual(timesLessWork);
  }
  if (fitsInBytes !== undefined) {
    const limits = { maxMemory: fitsInBytes };
    expect(() => open(first).run({}, limits)).toThrow("holds more than");
    expect(open(last).run({}, limits).rows).toHaveLength(rows.length);
  }
}

/** The total rows and db hits of all operators. */
function costOf(plan: LogicalQuery, open: (plan: LogicalQuery, budget: QueryBudget) => OpenQuery): number {
  const budget = new QueryBudget(true);
  open(plan, budget).run({}, {});
  return planLines(plan).reduce((sum, { plan: operator }) => {
    const done = operator && budget.of(operator);
    return sum + (done === undefined ? 0 : done.rows + done.dbHits);
  }, 0);
}

function planText(query: LogicalQuery): string {
  return planLines(query)
    .map(({ text }) => text)
    .join("\n");
}
