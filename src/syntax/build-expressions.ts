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
import { spanOf } from "./build-common.ts";
import type { Token } from "./token.ts";

/** An operator and its right operand. */
interface OperatorTail {
  readonly operator: string;
  readonly operand: Expression;
}

/** `IS NULL` or `IS NOT NULL`. */
interface NullTail {
  readonly operator: "IS NULL";
  readonly negated: boolean;
  readonly end: Token;
}

/** Chains may be thousands long; a list that only its maker holds may grow in place. */
export function chain<Item>([list, item]: [Item[], Item]): Item[] {
  return [...list, item];
}

export function operatorTail(parts: [...Token[], Expression]): OperatorTail {
  const words = parts.slice(0, -1) as Token[];
  return { operator: words.map((word) => word.text).join(" "), operand: parts.at(-1) as Expression };
}

export function comparisonTail([operator, operand]: [Token, Expression]): OperatorTail {
  return { operator: operator.text, operand };
}

export function nullTail(words: Token[]): NullTail {
  return { operator: "IS NULL", negated: words.length === 3, end: words.at(-1) as Token };
}

export function disjunction([first, tail]: [Expression, OperatorTail[]]): LogicalExpression {
  return logical("OR", first, tail);
}

export function exclusiveDisjunction([first, tail]: [Expression, OperatorTail[]]): LogicalExpression {
  return logical("XOR", first, tail);
}

export function conjunction([first, tail]: [Expression, OperatorTail[]]): LogicalExpression {
  return logical("AND", first, tail);
}

function logical(
  operator: LogicalExpression["operator"],
  first: Expression,
  tail: readonly OperatorTail[],
): LogicalExpression {
  const operands = [first, ...tail.map(({ operand }) => operand)];
  return { kind: "LogicalExpression", operator, operands, span: spanOf(first, operands.at(-1)) };
}

export function negation([not, operand]: [Token, Expression]): NotExpression {
  return { kind: "NotExpression", operand, span: spanOf(not, operand) };
}

export function comparison([first, tail]: [Expression, OperatorTail[]]): ComparisonExpression {
  const operands = [first, ...tail.map(({ operand }) => operand)];
  const operators = tail.map(({ operator }) => operator as ComparisonOperator);
  return { kind: "ComparisonExpression", operands, operators, span: spanOf(first, operands.at(-1)) };
}

/** A level whose operators bind to the left, `a - b - c` as `(a - b) - c`. */
export function leftAssociative([first, tail]: [Expression, (OperatorTail | NullTail)[]]): Expression {
  return tail.reduce<Expression>((left, next) => {
    if ("negated" in next) {
      return {
        kind: "NullCheck",
        operand: left,
        negated: next.negated,
        span: spanOf(left, next.end),
      } satisfies NullCheck;
    }
    return {
      kind: "BinaryExpression",
      operator: next.operator as BinaryOperator,
      left,
      right: next.operand,
      span: spanOf(left, next.operand),
    } satisfies BinaryExpression;
  }, first);
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
