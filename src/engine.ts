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

/** Values for the `$names` of a query: JavaScript values, see `fromJavaScript`. */
export type Parameters = Readonly<Record<string, unknown>>;

/** How a query is run. */
export interface RunOptions extends Limits {
  /**
   * Whether rows are to carry what they rest on, see `Result.evidence`. It can still be asked for afterwards of a
   * query that does not write, which is then run once more.
   */
  readonly evidence?: boolean;
}

/** A query that is parsed and planned once and may be run often. */
export interface PreparedQuery {
  /** @throws CypherError where the query fails, or passes one of the limits */
  run(parameters?: Parameters, options?: RunOptions): Result;
}

/** A query's plan, for the graph as it was at `version`. */
interface Plan extends RunnablePlan {
  readonly text: string;
  readonly version: number;
  readonly mode: Statement["mode"];
  /** The statement without extensions, which EXPLAIN and PROFILE show. */
  readonly plain: Statement;
  /** With all rows that it rests on. */
  readonly ordered: LogicalQuery;
  /** What is run unless evidence is asked for: without the rows that nobody would see. */
  readonly query: LogicalQuery;
  readonly notifications: readonly Notification[];
  /** The plan that carries evidence, once that has been asked for. */
  withEvidence?: RunnablePlan;
}

/** What is run of a plan. */
interface RunnablePlan {
  readonly query: LogicalQuery;
  /** Its operators, once it has run. */
  opened?: OpenQuery;
}

/** How many prepared queries are kept. */
const CACHE_SIZE = 500;

/**
 * Asks and changes one graph in openCypher. The graph stays the program's own: it may be changed in between,
 * and the engine follows.
 */
export class Engine {
  readonly #graph: PropertyGraph;
  readonly #prepared = new Map<string, PreparedQuery>();
  readonly #procedures = new Map<string, ProcedureDefinition>();
  #index: GraphIndex | undefined;
  #names: NameIndex | undefined;
  /** How many queries are at work: a procedure may run one while the query that calls it is. */
  #running = 0;

  /**
   * @param graph a graphology `MultiDirectedGraph`, which may also be changed by other means than this engine; or
   *   columns, which nobody may change; absent, an empty graph
   */
  constructor(graph?: MultiDirectedGraph | GraphColumns) {
    this.#graph = new PropertyGraph(graph);
    for (const procedure of CLAIM_PROCEDURES) {
      this.registerProcedure({ ...procedure, run: (args) => procedure.run(args, this.#claimGraph()) });
    }
  }

  /** The graph that queries read and write. One that was given as columns is made into it when first asked for. */
  get graph(): MultiDirectedGraph {
    return this.#graph.graphology;
  }

  /** The columns that the engine was given, as long as nobody has asked for the graph itself or changed it. */
  get columns(): GraphColumns | undefined {
    return this.#graph.columns;
  }

  /**
   * Makes a procedure known to `CALL`; one of the same name is replaced.
   *
   * @throws TypeError if it is not declared as {@link ProcedureDefinition} says
   */
  registerProcedure(procedure: ProcedureDefinition): void {
    checkProcedure(procedure);
    this.#procedures.set(procedure.name, procedure);
    this.#prepared.clear();
  }

  /**
   * @throws CypherError where the query is wrong, fails, or passes one of the limits
   * @throws TypeError if an argument is of another type, or an option is not known
   */
  run(text: string, parameters: Parameters = {}, options: RunOptions = {}): Result {
    return this.prepare(text).run(parameters, options);
  }

  /** @throws CypherError where the query is wrong */
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

  /** Reads the claims of the graph as it is now, as people read them: in groups, with what speaks against them. */
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
          // What a name stands for, and what a plan costs, may have changed with the graph.
          if (plan.version !== this.#graph.version) plan = this.#plan(statement, text);
          return this.#run(plan, parameters, options);
        });
      },
    };
  }

  /** The whole way from syntax to plan. */
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

  /** Runs a query that does not write once more within its limits, to see what its rows rest on. */
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

  /** The plan whose rows carry what they rest on: nothing is left out of it that they rest on. */
  #withEvidence(plan: Plan): RunnablePlan {
    plan.withEvidence ??= { query: addEvidence(plan.ordered, this.#currentIndex()) };
    return plan.withEvidence;
  }

  /** The plan's operators: those of the last run, unless they are at work or what they do is to be counted. */
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

  /** The index, brought up to date; one of its own for a query inside another, whose index changes only by itself. */
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

/** Whether an option is there; what limits may be is checked where they are set. */
const RUN_OPTIONS: Readonly<Record<keyof RunOptions, true>> = {
  timeout: true,
  maxRows: true,
  maxMemory: true,
  signal: true,
  evidence: true,
};

/** Takes a tenth of a microsecond where all is right. */
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

/** The query in plain openCypher, which any engine runs, then the plan, line by line with what `tell` knows of it. */
function planRows(
  plain: Statement,
  query: LogicalQuery,
  tell: (plan: LogicalPlan | undefined) => Value[],
): Value[][] {
  const lines = [...printStatement({ ...plain, mode: "run" }).split("\n"), ""].map((text) => [
    text,
    ...tell(undefined),
  ]);
  return [...lines, ...planLines(query).map(({ text, plan }) => [text, ...tell(plan)])];
}

/** Runs `work`; a CypherError that leaves it knows the query's text. */
function withQueryText<Outcome>(text: string, run: () => Outcome): Outcome {
  try {
    return run();
  } catch (error) {
    const told = isStackOverflow(error) ? nestedTooDeeply() : isTooLarge(error) ? tooLarge() : error;
    if (told instanceof CypherError) for (const one of [told, ...told.others]) one.query ??= text;
    throw told;
  }
}

/** What is nested too deeply is reported before; this is where the program that calls has left little stack. */
function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && error.message.includes("call stack");
}

function nestedTooDeeply(): CypherError {
  return new CypherError(
    "NestingTooDeep",
    "the query needs more of JavaScript's stack than the program has left",
    {
      hint: "nest it less deeply, or call the engine from fewer calls inside one another",
    },
  );
}

/** A string or list that JavaScript cannot hold. */
function isTooLarge(error: unknown): boolean {
  return error instanceof RangeError && /invalid (string|array) length/i.test(error.message);
}

function tooLarge(): CypherError {
  return new CypherError("ResourceExhausted", "a text or list grows larger than can be held", {
    hint: "what doubles at each step of reduce() soon fills any memory",
  });
}
