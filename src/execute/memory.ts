import { CypherError } from "../diagnostics/cypher-error.ts";
import { textBytes } from "../values/budget.ts";
import { valueSize } from "../values/value-size.ts";

/** What a slot of a kept row takes, in bytes: a word, and a share of what it refers to. */
const BYTES_PER_SLOT = 32;
/** What a run may hold if its caller sets no limit: half of what JavaScript usually has, so that the process lives on. */
const DEFAULT_MEMORY = 2 ** 30;
/** What is not worth going through a value for. */
const SMALL = 4096;

/**
 * Reckons what a run holds, in bytes. Only what the query makes is counted: what the graph or a parameter holds, the
 * query holds for nothing.
 *
 * - `made` is what has been made and may still be in use. Rows are handed on by calls, so that this is a stack: code that
 *   computes something for a row notes the height before and goes back to it when the call returns, and what
 *   was made for a row is gone with it. Within an expression {@link settle} goes back to what the result takes.
 * - `kept` is what outlives its row, because an operator, the graph or the result holds on to it: 32 bytes for a slot,
 *   and what the value in it takes, see `holding.ts`. It is not given back before the run ends.
 * - `held` is what a loop holds while it runs.
 */
export class Memory {
  /** Read and put back directly, as it is done for each row. */
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

  /** To be called before a value of that many bytes is made. */
  allocate(bytes: number): void {
    this.made += bytes;
    if (this.made + this.#kept + this.#held > this.#limit) this.#exhaust();
  }

  /** Of what was made since `mark`, only what `value` holds is still in use. */
  settle(mark: number, value: unknown): void {
    this.made = mark + this.weigh(value, this.made - mark);
  }

  /** What `value` takes of the `most` bytes that were made for it. */
  weigh(value: unknown, most: number): number {
    if (most <= 0) return 0;
    if (typeof value === "string") return Math.min(most, textBytes(value.length));
    if (typeof value !== "object" || value === null) return 0;
    return most <= SMALL ? most : valueSize(value, most);
  }

  /**
   * To be called for each row that is kept.
   *
   * @param slots how many slots or values of it are kept
   * @param bytes what was made for them, which is kept from now on
   */
  keep(slots: number, bytes: number): void {
    this.made -= bytes;
    this.#kept += slots * BYTES_PER_SLOT + bytes;
    if (this.made + this.#kept + this.#held > this.#limit) this.#exhaust();
  }

  /** To be called for a row that was kept and is not any longer. */
  letGo(slots: number, bytes: number): void {
    this.#kept -= slots * BYTES_PER_SLOT + bytes;
  }

  /** To be called by a loop that holds something while it runs; negative when it lets it go. */
  hold(bytes: number): void {
    this.#held += bytes;
    if (bytes > 0 && this.made + this.#kept + this.#held > this.#limit) this.#exhaust();
  }

  #exhaust(): never {
    throw new CypherError("ResourceExhausted", `the query holds more than ${this.#limit} bytes`, {
      hint: "group or limit rows earlier, make shorter lists and texts, or allow more memory (maxMemory)",
    });
  }
}
