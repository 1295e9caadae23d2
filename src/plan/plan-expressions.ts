import { unreachable } from "../diagnostics/invariant.ts";
import type { BoundExpression, BoundVariable } from "../semantics/bound-expression.ts";
import type { LogicalPlan } from "./logical-plan.ts";

/** The inputs of an operator, outermost first; the plan inside an operator counts as one. */
export function planInputs(plan: LogicalPlan): readonly LogicalPlan[] {
  switch (plan.kind) {
    case "LogicalArgument":
      return [];
    case "LogicalUnion":
      return plan.branches;
    case "LogicalOptional":
      return [plan.input, plan.optional];
    default:
      return [plan.input];
  }
}

/** The expressions of an operator and of all operators below it. */
export function* planExpressions(plan: LogicalPlan): Iterable<BoundExpression> {
  yield* ownExpressions(plan);
  for (const input of planInputs(plan)) yield* planExpressions(input);
}

function ownExpressions(plan: LogicalPlan): readonly BoundExpression[] {
  switch (plan.kind) {
    case "LogicalArgument":
    case "LogicalNodeScan":
    case "LogicalExpand":
    case "LogicalPath":
    case "LogicalOptional":
    case "LogicalDistinct":
    case "LogicalEvidence":
    case "LogicalUnion":
    case "LogicalResult":
      return [];
    case "LogicalNodeSeek":
      return [plan.value];
    case "LogicalVariableExpand":
      return plan.relationship.properties.map(({ value }) => value);
    case "LogicalFilter":
      return [plan.predicate];
    case "LogicalUnwind":
      return [plan.list];
    case "LogicalProject":
      return plan.items.map(({ expression }) => expression);
    case "LogicalAggregate":
      return [
        ...plan.groups.map(({ expression }) => expression),
        ...plan.aggregates.flatMap(({ call }) => call?.arguments ?? []),
      ];
    case "LogicalSort":
      return plan.items.map(({ expression }) => expression);
    case "LogicalSkip":
    case "LogicalLimit":
      return [plan.count];
    case "LogicalCreate":
      return [...plan.nodes, ...plan.relationships].flatMap(({ properties }) => properties ?? []);
    default:
      return unreachable(plan);
  }
}

/** Calls `visit` for `expression` and each expression inside it, outermost first; patterns' predicates too. */
export function visitExpression(expression: BoundExpression, visit: (part: BoundExpression) => void): void {
  visit(expression);
  for (const part of innerExpressions(expression)) visitExpression(part, visit);
}

/** The variables that an expression reads, without those that it brings itself. */
export function variablesRead(expression: BoundExpression): ReadonlySet<BoundVariable> {
  const read = new Set<BoundVariable>();
  const own = new Set<BoundVariable>();
  visitExpression(expression, (part) => {
    switch (part.kind) {
      case "VariableReference":
        read.add(part.variable);
        break;
      case "Comprehension":
      case "Quantified":
        own.add(part.variable);
        break;
      case "Reduction":
        own.add(part.accumulator).add(part.variable);
        break;
      case "PatternExists":
      case "PatternCollection":
        for (const variable of part.pattern.introduces) own.add(variable);
        for (const { start, steps } of part.pattern.parts) {
          read.add(start);
          for (const { relationship, node } of steps) read.add(relationship.variable).add(node);
        }
        break;
      default:
    }
  });
  for (const variable of own) read.delete(variable);
  return read;
}

function innerExpressions(expression: BoundExpression): readonly BoundExpression[] {
  const present = (...parts: (BoundExpression | undefined)[]) => parts.filter((part) => part !== undefined);
  switch (expression.kind) {
    case "Constant":
    case "ParameterValue":
    case "VariableReference":
      return [];
    case "PropertyOf":
    case "HasLabels":
      return [expression.object];
    case "IndexOf":
      return [expression.object, expression.index];
    case "SliceOf":
      return present(expression.object, expression.from, expression.to);
    case "ListOf":
      return expression.items;
    case "MapOf":
      return expression.entries.map(({ value }) => value);
    case "Logical":
      return expression.operands;
    case "Not":
    case "IsNull":
      return [expression.operand];
    case "Comparison":
      return [expression.left, expression.right];
    case "Call":
      return expression.arguments;
    case "Case":
      return present(
        ...expression.branches.flatMap(({ condition, result }) => [condition, result]),
        expression.otherwise,
      );
    case "Comprehension":
      return present(expression.list, expression.where, expression.projection);
    case "Quantified":
      return [expression.list, expression.where];
    case "Reduction":
      return [expression.initial, expression.list, expression.expression];
    case "PatternExists":
      return patternExpressions(expression.pattern);
    case "PatternCollection":
      return [...patternExpressions(expression.pattern), expression.projection];
    default:
      return unreachable(expression);
  }
}

function patternExpressions({
  predicates,
  parts,
}: Extract<BoundExpression, { pattern: unknown }>["pattern"]): readonly BoundExpression[] {
  const properties = parts.flatMap(({ steps }) =>
    steps.flatMap(({ relationship }) => relationship.properties),
  );
  return [...predicates, ...properties.map(({ value }) => value)];
}
