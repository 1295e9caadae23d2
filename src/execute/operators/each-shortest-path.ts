import type { BfsFrontier, TraversalFilter } from "./bfs-frontier.ts";
import type { Traversal } from "./traversals.ts";

/** One end of a finished search: its frontier, and the traversals that lead back to the end. */
export interface SearchEnd {
  readonly front: BfsFrontier;
  readonly traversalsBack: readonly Traversal[];
}

/** The steps from a node that lead nearer to an end. */
interface Links {
  readonly nodes: readonly number[];
  readonly relationships: readonly number[];
}

/** The links of one node, and the position of the next one to take. */
interface Choice {
  readonly links: Links;
  next: number;
}

/**
 * Emits the relationships of each shortest path, in order. Both searches have met at the nodes `met`, all at the same
 * distance from each end, and every shortest path contains exactly one of them. From there, every step nearer to an end
 * is on a shortest path, so no step is wasted.
 */
export function eachShortestPath(
  met: readonly number[],
  start: SearchEnd,
  end: SearchEnd,
  passing: TraversalFilter,
  emit: (relationships: readonly number[]) => boolean,
): boolean {
  const toStart = linkFinder(start, passing);
  const toEnd = linkFinder(end, passing);
  for (const middle of met) {
    const before = start.front.distance(middle);
    const length = before + end.front.distance(middle);
    /** From the middle to the start, then from the middle to the end. */
    const walked: number[] = [];
    const linksOf = (node: number): Links => {
      if (walked.length < before) return toStart(node);
      return toEnd(walked.length === before ? middle : node);
    };
    const choices: Choice[] = [{ links: linksOf(middle), next: 0 }];
    for (let choice = choices.at(-1); choice !== undefined; choice = choices.at(-1)) {
      const relationship = choice.links.relationships[choice.next];
      if (relationship === undefined) {
        choices.pop();
        walked.pop();
        continue;
      }
      const node = choice.links.nodes[choice.next++] as number;
      walked.push(relationship);
      if (walked.length < length) choices.push({ links: linksOf(node), next: 0 });
      else {
        if (!emit([...walked.slice(0, before).reverse(), ...walked.slice(before)])) return false;
        walked.pop();
      }
    }
  }
  return true;
}

function linkFinder(
  { front, traversalsBack }: SearchEnd,
  { relationship: allows, countDbHits }: TraversalFilter,
): (node: number) => Links {
  const known = new Map<number, Links>();
  return (node) => {
    const found = known.get(node);
    if (found !== undefined) return found;
    const nodes: number[] = [];
    const relationships: number[] = [];
    const nearer = front.distance(node) - 1;
    for (const { adjacency } of traversalsBack) {
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
