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
 * relationships to read. When a level reaches a node that the other end has reached, the path through that node is a
 * shortest one: an earlier level would have found any shorter path. It visits no node twice, and so no relationship.
 *
 * Of several shortest paths, the first one found is returned, always the same for the same graph. From a node to itself
 * there is the path of length 0 if the minimum is 0, otherwise none.
 */
export function shortestPath(plan: LogicalShortestPath, execution: Execution, next: Next): Next {
  const { relationship, search } = plan;
  const { minimum, maximum } = relationship.length ?? { minimum: 1, maximum: 1 };
  const from = nodeReader(plan.from, execution);
  const to = nodeReader(plan.to, execution);
  const bind = binder(plan, execution);
  const emitBound = withConditionEvidence(plan, execution, next);
  const forwardTraversals = traversalsReader(relationship, execution);
  const backwardTraversals = traversalsReader(against(relationship), execution);
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
    const emit = (relationships: readonly number[]): boolean => {
      bind(start, relationships);
      return emitBound(start, relationships);
    };
    if (start === end) return minimum > 0 || emit([]);
    const { index } = execution;
    const forward = { front: acquireFrontier(index), traversals: forwardTraversals() };
    const backward = { front: acquireFrontier(index), traversals: backwardTraversals() };
    forward.front.begin(start, index.nodeCount);
    backward.front.begin(end, index.nodeCount);
    const met = meet(forward, backward, maximum, passing, !search.all);
    let goesOn = true;
    if (search.all) {
      const toStart = { front: forward.front, traversalsBack: backward.traversals };
      const toEnd = { front: backward.front, traversalsBack: forward.traversals };
      goesOn = eachShortestPath(met, toStart, toEnd, passing, emit);
    }
    const [middle] = met;
    const path = middle === undefined ? [] : through(middle, forward.front, backward.front, index);
    releaseFrontier(index, forward.front);
    releaseFrontier(index, backward.front);
    return search.all || middle === undefined ? goesOn : emit(path);
  };
}

/** A search from one end, and its traversals. */
interface Side {
  readonly front: BfsFrontier;
  readonly traversals: readonly Traversal[];
}

/** Searches from both ends until they meet. Returns the nodes where they meet; empty if there is no path. */
function meet(
  forward: Side,
  backward: Side,
  maximum: number,
  passing: TraversalFilter,
  oneIsEnough: boolean,
): readonly number[] {
  while (forward.front.depth + backward.front.depth < maximum) {
    const isForward = forward.front.cost(forward.traversals) <= backward.front.cost(backward.traversals);
    const [side, other] = isForward ? [forward, backward] : [backward, forward];
    if (side.front.isExhausted) break;
    const met = side.front.advance(side.traversals, other.front, passing, oneIsEnough);
    if (met.length > 0) return met;
  }
  return [];
}

/** The relationships from one end to the other, through the node where both searches met. */
function through(
  middle: number,
  forward: BfsFrontier,
  backward: BfsFrontier,
  index: GraphIndex,
): readonly number[] {
  return [...pathBack(middle, forward, index).reverse(), ...pathBack(middle, backward, index)];
}

function pathBack(from: number, front: BfsFrontier, index: GraphIndex): number[] {
  const path: number[] = [];
  for (let node = from; front.distance(node) > 0; ) {
    const relationship = front.via(node);
    path.push(relationship);
    node = farEnd(relationship, node, index);
  }
  return path;
}

function farEnd(relationship: number, near: number, { starts, ends }: GraphIndex): number {
  return (starts[relationship] === near ? ends[relationship] : starts[relationship]) as number;
}

/** Writes the path found into the row. */
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

/** Passes the row on with the matches of patterns in the conditions along the path added to its evidence. */
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

/** The same step, seen from its far end. */
function against(relationship: BoundRelationship): BoundRelationship {
  const { direction } = relationship;
  if (direction === "both") return relationship;
  return { ...relationship, direction: direction === "outgoing" ? "incoming" : "outgoing" };
}
