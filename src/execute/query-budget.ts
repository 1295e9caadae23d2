import { CypherError } from "../diagnostics/cypher-error.ts";
import type { LogicalPlan } from "../plan/logical-plan.ts";
import type { Budget } from "../values/budget.ts";
import { Memory } from "./memory.ts";

/** What a caller allows a query to use up: numbers from 0 on. Whatever is absent is not limited. */
export interface Limits {
  /** Milliseconds of running time. */
  readonly timeout?: number;
  /** Rows of the result. */
  readonly maxRows?: number;
  /**
   * Bytes, roughly, of what is held at one time: rows to be sorted, grouped, deduplicated, written or returned, and the
   * lists, texts and maps that the query makes. Absent, it is 1 GiB, so that a query does not end the process; `Infinity`
   * is no limit.
   */
  readonly maxMemory?: number;
  /** Ends the query when it is aborted. A query runs in one go: only what itself runs meanwhile can abort it. */
  readonly signal?: AbortSignal;
}

/** What one operator did. */
export interface OperatorProfile {
  /** Rows that it gave. */
  rows: number;
  /** Entries of the index that it looked at. */
  dbHits: number;
}

/** Entries that are touched between two looks at the clock. */
const STEPS_PER_CLOCK_CHECK = 4096;
/** Counts what a query does, and ends it where it passes a limit. */
export class QueryBudget implements Budget {
  /** What the run holds. */
  readonly memory = new Memory();
  #limits: Limits = {};
  #deadline = Number.POSITIVE_INFINITY;
  #stepsLeft = STEPS_PER_CLOCK_CHECK;
  #rows = 0;
  /** QueryBudget by operator; absent where nobody asked for it. */
  readonly #profile: Map<LogicalPlan, OperatorProfile> | undefined;

  constructor(isProfiled: boolean) {
    this.#profile = isProfiled ? new Map() : undefined;
  }

  /**
   * Begins a run of the query, with what it may use up.
   *
   * @throws CypherError where a limit is no limit, as NaN, which nothing would ever pass
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

  /** Whether work is counted by operator. */
  get isProfiled(): boolean {
    return this.#profile !== undefined;
  }

  /** The work of an operator; undefined where work is not profiled. */
  of(plan: LogicalPlan): OperatorProfile | undefined {
    if (this.#profile === undefined) return undefined;
    const known = this.#profile.get(plan);
    if (known !== undefined) return known;
    const profile = { rows: 0, dbHits: 0 };
    this.#profile.set(plan, profile);
    return profile;
  }

  /** To be called by an operator before it goes over `count` entries of the index or of a list. */
  dbHitCounter(plan: LogicalPlan): (count: number) => void {
    const profile = this.of(plan);
    if (profile === undefined) return (count) => this.spend(count);
    return (count) => {
      profile.dbHits += count;
      this.spend(count);
    };
  }

  /** As a {@link dbHitCounter}, for what an expression goes over. */
  spend(count: number): void {
    this.#stepsLeft -= count + 1;
    if (this.#stepsLeft <= 0) this.#checkClock();
  }

  allocate(bytes: number): void {
    this.memory.allocate(bytes);
  }

  /**
   * To be called for each row that is kept, with how many slots or values of it are, and what the query has made for
   * them, in bytes.
   */
  keep(slots: number, bytes = 0): void {
    this.memory.keep(slots, bytes);
    this.spend(slots);
  }

  /** To be called for each row of the result, with what the query has made for it, in bytes. */
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
    throw new CypherError("NumberOutOfRange", `${name} is ${met}: a number from 0 on is expected`, {
      hint: "leave it out for no limit",
    });
  }
}

function exhausted(message: string, hint: string | undefined): CypherError {
  return new CypherError("ResourceExhausted", message, { hint });
}
