import { CypherError } from "../diagnostics/cypher-error.ts";

/**
 * What a query may still consume. Code that makes a value whose length the query determines must ask here first, and
 * code that iterates over such a value must report its progress. So one call of a function can neither take all memory
 * nor run past the time limit.
 */
export interface Budget {
  /** Call this before `steps` small steps. A step is a list item, or 32 characters of a string. */
  spend(steps: number): void;
  /** Call this before making a value of `bytes` bytes. */
  allocate(bytes: number): void;
}

/** For callers without limits. */
export const UNLIMITED: Budget = { spend: () => {}, allocate: () => {} };

/** The maximum length of a list, whatever the limits. */
export const MAX_LIST = 10_000_000;
/** The maximum length of a string in UTF-16 units, whatever the limits. JavaScript's functions take a moment for it. */
const MAX_TEXT = 20_000_000;

/**
 * The size of a list item without the value it refers to: one word, and another as spare capacity, since arrays grow
 * ahead.
 */
export const BYTES_PER_ITEM = 16;
/** JavaScript uses one or two. */
const BYTES_PER_UNIT = 2;
/** The size of an empty string, list, map or other object. */
export const BYTES_PER_OBJECT = 32;
/** The number of characters that JavaScript's built-in functions process in about the time of a step. */
const UNITS_PER_STEP = 32;

/** The number of items copied in about the time of a step. */
const ITEMS_PER_STEP = 4;

export function textBytes(length: number): number {
  return BYTES_PER_OBJECT + BYTES_PER_UNIT * length;
}

/**
 * Call this before making a string.
 *
 * @throws CypherError `ResourceExhausted` if a limit is exceeded
 */
export function makeText(budget: Budget, length: number): void {
  joinTexts(budget, length);
  if (length > UNITS_PER_STEP) budget.spend(length / UNITS_PER_STEP);
}

/** As {@link makeText}, for a concatenation of two strings, which JavaScript does without copying. */
export function joinTexts(budget: Budget, length: number): void {
  if (length > MAX_TEXT) throw tooLong("a string", MAX_TEXT, "characters", length);
  budget.allocate(textBytes(length));
}

/**
 * Call this before making a list.
 *
 * @throws CypherError `ResourceExhausted` if a limit is exceeded
 */
export function makeList(budget: Budget, length: number): void {
  if (length > MAX_LIST) throw tooLong("a list", MAX_LIST, "items", length);
  budget.allocate(BYTES_PER_OBJECT + BYTES_PER_ITEM * length);
  budget.spend(length / ITEMS_PER_STEP);
}

/** Call this before adding an item to a list that {@link makeList} was called for with fewer items. */
export function addItem(budget: Budget, list: readonly unknown[]): void {
  if (list.length >= MAX_LIST) throw tooLong("a list", MAX_LIST, "items", list.length + 1);
  budget.allocate(BYTES_PER_ITEM);
}

/** Call this before a built-in function processes a string that may be long. */
export function readText(budget: Budget, text: string): void {
  if (text.length > UNITS_PER_STEP) budget.spend(text.length / UNITS_PER_STEP);
}

function tooLong(what: string, most: number, unit: string, length: number): CypherError {
  return new CypherError(
    "ResourceExhausted",
    `${what} can have at most ${most} ${unit}, but this one would have ${length}`,
    { hint: "a value that doubles at each step of reduce() soon fills all memory" },
  );
}
