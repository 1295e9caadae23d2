import { wrongArgument } from "../diagnostics/check-argument.ts";

/**
 * A float with a whole number, such as `1.0`. JavaScript has one number type and Cypher has two, so a JavaScript number
 * that is a safe integer is a Cypher integer, a bigint is an integer beyond that range, any other number (0.5, NaN,
 * 1e300) is a float, and floats that would look like integers are boxed.
 */
export class Float {
  readonly value: number;

  /** @throws TypeError if `value` is not a number */
  constructor(value: number) {
    if (typeof value !== "number") throw wrongArgument("new Float", "a number", value);
    this.value = value;
  }

  valueOf(): number {
    return this.value;
  }

  toJSON(): number {
    return this.value;
  }

  toString(): string {
    return Object.is(this.value, -0) ? "-0.0" : `${this.value}.0`;
  }
}

/** `number` as a Cypher float: boxed if it would look like an integer. */
export function float(number: number): number | Float {
  return Number.isSafeInteger(number) ? new Float(number) : number;
}
