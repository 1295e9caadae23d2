import type { LogicalPlan } from "../../plan/logical-plan.ts";
import { searchVariables } from "../../plan/search-variables.ts";
import { variablesRead } from "../../semantics/visit-expression.ts";
import type { GraphIndex } from "../../storage/graph-index.ts";
import { LONGEST_WHOLE, orderPieces } from "../cost/order-pieces.ts";
import { PatternOrdering, type Start } from "../cost/pattern-ordering.ts";
import { type QueryGraph, queryGraph } from "../query-graph.ts";
import { pruneWalks } from "./prune-walks.ts";

/** Up to this many steps, every start is tried; for longer patterns, only the one with the fewest rows. */
const MAX_TRIED_STEPS = 12;

/**
 * Finds a better order for the scans, steps and predicates of a pattern. Every possible start is tried: by a property,
 * a label, or all relationships of a step. From there, the step with the lowest estimated cost is always next
 * (`PatternOrdering`), and the order with the lowest total cost wins.
 *
 * @param writes whether the query writes
 */
export function orderPattern(plan: LogicalPlan, index: GraphIndex, writes: boolean): LogicalPlan {
  const written = queryGraph(plan);
  if (written.introduces.size === 0 || readsItself(written)) return plan;
  const pattern = pruneWalks(written);
  if (isLong(pattern)) return orderPieces(pattern, index, writes);
  const starts = new PatternOrdering(pattern, index, writes).starts();
  if (starts.length === 0) return new PatternOrdering(pattern, index, writes).order().plan;
  const tried = pattern.steps.length > MAX_TRIED_STEPS ? [fewestRows(starts)] : starts;
  const orders = tried.map((start) => new PatternOrdering(pattern, index, writes).order(start));
  return orders.reduce((least, next) => (next.cost < least.cost ? next : least)).plan;
}

/**
 * Patterns with a shortest-path search are not ordered in pieces: the search must wait for its ends, in whatever piece
 * they are bound.
 */
function isLong({ steps, searches, introduces }: QueryGraph): boolean {
  if (searches.length > 0) return false;
  return Math.max(steps.length, introduces.size / 3) > LONGEST_WHOLE;
}

function fewestRows(starts: readonly Start[]): Start {
  return starts.reduce((least, next) => (next.rows < least.rows ? next : least));
}

/**
 * Whether the order of the text must be kept: a walk reads a variable bound by an earlier MATCH of the pattern, or a
 * search reads a path, because paths are built last.
 */
function readsItself(pattern: QueryGraph): boolean {
  const paths = new Set(pattern.paths.map(({ path }) => path));
  return (
    pattern.steps.some(({ relationship }) =>
      relationship.properties.some(({ value }) =>
        [...variablesRead(value)].some((read) => pattern.introduces.has(read)),
      ),
    ) || pattern.searches.some((search) => [...searchVariables(search)].some((read) => paths.has(read)))
  );
}
