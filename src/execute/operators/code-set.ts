/** Up to this number of codes, a set is a table: it is faster than hashing and costs nothing to clear. */
const MAX_TABLE = 1 << 22;

/** A set of small non-negative integers that is cleared and refilled many times. */
export class CodeSet {
  /** By code: the number of the filling in which it was last added. */
  #table = new Uint32Array(0);
  #filling = 0;
  #hashed: Set<number> | undefined;

  /** Clears the set; codes added from now on are below `size`. */
  begin(size: number): void {
    if (size > MAX_TABLE) {
      this.#hashed = new Set();
      return;
    }
    this.#hashed = undefined;
    if (this.#table.length < size || this.#filling === 0xffffffff) {
      this.#table = new Uint32Array(size);
      this.#filling = 0;
    }
    this.#filling++;
  }

  /** Adds a code; returns false if the set already had it. */
  add(code: number): boolean {
    if (this.#hashed !== undefined) {
      if (this.#hashed.has(code)) return false;
      this.#hashed.add(code);
      return true;
    }
    if (this.#table[code] === this.#filling) return false;
    this.#table[code] = this.#filling;
    return true;
  }
}
