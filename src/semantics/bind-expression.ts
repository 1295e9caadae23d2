import { unreachable } from "../diagnostics/invariant.ts";
import { didYouMean } from "../diagnostics/nearest-names.ts";
import { OPERATORS } from "../functions/operators.ts";
import type {
  CaseExpression,
  ComparisonExpression,
  ExistsSubquery,
  Expression,
  IntegerLiteral,
  ListComprehension,
  MapProjection,
  PatternComprehension,
  Quantifier,
  Reduce,
  UnaryExpression,
  Variable,
} from "../syntax/ast.ts";
import { leadingOperand } from "../syntax/operand-chain.ts";
import { float } from "../values/float.ts";
import { fitsInteger, integer } from "../values/numbers.ts";
import type { Analysis } from "./analysis.ts";
import { bindCall } from "./bind-call.ts";
import { bindPattern } from "./bind-pattern.ts";
import { bindShortestPath } from "./bind-shortest-path.ts";
import type { BoundEntry, BoundExpression, BoundSpread } from "./bound-tree.ts";
import { checkSubqueryComposition, checkUnion } from "./check-composition.ts";
import { inferType, itemType } from "./infer-type.ts";
import { insideOfList, insideOfPattern } from "./inner-scope.ts";
import type { ExpressionScope, Scope } from "./scope.ts";

/**
 * Binds an expression of the syntax tree. Problems are reported, and null is used instead of the invalid part. A chain
 * of operators is bound in a loop, from the innermost outwards.
 */
export function bindExpression(
  expression: Expression,
  scope: ExpressionScope,
  analysis: Analysis,
): BoundExpression {
  const chain: Expression[] = [];
  let inner = expression;
  let bound = scope.computed?.(inner);
  while (bound === undefined) {
    const operand = isSignedInteger(inner) ? undefined : leadingOperand(inner);
    if (operand === undefined) break;
    chain.push(inner);
    inner = operand;
    bound = scope.computed?.(inner);
  }
  bound ??= bindOne(inner, scope, analysis);
  for (let outer = chain.pop(); outer !== undefined; outer = chain.pop()) {
    bound = bindOne(outer, scope, analysis, bound);
  }
  return bound;
}

/** @param operand the bound leading operand, if the expression has one */
function bindOne(
  expression: Expression,
  scope: ExpressionScope,
  analysis: Analysis,
  operand?: BoundExpression,
): BoundExpression {
  const bind = (part: Expression) => bindExpression(part, scope, analysis);
  const bindAny = (part: Expression | undefined) => (part === undefined ? undefined : bind(part));
  const { span } = expression;
  switch (expression.kind) {
    case "NullLiteral":
      return { kind: "Constant", value: null, span };
    case "BooleanLiteral":
    case "StringLiteral":
      return { kind: "Constant", value: expression.value, span };
    case "FloatLiteral":
      return { kind: "Constant", value: float(expression.value), span };
    case "IntegerLiteral":
      return bindInteger(expression, expression.value, analysis);
    case "ListLiteral":
      return { kind: "ListOf", items: expression.items.map(bind), span };
    case "MapLiteral":
      return {
        kind: "MapOf",
        entries: expression.entries.map(({ key, value }) => ({ key: key.text, value: bind(value) })),
        span,
      };
    case "Variable":
      return bindVariable(expression, scope.variables, analysis);
    case "Parameter":
      if (!analysis.parameters.has(expression.name)) analysis.parameters.set(expression.name, span);
      return { kind: "ParameterValue", name: expression.name, span };
    case "PropertyAccess":
      return {
        kind: "PropertyOf",
        object: operand ?? bind(expression.object),
        key: expression.key.text,
        span,
      };
    case "IndexAccess":
      return {
        kind: "IndexOf",
        object: operand ?? bind(expression.object),
        index: bind(expression.index),
        span,
      };
    case "SliceAccess":
      return {
        kind: "SliceOf",
        object: operand ?? bind(expression.object),
        from: bindAny(expression.from),
        to: bindAny(expression.to),
        span,
      };
    case "LabelCheck":
      return {
        kind: "HasLabels",
        object: operand ?? bind(expression.object),
        labels: expression.labels.map((label) => label.text),
        span,
      };
    case "LogicalExpression":
      return {
        kind: "Logical",
        operator: expression.operator,
        operands: expression.operands.map(bind),
        span,
      };
    case "NotExpression":
      return { kind: "Not", operand: operand ?? bind(expression.operand), span };
    case "ComparisonExpression":
      return bindComparison(expression, bind);
    case "BinaryExpression":
      return {
        kind: "Call",
        definition: OPERATORS[expression.operator],
        arguments: [operand ?? bind(expression.left), bind(expression.right)],
        span,
      };
    case "UnaryExpression":
      return bindUnary(expression, operand, analysis);
    case "NullCheck":
      return {
        kind: "IsNull",
        operand: operand ?? bind(expression.operand),
        negated: expression.negated,
        span,
      };
    case "FunctionCall":
    case "CountStar":
      return bindCall(expression, scope, analysis);
    case "CaseExpression":
      return bindCase(expression, bind);
    case "ListComprehension":
      return bindListComprehension(expression, scope, analysis);
    case "Quantifier":
      return bindQuantifier(expression, scope, analysis);
    case "Reduce":
      return bindReduce(expression, scope, analysis);
    case "PatternExpression":
      return {
        kind: "PatternExists",
        pattern: bindClosedPattern(expression.pattern, undefined, scope, analysis),
        span,
      };
    case "ShortestPathExpression":
      return bindShortestPath(expression, scope, analysis);
    case "PatternComprehension":
      return bindPatternComprehension(expression, scope, analysis);
    case "ExistsSubquery":
      return bindExistsSubquery(expression, scope, analysis);
    case "MapProjection":
      return bindMapProjection(expression, scope, analysis);
    default:
      return unreachable(expression);
  }
}

function bindVariable(variable: Variable, variables: Scope, analysis: Analysis): BoundExpression {
  const bound = variables.get(variable.name);
  if (bound !== undefined) return { kind: "VariableReference", variable: bound, span: variable.span };
  analysis.problems.report("UndefinedVariable", `no variable ${variable.name} is known here`, {
    span: variable.span,
    hint: didYouMean(variable.name, variables.keys()) ?? scopeHint(variables),
  });
  return { kind: "Constant", value: null, span: variable.span };
}

function scopeHint(variables: Scope): string {
  const names = [...variables.keys()].filter((name) => name !== "");
  if (names.length === 0) return "no variable is bound before this; write a string in quotes";
  return `known here: ${names.slice(0, 8).join(", ")}${names.length > 8 ? " …" : ""}; WITH keeps only the variables that it lists`;
}

function bindInteger(literal: Expression, value: bigint, analysis: Analysis): BoundExpression {
  if (!fitsInteger(value)) {
    analysis.problems.report("IntegerOverflow", `${value} does not fit into a 64-bit integer`, {
      span: literal.span,
    });
  }
  return { kind: "Constant", value: integer(value), span: literal.span };
}

/** A minus sign before an integer is part of it: -9223372036854775808 is valid, 9223372036854775808 is not. */
function bindUnary(
  expression: UnaryExpression,
  operand: BoundExpression | undefined,
  analysis: Analysis,
): BoundExpression {
  const { operator, span } = expression;
  if (operand === undefined) {
    return bindInteger(expression, -(expression.operand as IntegerLiteral).value, analysis);
  }
  return { kind: "Call", definition: OPERATORS[`unary ${operator}`], arguments: [operand], span };
}

function isSignedInteger(expression: Expression): boolean {
  return (
    expression.kind === "UnaryExpression" &&
    expression.operator === "-" &&
    expression.operand.kind === "IntegerLiteral"
  );
}

function bindComparison(
  { operands, operators, span }: ComparisonExpression,
  bind: (part: Expression) => BoundExpression,
): BoundExpression {
  const bound = operands.map(bind);
  const [left, right, ...others] = bound;
  const [operator] = operators;
  if (others.length > 0 || left === undefined || right === undefined || operator === undefined) {
    return { kind: "ComparisonChain", operands: bound, operators, span };
  }
  return { kind: "Comparison", operator, left, right, span };
}

function bindCase(
  { subject, branches, otherwise, span }: CaseExpression,
  bind: (part: Expression) => BoundExpression,
): BoundExpression {
  return {
    kind: "Case",
    subject: subject && bind(subject),
    branches: branches.map(({ condition, result }) => ({ condition: bind(condition), result: bind(result) })),
    otherwise: otherwise && bind(otherwise),
    span,
  };
}

function bindListComprehension(
  expression: ListComprehension,
  scope: ExpressionScope,
  analysis: Analysis,
): BoundExpression {
  const list = bindExpression(expression.list, scope, analysis);
  const variable = analysis.slots.variable(expression.variable.name, "value", itemType(inferType(list)));
  const inside = insideOfList(scope, variable);
  const bindInside = (part: Expression | undefined) =>
    part === undefined ? undefined : bindExpression(part, inside, analysis);
  return {
    kind: "Comprehension",
    variable,
    list,
    where: bindInside(expression.where),
    projection: bindInside(expression.projection),
    span: expression.span,
  };
}

function bindQuantifier(expression: Quantifier, scope: ExpressionScope, analysis: Analysis): BoundExpression {
  const list = bindExpression(expression.list, scope, analysis);
  const variable = analysis.slots.variable(expression.variable.name, "value", itemType(inferType(list)));
  return {
    kind: "Quantified",
    quantifier: expression.quantifier,
    variable,
    list,
    where: bindExpression(expression.where, insideOfList(scope, variable), analysis),
    span: expression.span,
  };
}

function bindReduce(expression: Reduce, scope: ExpressionScope, analysis: Analysis): BoundExpression {
  const accumulator = analysis.slots.variable(expression.accumulator.name, "value");
  const variable = analysis.slots.variable(expression.variable.name, "value");
  return {
    kind: "Reduction",
    accumulator,
    initial: bindExpression(expression.initial, scope, analysis),
    variable,
    list: bindExpression(expression.list, scope, analysis),
    expression: bindExpression(expression.expression, insideOfList(scope, accumulator, variable), analysis),
    span: expression.span,
  };
}

/** Binds a pattern that introduces no variables outside: its named variables must exist. */
function bindClosedPattern(
  part: PatternComprehension["pattern"],
  where: Expression | undefined,
  scope: ExpressionScope,
  analysis: Analysis,
) {
  for (const pattern of [part, part.start, ...part.steps.flatMap((step) => [step.relationship, step.node])]) {
    if (pattern.variable !== undefined && !scope.variables.has(pattern.variable.name)) {
      bindVariable(pattern.variable, scope.variables, analysis);
    }
  }
  return bindPattern([part], where, insideOfPattern(scope), analysis).pattern;
}

function bindPatternComprehension(
  expression: PatternComprehension,
  scope: ExpressionScope,
  analysis: Analysis,
): BoundExpression {
  const { pattern, inside } = bindPattern(
    [expression.pattern],
    expression.where,
    insideOfPattern(scope),
    analysis,
  );
  return {
    kind: "PatternCollection",
    pattern,
    projection: bindExpression(expression.projection, inside, analysis),
    span: expression.span,
  };
}

/** A single MATCH is bound as a pattern with a WHERE; anything more as a subquery that sees the row's variables. */
function bindExistsSubquery(
  expression: ExistsSubquery,
  scope: ExpressionScope,
  analysis: Analysis,
): BoundExpression {
  const { branches, span } = expression;
  for (const branch of branches) checkSubqueryComposition(branch, analysis.problems);
  const [clause, ...others] = branches[0]?.clauses ?? [];
  if (branches.length === 1 && others.length === 0 && clause?.kind === "MatchClause" && !clause.optional) {
    return {
      kind: "PatternExists",
      pattern: bindPattern(clause.patterns, clause.where, insideOfPattern(scope), analysis).pattern,
      span,
    };
  }
  const bound = branches.map((branch) => analysis.bindBranch(branch, scope.variables.inside()));
  checkUnion(expression, bound, analysis.problems);
  return { kind: "SubqueryExists", branches: bound, span };
}

/** `n {.name, .*, other, key: value}`: a map of properties of `n`, other variables, and values. */
function bindMapProjection(
  { variable, items, span }: MapProjection,
  scope: ExpressionScope,
  analysis: Analysis,
): BoundExpression {
  const object = bindExpression(variable, scope, analysis);
  const entries = items.map((item): BoundEntry | BoundSpread => {
    switch (item.kind) {
      case "AllPropertiesItem":
        return { spread: object };
      case "PropertyItem": {
        const key = item.key.text;
        return { key, value: { kind: "PropertyOf", object, key, span: item.key.span } };
      }
      case "EntryItem":
        return { key: item.key.text, value: bindExpression(item.value, scope, analysis) };
      case "VariableItem":
        return { key: item.variable.name, value: bindExpression(item.variable, scope, analysis) };
    }
  });
  return { kind: "MapOf", entries, of: object, span };
}
