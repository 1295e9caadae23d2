import type { GraphIndex } from "../../storage/graph-index.ts";
import { ANY_LENGTH, type Evidence, type EvidenceRecords, NO_EVIDENCE } from "./evidence-store.ts";

/** What rows tell of a search: some of the nodes that it has reached from where it began. */
export interface ReachedNodes {
  /** Leads to the records of what was searched. */
  readonly searched: Evidence;
  readonly start: number;
  /** How many relationships a walk has at most. */
  readonly longest: number;
  readonly ends: Set<number>;
}

/** A relationship in the direction in which a search goes along it. */
interface Step {
  readonly relationship: number;
  readonly from: number;
  readonly to: number;
}

type Steps = ReadonlyMap<number, readonly Step[]>;

/** What was searched, as records tell of it. */
interface Searched {
  readonly leaving: Steps;
  readonly arriving: Steps;
}

/** How far nodes are from where a search begins, and the last step of a shortest way there. */
type Distances = Map<number, { readonly distance: number; readonly by: Step | undefined }>;

/** All that is known of the walks from a start to some ends. */
interface Walks extends Searched {
  readonly start: number;
  readonly ends: ReadonlySet<number>;
  readonly longest: number;
  /** From the start. */
  readonly before: Distances;
  /** To the nearest end; only of nodes on walks that are not too long. */
  readonly after: Distances;
}

/**
 * To find out whether a relationship is on a walk that repeats none is NP-hard. Where so many steps have not shown it,
 * it does not count.
 */
const MOST_STEPS = 500;

const searchedOf = new WeakMap<EvidenceRecords, Map<Evidence, Searched>>();

/**
 * The relationships of all walks from the start to any of the ends that are not too long and go along no relationship
 * twice. A walk through a relationship is at least as long as the shortest ways to it and from it; where these two
 * have no relationship in common they are such a walk, and else another one is looked for. A walk that is found
 * counts whole, so that each relationship comes with all of one way to an end.
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
  const addBefore = wayAdder(before, "from", found);
  const addAfter = wayAdder(after, "to", found);
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

/** Adds the relationships of the shortest way between a node and where the distances are counted from. */
function wayAdder(distances: Distances, nearer: "from" | "to", found: Set<number>): (node: number) => void {
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
  // A map gives also what is added while one goes over it, in order: nearer nodes come first.
  for (const [node, { distance }] of found) {
    for (const step of steps.get(node) ?? []) {
      const far = step[farEnd];
      if (!found.has(far) && allows(step, distance)) found.set(far, { distance: distance + 1, by: step });
    }
  }
  return found;
}

/** Whether the shortest ways to a step and from it have no relationship in common. */
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
 * The relationships of any walk through a step: it is looked for back to the start, then on to an end, nearer nodes
 * first. None where none is found.
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
  const goBack = (node: number, room: number): boolean =>
    (node === start && goOn(through.to, room)) ||
    nearest(arriving.get(node), "from", before, room - leastAfter).some((step) =>
      take(step, () => goBack(step.from, room - 1)),
    );
  const goOn = (node: number, room: number): boolean =>
    ends.has(node) ||
    nearest(leaving.get(node), "to", after, room).some((step) => take(step, () => goOn(step.to, room - 1)));
  return goBack(through.from, longest - 1) ? taken : new Set();
}

function distanceOf(node: number, distances: Distances): number {
  return distances.get(node)?.distance ?? Number.POSITIVE_INFINITY;
}

/** The steps to nodes that are less than `room` away, the nearest first. */
function nearest(
  steps: readonly Step[] = [],
  farEnd: "from" | "to",
  distances: Distances,
  room: number,
): readonly Step[] {
  return steps
    .filter((step) => distanceOf(step[farEnd], distances) < room)
    .sort((one, other) => distanceOf(one[farEnd], distances) - distanceOf(other[farEnd], distances));
}
