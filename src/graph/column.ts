import { equals } from "../values/equality.ts";
import { Float } from "../values/float.ts";
import { isTemporal } from "../values/temporal/temporal.ts";
import { isList } from "../values/type-name.ts";
import type { Value } from "../values/value.ts";
import { growArray } from "./grow-array.ts";

/**
 * One property of all nodes, or of all relationships, dictionary-encoded: each distinct value once, and for each entity
 * the index of its value (its code). A test of a value runs once per distinct value instead of once per entity.
 *
 * `codes` may be longer than the number of entities, as spare capacity; the rest is 0. A value stays in `values` when
 * no entity has it any more.
 */
export class Column {
  /** By entity: the index of its value in `values`; 0 if it has none. Replaced by a new array when it grows. */
  codes: Uint32Array;
  /** The values; the first is null. Values of one type with the same printed form are stored once. */
  values: Value[];
  /** Increases whenever the value of an entity changes. Data derived from an older version is out of date. */
  version = 0;
  #isShared = false;
  #codeByValue: Map<unknown, number> | undefined;
  #isText: boolean | undefined;

  constructor(codes: Uint32Array = new Uint32Array(0), values: Value[] = [null]) {
    this.codes = codes;
    this.values = values;
  }

  /** A copy-on-write copy: a column with the same values, which can be changed without changing this one. */
  share(): Column {
    const shared = new Column(this.codes, this.values);
    shared.#isShared = true;
    return shared;
  }

  valueOf(entity: number): Value {
    return this.values[this.codes[entity] ?? 0] as Value;
  }

  /** Whether all values are strings. If so, two entities have equal values if and only if they have the same code. */
  get isText(): boolean {
    this.#isText ??= this.values.every((value, code) => code === 0 || typeof value === "string");
    return this.#isText;
  }

  /** The code of exactly this value; undefined if no entity ever had it. */
  codeOf(value: Value): number | undefined {
    return this.#codes().get(identity(value));
  }

  /** The codes of all values that are equal to `value`. For example, 1 and 1.0 have separate codes. */
  codesEqualTo(value: Value): number[] {
    if (value === null) return [];
    if (typeof value === "string" || typeof value === "boolean") return this.#codesOf(value);
    const number = value instanceof Float ? value.value : value;
    if (number === 0) return this.#codesOf(0, -0, new Float(0), new Float(-0));
    if (Number.isSafeInteger(number)) return this.#codesOf(Number(number), new Float(Number(number)));
    return this.values.flatMap((one, code) => (equals(one, value) === true ? [code] : []));
  }

  /** Grows `codes` to at least `count` entities. */
  reserve(count: number): void {
    this.codes = growArray(this.codes, count);
  }

  /** Sets the value of an entity; null removes it. */
  set(entity: number, value: Value): void {
    if (value === null && (this.codes[entity] ?? 0) === 0) return;
    if (this.#isShared) this.#unshare();
    this.reserve(entity + 1);
    const code = value === null ? 0 : this.#encode(value);
    if (this.codes[entity] === code) return;
    this.codes[entity] = code;
    this.version++;
  }

  #unshare(): void {
    this.codes = this.codes.slice();
    this.values = [...this.values];
    this.#isShared = false;
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

  #codesOf(...values: readonly Value[]): number[] {
    return values.flatMap((value) => this.codeOf(value) ?? []);
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
}

/**
 * A map key that distinguishes values with different types or printed forms: 1 and 1.0 have different keys although
 * they are equal. Lists and maps other than lists of strings are never deduplicated, which only costs memory.
 */
function identity(value: Value): unknown {
  if (typeof value === "string") return value.startsWith(MARK) ? `${MARK}string ${value}` : value;
  if (typeof value === "number") return Object.is(value, -0) ? MINUS_ZERO : value;
  if (value instanceof Float) return `${MARK}float ${value}`;
  if (isList(value) && value.every((item) => typeof item === "string"))
    return `${MARK}list ${value.map((item) => `${item.length}:${item}`).join("")}`;
  if (isTemporal(value)) return `${MARK}${value.type} ${value}`;
  return value;
}

const MINUS_ZERO = Symbol("-0");
/** Prefix of keys that are not a plain string value. */
const MARK = "\u0000";
