import type { NodeMatch, RelationshipAccess, ValueBound } from "../../plan/logical-plan.ts";
import type {
  BoundExpression,
  BoundRelationship,
  BoundVariable,
  PropertyOf,
} from "../../semantics/bound-tree.ts";
import { containsPattern, variablesRead } from "../../semantics/visit-expression.ts";
import type { GraphIndex } from "../../storage/graph-index.ts";
import type { Step } from "../query-graph.ts";
import { equalityShare, selectivity } from "./selectivity.ts";

/** An access path for the first node of a pattern. */
export interface NodeStart {
  readonly kind: "node";
  readonly variable: BoundVariable;
  readonly access:
    | {
        readonly kind: "seek";
        readonly key: string;
        readonly match: NodeMatch;
        readonly value: BoundExpression;
      }
    | { readonly kind: "scan"; readonly label: string | undefined }
    | {
        readonly kind: "hash";
        readonly label: string | undefined;
        readonly key: BoundExpression;
        readonly value: BoundExpression;
      };
  /** Estimated number of nodes. */
  readonly rows: number;
  /** The predicate that the access path satisfies, if any. */
  readonly satisfies: BoundExpression | undefined;
}

/** An access path for a relationship of a pattern, with both its ends. */
export interface RelationshipStart {
  readonly kind: "relationship";
  readonly step: Step;
  readonly access: RelationshipAccess;
  readonly rows: number;
  /** Estimated number of entries that are read in addition to the rows. */
  readonly work: number;
  readonly satisfies: BoundExpression | undefined;
}

/** The best access path for a node: by the value of a property, by a label, or a scan of all nodes. */
export function nodeStart(
  variable: BoundVariable,
  predicates: Iterable<BoundExpression>,
  isKnown: (variable: BoundVariable) => boolean,
  index: GraphIndex,
): NodeStart {
  let best: NodeStart = {
    kind: "node",
    variable,
    access: { kind: "scan", label: undefined },
    rows: index.nodeCount,
    satisfies: undefined,
  };
  for (const predicate of predicates) {
    const start = nodeSeek(variable, predicate, isKnown, index) ?? labelScan(variable, predicate, index);
    if (start !== undefined && isBetter(start, best)) best = start;
  }
  return best.access.kind === "scan" ? (hashSeek(best, best.access, predicates, isKnown) ?? best) : best;
}

/**
 * If a predicate equates an expression of the node with one of the current row, use a hash lookup instead of a scan per
 * row.
 */
function hashSeek(
  { variable, rows, satisfies }: NodeStart,
  { label }: { readonly label: string | undefined },
  predicates: Iterable<BoundExpression>,
  isKnown: (variable: BoundVariable) => boolean,
): NodeStart | undefined {
  for (const predicate of predicates) {
    const join = hashedValue(variable, predicate, isKnown);
    if (join === undefined) continue;
    const access = { kind: "hash", label, ...join } as const;
    // The predicate is kept: the hash table does not implement equality completely.
    return { kind: "node", variable, access, rows: Math.sqrt(rows), satisfies };
  }
  return undefined;
}

/** `f(variable) = g(known)`: an expression of the node alone equals an expression of known variables. */
function hashedValue(
  variable: BoundVariable,
  predicate: BoundExpression,
  isKnown: (variable: BoundVariable) => boolean,
): { readonly key: BoundExpression; readonly value: BoundExpression } | undefined {
  if (predicate.kind !== "Comparison" || predicate.operator !== "=" || containsPattern(predicate))
    return undefined;
  for (const [key, value] of [
    [predicate.left, predicate.right],
    [predicate.right, predicate.left],
  ] as const) {
    const [own, ...others] = variablesRead(key);
    const read = [...variablesRead(value)];
    if (own === variable && others.length === 0 && read.length > 0 && read.every(isKnown))
      return { key, value };
  }
  return undefined;
}

/** Up to this many nodes, a seek is preferred to any scan, because a MERGE makes the scan longer with each row. */
const FEW_NODES = 8;

function isBetter(start: NodeStart, other: NodeStart): boolean {
  if (start.access.kind === other.access.kind) return start.rows < other.rows;
  return start.access.kind === "seek"
    ? start.rows < Math.max(other.rows, FEW_NODES)
    : start.rows < other.rows && other.rows >= FEW_NODES;
}

/**
 * The best access path for a relationship with unknown ends: by the value of a property, or a scan of all
 * relationships.
 */
export function relationshipStart(
  step: Step,
  predicates: Iterable<BoundExpression>,
  isKnown: (variable: BoundVariable) => boolean,
  index: GraphIndex,
): RelationshipStart {
  const { relationship } = step;
  // A step may be ordered before an earlier step of the text that binds its relationship.
  if (isKnown(relationship.variable)) {
    return { kind: "relationship", step, access: { kind: "known" }, rows: 1, work: 0, satisfies: undefined };
  }
  const all = relationshipCount(relationship, index) * (relationship.direction === "both" ? 2 : 1);
  let best: RelationshipStart = {
    kind: "relationship",
    step,
    access: { kind: "all" },
    rows: all,
    // Nodes without such a relationship are skipped quickly.
    work: index.nodeCount / 8,
    satisfies: undefined,
  };
  for (const predicate of predicates) {
    const equation = equatedValue(relationship.variable, predicate, isKnown);
    if (equation === undefined) continue;
    const rows = all * equalityShare(equation.property, equation.value, index);
    // A full scan reads memory sequentially; seeks do not.
    if (rows * 2 >= best.rows) continue;
    const access = { kind: "value", key: equation.property.key, value: equation.value } as const;
    best = { kind: "relationship", step, access, rows, work: 0, satisfies: predicate };
  }
  const range = rangeOf(relationship, predicates, isKnown, index);
  if (range === undefined || all * range.share * 2 >= best.rows) return best;
  const access = { kind: "order", key: range.key, descending: false, bounds: range.bounds } as const;
  return { kind: "relationship", step, access, rows: all * range.share, work: 0, satisfies: undefined };
}

interface PropertyRange {
  readonly key: string;
  readonly bounds: readonly ValueBound[];
  /** The share of relationships within the bounds. */
  readonly share: number;
}

/** The narrowest range that predicates define for a property of the relationship; undefined for several types. */
function rangeOf(
  { variable, types }: BoundRelationship,
  predicates: Iterable<BoundExpression>,
  isKnown: (variable: BoundVariable) => boolean,
  index: GraphIndex,
): PropertyRange | undefined {
  if (types.length > 1) return undefined;
  const ranges = new Map<string, PropertyRange>();
  for (const predicate of predicates) {
    const bound = boundOf(predicate, variable);
    if (bound === undefined || ![...variablesRead(bound.value)].every(isKnown)) continue;
    const before = ranges.get(bound.key) ?? { key: bound.key, bounds: [], share: 1 };
    // Of two bounds on one side, use the first.
    const side = bound.operator.charAt(0);
    if (before.bounds.some(({ operator }) => operator.startsWith(side))) continue;
    const share = before.share * selectivity(predicate, index);
    ranges.set(bound.key, { key: bound.key, bounds: [...before.bounds, bound], share });
  }
  return [...ranges.values()].reduce<PropertyRange | undefined>(
    (least, next) => (least === undefined || next.share < least.share ? next : least),
    undefined,
  );
}

/** `variable.key >= value`, or with its sides swapped. */
function boundOf(
  predicate: BoundExpression,
  variable: BoundVariable,
): (ValueBound & { readonly key: string }) | undefined {
  if (predicate.kind !== "Comparison") return undefined;
  const { left, right, operator } = predicate;
  if (operator === "=" || operator === "<>") return undefined;
  if (isPropertyOf(left, variable) && !reads(right, variable))
    return { key: left.key, operator, value: right };
  if (isPropertyOf(right, variable) && !reads(left, variable))
    return { key: right.key, operator: TURNED[operator], value: left };
  return undefined;
}

const TURNED = { "<": ">", "<=": ">=", ">": "<", ">=": "<=" } as const;

function reads(expression: BoundExpression, variable: BoundVariable): boolean {
  return variablesRead(expression).has(variable);
}

function nodeSeek(
  variable: BoundVariable,
  predicate: BoundExpression,
  isKnown: (variable: BoundVariable) => boolean,
  index: GraphIndex,
): NodeStart | undefined {
  const equation = equatedValue(variable, predicate, isKnown);
  if (equation !== undefined) {
    const { property, value } = equation;
    const rows = index.nodeCount * equalityShare(property, value, index);
    const access = { kind: "seek", key: property.key, match: "equal", value } as const;
    return { kind: "node", variable, access, rows, satisfies: predicate };
  }
  if (predicate.kind !== "Call") return undefined;
  const [property, value] = predicate.arguments;
  const match = SEEKING_OPERATORS.get(predicate.definition.name);
  if (match === undefined || property === undefined || value === undefined) return undefined;
  if (!isPropertyOf(property, variable) || ![...variablesRead(value)].every(isKnown)) return undefined;
  const rows = index.nodeCount * selectivity(predicate, index);
  return {
    kind: "node",
    variable,
    access: { kind: "seek", key: property.key, match, value },
    rows,
    satisfies: predicate,
  };
}

const SEEKING_OPERATORS: ReadonlyMap<string, NodeMatch> = new Map([
  ["IN", "one of"],
  ["CONTAINS", "containing"],
]);

function isPropertyOf(expression: BoundExpression, variable: BoundVariable): expression is PropertyOf {
  if (expression.kind !== "PropertyOf" || expression.object.kind !== "VariableReference") return false;
  return expression.object.variable === variable;
}

/** `variable.key = value`, or with its sides swapped, if the value does not depend on the variable. */
function equatedValue(
  variable: BoundVariable,
  predicate: BoundExpression,
  isKnown: (variable: BoundVariable) => boolean,
) {
  if (predicate.kind !== "Comparison" || predicate.operator !== "=") return undefined;
  for (const [property, value] of [
    [predicate.left, predicate.right],
    [predicate.right, predicate.left],
  ] as const) {
    if (isPropertyOf(property, variable) && [...variablesRead(value)].every(isKnown))
      return { property, value };
  }
  return undefined;
}

/** `variable:Label`. Of several labels, the rarest is scanned, and the predicate must still be tested. */
function labelScan(
  variable: BoundVariable,
  predicate: BoundExpression,
  index: GraphIndex,
): NodeStart | undefined {
  if (predicate.kind !== "HasLabels" || predicate.object.kind !== "VariableReference") return undefined;
  if (predicate.object.variable !== variable) return undefined;
  const counted = predicate.labels.map((label) => ({ label, rows: index.nodeCountWithLabel(label) }));
  const rarest = counted.reduce((least, next) => (next.rows < least.rows ? next : least));
  const satisfies = predicate.labels.length === 1 ? predicate : undefined;
  return {
    kind: "node",
    variable,
    access: { kind: "scan", label: rarest.label },
    rows: rarest.rows,
    satisfies,
  };
}

/** The maximum length used for estimates of walks; longer ones are expensive enough already. */
const MAX_ESTIMATED_LENGTH = 4;

/** The estimated factor by which a step multiplies the rows: the mean degree, or less if both ends are known. */
export function estimateFanOut(
  { relationship }: { readonly relationship: BoundRelationship },
  bothEndsKnown: boolean,
  index: GraphIndex,
): number {
  const { direction, length } = relationship;
  const nodes = Math.max(1, index.nodeCount);
  const degree = (relationshipCount(relationship, index) / nodes) * (direction === "both" ? 2 : 1);
  const walks =
    length === undefined ? degree : Math.max(1, degree) ** Math.min(length.maximum, MAX_ESTIMATED_LENGTH);
  return bothEndsKnown ? walks / nodes : walks;
}

/** The number of relationships with one of the types; of all, if there are no types. */
export function relationshipCount({ types }: BoundRelationship, index: GraphIndex): number {
  if (types.length === 0) return index.relationshipCount;
  return types.reduce((sum, type) => sum + index.relationshipCountOfType(type), 0);
}
