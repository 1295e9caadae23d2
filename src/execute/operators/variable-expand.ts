import type { LogicalVariableExpand } from "../../plan/logical-plan.ts";
import type { Execution, Next } from "../execution.ts";
import { nodeReader, relationshipsReader } from "../expressions/slot-values.ts";
import { traversalsReader } from "./traversals.ts";
import { uniquenessTest } from "./uniqueness.ts";
import { walkTest } from "./walk-test.ts";

/** One step of the current walk: the node it reached, and the next steps to try from there. */
interface Step {
  readonly node: number;
  readonly neighbours: number[];
  readonly relationships: number[];
  next: number;
}

/**
 * Depth-first search with an explicit stack, so that JavaScript's stack does not limit the length of a walk. A walk
 * repeats no relationship, and so ends on any graph.
 */
export function variableExpand(plan: LogicalVariableExpand, execution: Execution, next: Next): Next {
  const { row } = execution;
  const { relationship: pattern, bound } = plan;
  const { minimum, maximum } = pattern.length ?? { minimum: 1, maximum: 1 };
  const from = nodeReader(plan.from, execution);
  const into = plan.into ? nodeReader(plan.to, execution) : undefined;
  const known = bound ? relationshipsReader(pattern.variable, execution) : undefined;
  const isFresh = uniquenessTest(plan.distinctFrom, execution);
  const stepsFrom = stepFinder(plan, execution, isFresh);
  const nodeSlot = plan.to.slot;
  const listSlot = pattern.variable.slot;

  return () => {
    const start = from();
    const end = into?.();
    const wanted = known?.();
    if (start === null || end === null || wanted === null) return true;
    const walk: number[] = [];
    const used = new Set<number>();
    const arrive = (node: number): boolean => {
      if (walk.length < minimum || (end !== undefined && node !== end)) return true;
      const inOrder = plan.reversed ? walk.toReversed() : [...walk];
      if (wanted !== undefined && !sameWalk(inOrder, wanted)) return true;
      if (wanted === undefined) row[listSlot] = inOrder;
      if (end === undefined) row[nodeSlot] = node;
      return next();
    };
    if (!arrive(start)) return false;
    const stack: Step[] = maximum > 0 ? [stepsFrom(start, used)] : [];
    while (stack.length > 0) {
      const step = stack.at(-1) as Step;
      const relationship = step.relationships[step.next];
      if (relationship === undefined) {
        stack.pop();
        const last = walk.pop();
        if (last !== undefined) used.delete(last);
        continue;
      }
      const node = step.neighbours[step.next++] as number;
      walk.push(relationship);
      used.add(relationship);
      if (!arrive(node)) return false;
      if (walk.length < maximum) stack.push(stepsFrom(node, used));
      else used.delete(walk.pop() as number);
    }
    return true;
  };
}

/** Finds the relationships by which a walk may continue from a node. */
function stepFinder(
  plan: LogicalVariableExpand,
  execution: Execution,
  isFresh: ((relationship: number) => boolean) | undefined,
): (node: number, used: ReadonlySet<number>) => Step {
  const countDbHits = execution.budget.dbHitCounter(plan);
  const traversals = traversalsReader(plan.relationship, execution);
  const allows = walkTest(plan, execution);
  return (node, used) => {
    const step: Step = { node, neighbours: [], relationships: [], next: 0 };
    for (const { adjacency, skipsLoops } of traversals()) {
      const { neighbours, relationships } = adjacency;
      const first = adjacency.first[node] as number;
      const last = adjacency.last[node] as number;
      countDbHits(last - first);
      for (let at = first; at < last; at++) {
        const neighbour = neighbours[at] as number;
        const relationship = relationships[at] as number;
        if (used.has(relationship) || (skipsLoops && neighbour === node)) continue;
        if (isFresh !== undefined && !isFresh(relationship)) continue;
        if (allows !== undefined && !allows(relationship)) continue;
        step.neighbours.push(neighbour);
        step.relationships.push(relationship);
      }
    }
    return step;
  };
}

function sameWalk(walk: readonly number[], wanted: readonly number[]): boolean {
  return walk.length === wanted.length && walk.every((relationship, at) => relationship === wanted[at]);
}
