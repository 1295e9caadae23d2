import { Float } from "../values/float.ts";
import { isList } from "../values/type-name.ts";
import type { Value } from "../values/value.ts";

/**
 * One property of all nodes, or of all relationships: each different value once, and for each entity the place of
 * its value. What asks the same of many entities asks it once of each value.
 *
 * `codes` may be longer than there are entities, so that there is room for more; what lies beyond is 0.
 */
export class Column {
  /** By entity: the place of its value in `values`; 0 where it has none. */
  codes: Uint32Array;
  /** The values; the first is null. Two that print alike and are of one type are one. */
  readonly values: Value[];
  #codeByValue: Map<unknown, number> | undefined;
  #isText: boolean | undefined;

  constructor(codes: Uint32Array = new Uint32Array(0), values: Value[] = [null]) {
    this.codes = codes;
    this.values = values;
  }

  valueOf(entity: number): Value {
    return this.values[this.codes[entity] ?? 0] as Value;
  }

  /** Whether all values are strings: then two entities have equal values just where they have the same code. */
  get isText(): boolean {
    this.#isText ??= this.values.every((value, code) => code === 0 || typeof value === "string");
    return this.#isText;
  }

  /** The code of this very value; undefined where no entity ever had it. */
  codeOf(value: Value): number | undefined {
    return this.#codes().get(identity(value));
  }

  /** Gives an entity a value; null takes it away. */
  set(entity: number, value: Value): void {
    if (entity >= this.codes.length) this.#grow(entity + 1);
    this.codes[entity] = value === null ? 0 : this.#encode(value);
  }

  #encode(value: Value): number {
    const codes = this.#codes();
    const key = identity(value);
    const known = codes.get(key);
    if (known !== undefined) return known;
    const code = this.values.push(value) - 1;
    codes.set(key, code);
    if (typeof value !== "string") this.#isText = false;
    return code;
  }

  #codes(): Map<unknown, number> {
    if (this.#codeByValue === undefined) {
      this.#codeByValue = new Map();
      for (let code = 1; code < this.values.length; code++) {
        this.#codeByValue.set(identity(this.values[code] as Value), code);
      }
    }
    return this.#codeByValue;
  }

  #grow(count: number): void {
    const larger = new Uint32Array(Math.max(count, this.codes.length * 2, 16));
    larger.set(this.codes);
    this.codes = larger;
  }
}

/**
 * What tells values apart that print differently or are of different types: 1 and 1.0 are two values here, though
 * they are equal. Structures other than lists of strings are never the same, which costs room only.
 */
function identity(value: Value): unknown {
  if (typeof value === "number") return Object.is(value, -0) ? MINUS_ZERO : value;
  if (value instanceof Float) return `${MARK}${value.value}`;
  if (isList(value) && value.every((item) => typeof item === "string")) return MARK + value.join(MARK);
  return value;
}

const MINUS_ZERO = Symbol("-0");
/** Begins no string that anybody writes. */
const MARK = "\u0000\uffff";
