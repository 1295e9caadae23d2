import type { IntersectLeg, LogicalIntersect } from "../../plan/logical-plan.ts";
import type { Execution, Next } from "../execution.ts";
import { nodeReader } from "../expressions/slot-values.ts";
import { gallop } from "./sorted-search.ts";
import { traversalsReader } from "./traversals.ts";
import { uniquenessTest } from "./uniqueness.ts";

/** The state of one leg for the current row: a range of sorted neighbours, and the position in it. */
interface Leg {
  /** Finds the range for the row; false if it is empty. */
  readonly begin: () => boolean;
  neighbours: Uint32Array;
  relationships: Uint32Array;
  at: number;
  last: number;
  /** The end of the relationships to the common neighbour. */
  end: number;
  readonly slot: number;
  readonly isFresh: ((relationship: number) => boolean) | undefined;
}

/**
 * Finds the common neighbours of several bound nodes by intersecting their sorted adjacency lists: it iterates over the
 * shortest list and searches the others (a worst-case optimal join: Ngo, Ré, Rudra 2013; leapfrog by Veldhuizen 2014).
 * A triangle costs no more than the smaller of two neighbourhoods for each of its first sides.
 */
export function intersect(plan: LogicalIntersect, execution: Execution, next: Next): Next {
  const { row } = execution;
  const { weight } = plan;
  const legs = plan.legs.map((leg) => openLeg(leg, execution));
  const countDbHits = execution.budget.dbHitCounter(plan);
  const nodeSlot = plan.to.slot;

  /** Binds the relationships of the legs from `depth` on, in all combinations. */
  const combine = (depth: number): boolean => {
    const leg = legs[depth];
    if (leg === undefined) return next();
    for (let at = leg.at; at < leg.end; at++) {
      const relationship = leg.relationships[at] as number;
      if (leg.isFresh !== undefined && !leg.isFresh(relationship)) continue;
      row[leg.slot] = relationship;
      if (!combine(depth + 1)) return false;
    }
    return true;
  };

  const finish = (combinations: number): boolean => {
    if (weight === undefined || combinations === 0) return true;
    row[weight.slot] = plan.multiplies ? (row[weight.slot] as number) * combinations : combinations;
    return next();
  };

  return () => {
    let [shortest] = legs;
    for (const leg of legs) {
      if (!leg.begin()) return true;
      if (shortest === undefined || leg.last - leg.at < shortest.last - shortest.at) shortest = leg;
    }
    if (shortest === undefined) return true;
    countDbHits(shortest.last - shortest.at);
    let combinations = 0;
    while (shortest.at < shortest.last) {
      const node = shortest.neighbours[shortest.at] as number;
      let product = 1;
      for (const leg of legs) {
        if (leg !== shortest) leg.at = gallop(leg.neighbours, leg.at, leg.last, node);
        if (leg.at === leg.last) return finish(combinations);
        leg.end = leg.at;
        while (leg.end < leg.last && leg.neighbours[leg.end] === node) leg.end++;
        product *= leg.end - leg.at;
        if (product === 0) break;
      }
      if (product > 0) {
        if (weight !== undefined) combinations += product;
        else {
          row[nodeSlot] = node;
          if (!combine(0)) return false;
        }
      }
      if (product > 0) for (const leg of legs) leg.at = leg.end;
      else shortest.at = passed(shortest, node);
    }
    return finish(combinations);
  };
}

/** The position after the last relationship to `node`. */
function passed({ neighbours, at, last }: Leg, node: number): number {
  let after = at;
  while (after < last && neighbours[after] === node) after++;
  return after;
}

function openLeg({ from, relationship, distinctFrom }: IntersectLeg, execution: Execution): Leg {
  const read = nodeReader(from, execution);
  const traversals = traversalsReader(relationship, execution);
  const leg: Leg = {
    begin: () => {
      const node = read();
      const adjacency = traversals()[0]?.adjacency;
      if (node === null || adjacency === undefined) return false;
      leg.neighbours = adjacency.neighbours;
      leg.relationships = adjacency.relationships;
      leg.at = adjacency.first[node] as number;
      leg.last = adjacency.last[node] as number;
      return leg.at < leg.last;
    },
    neighbours: new Uint32Array(0),
    relationships: new Uint32Array(0),
    at: 0,
    last: 0,
    end: 0,
    slot: relationship.variable.slot,
    isFresh: uniquenessTest(distinctFrom, execution),
  };
  return leg;
}
