import type { Relationship } from "../values/value.ts";
import { valueText } from "../values/value-text.ts";
import type { ClaimGraph } from "./claim-graph.ts";
import { isQualifier } from "./claim-properties.ts";
import { areMutuallyExclusive } from "./mutually-exclusive.ts";
import type { Positions } from "./positions.ts";

/**
 * By claim: the claims that name another object although the type allows only one, such as two dates of the same
 * summit. Claims are compared only if they have the same subject, type and qualifiers (the date of a start is not that
 * of an end); claims that deny, or that their article judges false, are excluded.
 */
export function conflictingValues(graph: ClaimGraph, positions: Positions): Map<number, number[]> {
  const conflicts = new Map<number, number[]>();
  for (const type of graph.traits.functionalTypes) {
    for (const claims of comparable(graph, positions, type)) addConflicts(graph, claims, conflicts);
  }
  return conflicts;
}

/** Groups the claims of one type. All claims of a group should name the same object. */
function comparable({ index }: ClaimGraph, positions: Positions, type: string): Iterable<number[]> {
  const bySubject = new Map<number, number[]>();
  // An unknown type has no relationships.
  for (const claim of index.relationshipsOfType(type)) {
    if (positions.denies(claim) || positions.isRefuted(claim)) continue;
    add(bySubject, index.starts[claim] as number, claim);
  }
  const together = new Map<string, number[]>();
  for (const [subject, claims] of bySubject) {
    const [first] = claims;
    if (claims.every((claim) => index.ends[claim] === index.ends[first as number])) continue;
    for (const claim of claims) add(together, `${subject} ${qualifiersOf(index.relationship(claim))}`, claim);
  }
  return together.values();
}

function addConflicts(
  { index }: ClaimGraph,
  claims: readonly number[],
  conflicts: Map<number, number[]>,
): void {
  const byObject = new Map<number, number[]>();
  for (const claim of claims) add(byObject, index.ends[claim] as number, claim);
  for (const [object, some] of byObject) {
    const others = [...byObject]
      .filter(([other]) => areMutuallyExclusive(index.node(object), index.node(other)))
      .flatMap(([, conflicting]) => conflicting);
    if (others.length > 0) for (const claim of some) conflicts.set(claim, others);
  }
}

function qualifiersOf({ properties }: Relationship): string {
  return Object.entries(properties)
    .filter(([name]) => isQualifier(name))
    .map(([name, value]) => `${JSON.stringify(name)}: ${valueText(value)}`)
    .sort()
    .join();
}

function add<Key>(lists: Map<Key, number[]>, key: Key, claim: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [claim]);
  else list.push(claim);
}
