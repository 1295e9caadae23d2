import type { GraphIndex } from "../../storage/graph-index.ts";
import { ANY_LENGTH, type Evidence, type EvidenceRecords, NO_EVIDENCE } from "./evidence-store.ts";

/** A search and the nodes reached by it that rows depend on. */
export interface ReachedNodes {
  /** Heads the list of records of the nodes that the search expanded. */
  readonly searched: Evidence;
  readonly start: number;
  /** The maximum number of relationships of a walk. */
  readonly longest: number;
  readonly ends: Set<number>;
}

/** A relationship in the direction in which a search traverses it. */
interface Step {
  readonly relationship: number;
  readonly from: number;
  readonly to: number;
}

type Steps = ReadonlyMap<number, readonly Step[]>;

/** Adjacency lists of the nodes that a search expanded, read from its records. */
interface Searched {
  readonly leaving: Steps;
  readonly arriving: Steps;
}

/** By node: its distance from the start of a search, and the last step of a shortest path to it. */
type Distances = Map<number, { readonly distance: number; readonly by: Step | undefined }>;

/** The input for finding the walks from a start to some ends. */
interface Walks extends Searched {
  readonly start: number;
  readonly ends: ReadonlySet<number>;
  readonly longest: number;
  /** Distances from the start. */
  readonly before: Distances;
  /** Distances to the nearest end, only for nodes on walks within the maximum length. */
  readonly after: Distances;
}

/**
 * Whether a relationship is on a walk that repeats none is NP-hard to decide. A relationship counts only if a search
 * of at most this many steps finds such a walk.
 */
const MOST_STEPS = 500;

const searchedOf = new WeakMap<EvidenceRecords, Map<Evidence, Searched>>();

/**
 * The relationships of all walks from the start to any of the ends that are within the maximum length and traverse no
 * relationship twice. A walk through a relationship is at least as long as the shortest path to it plus the shortest
 * path from it. If these two have no relationship in common, they form such a walk; otherwise another walk is searched
 * for. All relationships of a found walk are included, so the result always connects each one to the start and an end.
 */
export function relationshipsOnWalks(
  search: ReachedNodes,
  records: EvidenceRecords,
  index: GraphIndex,
): ReadonlySet<number> {
  const { start, ends } = search;
  const longest = search.longest === ANY_LENGTH ? Number.POSITIVE_INFINITY : search.longest;
  const { leaving, arriving } = readSearched(search.searched, records, index);
  const before = distancesFrom([start], leaving, "to", (_, distance) => distance + 1 < longest);
  const isShort = (step: Step, distanceAfter: number) =>
    distanceOf(step.from, before) + distanceAfter < longest;
  const after = distancesFrom(ends, arriving, "from", isShort);
  const walks = { start, ends, longest, leaving, arriving, before, after };
  const found = new Set<number>();
  const addBefore = shortestPathAdder(before, "from", found);
  const addAfter = shortestPathAdder(after, "to", found);
  for (const [node, { distance }] of after) {
    for (const step of arriving.get(node) ?? []) {
      if (found.has(step.relationship) || !isShort(step, distance)) continue;
      if (isOnShortest(step, walks)) {
        addBefore(step.from);
        found.add(step.relationship);
        addAfter(step.to);
      } else for (const relationship of anyWalkThrough(step, walks)) found.add(relationship);
    }
  }
  return found;
}

/** The returned function adds the relationships of the shortest path between a node and the origin of the distances. */
function shortestPathAdder(
  distances: Distances,
  nearer: "from" | "to",
  found: Set<number>,
): (node: number) => void {
  const added = new Set<number>();
  return (node) => {
    for (let at = node; !added.has(at); ) {
      added.add(at);
      const by = distances.get(at)?.by;
      if (by === undefined) return;
      found.add(by.relationship);
      at = by[nearer];
    }
  };
}

function readSearched(searched: Evidence, records: EvidenceRecords, { starts, ends }: GraphIndex): Searched {
  const known = searchedOf.get(records) ?? new Map<Evidence, Searched>();
  searchedOf.set(records, known);
  const found = known.get(searched);
  if (found !== undefined) return found;
  const leaving = new Map<number, Step[]>();
  const arriving = new Map<number, Step[]>();
  for (let record = records[searched] as number; record !== NO_EVIDENCE; record = records[record] as number) {
    const first = record + 2;
    const last = first + (records[record + 1] as number);
    const from = (records[first] as number) / 2;
    const steps: Step[] = [];
    leaving.set(from, steps);
    for (let at = first + 1; at < last; at++) {
      const relationship = ((records[at] as number) - 1) / 2;
      const to = (starts[relationship] === from ? ends[relationship] : starts[relationship]) as number;
      const step = { relationship, from, to };
      steps.push(step);
      const others = arriving.get(to);
      if (others === undefined) arriving.set(to, [step]);
      else others.push(step);
    }
  }
  const read = { leaving, arriving };
  known.set(searched, read);
  return read;
}

function distancesFrom(
  starts: Iterable<number>,
  steps: Steps,
  farEnd: "from" | "to",
  allows: (step: Step, distance: number) => boolean,
): Distances {
  const found: Distances = new Map();
  for (const start of starts) found.set(start, { distance: 0, by: undefined });
  // Iterating a map includes the entries added during the iteration, in order: nearer nodes come first.
  for (const [node, { distance }] of found) {
    for (const step of steps.get(node) ?? []) {
      const far = step[farEnd];
      if (!found.has(far) && allows(step, distance)) found.set(far, { distance: distance + 1, by: step });
    }
  }
  return found;
}

/** Whether the shortest paths to a step and from it have no relationship in common. */
function isOnShortest(step: Step, { before, after }: Walks): boolean {
  const taken = new Set([step.relationship]);
  for (let by = before.get(step.from)?.by; by !== undefined; by = before.get(by.from)?.by) {
    if (by.relationship === step.relationship) return false;
    taken.add(by.relationship);
  }
  for (let by = after.get(step.to)?.by; by !== undefined; by = after.get(by.to)?.by) {
    if (taken.has(by.relationship)) return false;
  }
  return true;
}

/**
 * The relationships of some walk through a step, found by searching back to the start, then forward to an end, nearer
 * nodes first. Empty if none is found.
 */
function anyWalkThrough(
  through: Step,
  { start, ends, longest, leaving, arriving, before, after }: Walks,
): ReadonlySet<number> {
  const taken = new Set([through.relationship]);
  const leastAfter = distanceOf(through.to, after);
  let stepsLeft = MOST_STEPS;
  const take = ({ relationship }: Step, goOn: () => boolean): boolean => {
    if (taken.has(relationship) || stepsLeft-- <= 0) return false;
    taken.add(relationship);
    const arrives = goOn();
    if (!arrives) taken.delete(relationship);
    return arrives;
  };
  const goBack = (node: number, lengthLeft: number): boolean =>
    (node === start && goOn(through.to, lengthLeft)) ||
    nearest(arriving.get(node), "from", before, lengthLeft - leastAfter).some((step) =>
      take(step, () => goBack(step.from, lengthLeft - 1)),
    );
  const goOn = (node: number, lengthLeft: number): boolean =>
    ends.has(node) ||
    nearest(leaving.get(node), "to", after, lengthLeft).some((step) =>
      take(step, () => goOn(step.to, lengthLeft - 1)),
    );
  return goBack(through.from, longest - 1) ? taken : new Set();
}

function distanceOf(node: number, distances: Distances): number {
  return distances.get(node)?.distance ?? Number.POSITIVE_INFINITY;
}

/** The steps to nodes at a distance of less than `lengthLeft`, nearest first. */
function nearest(
  steps: readonly Step[] = [],
  farEnd: "from" | "to",
  distances: Distances,
  lengthLeft: number,
): readonly Step[] {
  return steps
    .filter((step) => distanceOf(step[farEnd], distances) < lengthLeft)
    .sort((one, other) => distanceOf(one[farEnd], distances) - distanceOf(other[farEnd], distances));
}
