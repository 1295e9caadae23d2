import { CypherError } from "../diagnostics/cypher-error.ts";
import type { PropertyGraph } from "../graph/property-graph.ts";
import type { GraphIndex } from "../index/graph-index.ts";
import type { LogicalPlan, LogicalQuery } from "../plan/logical-plan.ts";
import { type GroupKey, groupKeyOf } from "../values/group-key.ts";
import type { Value } from "../values/value.ts";
import { currentValue } from "./current-value.ts";
import type { Evidence } from "./evidence.ts";
import { Execution } from "./execution.ts";
import { openPlan } from "./open-plan.ts";
import { NO_CHANGES, type SideEffects, sideEffects } from "./side-effects.ts";
import { valueReader } from "./slot-values.ts";
import type { Work } from "./work.ts";

/** What a query is run on and with. */
export interface RunInput {
  readonly graph: PropertyGraph;
  /** A snapshot of the graph as it is now. */
  readonly index: GraphIndex;
  readonly parameters: Readonly<Record<string, Value>>;
  readonly work: Work;
}

/** The rows of a query, and the snapshot of the graph as the query left it. */
export interface RunOutput {
  readonly rows: readonly (readonly Value[])[];
  readonly index: GraphIndex;
  /** What each row rests on, where the plan says so. */
  readonly evidence: readonly Evidence[];
  readonly stats: SideEffects;
}

/**
 * Runs a planned query. A query that fails leaves the graph as it was.
 *
 * @throws CypherError at run time
 */
export function runQuery(query: LogicalQuery, { graph, index, parameters, work }: RunInput): RunOutput {
  checkParameters(query, parameters);
  const execution = new Execution({ query, graph, index, parameters, work, open: openPlan });
  const rows: Value[][] = [];
  const evidence: Evidence[] = [];
  const run = () =>
    runRoot(query.root, execution, (values, restsOn) => {
      work.emit(values.length);
      rows.push(values);
      evidence.push(restsOn);
      return true;
    });
  if (!query.writes) {
    run();
    return { rows, evidence, index, stats: NO_CHANGES };
  }
  const { changes } = graph.transaction(run);
  const current = rows.map((row) => row.map((value) => currentValue(value, execution.index)));
  return {
    rows: current,
    evidence,
    index: execution.index,
    stats: sideEffects(changes, index, execution.index),
  };
}

/** Every parameter is asked for before anything runs, also one that no row would need. */
function checkParameters({ parameters: named }: LogicalQuery, parameters: RunInput["parameters"]): void {
  for (const [name, span] of named) {
    if (Object.hasOwn(parameters, name)) continue;
    const given = Object.keys(parameters);
    throw new CypherError("MissingParameter", `the parameter $${name} was not given`, {
      span,
      hint:
        given.length === 0
          ? "no parameters were given"
          : `given: ${given.map((key) => `$${key}`).join(", ")}`,
    });
  }
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
    openPlan(root, execution, take)();
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
