import type { LogicalPlan } from "../../plan/logical-plan.ts";
import { searchVariables } from "../../plan/search-variables.ts";
import { variablesRead } from "../../semantics/visit-expression.ts";
import type { GraphIndex } from "../../storage/graph-index.ts";
import { LONGEST_WHOLE, orderPieces } from "../cost/order-pieces.ts";
import { PatternOrdering, type Start } from "../cost/pattern-ordering.ts";
import { type QueryGraph, queryGraph } from "../query-graph.ts";
import { pruneWalks } from "./prune-walks.ts";

/** Up to this many steps every start is tried out; of longer patterns only the one with the fewest rows. */
const MAX_TRIED_STEPS = 12;

/**
 * Finds a better order for the scans, steps and predicates of a pattern. Each place where it could start is tried,
 * by a property, a label, or all relationships of a step; from there the step that makes the fewest rows for the
 * least work is always next (`PatternOrdering`); and the order that is thought to touch the fewest rows wins.
 *
 * @param writes whether the query writes
 */
export function orderPattern(plan: LogicalPlan, index: GraphIndex, writes: boolean): LogicalPlan {
  const written = queryGraph(plan);
  if (written.introduces.size === 0 || readsItself(written)) return plan;
  const stretch = pruneWalks(written);
  if (isLong(stretch)) return orderPieces(stretch, index, writes);
  const starts = new PatternOrdering(stretch, index, writes).starts();
  if (starts.length === 0) return new PatternOrdering(stretch, index, writes).order().plan;
  const tried = stretch.steps.length > MAX_TRIED_STEPS ? [fewestRows(starts)] : starts;
  const orders = tried.map((start) => new PatternOrdering(stretch, index, writes).order(start));
  return orders.reduce((least, next) => (next.cost < least.cost ? next : least)).plan;
}

/** A search waits for what it goes between, wherever that comes from. */
function isLong({ steps, searches, introduces }: QueryGraph): boolean {
  if (searches.length > 0) return false;
  return Math.max(steps.length, introduces.size / 3) > LONGEST_WHOLE;
}

function fewestRows(starts: readonly Start[]): Start {
  return starts.reduce((least, next) => (next.rows < least.rows ? next : least));
}

/**
 * Where a walk asks for what an earlier MATCH of the stretch binds, the order of the text is kept; also where a search
 * asks for a path, as paths are put together last.
 */
function readsItself(stretch: QueryGraph): boolean {
  const paths = new Set(stretch.paths.map(({ path }) => path));
  return (
    stretch.steps.some(({ relationship }) =>
      relationship.properties.some(({ value }) =>
        [...variablesRead(value)].some((read) => stretch.introduces.has(read)),
      ),
    ) || stretch.searches.some((search) => [...searchVariables(search)].some((read) => paths.has(read)))
  );
}
