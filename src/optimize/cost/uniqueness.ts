import type { BoundExpression, BoundVariable } from "../../semantics/bound-tree.ts";
import type { GraphIndex } from "../../storage/graph-index.ts";
import type { QueryGraph, Step } from "../query-graph.ts";

/**
 * For each relationship of a pattern, those that it has to be told apart from when rows are made: relationships of
 * one MATCH are never the same. Two that cannot be the same anyway need no test: those of different types; and
 * those that follow each other, which could only be the same loop, where the graph has no loops of their types; and
 * those that share one node and lead to two that a predicate wants to differ.
 *
 * @param writes whether the query writes: what the graph has no loops of may have them when the pattern is matched
 */
export function mustBeDistinct(
  { steps, predicates }: QueryGraph,
  index: GraphIndex,
  writes: boolean,
): ReadonlyMap<BoundVariable, ReadonlySet<BoundVariable>> {
  const apart = predicates.filter(comparesVariables);
  const byVariable = new Map(steps.map((step) => [step.relationship.variable, step]));
  const differing = new Map<BoundVariable, Set<BoundVariable>>();
  const hasLoops = (type: string | undefined) => writes || index.hasLoops(type);
  const keepApart = (one: BoundVariable, other: BoundVariable) => {
    const known = differing.get(one);
    if (known === undefined) differing.set(one, new Set([other]));
    else known.add(other);
  };
  for (const step of steps) {
    for (const other of step.distinctFrom) {
      const otherStep = byVariable.get(other);
      if (otherStep !== undefined && !canBeSame(step, otherStep, hasLoops)) continue;
      if (otherStep !== undefined && endDifferently(step, otherStep, apart)) continue;
      keepApart(step.relationship.variable, other);
      keepApart(other, step.relationship.variable);
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

/** The node that a relationship starts at and the one that it ends at, where the pattern tells which is which. */
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
    if (otherFar !== undefined && predicates.some((predicate) => tellsApart(predicate, far, otherFar)))
      return true;
  }
  return false;
}

/** Few predicates do, however many there are. */
function comparesVariables(predicate: BoundExpression): boolean {
  return (
    predicate.kind === "Comparison" &&
    predicate.operator === "<>" &&
    predicate.left.kind === "VariableReference" &&
    predicate.right.kind === "VariableReference"
  );
}

function tellsApart(predicate: BoundExpression, one: BoundVariable, other: BoundVariable): boolean {
  if (predicate.kind !== "Comparison" || predicate.operator !== "<>") return false;
  const { left, right } = predicate;
  if (left.kind !== "VariableReference" || right.kind !== "VariableReference") return false;
  const compared = [left.variable, right.variable];
  return one !== other && compared.includes(one) && compared.includes(other);
}
