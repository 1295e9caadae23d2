import type { TypeTraits } from "../graph/type-traits.ts";
import type { ClaimGraph } from "./claim-graph.ts";
import { conflictingValues } from "./conflicting-values.ts";
import { type Positions, positionsOf } from "./positions.ts";
import { forEachTriple } from "./triples.ts";

/** The claims of one triple by position, and those of other triples that conflict with it; all ascending. */
export interface Sides {
  readonly affirmed: readonly number[];
  readonly denied: readonly number[];
  /** The claims in `affirmed` that their own article judges untrue. */
  readonly refuted: readonly number[];
  /** Claims of other triples that name another object, if the type allows only one. */
  readonly conflicting: readonly number[];
}

/** Determines the sides of triples in the current state of a graph. */
export interface Contest {
  sidesOf(claims: Iterable<number>): Sides;
  /** The sides of each contested triple, in the order of the graph. */
  contested(): readonly Sides[];
}

export function contestOf(graph: ClaimGraph): Contest {
  const { index, traits } = graph;
  const known = KNOWN.get(index);
  if (known?.version === index.version && areSame(known.traits, traits)) return known.contest;
  const contest = newContest(graph);
  KNOWN.set(index, { version: index.version, traits, contest });
  return contest;
}

interface KnownContest {
  readonly version: number;
  readonly traits: TypeTraits;
  readonly contest: Contest;
}

/**
 * A cache with one entry per graph, valid for one version of the graph and of its type traits. The traits are
 * attributes of the graph, whose changes do not change its version.
 */
const KNOWN = new WeakMap<ClaimGraph["index"], KnownContest>();

function areSame(one: TypeTraits, other: TypeTraits): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function newContest(graph: ClaimGraph): Contest {
  const positions = positionsOf(graph);
  let known: ReadonlyMap<number, readonly number[]> | undefined;
  const conflicts = () => {
    known ??= conflictingValues(graph, positions);
    return known;
  };
  const sidesOf = (claims: Iterable<number>) => sides(claims, positions, conflicts());
  let all: readonly Sides[] | undefined;
  return {
    sidesOf,
    contested() {
      if (all !== undefined) return all;
      if (positions.isUnanimous && conflicts().size === 0) return [];
      const found: Sides[] = [];
      forEachTriple(graph, 1, (claims) => {
        if (!claims.some((claim) => mayBeContested(claim, positions, conflicts()))) return;
        const triple = sidesOf(claims);
        if (isContested(triple)) found.push(triple);
      });
      all = found;
      return found;
    },
  };
}

/** Whether a claim affirms the triple, and a claim denies it, conflicts with it, or is refuted by its own article. */
export function isContested({ affirmed, denied, refuted, conflicting }: Sides): boolean {
  return affirmed.length > 0 && denied.length + refuted.length + conflicting.length > 0;
}

type Conflicts = ReadonlyMap<number, readonly number[]>;

function mayBeContested(claim: number, positions: Positions, conflicts: Conflicts): boolean {
  return positions.denies(claim) || positions.isRefuted(claim) || conflicts.has(claim);
}

function sides(claims: Iterable<number>, positions: Positions, conflicts: Conflicts): Sides {
  const affirmed: number[] = [];
  const denied: number[] = [];
  const conflicting = new Set<number>();
  for (const claim of claims) {
    (positions.denies(claim) ? denied : affirmed).push(claim);
    for (const other of conflicts.get(claim) ?? []) conflicting.add(other);
  }
  return {
    affirmed,
    denied,
    refuted: affirmed.filter((claim) => positions.isRefuted(claim)),
    conflicting: [...conflicting].sort((one, other) => one - other),
  };
}
