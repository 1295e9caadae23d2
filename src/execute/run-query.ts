import type { PropertyGraph } from "../graph/property-graph.ts";
import type { GraphIndex } from "../index/graph-index.ts";
import type { LogicalPlan, LogicalQuery } from "../plan/logical-plan.ts";
import { type GroupKey, groupKeyOf } from "../values/group-key.ts";
import type { Value } from "../values/value.ts";
import type { Evidence } from "./evidence.ts";
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
  /** What each row rests on, where the plan says so. */
  readonly evidence: readonly Evidence[];
}

/**
 * Runs a planned query. A query that fails leaves the graph as it was.
 *
 * @throws CypherError at run time
 */
export function runQuery(query: LogicalQuery, { graph, index, parameters }: RunInput): RunOutput {
  const execution = new Execution({ query, graph, index, parameters, open: openPlan });
  const rows: Value[][] = [];
  const evidence: Evidence[] = [];
  try {
    runRoot(query.root, execution, (values, restsOn) => {
      rows.push(values);
      evidence.push(restsOn);
      return true;
    });
  } catch (error) {
    execution.rollBack();
    throw error;
  }
  return { rows, evidence, index: execution.index };
}

/** Takes one row of the result, and what it rests on. */
type Emit = (values: Value[], restsOn: Evidence) => boolean;

function runRoot(root: LogicalPlan, execution: Execution, emit: Emit): void {
  if (root.kind === "LogicalUnion") {
    const unique = root.all ? emit : withoutRepeats(emit);
    for (const branch of root.branches) runRoot(branch, execution, unique);
  } else if (root.kind === "LogicalResult") {
    const readers = root.outputs.map((variable) => valueReader(variable, execution));
    const restsOn = () =>
      root.evidence === undefined ? null : (execution.get(root.evidence) as unknown as Evidence);
    const take =
      readers.length === 0
        ? () => true
        : () =>
            emit(
              readers.map((read) => read()),
              restsOn(),
            );
    openPlan(root.input, execution, take)();
  }
}

function withoutRepeats(emit: Emit): Emit {
  const seen = new Set<GroupKey>();
  return (values, restsOn) => {
    const key = groupKeyOf(values);
    if (seen.has(key)) return true;
    seen.add(key);
    return emit(values, restsOn);
  };
}
