import { type Budget, readText } from "./budget.ts";

/**
 * JavaScript's search may take time proportional to the product of both lengths; up to this product, that is
 * negligible.
 */
const SMALL_PRODUCT = 10_000_000;
/** Texts up to this length are never slow to search for. */
const SHORT = 64;
/** Characters between two calls of `spend`. A power of two. */
const UNITS_PER_CHARGE = 1024;

/**
 * The position of `search` in `text`, at `from` or later; -1 if not found. Takes time proportional to the sum of the
 * lengths, not to their product: long texts are searched by the algorithm of Knuth, Morris and Pratt.
 */
export function findText(text: string, search: string, from: number, budget: Budget): number {
  if (search.length <= SHORT || (text.length - from) * search.length <= SMALL_PRODUCT) {
    return text.indexOf(search, from);
  }
  readText(budget, text);
  const fallbacks = fallbacksOf(search, budget);
  let matched = 0;
  for (let at = from; at < text.length; at++) {
    if (at % UNITS_PER_CHARGE === 0) budget.spend(UNITS_PER_CHARGE / 8);
    const unit = text.charCodeAt(at);
    while (matched > 0 && unit !== search.charCodeAt(matched)) matched = fallbacks[matched - 1] as number;
    if (unit === search.charCodeAt(matched)) matched++;
    if (matched === search.length) return at - matched + 1;
  }
  return -1;
}

/** By position: the length of the longest proper prefix of `search` that also ends there (KMP failure function). */
function fallbacksOf(search: string, budget: Budget): Uint32Array {
  const fallbacks = new Uint32Array(search.length);
  let matched = 0;
  for (let at = 1; at < search.length; at++) {
    if (at % UNITS_PER_CHARGE === 0) budget.spend(UNITS_PER_CHARGE / 8);
    const unit = search.charCodeAt(at);
    while (matched > 0 && unit !== search.charCodeAt(matched)) matched = fallbacks[matched - 1] as number;
    if (unit === search.charCodeAt(matched)) matched++;
    fallbacks[at] = matched;
  }
  return fallbacks;
}
