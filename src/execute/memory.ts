import { CypherError } from "../diagnostics/cypher-error.ts";
import { textBytes } from "../values/budget.ts";
import { valueSize } from "../values/value-size.ts";

/** Estimated size of a slot of a kept row, in bytes: a word, and a share of the value that it refers to. */
const BYTES_PER_SLOT = 32;
/** Default limit in bytes: half of JavaScript's usual heap, so that a query does not end the process. */
const DEFAULT_MEMORY = 2 ** 30;
/** Bytes below which traversing a value to measure it is not worthwhile. */
const SMALL = 4096;

/**
 * Estimates the memory of a run, in bytes. Only values that the query makes are counted; values of the graph or of a
 * parameter are free.
 *
 * - `made` is memory that has been allocated and may still be in use. Rows are passed on by calls, so this works as a
 *   stack: code that computes a value for a row notes the height before and restores it when the call returns, which
 *   releases everything made for that row. Within an expression, {@link settle} drops all but the size of the result.
 * - `kept` is memory that outlives its row, because an operator, the graph or the result refers to it: 32 bytes per
 *   slot, plus the size of its value, see `holding.ts`. It is not released before the run ends.
 * - `held` is memory that a loop holds while it runs.
 */
export class Memory {
  /** Read and restored directly, because that happens for each row. */
  made = 0;
  #kept = 0;
  #held = 0;
  #limit = DEFAULT_MEMORY;

  /** Begins a run. */
  begin(limit: number | undefined): void {
    this.made = 0;
    this.#kept = 0;
    this.#held = 0;
    this.#limit = limit ?? DEFAULT_MEMORY;
  }

  /** Whether anything was kept in this run. */
  get hasKept(): boolean {
    return this.#kept > 0;
  }

  /** Called before a value of `bytes` bytes is made. */
  allocate(bytes: number): void {
    this.made += bytes;
    if (this.made + this.#kept + this.#held > this.#limit) this.#exhaust();
  }

  /** Releases everything made since `mark` except the memory of `value`. */
  settle(mark: number, value: unknown): void {
    this.made = mark + this.weigh(value, this.made - mark);
  }

  /** The size of `value`, at most the `most` bytes that were made for it. */
  weigh(value: unknown, most: number): number {
    if (most <= 0) return 0;
    if (typeof value === "string") return Math.min(most, textBytes(value.length));
    if (typeof value !== "object" || value === null) return 0;
    return most <= SMALL ? most : valueSize(value, most);
  }

  /**
   * Called for each row that is kept.
   *
   * @param slots the number of its slots or values that are kept
   * @param bytes the bytes made for them, which are kept from now on
   */
  keep(slots: number, bytes: number): void {
    this.made -= bytes;
    this.#kept += slots * BYTES_PER_SLOT + bytes;
    if (this.made + this.#kept + this.#held > this.#limit) this.#exhaust();
  }

  /** Called for a row that is no longer kept. */
  letGo(slots: number, bytes: number): void {
    this.#kept -= slots * BYTES_PER_SLOT + bytes;
  }

  /** Called by a loop for the memory that it holds while it runs; negative when it releases it. */
  hold(bytes: number): void {
    this.#held += bytes;
    if (bytes > 0 && this.made + this.#kept + this.#held > this.#limit) this.#exhaust();
  }

  #exhaust(): never {
    throw new CypherError("ResourceExhausted", `the query holds more than ${this.#limit} bytes`, {
      hint: "group or limit rows earlier, make shorter lists and strings, or allow more memory (maxMemory)",
    });
  }
}
