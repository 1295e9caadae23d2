import { CypherError } from "../diagnostics/cypher-error.ts";
import { BYTES_PER_ITEM, BYTES_PER_OBJECT, textBytes } from "./budget.ts";
import { isTemporal } from "./temporal/temporal.ts";
import { Node, Path, Relationship } from "./value.ts";

/** The size of an entity as a value, with the map of its properties. */
export const BYTES_PER_ENTITY = 384;
/** Values nested deeper could not be compared, printed, or read by other programs. */
const MAX_DEPTH = 1000;
/** Stop when this share of `most` is reached. */
const ENOUGH = 7 / 8;

/**
 * The approximate size of a value in bytes; `most` if it is about that or more. Only about `most` bytes of the value
 * are visited.
 *
 * @throws CypherError `ResourceExhausted` if lists and maps are nested too deeply
 */
export function valueSize(value: unknown, most: number): number {
  return Math.min(most, sizeFrom(0, value, most * ENOUGH, most, 0));
}

/** `size` plus the size of `value`. */
function sizeFrom(size: number, value: unknown, enough: number, most: number, depth: number): number {
  if (size >= enough) return most;
  if (typeof value === "string") return size + textBytes(value.length);
  if (typeof value !== "object" || value === null) return size;
  if (depth > MAX_DEPTH) {
    throw new CypherError("ResourceExhausted", `a value is nested more than ${MAX_DEPTH} levels deep`, {
      hint: "lists are joined with +; [list] + item puts the list inside another list",
    });
  }
  const total = size + BYTES_PER_OBJECT;
  if (Array.isArray(value)) {
    let sum = total + BYTES_PER_ITEM * value.length;
    for (let at = 0; at < value.length && sum < enough; at++)
      sum = sizeFrom(sum, value[at], enough, most, depth + 1);
    return sum;
  }
  if (value instanceof Node || value instanceof Relationship) return total + BYTES_PER_ENTITY;
  if (value instanceof Path) {
    return total + (BYTES_PER_ITEM + BYTES_PER_ENTITY) * (value.nodes.length + value.relationships.length);
  }
  if (isTemporal(value as never)) return total + BYTES_PER_OBJECT;
  let sum = total;
  for (const key in value) {
    sum = sizeFrom(
      sum + 2 * BYTES_PER_ITEM,
      (value as Record<string, unknown>)[key],
      enough,
      most,
      depth + 1,
    );
    if (sum >= enough) return most;
  }
  return sum;
}
