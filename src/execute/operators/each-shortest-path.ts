import type { BfsFrontier, TraversalFilter } from "./bfs-frontier.ts";
import type { Traversal } from "./traversals.ts";

/** One end of a finished search: what it has reached, and the ways that lead back to it. */
export interface SearchEnd {
  readonly front: BfsFrontier;
  readonly waysBack: readonly Traversal[];
}

/** The steps from a node that bring it nearer to an end. */
interface Links {
  readonly nodes: readonly number[];
  readonly relationships: readonly number[];
}

/** The links of one node, and which of them is to be taken next. */
interface Choice {
  readonly links: Links;
  next: number;
}

/**
 * Gives the relationships of each shortest path, in order. Both searches have met in the nodes `met`, all of them at
 * one distance from each end, and every shortest path passes just one of them: from there every step that brings
 * it nearer to an end is on a shortest path, so no step is taken in vain.
 */
export function eachShortestPath(
  met: readonly number[],
  start: SearchEnd,
  end: SearchEnd,
  passing: TraversalFilter,
  give: (relationships: readonly number[]) => boolean,
): boolean {
  const toStart = linkFinder(start, passing);
  const toEnd = linkFinder(end, passing);
  for (const middle of met) {
    const before = start.front.distance(middle);
    const length = before + end.front.distance(middle);
    /** From the middle to the start, then from the middle to the end. */
    const way: number[] = [];
    const linksOf = (node: number): Links => {
      if (way.length < before) return toStart(node);
      return toEnd(way.length === before ? middle : node);
    };
    const choices: Choice[] = [{ links: linksOf(middle), next: 0 }];
    for (let choice = choices.at(-1); choice !== undefined; choice = choices.at(-1)) {
      const relationship = choice.links.relationships[choice.next];
      if (relationship === undefined) {
        choices.pop();
        way.pop();
        continue;
      }
      const node = choice.links.nodes[choice.next++] as number;
      way.push(relationship);
      if (way.length < length) choices.push({ links: linksOf(node), next: 0 });
      else {
        if (!give([...way.slice(0, before).reverse(), ...way.slice(before)])) return false;
        way.pop();
      }
    }
  }
  return true;
}

function linkFinder(
  { front, waysBack }: SearchEnd,
  { relationship: allows, countDbHits }: TraversalFilter,
): (node: number) => Links {
  const known = new Map<number, Links>();
  return (node) => {
    const found = known.get(node);
    if (found !== undefined) return found;
    const nodes: number[] = [];
    const relationships: number[] = [];
    const nearer = front.distance(node) - 1;
    for (const { adjacency } of waysBack) {
      const last = adjacency.last[node] as number;
      const first = adjacency.first[node] as number;
      countDbHits(last - first);
      for (let at = first; at < last; at++) {
        const neighbour = adjacency.neighbours[at] as number;
        if (front.distance(neighbour) !== nearer) continue;
        const relationship = adjacency.relationships[at] as number;
        if (allows !== undefined && !allows(relationship)) continue;
        nodes.push(neighbour);
        relationships.push(relationship);
      }
    }
    const links = { nodes, relationships };
    known.set(node, links);
    return links;
  };
}
