import { type Budget, readText } from "./budget.ts";

/** JavaScript's own search may take the product of both lengths: up to this product that is no time. */
const SMALL_PRODUCT = 10_000_000;
/** Shorter texts are never slow to look for. */
const SHORT = 64;
/** A power of two. */
const UNITS_PER_TOUCH = 1024;

/**
 * Where `search` begins in `text`, at `from` or later; -1 if nowhere. In time that grows with the lengths and not with
 * their product: a long text that nearly repeats is looked for by Knuth, Morris and Pratt's method.
 */
export function findText(text: string, search: string, from: number, budget: Budget): number {
  if (search.length <= SHORT || (text.length - from) * search.length <= SMALL_PRODUCT) {
    return text.indexOf(search, from);
  }
  readText(budget, text);
  const fallbacks = fallbacksOf(search, budget);
  let matched = 0;
  for (let at = from; at < text.length; at++) {
    if (at % UNITS_PER_TOUCH === 0) budget.spend(UNITS_PER_TOUCH / 8);
    const unit = text.charCodeAt(at);
    while (matched > 0 && unit !== search.charCodeAt(matched)) matched = fallbacks[matched - 1] as number;
    if (unit === search.charCodeAt(matched)) matched++;
    if (matched === search.length) return at - matched + 1;
  }
  return -1;
}

/** By position: the length of the longest beginning of `search` that also ends there, and is not all up to there. */
function fallbacksOf(search: string, budget: Budget): Uint32Array {
  const fallbacks = new Uint32Array(search.length);
  let matched = 0;
  for (let at = 1; at < search.length; at++) {
    if (at % UNITS_PER_TOUCH === 0) budget.spend(UNITS_PER_TOUCH / 8);
    const unit = search.charCodeAt(at);
    while (matched > 0 && unit !== search.charCodeAt(matched)) matched = fallbacks[matched - 1] as number;
    if (unit === search.charCodeAt(matched)) matched++;
    fallbacks[at] = matched;
  }
  return fallbacks;
}
