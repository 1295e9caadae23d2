import type { LogicalShortestPath } from "../../plan/logical-plan.ts";
import type { BoundRelationship } from "../../semantics/bound-tree.ts";
import type { GraphIndex } from "../../storage/graph-index.ts";
import type { Evidence } from "../evidence/evidence-store.ts";
import type { Execution, Next } from "../execution.ts";
import { nodeReader } from "../expressions/slot-values.ts";
import { acquireFrontier, type BfsFrontier, releaseFrontier, type TraversalFilter } from "./bfs-frontier.ts";
import { eachShortestPath } from "./each-shortest-path.ts";
import { pathPredicateEvidence, pathPredicateTest } from "./path-predicates.ts";
import { type Traversal, traversalsReader } from "./traversals.ts";

/**
 * Breadth-first search from both ends, a whole level at a time, always from the end whose next level has fewer
 * relationships to look at. Where a level meets what the other end has reached, the path through that node is a
 * shortest one: any shorter path would have been met by an earlier level. It passes no node twice, and so no
 * relationship either.
 *
 * Of several shortest paths the one that is met first is taken, always the same on the same graph. From a node to
 * itself there is the path of length 0 where the minimum is 0, and else none.
 */
export function shortestPath(plan: LogicalShortestPath, execution: Execution, next: Next): Next {
  const { relationship, search } = plan;
  const { minimum, maximum } = relationship.length ?? { minimum: 1, maximum: 1 };
  const from = nodeReader(plan.from, execution);
  const to = nodeReader(plan.to, execution);
  const bind = binder(plan, execution);
  const giveBound = withConditionEvidence(plan, execution, next);
  const waysForward = traversalsReader(relationship, execution);
  const waysBackward = traversalsReader(against(relationship), execution);
  const passing: TraversalFilter = {
    node: pathPredicateTest(search.nodes, execution),
    relationship: pathPredicateTest(search.relationships, execution),
    countDbHits: execution.budget.dbHitCounter(plan),
  };
  return () => {
    const start = from();
    const end = to();
    if (start === null || end === null) return true;
    if (passing.node !== undefined && !(passing.node(start) && passing.node(end))) return true;
    const give = (relationships: readonly number[]): boolean => {
      bind(start, relationships);
      return giveBound(start, relationships);
    };
    if (start === end) return minimum > 0 || give([]);
    const { index } = execution;
    const forward = { front: acquireFrontier(index), ways: waysForward() };
    const backward = { front: acquireFrontier(index), ways: waysBackward() };
    forward.front.begin(start, index.nodeCount);
    backward.front.begin(end, index.nodeCount);
    const met = meet(forward, backward, maximum, passing, !search.all);
    let goesOn = true;
    if (search.all) {
      const toStart = { front: forward.front, waysBack: backward.ways };
      const toEnd = { front: backward.front, waysBack: forward.ways };
      goesOn = eachShortestPath(met, toStart, toEnd, passing, give);
    }
    const [middle] = met;
    const way = middle === undefined ? [] : through(middle, forward.front, backward.front, index);
    releaseFrontier(index, forward.front);
    releaseFrontier(index, backward.front);
    return search.all || middle === undefined ? goesOn : give(way);
  };
}

/** A search from one end, and the ways that it goes on by. */
interface Side {
  readonly front: BfsFrontier;
  readonly ways: readonly Traversal[];
}

/** Searches from both ends until they meet. Gives the nodes where they do; none where there is no path. */
function meet(
  forward: Side,
  backward: Side,
  maximum: number,
  passing: TraversalFilter,
  oneIsEnough: boolean,
): readonly number[] {
  while (forward.front.depth + backward.front.depth < maximum) {
    const isForward = forward.front.cost(forward.ways) <= backward.front.cost(backward.ways);
    const [side, other] = isForward ? [forward, backward] : [backward, forward];
    if (side.front.isExhausted) break;
    const met = side.front.advance(side.ways, other.front, passing, oneIsEnough);
    if (met.length > 0) return met;
  }
  return [];
}

/** The relationships from one end to the other, by the node where both searches met. */
function through(
  middle: number,
  forward: BfsFrontier,
  backward: BfsFrontier,
  index: GraphIndex,
): readonly number[] {
  return [...wayBack(middle, forward, index).reverse(), ...wayBack(middle, backward, index)];
}

function wayBack(from: number, front: BfsFrontier, index: GraphIndex): number[] {
  const way: number[] = [];
  for (let node = from; front.distance(node) > 0; ) {
    const relationship = front.via(node);
    way.push(relationship);
    node = farEnd(relationship, node, index);
  }
  return way;
}

function farEnd(relationship: number, near: number, { starts, ends }: GraphIndex): number {
  return (starts[relationship] === near ? ends[relationship] : starts[relationship]) as number;
}

/** Puts the path that was found into the row. */
function binder(
  { relationship, path }: LogicalShortestPath,
  execution: Execution,
): (start: number, relationships: readonly number[]) => void {
  const { row } = execution;
  const { slot, type } = relationship.variable;
  return (start, relationships) => {
    row[slot] = type === "relationship" ? (relationships[0] as number) : relationships;
    if (path === undefined) return;
    row[path.slot] = { nodes: nodesOn(start, relationships, execution.index), relationships };
  };
}

function nodesOn(start: number, relationships: readonly number[], index: GraphIndex): number[] {
  const nodes = [start];
  for (const one of relationships) nodes.push(farEnd(one, nodes.at(-1) as number, index));
  return nodes;
}

/** Asks for the row with what patterns in the conditions find on the way in its evidence. */
function withConditionEvidence(
  { search }: LogicalShortestPath,
  execution: Execution,
  next: Next,
): (start: number, relationships: readonly number[]) => boolean {
  const { row, evidence: store } = execution;
  const ofNode = pathPredicateEvidence(search.nodes, execution);
  const ofRelationship = pathPredicateEvidence(search.relationships, execution);
  if (store === undefined || (ofNode === undefined && ofRelationship === undefined)) return next;
  const { slot } = store;
  return (start, relationships) => {
    const before = row[slot] as Evidence;
    if (ofNode !== undefined) nodesOn(start, relationships, execution.index).forEach(ofNode);
    if (ofRelationship !== undefined) relationships.forEach(ofRelationship);
    const goesOn = next();
    row[slot] = before;
    return goesOn;
  };
}

/** The same step from its far end. */
function against(relationship: BoundRelationship): BoundRelationship {
  const { direction } = relationship;
  if (direction === "both") return relationship;
  return { ...relationship, direction: direction === "outgoing" ? "incoming" : "outgoing" };
}
