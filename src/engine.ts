import type { ClaimGraph } from "./claims/claim-graph.ts";
import { CLAIM_PROCEDURES } from "./claims/claim-procedures.ts";
import { type ClaimReader, claimReader } from "./claims/claim-reader.ts";
import {
  checkMembers,
  checkObject,
  checkOption,
  checkString,
  wrongArgument,
} from "./diagnostics/check-argument.ts";
import { CypherError } from "./diagnostics/cypher-error.ts";
import type { Notification } from "./diagnostics/notification.ts";
import { OpenQuery, type RunOutput } from "./execute/open-query.ts";
import { type Limits, QueryBudget } from "./execute/query-budget.ts";
import { Result } from "./execute/result.ts";
import { NO_CHANGES } from "./execute/side-effects.ts";
import { checkProcedure } from "./functions/check-procedure.ts";
import type { ProcedureDefinition } from "./functions/procedure.ts";
import type { GraphColumns } from "./graph/graph-columns.ts";
import type { MultiDirectedGraph } from "./graph/graphology.ts";
import { PropertyGraph } from "./graph/property-graph.ts";
import { addEvidence } from "./optimize/add-evidence.ts";
import { rowEstimator } from "./optimize/cost/estimate-rows.ts";
import { optimizeQuery } from "./optimize/optimize-query.ts";
import { reduceQuery } from "./optimize/reduce-query.ts";
import { withoutLimits } from "./optimize/without-limits.ts";
import type { LogicalPlan, LogicalQuery } from "./plan/logical-plan.ts";
import { planQuery } from "./plan/plan-query.ts";
import { planLines } from "./plan/plan-text.ts";
import { bindQuery } from "./semantics/bind-query.ts";
import { rewriteExtensions } from "./semantics/rewrite-extensions.ts";
import { unknownNames } from "./semantics/unknown-names.ts";
import { GraphIndex } from "./storage/graph-index.ts";
import { NameIndex } from "./storage/name-index.ts";
import type { Statement } from "./syntax/ast.ts";
import { parse } from "./syntax/parse.ts";
import { printStatement } from "./syntax/print-tree.ts";
import { unquotedDates } from "./syntax/unquoted-dates.ts";
import { fromJavaScript } from "./values/from-javascript.ts";
import type { Value } from "./values/value.ts";

/** The values of a query's `$parameters`: JavaScript values, see `fromJavaScript`. */
export type Parameters = Readonly<Record<string, unknown>>;

/** Options for running a query: its limits, and whether to collect evidence. */
export interface RunOptions extends Limits {
  /**
   * Whether to collect the evidence of each row, see `Result.evidence`. For a query that does not write, evidence can
   * also be requested afterwards; the query is then run again.
   */
  readonly evidence?: boolean;
}

/** A query that is parsed and planned once and can be run many times. */
export interface PreparedQuery {
  /**
   * @throws CypherError if the query fails or exceeds a limit
   * @throws TypeError if an argument has the wrong type, or an option is unknown
   */
  run(parameters?: Parameters, options?: RunOptions): Result;
}

/** The plan of a query, for the graph at `version`. */
interface Plan extends RunnablePlan {
  readonly text: string;
  readonly version: number;
  readonly mode: Statement["mode"];
  /** The statement without extensions, which EXPLAIN and PROFILE show. */
  readonly plain: Statement;
  /** The ordered plan, which produces every row that is evidence for the result. */
  readonly ordered: LogicalQuery;
  /** The reduced plan, which is run unless evidence is requested: it skips rows that do not change the result. */
  readonly query: LogicalQuery;
  readonly notifications: readonly Notification[];
  /** The plan that carries evidence. Undefined until evidence is requested. */
  withEvidence?: RunnablePlan;
}

/** A logical plan and its operators. */
interface RunnablePlan {
  readonly query: LogicalQuery;
  /** The operators. Undefined until the first run. */
  opened?: OpenQuery;
}

/** Maximum number of prepared queries in the cache. */
const CACHE_SIZE = 500;

/**
 * Queries and changes one graph in openCypher. The program keeps control of the graph: it may change the graph between
 * queries, and the engine sees the changes.
 */
export class Engine {
  readonly #graph: PropertyGraph;
  readonly #prepared = new Map<string, PreparedQuery>();
  readonly #procedures = new Map<string, ProcedureDefinition>();
  #index: GraphIndex | undefined;
  #names: NameIndex | undefined;
  /** Number of running queries: a procedure may run a query inside the query that calls it. */
  #running = 0;

  /**
   * @param graph a graphology `MultiDirectedGraph`, which the program may also change directly; or columns, which must
   *   not be changed. Omitted: an empty graph.
   */
  constructor(graph?: MultiDirectedGraph | GraphColumns) {
    this.#graph = new PropertyGraph(graph);
    for (const procedure of CLAIM_PROCEDURES) {
      this.registerProcedure({ ...procedure, run: (args) => procedure.run(args, this.#claimGraph()) });
    }
  }

  /** The graph that queries read and write. Columns are converted to a graphology graph on the first access. */
  get graph(): MultiDirectedGraph {
    return this.#graph.graphology;
  }

  /** The columns passed to the constructor. Undefined once the graph itself has been accessed or changed. */
  get columns(): GraphColumns | undefined {
    return this.#graph.columns;
  }

  /**
   * Registers a procedure for `CALL`. Replaces a procedure of the same name.
   *
   * @throws TypeError if `procedure` is not a valid {@link ProcedureDefinition}
   */
  registerProcedure(procedure: ProcedureDefinition): void {
    checkProcedure(procedure);
    this.#procedures.set(procedure.name, procedure);
    this.#prepared.clear();
  }

  /**
   * Runs a query.
   *
   * @throws CypherError if the query is invalid, fails, or exceeds a limit
   * @throws TypeError if an argument has the wrong type, or an option is unknown
   */
  run(text: string, parameters: Parameters = {}, options: RunOptions = {}): Result {
    return this.prepare(text).run(parameters, options);
  }

  /**
   * Parses and plans a query, which can then be run many times.
   *
   * @throws CypherError if the query is invalid
   * @throws TypeError if `text` is not a string
   */
  prepare(text: string): PreparedQuery {
    checkString("Engine", "the query", text);
    const known = this.#prepared.get(text);
    if (known !== undefined) return known;
    const prepared = withQueryText(text, () => this.#prepare(text));
    const [oldest] = this.#prepared.keys();
    if (this.#prepared.size >= CACHE_SIZE && oldest !== undefined) this.#prepared.delete(oldest);
    this.#prepared.set(text, prepared);
    return prepared;
  }

  /** Returns a reader for the claims of the current graph: it groups them, with the claims that contest them. */
  claims(): ClaimReader {
    return claimReader(this.#claimGraph());
  }

  #prepare(text: string): PreparedQuery {
    const statement = parse(text);
    let plan = this.#plan(statement, text);
    return {
      run: (parameters = {}, options = {}) => {
        checkRun(parameters, options);
        return withQueryText(text, () => {
          // The entities of a name, and the cost of a plan, may have changed with the graph.
          if (plan.version !== this.#graph.version) plan = this.#plan(statement, text);
          return this.#run(plan, parameters, options);
        });
      },
    };
  }

  /** Compiles a statement: from syntax to plan. */
  #plan(statement: Statement, text: string): Plan {
    const index = this.#currentIndex();
    const { version } = index;
    const names = () => this.#currentNames(index);
    const { statement: plain, usedNames } = rewriteExtensions(statement, (name) => names().resolve(name));
    const bound = bindQuery(plain, { text, procedures: this.#procedures });
    const ordered = optimizeQuery(planQuery(bound), index);
    const query = reduceQuery(ordered, index);
    return {
      text,
      version,
      ordered,
      query,
      mode: statement.mode,
      plain,
      notifications: [
        ...unquotedDates(text),
        ...unknownNames(statement, usedNames, {
          labels: () => index.labels(),
          relationshipTypes: () => index.relationshipTypes(),
          propertyKeys: () => index.propertyKeys(),
          names: () => names().known(),
        }),
      ],
    };
  }

  #run(plan: Plan, parameters: Parameters, options: RunOptions): Result {
    const { text, mode, plain, notifications } = plan;
    const isKept = options.evidence === true;
    const runnable = isKept ? this.#withEvidence(plan) : plan;
    const { query } = runnable;
    const index = query.writes && this.#running > 0 ? new GraphIndex(this.#graph) : this.#currentIndex();
    if (mode === "explain") {
      const estimate = rowEstimator(index);
      const rows = planRows(plain, query, (operator) => [operator ? Math.round(estimate(operator)) : null]);
      const columns = ["plan", "estimated rows"];
      return new Result({ query: text, columns, rows, notifications, stats: NO_CHANGES }, this.#graph);
    }
    const values: Record<string, Value> = Object.create(null);
    for (const [name, value] of Object.entries(parameters)) values[name] = fromJavaScript(value);
    const budget = new QueryBudget(mode === "profile");
    const output = this.#runOpened(this.#opened(runnable, index, budget), values, options);
    const { stats } = output;
    if (mode === "profile") {
      const rows = planRows(plain, query, (operator) => {
        const done = operator && budget.of(operator);
        return done === undefined ? [null, null] : [done.rows, done.dbHits];
      });
      const columns = ["plan", "rows", "dbHits"];
      return new Result({ query: text, columns, rows, notifications, stats }, this.#graph);
    }
    const parts = { query: text, columns: query.columns, rows: output.rows, notifications, stats };
    const runAgain = query.writes
      ? undefined
      : (isWhole: boolean) => withQueryText(text, () => this.#runForEvidence(plan, isWhole, values, options));
    return new Result(parts, this.#graph, { output, isKept, runAgain });
  }

  /** Runs a query that does not write again, within its limits, to collect the evidence of its rows. */
  #runForEvidence(
    plan: Plan,
    isWhole: boolean,
    parameters: Readonly<Record<string, Value>>,
    limits: Limits,
  ): RunOutput {
    const index = this.#currentIndex();
    const runnable = isWhole
      ? { query: addEvidence(withoutLimits(plan.ordered), index) }
      : this.#withEvidence(plan);
    return this.#runOpened(this.#opened(runnable, index, new QueryBudget(false)), parameters, limits);
  }

  /** The plan whose rows carry evidence. Unlike the reduced plan, it skips no row that is evidence. */
  #withEvidence(plan: Plan): RunnablePlan {
    plan.withEvidence ??= { query: addEvidence(plan.ordered, this.#currentIndex()) };
    return plan.withEvidence;
  }

  /** The operators of a plan. Reuses those of the last run, unless they are running or the query is profiled. */
  #opened(plan: RunnablePlan, index: GraphIndex, budget: QueryBudget): OpenQuery {
    const { opened: last } = plan;
    if (last?.index === index && !last.isRunning && !budget.isProfiled) return last;
    const opened = new OpenQuery(plan.query, this.#graph, index, budget);
    if (!budget.isProfiled && !last?.isRunning) plan.opened = opened;
    return opened;
  }

  #runOpened(query: OpenQuery, parameters: Readonly<Record<string, Value>>, limits: Limits): RunOutput {
    this.#running++;
    try {
      return query.run(parameters, limits);
    } finally {
      this.#running--;
    }
  }

  /**
   * Returns the index after bringing it up to date. A query inside another one gets a separate index, since only the
   * outer query may update its own.
   */
  #currentIndex(): GraphIndex {
    if (this.#index?.version === this.#graph.version) return this.#index;
    if (this.#running > 0) return new GraphIndex(this.#graph);
    this.#index?.refresh();
    if (this.#index === undefined || this.#index.isMostlyDeleted) this.#index = new GraphIndex(this.#graph);
    return this.#index;
  }

  #claimGraph(): ClaimGraph {
    const index = this.#currentIndex();
    return { index, names: () => this.#currentNames(index), traits: this.#graph.typeTraits };
  }

  #currentNames(index: GraphIndex): NameIndex {
    if (!this.#names?.isUpToDate(index)) this.#names = new NameIndex(index);
    return this.#names;
  }
}

/** The known options. The values of limits are checked by {@link QueryBudget}. */
const RUN_OPTIONS: Readonly<Record<keyof RunOptions, true>> = {
  timeout: true,
  maxRows: true,
  maxMemory: true,
  signal: true,
  evidence: true,
};

/** Checks the arguments of a run, in 0.1 µs if all are valid. */
function checkRun(parameters: Parameters, options: RunOptions): void {
  checkObject("Engine.run", "the parameters", parameters);
  checkObject("Engine.run", "its options", options);
  for (const name in options) {
    if (!Object.hasOwn(RUN_OPTIONS, name)) {
      checkMembers("Engine.run", "its options", { [name]: true }, Object.keys(RUN_OPTIONS));
    }
  }
  checkOption("Engine.run", "evidence", options.evidence, "boolean");
  const { signal } = options;
  if (signal !== undefined && typeof signal?.aborted !== "boolean") {
    throw wrongArgument("Engine.run: signal", "an AbortSignal", signal);
  }
}

/**
 * The rows of EXPLAIN and PROFILE: the lines of the query in plain openCypher, which any engine can run, then the lines
 * of the plan.
 *
 * @param columnsOf returns the other columns of a line; its argument is undefined for a line of the query
 */
function planRows(
  plain: Statement,
  query: LogicalQuery,
  columnsOf: (plan: LogicalPlan | undefined) => Value[],
): Value[][] {
  const lines = [...printStatement({ ...plain, mode: "run" }).split("\n"), ""].map((text) => [
    text,
    ...columnsOf(undefined),
  ]);
  return [...lines, ...planLines(query).map(({ text, plan }) => [text, ...columnsOf(plan)])];
}

/** Calls `run`, and adds the query text to a CypherError that it throws. */
function withQueryText<Outcome>(text: string, run: () => Outcome): Outcome {
  try {
    return run();
  } catch (error) {
    const reported = isStackOverflow(error) ? nestedTooDeeply() : isTooLarge(error) ? tooLarge() : error;
    if (reported instanceof CypherError) for (const one of [reported, ...reported.others]) one.query ??= text;
    throw reported;
  }
}

/**
 * Queries that are nested too deeply are reported earlier. This happens if the caller has used up most of the stack.
 */
function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && error.message.includes("call stack");
}

function nestedTooDeeply(): CypherError {
  return new CypherError("NestingTooDeep", "the query needs more stack than JavaScript has left", {
    hint: "nest the query less deeply, or call the engine from fewer nested function calls",
  });
}

/** Whether a string or list exceeds the maximum length in JavaScript. */
function isTooLarge(error: unknown): boolean {
  return error instanceof RangeError && /invalid (string|array) length/i.test(error.message);
}

function tooLarge(): CypherError {
  return new CypherError("ResourceExhausted", "a string or list is too large for JavaScript", {
    hint: "a value that doubles at each step of reduce() soon fills all memory",
  });
}
