import { CypherError } from "../diagnostics/cypher-error.ts";
import type { PropertyGraph } from "../graph/property-graph.ts";
import type { LogicalPlan, LogicalQuery } from "../plan/logical-plan.ts";
import type { GraphIndex } from "../storage/graph-index.ts";
import { type GroupKey, groupKeyOf } from "../values/group-key.ts";
import type { Value } from "../values/value.ts";
import type { RunEvidence } from "./evidence/evidence.ts";
import { type Evidence, NO_EVIDENCE } from "./evidence/evidence-store.ts";
import { Execution } from "./execution.ts";
import { currentValue } from "./expressions/current-value.ts";
import { valueReader } from "./expressions/slot-values.ts";
import { openPlan } from "./open-plan.ts";
import { type Limits, QueryBudget } from "./query-budget.ts";
import { NO_CHANGES, type SideEffects, sideEffects } from "./side-effects.ts";

/** The rows of a query, and the snapshot of the graph as the query left it. */
export interface RunOutput {
  readonly rows: readonly (readonly Value[])[];
  readonly index: GraphIndex;
  /** Evidence of the rows, if the plan records it. */
  readonly evidence: RunEvidence | undefined;
  readonly stats: SideEffects;
}

/** A planned query with its operators opened. It runs on one snapshot, once or many times. */
export class OpenQuery {
  readonly #query: LogicalQuery;
  readonly #graph: PropertyGraph;
  readonly #execution: Execution;
  readonly #runRoot: () => void;
  #rows: Value[][] = [];
  #evidence: Evidence[] = [];
  #isRunning = false;

  /**
   * @param index a snapshot of the current graph
   * @param budget holds the counts of each operator after a profiled run
   */
  constructor(query: LogicalQuery, graph: PropertyGraph, index: GraphIndex, budget = new QueryBudget(false)) {
    this.#query = query;
    this.#graph = graph;
    this.#execution = new Execution({ query, graph, index, budget, openPlan });
    this.#runRoot = openRoot(query.root, this.#execution, this.#taker(budget));
  }

  #taker(budget: QueryBudget): Take {
    const { evidence: store, row } = this.#execution;
    if (store === undefined) {
      return (values, bytes) => {
        budget.emit(values.length, bytes);
        this.#rows.push(values);
      };
    }
    return (values, bytes, repeated) => {
      const evidence = row[store.slot] as Evidence;
      if (repeated === undefined) {
        budget.emit(values.length, bytes);
        this.#rows.push(values);
        this.#evidence.push(evidence);
      } else {
        this.#evidence[repeated] = store.merge(this.#evidence[repeated] as Evidence, evidence);
      }
      store.keep();
    };
  }

  /** The index that the query reads. */
  get index(): GraphIndex {
    return this.#execution.index;
  }

  /** Whether a run is in progress: a procedure called by the query may run the same query. */
  get isRunning(): boolean {
    return this.#isRunning;
  }

  /**
   * Runs the query. A query that fails leaves the graph unchanged.
   *
   * @throws CypherError for any error at run time
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
    const { index } = this.#execution;
    return { rows: this.#rows, evidence: this.#runEvidence(), index, stats: NO_CHANGES };
  }

  #write(parameters: Readonly<Record<string, Value>>, limits: Limits): RunOutput {
    const execution = this.#execution;
    const { changes } = this.#graph.transaction(() => {
      execution.begin(parameters, limits);
      this.#runRoot();
    });
    const { index } = execution;
    const rows = this.#rows.map((row) => row.map((value) => currentValue(value, index)));
    return { rows, evidence: this.#runEvidence(), index, stats: sideEffects(changes, index) };
  }

  #runEvidence(): RunEvidence | undefined {
    const { evidence: store } = this.#execution;
    return store && { rows: this.#evidence, records: store.records() };
  }
}

/** Checks all parameters before anything runs, including those that no row would need. */
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

/**
 * Takes one row of the result.
 *
 * @param bytes the bytes that the query allocated for it
 * @param repeated the position of an earlier, equal row, which represents both
 */
type Take = (values: Value[], bytes: number, repeated?: number) => void;

function openRoot(root: LogicalPlan, execution: Execution, take: Take): () => void {
  if (root.kind === "LogicalUnion") {
    const unique = root.all ? take : withoutRepeats(take, execution);
    const branches = root.branches.map((branch) => openRoot(branch, execution, unique));
    return () => {
      for (const run of branches) run();
    };
  }
  if (root.kind !== "LogicalResult") return () => {};
  const { memory } = execution.budget;
  const readers = root.outputs.map((variable) => valueReader(variable, execution));
  const slots = root.outputs.map(({ slot }) => slot);
  const emit =
    readers.length === 0
      ? () => true
      : () => {
          const mark = memory.made;
          const values = readers.map((read) => read());
          take(values, memory.made - mark + execution.takeHeld(slots));
          return true;
        };
  const run = execution.open(root, emit);
  const slot = execution.evidence?.slot;
  if (slot === undefined) return run;
  return () => {
    // The slot still holds the evidence of the previous run or branch.
    execution.row[slot] = NO_EVIDENCE;
    run();
  };
}

function withoutRepeats(take: Take, execution: Execution): Take {
  const places = new Map<GroupKey, number>();
  execution.onRun(() => places.clear());
  const isMerged = execution.evidence !== undefined;
  const { budget } = execution;
  return (values, bytes) => {
    const mark = budget.memory.made;
    const key = groupKeyOf(values, budget);
    const place = places.get(key);
    if (place === undefined) {
      places.set(key, places.size);
      budget.keep(0, budget.memory.made - mark);
      take(values, bytes);
    } else if (isMerged) take(values, bytes, place);
    budget.memory.made = mark;
  };
}
