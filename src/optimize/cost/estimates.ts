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

/** A way to find the first node of a pattern. */
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
  /** How many nodes it is thought to give. */
  readonly rows: number;
  /** The predicate that it makes true. */
  readonly satisfies: BoundExpression | undefined;
}

/** A way to find a relationship of a pattern, with both its ends. */
export interface RelationshipStart {
  readonly kind: "relationship";
  readonly step: Step;
  readonly access: RelationshipAccess;
  readonly rows: number;
  /** What is looked at besides the rows. */
  readonly work: number;
  readonly satisfies: BoundExpression | undefined;
}

/** The best way to start at a node: by the value of a property, by a label, or over all nodes. */
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

/** A scan for each row is none where the node must equal the row in something. */
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
    // The predicate stays: the table does not know all of what equality means.
    return { kind: "node", variable, access, rows: Math.sqrt(rows), satisfies };
  }
  return undefined;
}

/** `f(variable) = g(known)`: what is made of the node alone equals what is made of the row. */
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

/** Up to so many nodes a seek is taken whatever a scan would take: a query that merges makes it longer row by row. */
const FEW_NODES = 8;

function isBetter(start: NodeStart, other: NodeStart): boolean {
  if (start.access.kind === other.access.kind) return start.rows < other.rows;
  return start.access.kind === "seek"
    ? start.rows < Math.max(other.rows, FEW_NODES)
    : start.rows < other.rows && other.rows >= FEW_NODES;
}

/** The best way to start at a relationship whose ends are not known: by the value of a property, or over all. */
export function relationshipStart(
  step: Step,
  predicates: Iterable<BoundExpression>,
  isKnown: (variable: BoundVariable) => boolean,
  index: GraphIndex,
): RelationshipStart {
  const { relationship } = step;
  // A later step of the text may come before the one that binds its relationship.
  if (isKnown(relationship.variable)) {
    return { kind: "relationship", step, access: { kind: "known" }, rows: 1, work: 0, satisfies: undefined };
  }
  const all = relationshipCount(relationship, index) * (relationship.direction === "both" ? 2 : 1);
  let best: RelationshipStart = {
    kind: "relationship",
    step,
    access: { kind: "all" },
    rows: all,
    // Nodes that have no such relationship are passed quickly.
    work: index.nodeCount / 8,
    satisfies: undefined,
  };
  for (const predicate of predicates) {
    const sought = soughtValue(relationship.variable, predicate, isKnown);
    if (sought === undefined) continue;
    const rows = all * equalityShare(sought.property, sought.value, index);
    // A scan of all relationships goes through memory in order, and seeks do not.
    if (rows * 2 >= best.rows) continue;
    const access = { kind: "value", key: sought.property.key, value: sought.value } as const;
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

/** The narrowest range that predicates set to a property of the relationship; of several types none. */
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
    // Of two bounds on one side the first is enough.
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

/** `variable.key >= value`, or the other way round. */
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
  const sought = soughtValue(variable, predicate, isKnown);
  if (sought !== undefined) {
    const { property, value } = sought;
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

/** `variable.key = value`, or the other way round, where the value does not depend on the variable. */
function soughtValue(
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

/** `variable:Label`; of several labels the rarest is scanned, and the predicate still has to be tested. */
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

/** Walks are estimated up to this length; longer ones are dear enough already. */
const MAX_ESTIMATED_LENGTH = 4;

/** By how much a step is thought to multiply the rows: the mean degree; less where both ends are known. */
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

/** How many relationships have one of the types. */
export function relationshipCount({ types }: BoundRelationship, index: GraphIndex): number {
  if (types.length === 0) return index.relationshipCount;
  return types.reduce((sum, type) => sum + index.relationshipCountOfType(type), 0);
}
