import type {
  BinaryExpression,
  BinaryOperator,
  ComparisonExpression,
  ComparisonOperator,
  Expression,
  IndexAccess,
  LabelCheck,
  LogicalExpression,
  Name,
  NotExpression,
  NullCheck,
  PropertyAccess,
  SliceAccess,
  UnaryExpression,
} from "./ast.ts";
import { grown, spanOf } from "./build-common.ts";
import type { Token } from "./token.ts";

/** `a AND b AND c` is one chain; a chain in parentheses is a separate operand. */
export function logical([left, operator, right]: [Expression, Token, Expression]): LogicalExpression {
  const kind = operator.text as LogicalExpression["operator"];
  const extendsChain =
    left.kind === "LogicalExpression" && left.operator === kind && !isParenthesized(left, left.operands);
  return {
    kind: "LogicalExpression",
    operator: kind,
    operands: extendsChain ? grown(left.operands, right) : [left, right],
    span: spanOf(left, right),
  };
}

/** Parentheses count as part of an expression's span. */
function isParenthesized({ span }: Expression, [first]: readonly Expression[]): boolean {
  return first !== undefined && span.start < first.span.start;
}

export function negation([not, operand]: [Token, Expression]): NotExpression {
  return { kind: "NotExpression", operand, span: spanOf(not, operand) };
}

/** `a < b < c` is one chain; `(a < b) < c` is not. */
export function comparison([left, token, right]: [Expression, Token, Expression]): ComparisonExpression {
  const operator = token.text as ComparisonOperator;
  const extendsChain = left.kind === "ComparisonExpression" && !isParenthesized(left, left.operands);
  return {
    kind: "ComparisonExpression",
    operands: extendsChain ? grown(left.operands, right) : [left, right],
    operators: extendsChain ? grown(left.operators, operator) : [operator],
    span: spanOf(left, right),
  };
}

/** The operator may have two words, such as STARTS WITH. */
export function binary(parts: [Expression, ...Token[], Expression]): BinaryExpression {
  const left = parts[0];
  const right = parts.at(-1) as Expression;
  const words = parts.slice(1, -1) as Token[];
  const operator = words.map((word) => word.text).join(" ") as BinaryOperator;
  return { kind: "BinaryExpression", operator, left, right, span: spanOf(left, right) };
}

/** `x IS NULL`, or `x IS NOT NULL`, which has one more word. */
export function nullCheck([operand, ...words]: [Expression, ...Token[]]): NullCheck {
  return { kind: "NullCheck", operand, negated: words.length === 3, span: spanOf(operand, words) };
}

export function unary([operator, operand]: [Token, Expression]): UnaryExpression {
  return {
    kind: "UnaryExpression",
    operator: operator.text as "+" | "-",
    operand,
    span: spanOf(operator, operand),
  };
}

export function labelCheck([object, labels]: [Expression, Name[]]): LabelCheck {
  return { kind: "LabelCheck", object, labels, span: spanOf(object, labels) };
}

export function propertyAccess([object, , key]: [Expression, Token, Name]): PropertyAccess {
  return { kind: "PropertyAccess", object, key, span: spanOf(object, key) };
}

export function indexAccess([object, , index, close]: [Expression, Token, Expression, Token]): IndexAccess {
  return { kind: "IndexAccess", object, index, span: spanOf(object, close) };
}

export function sliceFrom([object, , from, , close]: [
  Expression,
  Token,
  Expression,
  Token,
  Token,
]): SliceAccess {
  return { kind: "SliceAccess", object, from, to: undefined, span: spanOf(object, close) };
}

export function sliceTo([object, , , to, close]: [Expression, Token, Token, Expression, Token]): SliceAccess {
  return { kind: "SliceAccess", object, from: undefined, to, span: spanOf(object, close) };
}

export function sliceBetween([object, , from, , to, close]: [
  Expression,
  Token,
  Expression,
  Token,
  Expression,
  Token,
]): SliceAccess {
  return { kind: "SliceAccess", object, from, to, span: spanOf(object, close) };
}
