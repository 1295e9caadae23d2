import type { IndexMaintainer } from "./index-maintainer.ts";

/** The most values kept; when it is reached, all are dropped. */
const MAX_KEPT = 1 << 16;

/** Caches nodes or relationships as values, until they change. */
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
