/** Up to this many codes a set is a table, which is faster than hashing and is emptied for free. */
const MAX_TABLE = 1 << 22;

/** A set of small whole numbers that is emptied and filled again many times. */
export class CodeSet {
  /** By code: the number of the filling that it was last added in. */
  #table = new Uint32Array(0);
  #filling = 0;
  #hashed: Set<number> | undefined;

  /** Empties the set; what is added from now on is below `size`. */
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

  /** Adds a code; false where the set had it. */
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
