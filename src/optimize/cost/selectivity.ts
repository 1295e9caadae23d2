import type { Column } from "../../graph/column.ts";
import type { BoundExpression, Call, Comparison, PropertyOf } from "../../semantics/bound-tree.ts";
import { variablesRead } from "../../semantics/visit-expression.ts";
import type { GraphIndex } from "../../storage/graph-index.ts";
import { equals } from "../../values/equality.ts";
import { compare } from "../../values/ordering.ts";
import type { Value } from "../../values/value.ts";
import { codeCounts } from "./code-counts.ts";

/** Assumed selectivity of a predicate about which nothing is known. */
const UNKNOWN_SHARE = 0.5;
/** Assumed selectivity of a range whose bound is known only at run time. */
const RANGE_SHARE = 0.3;
/** Assumed number of values in a list. */
const LIST_LENGTH = 10;
/** Assumed selectivity of a text search. */
const TEXT_SHARE = 0.05;

/** The share of rows, from 0 to 1, that pass a predicate: counted if the index has the data, otherwise assumed. */
export function selectivity(predicate: BoundExpression, index: GraphIndex): number {
  switch (predicate.kind) {
    case "Logical": {
      const shares = predicate.operands.map((operand) => selectivity(operand, index));
      if (predicate.operator === "AND") return shares.reduce((all, share) => all * share, 1);
      if (predicate.operator === "OR")
        return Math.min(
          1,
          shares.reduce((all, share) => all + share, 0),
        );
      return UNKNOWN_SHARE;
    }
    case "Not": {
      let negated = predicate.operand;
      let isNegated = true;
      for (; negated.kind === "Not"; negated = negated.operand) isNegated = !isNegated;
      const share = selectivity(negated, index);
      return isNegated ? 1 - share : share;
    }
    case "HasLabels": {
      const rarest = predicate.labels.reduce(
        (least, label) => Math.min(least, index.nodeCountWithLabel(label)),
        index.nodeCount,
      );
      return rarest / Math.max(1, index.nodeCount);
    }
    case "Comparison":
      return comparisonShare(predicate, index);
    case "Call":
      return callShare(predicate, index);
    default:
      return UNKNOWN_SHARE;
  }
}

const TEXT_OPERATORS: ReadonlySet<string> = new Set(["CONTAINS", "STARTS WITH", "ENDS WITH", "=~"]);

/** For `IN`, the number of list items times the share of one value. */
function callShare({ definition, arguments: args }: Call, index: GraphIndex): number {
  const [property, list] = args;
  if (definition.name !== "IN" || property === undefined || list === undefined || !isEntityProperty(property))
    return TEXT_OPERATORS.has(definition.name) ? TEXT_SHARE : UNKNOWN_SHARE;
  const items = list.kind === "ListOf" ? list.items.length : LIST_LENGTH;
  const unknown: BoundExpression = { kind: "ParameterValue", name: "", span: list.span };
  return Math.min(1, items * equalityShare(property, unknown, index));
}

function comparisonShare({ operator, left, right }: Comparison, index: GraphIndex): number {
  const [property, value] = isEntityProperty(left) ? [left, right] : [right, left];
  if (!isEntityProperty(property)) return operator === "=" ? 0.1 : UNKNOWN_SHARE;
  const [read] = variablesRead(property);
  if (variablesRead(value).size > 0 && read !== undefined && variablesRead(value).has(read))
    return UNKNOWN_SHARE;
  const share = equalityShare(property, value, index);
  if (operator === "=") return share;
  if (operator === "<>") return 1 - share;
  if (value.kind !== "Constant") return RANGE_SHARE;
  const turned = property === left ? 1 : -1;
  const holds = (held: Value): boolean => {
    const difference = compare(held, value.value);
    if (difference === null) return false;
    const sign = Math.sign(difference) * turned;
    return (
      (sign < 0 && operator.startsWith("<")) ||
      (sign > 0 && operator.startsWith(">")) ||
      (sign === 0 && operator.endsWith("="))
    );
  };
  return countedShare(property, holds, index);
}

/**
 * The share of entities whose property equals a value; the mean over all values if the value is known only at run time.
 */
export function equalityShare(property: PropertyOf, value: BoundExpression, index: GraphIndex): number {
  if (value.kind === "Constant")
    return countedShare(property, (held) => equals(held, value.value) === true, index);
  const column = columnOf(property, index);
  const total = entityCount(property, index);
  if (column === undefined || total === 0) return 0.1;
  const { present, distinct } = codeCounts(column, total);
  return distinct === 0 ? 0 : present / distinct / total;
}

function countedShare(property: PropertyOf, holds: (held: Value) => boolean, index: GraphIndex): number {
  const column = columnOf(property, index);
  const total = entityCount(property, index);
  if (column === undefined || total === 0) return 0;
  const { counts } = codeCounts(column, total);
  let held = 0;
  for (let code = 1; code < counts.length; code++) {
    if (counts[code] !== 0 && holds(column.values[code] as Value)) held += counts[code] as number;
  }
  return held / total;
}

function isEntityProperty(expression: BoundExpression): expression is PropertyOf {
  if (expression.kind !== "PropertyOf" || expression.object.kind !== "VariableReference") return false;
  const { type } = expression.object.variable;
  return type === "node" || type === "relationship";
}

function columnOf({ object, key }: PropertyOf, index: GraphIndex): Column | undefined {
  if (object.kind !== "VariableReference") return undefined;
  return object.variable.type === "node" ? index.nodeColumn(key) : index.relationshipColumn(key);
}

function entityCount({ object }: PropertyOf, index: GraphIndex): number {
  const isNode = object.kind === "VariableReference" && object.variable.type === "node";
  return isNode ? index.nodeCount : index.relationshipCount;
}
