import { equals } from "../values/equality.ts";
import { Float } from "../values/float.ts";
import { isTemporal } from "../values/temporal/temporal.ts";
import { isList } from "../values/type-name.ts";
import type { Value } from "../values/value.ts";
import { growArray } from "./grow-array.ts";

/**
 * One property of all nodes, or of all relationships: each different value once, and for each entity the place of
 * its value. What asks the same of many entities asks it once of each value.
 *
 * `codes` may be longer than there are entities, so that there is room for more; what lies beyond is 0. A value
 * that no entity has any longer stays among the values.
 */
export class Column {
  /** By entity: the place of its value in `values`; 0 where it has none. Another array once it has grown. */
  codes: Uint32Array;
  /** The values; the first is null. Two that print alike and are of one type are one. */
  values: Value[];
  /** Grows whenever an entity gets another value: what is made from a column is out of date then. */
  version = 0;
  #isShared = false;
  #codeByValue: Map<unknown, number> | undefined;
  #isText: boolean | undefined;

  constructor(codes: Uint32Array = new Uint32Array(0), values: Value[] = [null]) {
    this.codes = codes;
    this.values = values;
  }

  /** A column with the same values that may be changed without changing this one; copied when that is done. */
  share(): Column {
    const shared = new Column(this.codes, this.values);
    shared.#isShared = true;
    return shared;
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

  /** The codes of all values that are equal to `value`: 1 and 1.0 have one each. */
  codesEqualTo(value: Value): number[] {
    if (value === null) return [];
    if (typeof value === "string" || typeof value === "boolean") return this.#codesOf(value);
    const number = value instanceof Float ? value.value : value;
    if (number === 0) return this.#codesOf(0, -0, new Float(0), new Float(-0));
    if (Number.isSafeInteger(number)) return this.#codesOf(Number(number), new Float(Number(number)));
    return this.values.flatMap((one, code) => (equals(one, value) === true ? [code] : []));
  }

  /** Makes sure that `codes` has a place for so many entities. */
  reserve(count: number): void {
    this.codes = growArray(this.codes, count);
  }

  /** Gives an entity a value; null takes it away. */
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
 * What tells values apart that print differently or are of different types: 1 and 1.0 are two values here, though
 * they are equal. Structures other than lists of strings are never the same, which costs room only.
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
/** Begins what is not the text itself. */
const MARK = "\u0000";
