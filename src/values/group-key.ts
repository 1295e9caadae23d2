import { type Budget, readText, UNLIMITED } from "./budget.ts";
import { Float } from "./float.ts";
import { isTemporal } from "./temporal/temporal.ts";
import { isList } from "./type-name.ts";
import { Node, Path, Relationship, type Value, type ValueMap } from "./value.ts";

/** A value that can be a key of a JavaScript Map. */
export type GroupKey = string | number | bigint | boolean | null;

/**
 * A key that two values share if and only if they are equivalent for DISTINCT and grouping: null is equivalent to null,
 * NaN to NaN, 1 to 1.0. Strings have a prefix, so that they cannot look like keys of other types.
 */
export function groupKey(value: Value, budget: Budget = UNLIMITED): GroupKey {
  switch (typeof value) {
    case "string":
      readText(budget, value);
      return `s${value}`;
    case "number":
      // Integers beyond the safe range are bigints, and a float of the same value must have the same key.
      return Number.isInteger(value) && !Number.isSafeInteger(value)
        ? BigInt(value)
        : value === 0
          ? 0
          : value;
    case "boolean":
    case "bigint":
      return value;
    default:
      return value === null
        ? null
        : value instanceof Float
          ? groupKey(value.value)
          : new KeyWriter(budget).composite(value).text;
  }
}

/** One key for several values together. */
export function groupKeyOf(values: readonly Value[], budget: Budget = UNLIMITED): GroupKey {
  return values.length === 1
    ? groupKey(values[0] ?? null, budget)
    : new KeyWriter(budget).sequence(values).text;
}

const PIECES = 1024;

/**
 * Writes the keys of nested values one after the other. Each is self-delimiting, so that adjacent keys cannot be
 * confused.
 */
class KeyWriter {
  readonly #budget: Budget;
  /** Pieces not yet joined: JavaScript is slow with a long text that grows piece by piece. */
  #pieces: string[] = [];
  #text = "";

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  composite(value: Exclude<Value, null | string | number | boolean | bigint | Float>): this {
    if (isList(value)) return this.#add(`l${value.length}:`).sequence(value);
    if (isTemporal(value)) return this.#withLength(`t${value.type}`, String(value));
    if (value instanceof Node) return this.#withLength("N", value.id);
    if (value instanceof Relationship) return this.#withLength("R", value.id);
    if (value instanceof Path) {
      const parts = [...value.nodes.slice(0, 1), ...value.relationships];
      return this.#add(`P${parts.length}:`).sequence(parts);
    }
    const map = value as ValueMap;
    const keys = Object.keys(map).sort();
    this.#add(`m${keys.length}:`);
    for (const key of keys) this.#withLength("s", key).#nested(map[key] ?? null);
    return this;
  }

  sequence(values: readonly Value[]): this {
    for (const value of values) this.#nested(value);
    return this;
  }

  #nested(value: Value): this {
    if (typeof value === "string") return this.#withLength("s", value);
    if (value === null) return this.#add("_");
    if (typeof value === "boolean") return this.#add(value ? "T" : "F");
    if (typeof value === "number" || typeof value === "bigint" || value instanceof Float)
      return this.#add(`#${groupKey(value)};`);
    return this.composite(value);
  }

  get text(): string {
    this.#flush();
    return this.#text;
  }

  #withLength(mark: string, text: string): this {
    return this.#add(`${mark}${text.length}:${text}`);
  }

  #add(piece: string): this {
    this.#budget.allocate(2 * piece.length);
    this.#budget.spend(1);
    if (this.#pieces.push(piece) === PIECES) this.#flush();
    return this;
  }

  #flush(): void {
    this.#text += this.#pieces.join("");
    this.#pieces = [];
  }
}
