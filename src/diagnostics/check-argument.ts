import { didYouMean } from "./nearest-names.ts";

/**
 * Checks the arguments of public functions, since a JavaScript caller may pass any value. A wrong argument is a mistake
 * in the program, not in a query or in data, so it is JavaScript's own TypeError; the message names the function and
 * what it expects.
 */
export function wrongArgument(where: string, expected: string, actual: unknown): TypeError {
  return new TypeError(`${where} expects ${expected}, not ${described(actual)}`);
}

/** @throws TypeError if `value` is not a string */
export function checkString(where: string, what: string, value: unknown): asserts value is string {
  if (typeof value !== "string") throw wrongArgument(where, `${what} as a string`, value);
}

/** @throws TypeError if `value` is not an object with named members, such as options or parameters */
export function checkObject(where: string, what: string, value: unknown): asserts value is object {
  const isNamed = typeof value === "object" && value !== null && !Array.isArray(value);
  if (!isNamed || value instanceof Map || value instanceof Set) {
    throw wrongArgument(where, `${what} as an object`, value);
  }
}

/** @throws TypeError if `value` is not an object, or has a member that is not `known` */
export function checkMembers(where: string, what: string, value: unknown, known: readonly string[]): void {
  checkObject(where, what, value);
  for (const name of Object.keys(value)) {
    if (known.includes(name)) continue;
    const hint = didYouMean(name, known) ?? `known options: ${known.join(", ")}`;
    throw new TypeError(`${where}: unknown option ${JSON.stringify(name)} in ${what}; ${hint}`);
  }
}

/** @throws TypeError if the option `name` is defined and has another type than `type` */
export function checkOption(
  where: string,
  name: string,
  value: unknown,
  type: "boolean" | "function" | "string",
): void {
  if (value !== undefined && typeof value !== type)
    throw wrongArgument(`${where}: ${name}`, `a ${type}`, value);
}

/** Describes a value for a message, in a few words: content that may be long is left out. */
function described(value: unknown): string {
  if (value === null || value === undefined || typeof value === "boolean") return String(value);
  if (typeof value === "number" || typeof value === "bigint") return `the number ${value}`;
  if (typeof value === "string")
    return value.length > 40 ? "a long string" : `the string ${JSON.stringify(value)}`;
  if (typeof value !== "object") return `a ${typeof value}`;
  if (Array.isArray(value)) return "an array";
  const name: unknown = value.constructor?.name;
  return typeof name !== "string" || name === "" || name === "Object" ? "an object" : `a ${name}`;
}
