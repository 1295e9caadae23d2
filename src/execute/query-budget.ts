import { CypherError } from "../diagnostics/cypher-error.ts";
import type { LogicalPlan } from "../plan/logical-plan.ts";
import type { Budget } from "../values/budget.ts";
import { Memory } from "./memory.ts";

/** Limits that a caller sets for a query: numbers of at least 0. Omitted: not limited, except `maxMemory`. */
export interface Limits {
  /** Milliseconds of running time. */
  readonly timeout?: number;
  /** Rows of the result. */
  readonly maxRows?: number;
  /**
   * Estimated bytes held at one time: rows to be sorted, grouped, deduplicated, written or returned, and the lists,
   * strings and maps that the query makes. Default: 1 GiB, so that a query does not end the process. `Infinity`: no
   * limit.
   */
  readonly maxMemory?: number;
  /** Ends the query when aborted. A query runs synchronously: only code called by the query itself can abort it. */
  readonly signal?: AbortSignal;
}

/** The work of one operator. */
export interface OperatorProfile {
  /** Rows emitted. */
  rows: number;
  /** Index entries read. */
  dbHits: number;
}

/** Index entries read between two checks of the clock. */
const STEPS_PER_CLOCK_CHECK = 4096;

/** Counts the steps, rows and memory of a query, and ends it when it exceeds a limit. */
export class QueryBudget implements Budget {
  /** Memory of the run. */
  readonly memory = new Memory();
  #limits: Limits = {};
  #deadline = Number.POSITIVE_INFINITY;
  #stepsLeft = STEPS_PER_CLOCK_CHECK;
  #rows = 0;
  /** Counts by operator. Undefined if the run is not profiled. */
  readonly #profile: Map<LogicalPlan, OperatorProfile> | undefined;

  constructor(isProfiled: boolean) {
    this.#profile = isProfiled ? new Map() : undefined;
  }

  /**
   * Begins a run of the query with these limits.
   *
   * @throws CypherError if a limit is invalid, such as NaN, which no count would ever exceed
   */
  begin(limits: Limits): void {
    checkLimits(limits);
    this.#limits = limits;
    this.#deadline =
      limits.timeout === undefined ? Number.POSITIVE_INFINITY : performance.now() + limits.timeout;
    this.#rows = 0;
    this.memory.begin(limits.maxMemory);
    this.#checkClock();
  }

  /** Whether rows and db hits are counted by operator. */
  get isProfiled(): boolean {
    return this.#profile !== undefined;
  }

  /** The counts of an operator; undefined if the run is not profiled. */
  of(plan: LogicalPlan): OperatorProfile | undefined {
    if (this.#profile === undefined) return undefined;
    const known = this.#profile.get(plan);
    if (known !== undefined) return known;
    const profile = { rows: 0, dbHits: 0 };
    this.#profile.set(plan, profile);
    return profile;
  }

  /** Returns the function that an operator calls before it reads `count` entries of the index or of a list. */
  dbHitCounter(plan: LogicalPlan): (count: number) => void {
    const profile = this.of(plan);
    if (profile === undefined) return (count) => this.spend(count);
    return (count) => {
      profile.dbHits += count;
      this.spend(count);
    };
  }

  /** Same as {@link dbHitCounter}, for entries that an expression reads; they are not counted as db hits. */
  spend(count: number): void {
    this.#stepsLeft -= count + 1;
    if (this.#stepsLeft <= 0) this.#checkClock();
  }

  allocate(bytes: number): void {
    this.memory.allocate(bytes);
  }

  /**
   * Called for each row that is kept.
   *
   * @param slots the number of its slots or values that are kept
   * @param bytes the bytes that the query allocated for them
   */
  keep(slots: number, bytes = 0): void {
    this.memory.keep(slots, bytes);
    this.spend(slots);
  }

  /** Called for each row of the result, with the bytes that the query allocated for it. */
  emit(columns: number, bytes: number): void {
    this.#rows++;
    const { maxRows } = this.#limits;
    if (maxRows !== undefined && this.#rows > maxRows) {
      throw exhausted(`the result has more than ${maxRows} rows`, "add LIMIT, or allow more rows");
    }
    this.keep(columns, bytes);
  }

  #checkClock(): void {
    this.#stepsLeft = STEPS_PER_CLOCK_CHECK;
    if (this.#limits.signal?.aborted) throw exhausted("the query was cancelled", undefined);
    if (this.#deadline !== Number.POSITIVE_INFINITY && performance.now() > this.#deadline) {
      throw exhausted(
        `the query ran longer than ${this.#limits.timeout} ms`,
        "patterns without a common variable multiply their rows: connect them, or allow more time",
      );
    }
  }
}

function checkLimits(limits: Limits): void {
  for (const name of ["timeout", "maxRows", "maxMemory"] as const) {
    const limit: unknown = limits[name];
    if (limit === undefined || (typeof limit === "number" && limit >= 0)) continue;
    const met = typeof limit === "string" ? `'${limit}'` : String(limit);
    throw new CypherError("NumberOutOfRange", `${name} must be a number of at least 0, not ${met}`, {
      hint: "omit it to use the default",
    });
  }
}

function exhausted(message: string, hint: string | undefined): CypherError {
  return new CypherError("ResourceExhausted", message, { hint });
}
