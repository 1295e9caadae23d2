import { CypherError } from "../diagnostics/cypher-error.ts";

/**
 * What a query may still use up. Whatever makes a value whose length the query decides asks here before it makes
 * it, and whatever goes through such a value says how far it goes: so one call of a function cannot take all memory,
 * or run past the time limit.
 */
export interface Budget {
  /** To be called before that many small steps: a list's item, thirty-two characters of a string. */
  spend(steps: number): void;
  /** To be called before a value of that many bytes is made. */
  allocate(bytes: number): void;
}

/** For callers that no limit applies to. */
export const UNLIMITED: Budget = { spend: () => {}, allocate: () => {} };

/** Longer lists are not made, whatever the limits. */
export const MAX_LIST = 10_000_000;
/** Longer strings, in UTF-16 units, are not made, whatever the limits: what JavaScript does with one takes a moment. */
const MAX_TEXT = 20_000_000;

/** What a list's item takes, beside what it refers to: a word, and as much again for the room that arrays grow into. */
export const BYTES_PER_ITEM = 16;
/** JavaScript takes one or two. */
const BYTES_PER_UNIT = 2;
/** What a string, list, map or other object takes before it holds anything. */
export const BYTES_PER_OBJECT = 32;
/** Built-in functions of JavaScript pass this many characters in about the time of a step. */
const UNITS_PER_STEP = 32;

/** Items that are copied in about the time of a step. */
const ITEMS_PER_STEP = 4;

export function textBytes(length: number): number {
  return BYTES_PER_OBJECT + BYTES_PER_UNIT * length;
}

/**
 * To be called before a string is made.
 *
 * @throws CypherError `ResourceExhausted`
 */
export function makeText(budget: Budget, length: number): void {
  joinTexts(budget, length);
  if (length > UNITS_PER_STEP) budget.spend(length / UNITS_PER_STEP);
}

/** {@link makeText} for a string that is put together of two, which JavaScript does without copying them. */
export function joinTexts(budget: Budget, length: number): void {
  if (length > MAX_TEXT) throw tooLong("a string", MAX_TEXT, "characters", length);
  budget.allocate(textBytes(length));
}

/**
 * To be called before a list is made.
 *
 * @throws CypherError `ResourceExhausted`
 */
export function makeList(budget: Budget, length: number): void {
  if (length > MAX_LIST) throw tooLong("a list", MAX_LIST, "items", length);
  budget.allocate(BYTES_PER_OBJECT + BYTES_PER_ITEM * length);
  budget.spend(length / ITEMS_PER_STEP);
}

/** To be called for an item that is added to a list that {@link makeList} was called for with fewer. */
export function addItem(budget: Budget, list: readonly unknown[]): void {
  if (list.length >= MAX_LIST) throw tooLong("a list", MAX_LIST, "items", list.length + 1);
  budget.allocate(BYTES_PER_ITEM);
}

/** To be called before a string is gone through by a built-in function, if it may be a long one. */
export function readText(budget: Budget, text: string): void {
  if (text.length > UNITS_PER_STEP) budget.spend(text.length / UNITS_PER_STEP);
}

function tooLong(what: string, most: number, unit: string, length: number): CypherError {
  return new CypherError(
    "ResourceExhausted",
    `${what} has at most ${most} ${unit}, and this one would have ${length}`,
    { hint: "a value that doubles at each step of reduce() soon fills any memory" },
  );
}
