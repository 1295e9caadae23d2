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
import { type Limits, Work } from "./work.ts";

/** The rows of a query, and the snapshot of the graph as the query left it. */
export interface RunOutput {
  readonly rows: readonly (readonly Value[])[];
  readonly index: GraphIndex;
  /** What each row rests on, where the plan says so. */
  readonly evidence: readonly Evidence[];
  readonly stats: SideEffects;
}

/** A planned query whose operators are made: to be run on one snapshot, once or many times. */
export class OpenQuery {
  readonly #query: LogicalQuery;
  readonly #graph: PropertyGraph;
  readonly #execution: Execution;
  readonly #runRoot: () => void;
  #rows: Value[][] = [];
  #evidence: Evidence[] = [];
  #isRunning = false;

  /**
   * @param index a snapshot of the graph as it is now
   * @param work to look into afterwards, where it is profiled
   */
  constructor(query: LogicalQuery, graph: PropertyGraph, index: GraphIndex, work = new Work(false)) {
    this.#query = query;
    this.#graph = graph;
    this.#execution = new Execution({ query, graph, index, work, openPlan });
    this.#runRoot = openRoot(query.root, this.#execution, (values, restsOn) => {
      work.emit(values.length);
      this.#rows.push(values);
      this.#evidence.push(restsOn);
      return true;
    });
  }

  /** What it reads. */
  get index(): GraphIndex {
    return this.#execution.index;
  }

  /** Whether a run is under way: a procedure that the query calls may want to run the same query. */
  get isRunning(): boolean {
    return this.#isRunning;
  }

  /**
   * A query that fails leaves the graph as it was.
   *
   * @throws CypherError at run time
   */
  run(parameters: Readonly<Record<string, Value>>, limits: Limits): RunOutput {
    checkParameters(this.#query, parameters);
    this.#rows = [];
    this.#evidence = [];
    this.#isRunning = true;
    try {
      return this.#query.writes ? this.#write(parameters, limits) : this.#read(parameters, limits);
    } finally {
      this.#isRunning = false;
      this.#execution.end();
    }
  }

  #read(parameters: Readonly<Record<string, Value>>, limits: Limits): RunOutput {
    this.#execution.begin(parameters, limits);
    this.#runRoot();
    return { rows: this.#rows, evidence: this.#evidence, index: this.#execution.index, stats: NO_CHANGES };
  }

  #write(parameters: Readonly<Record<string, Value>>, limits: Limits): RunOutput {
    const execution = this.#execution;
    const { changes } = this.#graph.transaction(() => {
      execution.begin(parameters, limits);
      this.#runRoot();
    });
    const { index } = execution;
    const rows = this.#rows.map((row) => row.map((value) => currentValue(value, index)));
    return { rows, evidence: this.#evidence, index, stats: sideEffects(changes, index) };
  }
}

/** Every parameter is asked for before anything runs, also one that no row would need. */
function checkParameters(
  { parameters: named }: LogicalQuery,
  parameters: Readonly<Record<string, Value>>,
): void {
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

function openRoot(root: LogicalPlan, execution: Execution, emit: Emit): () => void {
  if (root.kind === "LogicalUnion") {
    const unique = root.all ? emit : withoutRepeats(emit, execution);
    const branches = root.branches.map((branch) => openRoot(branch, execution, unique));
    return () => {
      for (const run of branches) run();
    };
  }
  if (root.kind !== "LogicalResult") return () => {};
  const readers = root.outputs.map((variable) => valueReader(variable, execution));
  const slot = root.evidence?.slot;
  const restsOn = slot === undefined ? () => null : () => execution.row[slot] as unknown as Evidence;
  const take =
    readers.length === 0
      ? () => true
      : () =>
          emit(
            readers.map((read) => read()),
            restsOn(),
          );
  const run = execution.open(root, take);
  if (slot === undefined) return run;
  return () => {
    // Every branch, and every run, begins with a row that rests on nothing.
    execution.row[slot] = null;
    run();
  };
}

function withoutRepeats(emit: Emit, execution: Execution): Emit {
  const seen = new Set<GroupKey>();
  execution.onRun(() => seen.clear());
  return (values, restsOn) => {
    const key = groupKeyOf(values);
    if (seen.has(key)) return true;
    seen.add(key);
    return emit(values, restsOn);
  };
}
