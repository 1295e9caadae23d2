import forceAtlas2Module from "graphology-layout-forceatlas2";
import type { MultiDirectedGraph } from "../../graph/graphology.ts";

/** The package's types declare a `default` export, but it exports the function itself. */
const forceAtlas2 = forceAtlas2Module as unknown as typeof forceAtlas2Module.default;

export interface Position {
  readonly x: number;
  readonly y: number;
}

/** A turn by this angle per node spreads any number of nodes evenly: Vogel's sunflower spiral. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
const SPACING = 10;
/** Root mean square distance from the centre, times the square root of the number of nodes. */
const ROOM = 35;

/**
 * Node positions by ForceAtlas2, by key. The result is deterministic for the same graph with its nodes in the same
 * order, because nodes start on a spiral instead of at random positions. The weight of parallel relationships is the
 * square root of their number, so that two countries with fifty claims between them do not overlap.
 */
export function layoutPositions(graph: MultiDirectedGraph): Map<string, Position> {
  const start = new Map<string, Position>();
  for (const key of graph.nodes()) start.set(key, spiralPosition(start.size));
  if (graph.order < 2) return start;

  const placed = skeleton(graph, [...start.keys()], [...start.values()]);
  const result = forceAtlas2(placed, {
    iterations: iterationsFor(graph.order),
    settings: forceAtlas2.inferSettings(placed),
    getEdgeWeight: "weight",
  });
  return spread(new Map(Array.from(start, ([key, first], at) => [key, finite(result[at], first)])));
}

/** The first node is in the middle, each next node further out. */
export function spiralPosition(index: number): Position {
  const radius = SPACING * Math.sqrt(index);
  return { x: radius * Math.cos(index * GOLDEN_ANGLE), y: radius * Math.sin(index * GOLDEN_ANGLE) };
}

/** The same shape, centred and scaled so that each node has about the same space in any graph. */
function spread(positions: ReadonlyMap<string, Position>): Map<string, Position> {
  const all = [...positions.values()];
  const centre = { x: mean(all.map(({ x }) => x)), y: mean(all.map(({ y }) => y)) };
  const radius = Math.sqrt(mean(all.map(({ x, y }) => (x - centre.x) ** 2 + (y - centre.y) ** 2)));
  const scale = radius === 0 ? 1 : (ROOM * Math.sqrt(all.length)) / radius;
  return new Map(
    Array.from(positions, ([key, { x, y }]) => [
      key,
      { x: (x - centre.x) * scale, y: (y - centre.y) * scale },
    ]),
  );
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

/** Enough iterations for small graphs to settle; for large graphs as many as fit into a second or two. */
function iterationsFor(order: number): number {
  return Math.max(50, Math.min(600, Math.round(300_000 / order)));
}

/**
 * The graph with one weighted relationship per pair of nodes, and without loops, which have no effect. Node keys are
 * numbers, because the layout uses keys as property names of a plain object.
 */
function skeleton(
  graph: MultiDirectedGraph,
  keys: readonly string[],
  start: readonly Position[],
): MultiDirectedGraph {
  const copy = graph.nullCopy() as MultiDirectedGraph;
  const numbers = new Map(keys.map((key, at) => [key, at]));
  for (const [at, { x, y }] of start.entries()) copy.addNode(at, { x, y });
  const strength = new Map<string, Map<string, number>>();
  graph.forEachEdge((_key, _attributes, source, target) => {
    if (source === target) return;
    const [one, other] = source < target ? [source, target] : [target, source];
    const row = strength.get(one) ?? new Map<string, number>();
    strength.set(one, row.set(other, (row.get(other) ?? 0) + 1));
  });
  for (const [one, row] of strength) {
    for (const [other, count] of row) {
      copy.addEdge(numbers.get(one), numbers.get(other), { weight: Math.sqrt(count) });
    }
  }
  return copy;
}

function finite(position: Position | undefined, instead: Position): Position {
  return position !== undefined && Number.isFinite(position.x) && Number.isFinite(position.y)
    ? { x: position.x, y: position.y }
    : instead;
}
