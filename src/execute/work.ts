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
export interface OperatorWork {
  /** Rows that it gave. */
  rows: number;
  /** Entries of the index that it looked at. */
  touches: number;
}

/** Entries that are touched between two looks at the clock. */
const TOUCHES_PER_LOOK = 4096;
/** Counts what a query does, and ends it where it passes a limit. */
export class Work implements Budget {
  /** What the run holds. */
  readonly memory = new Memory();
  #limits: Limits = {};
  #deadline = Number.POSITIVE_INFINITY;
  #untilLook = TOUCHES_PER_LOOK;
  #rows = 0;
  /** Work by operator; absent where nobody asked for it. */
  readonly #profile: Map<LogicalPlan, OperatorWork> | undefined;

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
    this.#look();
  }

  /** Whether work is counted by operator. */
  get isProfiled(): boolean {
    return this.#profile !== undefined;
  }

  /** The work of an operator; undefined where work is not profiled. */
  of(plan: LogicalPlan): OperatorWork | undefined {
    if (this.#profile === undefined) return undefined;
    const known = this.#profile.get(plan);
    if (known !== undefined) return known;
    const work = { rows: 0, touches: 0 };
    this.#profile.set(plan, work);
    return work;
  }

  /** To be called by an operator before it goes over `count` entries of the index or of a list. */
  toucher(plan: LogicalPlan): (count: number) => void {
    const work = this.of(plan);
    if (work === undefined) return (count) => this.touch(count);
    return (count) => {
      work.touches += count;
      this.touch(count);
    };
  }

  /** As a {@link toucher}, for what an expression goes over. */
  touch(count: number): void {
    this.#untilLook -= count + 1;
    if (this.#untilLook <= 0) this.#look();
  }

  make(bytes: number): void {
    this.memory.make(bytes);
  }

  /**
   * To be called for each row that is kept, with how many slots or values of it are, and what the query has made for
   * them, in bytes.
   */
  keep(slots: number, bytes = 0): void {
    this.memory.keep(slots, bytes);
    this.touch(slots);
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

  #look(): void {
    this.#untilLook = TOUCHES_PER_LOOK;
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
