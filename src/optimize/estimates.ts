import type { GraphIndex } from "../index/graph-index.ts";
import type { BoundExpression, BoundVariable } from "../semantics/bound-tree.ts";
import { variablesRead } from "../semantics/visit-expression.ts";
import type { Step } from "./pattern-steps.ts";

/** A way to find the first node of a pattern. */
export interface Start {
  readonly variable: BoundVariable;
  readonly access:
    | { readonly kind: "seek"; readonly key: string; readonly value: BoundExpression }
    | { readonly kind: "scan"; readonly label: string | undefined };
  /** How many nodes it is thought to give. */
  readonly rows: number;
  /** The predicate that it makes true. */
  readonly satisfies: BoundExpression | undefined;
}

/** How many nodes a property is thought to select where its value is known only when the query runs. */
const UNKNOWN_VALUE_ROWS = 10;

/** The best way to start at `variable`: by the value of a property, by a label, or over all nodes. */
export function estimateStart(
  variable: BoundVariable,
  predicates: readonly BoundExpression[],
  isKnown: (variable: BoundVariable) => boolean,
  index: GraphIndex,
): Start {
  let best: Start = {
    variable,
    access: { kind: "scan", label: undefined },
    rows: index.nodeCount,
    satisfies: undefined,
  };
  for (const predicate of predicates) {
    const start = seekStart(variable, predicate, isKnown, index) ?? labelStart(variable, predicate, index);
    if (start !== undefined && start.rows < best.rows) best = start;
  }
  return best;
}

/** `variable.key = value`, or the other way round, where the value does not depend on the variable. */
function seekStart(
  variable: BoundVariable,
  predicate: BoundExpression,
  isKnown: (variable: BoundVariable) => boolean,
  index: GraphIndex,
): Start | undefined {
  if (predicate.kind !== "Comparison" || predicate.operator !== "=") return undefined;
  for (const [property, value] of [
    [predicate.left, predicate.right],
    [predicate.right, predicate.left],
  ] as const) {
    if (property.kind !== "PropertyOf" || property.object.kind !== "VariableReference") continue;
    if (property.object.variable !== variable || ![...variablesRead(value)].every(isKnown)) continue;
    const { key } = property;
    const rows =
      value.kind === "Constant" && typeof value.value === "string"
        ? index.nodesWithProperty(key, value.value).length
        : Math.min(UNKNOWN_VALUE_ROWS, index.nodeCount);
    return { variable, access: { kind: "seek", key, value }, rows, satisfies: predicate };
  }
  return undefined;
}

/** `variable:Label`; of several labels the rarest is scanned, and the predicate still has to be tested. */
function labelStart(
  variable: BoundVariable,
  predicate: BoundExpression,
  index: GraphIndex,
): Start | undefined {
  if (predicate.kind !== "HasLabels" || predicate.object.kind !== "VariableReference") return undefined;
  if (predicate.object.variable !== variable) return undefined;
  const counted = predicate.labels.map((label) => ({ label, rows: index.nodesWithLabel(label).length }));
  const rarest = counted.reduce((least, next) => (next.rows < least.rows ? next : least));
  const satisfies = predicate.labels.length === 1 ? predicate : undefined;
  return { variable, access: { kind: "scan", label: rarest.label }, rows: rarest.rows, satisfies };
}

/** Walks are estimated up to this length; longer ones are dear enough already. */
const MAX_ESTIMATED_LENGTH = 4;

/** By how much a step is thought to multiply the rows: the mean degree; less where both ends are known. */
export function estimateFanOut({ relationship }: Step, bothEndsKnown: boolean, index: GraphIndex): number {
  const { types, direction, length } = relationship;
  const nodes = Math.max(1, index.nodeCount);
  const relationships =
    types.length === 0
      ? index.relationshipCount
      : types.reduce((sum, type) => sum + index.relationshipCountOfType(type), 0);
  const degree = (relationships / nodes) * (direction === "both" ? 2 : 1);
  const walks =
    length === undefined ? degree : Math.max(1, degree) ** Math.min(length.maximum, MAX_ESTIMATED_LENGTH);
  return bothEndsKnown ? walks / nodes : walks;
}
