import type { Parameters, Row } from "../queries/bench-query.ts";
import type { Csr } from "./csr.ts";

/** A hand-written query. Data that it needs from the graph is looked up once. */
export type CsrQuery = (csr: Csr) => (parameters: Parameters) => Row[];

export function nodeOf(csr: Csr, parameters: Parameters, name: string): number {
  return csr.nodeById.get(parameters[name] as string) as number;
}

/**
 * Returns the rows with the largest counts, at most `limit`; for equal counts, the smaller number first. Resets the
 * counts.
 */
export function mostFrequent(
  counts: Uint32Array,
  counted: readonly number[],
  limit: number,
  row: (number: number, count: number) => Row,
): Row[] {
  const best: number[] = [];
  for (const number of counted) {
    const count = counts[number] as number;
    let at = best.length;
    for (; at > 0; at--) {
      const other = best[at - 1] as number;
      const otherCount = counts[other] as number;
      if (otherCount > count || (otherCount === count && other < number)) break;
    }
    if (at >= limit) continue;
    best.splice(at, 0, number);
    if (best.length > limit) best.pop();
  }
  const rows = best.map((number) => row(number, counts[number] as number));
  for (const number of counted) counts[number] = 0;
  return rows;
}
