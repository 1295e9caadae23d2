import type { PropertyGraph } from "../graph/property-graph.ts";
import type { GraphIndex } from "../index/graph-index.ts";
import type { LogicalPlan, LogicalQuery } from "../plan/logical-plan.ts";
import { type GroupKey, groupKeyOf } from "../values/group-key.ts";
import type { Value } from "../values/value.ts";
import { Execution } from "./execution.ts";
import { openPlan } from "./open-plan.ts";
import { valueReader } from "./slot-values.ts";

/** What a query is run on and with. */
export interface RunInput {
  readonly graph: PropertyGraph;
  /** A snapshot of the graph as it is now. */
  readonly index: GraphIndex;
  readonly parameters: Readonly<Record<string, Value>>;
}

/** The rows of a query, and the snapshot of the graph as the query left it. */
export interface RunOutput {
  readonly rows: readonly (readonly Value[])[];
  readonly index: GraphIndex;
}

/**
 * Runs a planned query. A query that fails leaves the graph as it was.
 *
 * @throws CypherError at run time
 */
export function runQuery(query: LogicalQuery, { graph, index, parameters }: RunInput): RunOutput {
  const execution = new Execution({ query, graph, index, parameters, open: openPlan });
  const rows: Value[][] = [];
  try {
    runRoot(query.root, execution, (values) => {
      rows.push(values);
      return true;
    });
  } catch (error) {
    execution.rollBack();
    throw error;
  }
  return { rows, index: execution.index };
}

function runRoot(root: LogicalPlan, execution: Execution, emit: (values: Value[]) => boolean): void {
  if (root.kind === "LogicalUnion") {
    const unique = root.all ? emit : withoutRepeats(emit);
    for (const branch of root.branches) runRoot(branch, execution, unique);
  } else if (root.kind === "LogicalResult") {
    const readers = root.outputs.map((variable) => valueReader(variable, execution));
    const take = readers.length === 0 ? () => true : () => emit(readers.map((read) => read()));
    openPlan(root.input, execution, take)();
  }
}

function withoutRepeats(emit: (values: Value[]) => boolean): (values: Value[]) => boolean {
  const seen = new Set<GroupKey>();
  return (values) => {
    const key = groupKeyOf(values);
    if (seen.has(key)) return true;
    seen.add(key);
    return emit(values);
  };
}
