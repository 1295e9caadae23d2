import type { BoundExpression, BoundVariable } from "../../semantics/bound-tree.ts";
import type { GraphIndex } from "../../storage/graph-index.ts";
import type { QueryGraph, Step } from "../query-graph.ts";

/**
 * For each relationship of a pattern, those that it must be compared with at run time: all relationships of one MATCH
 * must differ. Three kinds of pairs need no test, because they cannot be the same: relationships of different types;
 * consecutive relationships, which could only be the same loop, if the graph has no loops of their types; and
 * relationships that share one node and lead to two nodes that a predicate requires to differ.
 *
 * @param writes whether the query writes: the graph may then have loops by the time the pattern is matched
 */
export function mustBeDistinct(
  { steps, predicates }: QueryGraph,
  index: GraphIndex,
  writes: boolean,
): ReadonlyMap<BoundVariable, ReadonlySet<BoundVariable>> {
  const inequalities = predicates.filter(comparesVariables);
  const byVariable = new Map(steps.map((step) => [step.relationship.variable, step]));
  const differing = new Map<BoundVariable, Set<BoundVariable>>();
  const hasLoops = (type: string | undefined) => writes || index.hasLoops(type);
  const addPair = (one: BoundVariable, other: BoundVariable) => {
    const known = differing.get(one);
    if (known === undefined) differing.set(one, new Set([other]));
    else known.add(other);
  };
  for (const step of steps) {
    for (const other of step.distinctFrom) {
      const otherStep = byVariable.get(other);
      if (otherStep !== undefined && !canBeSame(step, otherStep, hasLoops)) continue;
      if (otherStep !== undefined && endDifferently(step, otherStep, inequalities)) continue;
      addPair(step.relationship.variable, other);
      addPair(other, step.relationship.variable);
    }
  }
  return differing;
}

function canBeSame(one: Step, other: Step, hasLoops: (type: string | undefined) => boolean): boolean {
  const types = one.relationship.types;
  const otherTypes = other.relationship.types;
  const shared =
    types.length === 0
      ? otherTypes
      : otherTypes.length === 0
        ? types
        : types.filter((type) => otherTypes.includes(type));
  if (types.length > 0 && otherTypes.length > 0 && shared.length === 0) return false;
  if (one.bound || other.bound) return true;
  const [start, end] = endsOf(one) ?? [];
  const [otherStart, otherEnd] = endsOf(other) ?? [];
  if (start === undefined || otherStart === undefined) return true;
  if (end !== otherStart && otherEnd !== start) return true;
  return shared.length === 0 ? hasLoops(undefined) : shared.some(hasLoops);
}

/** The start node and the end node of a relationship, if the pattern fixes its direction. */
function endsOf({ kind, from, to, relationship }: Step): [BoundVariable, BoundVariable] | undefined {
  if (kind !== "LogicalExpand" || relationship.direction === "both") return undefined;
  return relationship.direction === "outgoing" ? [from, to] : [to, from];
}

/** `(a)--(b)--(c) WHERE a <> c`. */
function endDifferently(one: Step, other: Step, predicates: readonly BoundExpression[]): boolean {
  if (one.kind !== "LogicalExpand" || other.kind !== "LogicalExpand") return false;
  for (const [shared, far] of [
    [one.from, one.to],
    [one.to, one.from],
  ] as const) {
    const otherFar = other.from === shared ? other.to : other.to === shared ? other.from : undefined;
    if (otherFar !== undefined && predicates.some((predicate) => requiresDifferent(predicate, far, otherFar)))
      return true;
  }
  return false;
}

/** A filter for speed: there may be many predicates, but few of them compare variables. */
function comparesVariables(predicate: BoundExpression): boolean {
  return (
    predicate.kind === "Comparison" &&
    predicate.operator === "<>" &&
    predicate.left.kind === "VariableReference" &&
    predicate.right.kind === "VariableReference"
  );
}

function requiresDifferent(predicate: BoundExpression, one: BoundVariable, other: BoundVariable): boolean {
  if (predicate.kind !== "Comparison" || predicate.operator !== "<>") return false;
  const { left, right } = predicate;
  if (left.kind !== "VariableReference" || right.kind !== "VariableReference") return false;
  const compared = [left.variable, right.variable];
  return one !== other && compared.includes(one) && compared.includes(other);
}
