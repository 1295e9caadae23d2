import type { IndexMaintainer } from "./index-maintainer.ts";

/** So many are kept; then all are let go. */
const MAX_KEPT = 1 << 16;

/** Nodes or relationships as values, so that one that is asked for often is made once, until it changes. */
export class ValueMemo<Kept> implements IndexMaintainer {
  readonly #values = new Map<number, Kept>();

  get(entity: number): Kept | undefined {
    return this.#values.get(entity);
  }

  keep(entity: number, value: Kept): Kept {
    if (this.#values.size >= MAX_KEPT) this.#values.clear();
    this.#values.set(entity, value);
    return value;
  }

  before(entity: number): void {
    this.#values.delete(entity);
  }

  after(): void {}

  rebuild(): void {
    this.#values.clear();
  }
}
