import { CypherError } from "../../diagnostics/cypher-error.ts";
import { unreachable } from "../../diagnostics/invariant.ts";
import type { Span } from "../../diagnostics/span.ts";
import type {
  BoundExpression,
  BoundVariable,
  HasLabels,
  MapOf,
  ParameterValue,
  PropertyOf,
} from "../../semantics/bound-tree.ts";
import { leadingPart, leadingParts } from "../../semantics/leading-part.ts";
import { BYTES_PER_ITEM, BYTES_PER_OBJECT, makeList } from "../../values/budget.ts";
import { isTemporal } from "../../values/temporal/temporal.ts";
import { isMap, typeWithArticle } from "../../values/type-name.ts";
import { Node, Relationship, type Value } from "../../values/value.ts";
import type { Execution } from "../execution.ts";
import { compileAccess } from "./compile-access.ts";
import { compileCall, compileEntityCall } from "./compile-call.ts";
import { compileCase } from "./compile-case.ts";
import { compileComparison } from "./compile-comparison.ts";
import { compileIteration } from "./compile-iteration.ts";
import { compileLogical } from "./compile-logical.ts";
import { compilePattern } from "./compile-pattern.ts";
import { componentAt } from "./component-at.ts";
import {
  currentEntity,
  labelsNow,
  nodePropertyNow,
  relationshipPropertyNow,
  withoutEntity,
} from "./current-value.ts";
import { valueReader } from "./slot-values.ts";

/** Computes an expression's value for the current row. */
export type Evaluate = () => Value;

/**
 * Bound expression → closure over the execution's row.
 *
 * @param instead returns a replacement for a part, or undefined to compile the part itself
 */
export function compileExpression(
  expression: BoundExpression,
  execution: Execution,
  instead?: (part: BoundExpression) => Evaluate | undefined,
): Evaluate {
  const replaced = instead?.(expression);
  if (replaced !== undefined) return replaced;
  const compile: Compile = (part) => compileExpression(part, execution, instead);
  return isLongChain(expression)
    ? compileChain(expression, execution, compile, instead)
    : compileOne(expression, execution, compile);
}

type Compile = (part: BoundExpression) => Evaluate;

/** Longer chains of operators are evaluated in a loop: nested closures would overflow JavaScript's stack. */
const LONGEST_NESTED_CHAIN = 100;
/** The number of operators at the inner end of a long chain that stay nested, to use fast paths for reads. */
const NESTED_END = 10;

function isLongChain(expression: BoundExpression): boolean {
  let length = 0;
  for (let part = leadingPart(expression); part !== undefined; part = leadingPart(part)) {
    if (++length > LONGEST_NESTED_CHAIN) return true;
  }
  return false;
}

/** A chain of operators, from the innermost outwards: each takes the value of the one before it. */
function compileChain(
  expression: BoundExpression,
  execution: Execution,
  compile: Compile,
  instead: (part: BoundExpression) => Evaluate | undefined = () => undefined,
): Evaluate {
  const parts = leadingParts(expression);
  const last = parts.length - NESTED_END;
  let start: Evaluate | undefined;
  let first = 1;
  while (first < last) {
    start = instead(parts[first] as BoundExpression);
    if (start !== undefined) break;
    first++;
  }
  const begin = start ?? compile(parts[first] as BoundExpression);
  let value: Value = null;
  const leading = () => value;
  const steps = parts
    .slice(0, first)
    .reverse()
    .map((outer) =>
      compileOne(outer, execution, (part) => (part === leadingPart(outer) ? leading : compile(part))),
    );
  return () => {
    value = begin();
    for (const step of steps) value = step();
    return value;
  };
}

function compileOne(expression: BoundExpression, execution: Execution, compile: Compile): Evaluate {
  switch (expression.kind) {
    case "Constant": {
      const { value } = expression;
      return () => value;
    }
    case "ParameterValue":
      return compileParameter(expression, execution);
    case "VariableReference":
      return valueReader(expression.variable, execution);
    case "PropertyOf":
      return compileProperty(expression, execution, compile);
    case "IndexOf":
    case "SliceOf":
      return compileAccess(expression, execution, compile);
    case "HasLabels":
      return compileHasLabels(expression, execution, compile);
    case "ListOf": {
      const items = expression.items.map(compile);
      const { budget } = execution;
      return () => {
        makeList(budget, items.length);
        return items.map((item) => item());
      };
    }
    case "MapOf":
      return compileMap(expression, execution, compile);
    case "Logical":
    case "Not":
      return compileLogical(expression, compile);
    case "Comparison":
    case "ComparisonChain":
      return compileComparison(expression, execution.budget, compile);
    case "IsNull": {
      const operand = compile(expression.operand);
      return expression.negated ? () => operand() !== null : () => operand() === null;
    }
    case "Call":
      return compileEntityCall(expression, execution) ?? compileCall(expression, execution, compile);
    case "Case":
      return compileCase(expression, { compile, compileResult: compile, budget: execution.budget });
    case "Comprehension":
    case "Quantified":
    case "Reduction":
      return compileIteration(expression, execution, compile);
    case "PatternExists":
    case "PatternCollection":
    case "SubqueryExists":
      return compilePattern(expression, execution, compile);
    default:
      return unreachable(expression);
  }
}

/** A parameter has one value for all rows of a run. Missing parameters are reported before the run. */
function compileParameter({ name }: ParameterValue, execution: Execution): Evaluate {
  let value: Value = null;
  execution.onRun(() => {
    value = execution.parameters[name] ?? null;
  });
  return () => value;
}

/** A property of an entity in the row is read from the graph, without making the entity. */
function compileProperty(
  { object, key, span }: PropertyOf,
  execution: Execution,
  compile: (part: BoundExpression) => Evaluate,
): Evaluate {
  if (object.kind === "VariableReference") {
    const { type } = object.variable;
    if (type === "node" || type === "relationship")
      return entityProperty(object.variable, key, span, execution);
  }
  const evaluate = compile(object);
  return () => {
    const value = evaluate();
    if (value === null) return null;
    const map = withoutEntity(value, execution, span);
    if (isMap(map)) return Object.hasOwn(map, key) ? (map[key] ?? null) : null;
    if (isTemporal(map)) return componentAt(map, key, span);
    throw new CypherError("ArgumentTypeMismatch", `${typeWithArticle(value)} has no property ${key}`, {
      span,
    });
  };
}

/** A query that writes reads the index each time, to see changes and deletions made during the query. */
function entityProperty(
  { slot, type }: BoundVariable,
  key: string,
  span: Span,
  execution: Execution,
): Evaluate {
  const { row, index } = execution;
  if (execution.writes) {
    const read = type === "node" ? nodePropertyNow : relationshipPropertyNow;
    return () => (row[slot] === null ? null : read(row[slot] as number, key, execution, span));
  }
  const { codes, values } = type === "node" ? index.nodeColumn(key) : index.relationshipColumn(key);
  return () => {
    const entity = row[slot] as number | null;
    return entity === null ? null : (values[codes[entity] ?? 0] as Value);
  };
}

function compileMap(
  { entries, of }: MapOf,
  execution: Execution,
  compile: (part: BoundExpression) => Evaluate,
): Evaluate {
  const { budget } = execution;
  const owner = of && compile(of);
  const compiled = entries.map((entry) =>
    "spread" in entry
      ? { spread: compile(entry.spread), span: entry.spread.span }
      : { key: entry.key, value: compile(entry.value) },
  );
  return () => {
    if (owner?.() === null) return null;
    budget.allocate(BYTES_PER_OBJECT + 2 * BYTES_PER_ITEM * compiled.length);
    const map: Record<string, Value> = Object.create(null);
    for (const entry of compiled) {
      if (entry.spread === undefined) map[entry.key] = entry.value();
      else {
        const spread = withoutEntity(entry.spread(), execution, entry.span);
        if (isMap(spread)) {
          budget.allocate(2 * BYTES_PER_ITEM * Object.keys(spread).length);
          Object.assign(map, spread);
        }
      }
    }
    return map;
  };
}

function compileHasLabels(
  { object, labels, span }: HasLabels,
  execution: Execution,
  compile: (part: BoundExpression) => Evaluate,
): Evaluate {
  if (object.kind === "VariableReference" && object.variable.type === "node") {
    const { slot } = object.variable;
    const { row, index, writes } = execution;
    return () => {
      const node = row[slot] as number | null;
      if (node === null) return null;
      if (!writes) return labels.every((label) => index.hasLabel(node, label));
      const now = labelsNow(node, execution, span);
      return labels.every((label) => now.includes(label));
    };
  }
  const evaluate = compile(object);
  return () => {
    const value = evaluate();
    if (value === null) return null;
    if (value instanceof Node) {
      const now = currentEntity(value, execution, span).labels;
      return labels.every((label) => now.includes(label));
    }
    if (value instanceof Relationship) return labels.every((label) => value.type === label);
    throw new CypherError("ArgumentTypeMismatch", `${typeWithArticle(value)} has no labels`, { span });
  };
}
