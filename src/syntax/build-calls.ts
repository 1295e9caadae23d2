import type {
  CaseBranch,
  CaseExpression,
  CountStar,
  ExistsSubquery,
  Expression,
  FunctionCall,
  ListComprehension,
  MapProjection,
  MapProjectionItem,
  Name,
  PatternComprehension,
  PatternExpression,
  PatternPart,
  Quantifier,
  Reduce,
  ShortestPathExpression,
  Variable,
} from "./ast.ts";
import { grown, spanOf } from "./build-common.ts";
import { nameText } from "./build-literals.ts";
import type { Token } from "./token.ts";

/** The tokens of a dotted name, without the dots. */
export function functionName([first]: [Token]): Token[] {
  return [first];
}

export function functionNamespace([names, , next]: [Token[], Token, Token]): Token[] {
  return grown(names, next);
}

export function functionCall([names, , distinct, args, close]: [
  Token[],
  Token,
  Token | null,
  Expression[] | null,
  Token,
]): FunctionCall {
  return {
    kind: "FunctionCall",
    name: names.map(nameText).join("."),
    nameSpan: spanOf(names),
    distinct: distinct !== null,
    arguments: args ?? [],
    span: spanOf(names, close),
  };
}

/** `exists(…)`: EXISTS is a reserved word, so the grammar has a separate rule for the function. */
export function existsCall([name, , argument, close]: [Token, Token, Expression, Token]): FunctionCall {
  return {
    kind: "FunctionCall",
    name: "exists",
    nameSpan: spanOf(name),
    distinct: false,
    arguments: [argument],
    span: spanOf(name, close),
  };
}

export function countStar([count, , , close]: [Token, Token, Token, Token]): CountStar {
  return { kind: "CountStar", span: spanOf(count, close) };
}

export function caseExpression([start, subject, branches, otherwise, end]: [
  Token,
  Expression | null,
  CaseBranch[],
  Expression | null,
  Token,
]): CaseExpression {
  return {
    kind: "CaseExpression",
    subject: subject ?? undefined,
    branches,
    otherwise: otherwise ?? undefined,
    span: spanOf(start, end),
  };
}

export function caseBranch([, condition, , result]: [Token, Expression, Token, Expression]): CaseBranch {
  return { condition, result };
}

export function listComprehension([open, variable, , list, where, projection, close]: [
  Token,
  Variable,
  Token,
  Expression,
  Expression | null,
  Expression | null,
  Token,
]): ListComprehension {
  return {
    kind: "ListComprehension",
    variable,
    list,
    where: where ?? undefined,
    projection: projection ?? undefined,
    span: spanOf(open, close),
  };
}

export function quantifier([word, , variable, , list, where, close]: [
  Token,
  Token,
  Variable,
  Token,
  Expression,
  Expression,
  Token,
]): Quantifier {
  return {
    kind: "Quantifier",
    quantifier: word.text as Quantifier["quantifier"],
    variable,
    list,
    where,
    span: spanOf(word, close),
  };
}

/** Symbols by position: `reduce ( accumulator = initial , variable IN list | expression )`. */
export function reduce(
  parts: [
    Token,
    Token,
    Variable,
    Token,
    Expression,
    Token,
    Variable,
    Token,
    Expression,
    Token,
    Expression,
    Token,
  ],
): Reduce {
  const [word, , accumulator, , initial, , variable, , list, , expression, close] = parts;
  return { kind: "Reduce", accumulator, initial, variable, list, expression, span: spanOf(word, close) };
}

export function patternExpression([pattern]: [PatternPart]): PatternExpression {
  return { kind: "PatternExpression", pattern, span: pattern.span };
}

export function shortestPathExpression([pattern]: [PatternPart]): ShortestPathExpression {
  return { kind: "ShortestPathExpression", pattern, span: pattern.span };
}

export function patternComprehension([open, variable, pattern, where, projection, close]: [
  Token,
  Variable | null,
  PatternPart,
  Expression | null,
  Expression,
  Token,
]): PatternComprehension {
  return {
    kind: "PatternComprehension",
    pattern: variable === null ? pattern : { ...pattern, variable, span: spanOf(variable, pattern) },
    where: where ?? undefined,
    projection,
    span: spanOf(open, close),
  };
}

export function existsSubquery([exists, , union, close]: [
  Token,
  Token,
  Pick<ExistsSubquery, "branches" | "unionAll">,
  Token,
]): ExistsSubquery {
  return { kind: "ExistsSubquery", ...union, span: spanOf(exists, close) };
}

export function mapProjection([variable, , items, close]: [
  Variable,
  Token,
  MapProjectionItem[] | null,
  Token,
]): MapProjection {
  return { kind: "MapProjection", variable, items: items ?? [], span: spanOf(variable, close) };
}

export function propertyProjection([, key]: [Token, Name]): MapProjectionItem {
  return { kind: "PropertyItem", key };
}

export function allProperties(): MapProjectionItem {
  return { kind: "AllPropertiesItem" };
}

export function entryItem([key, , value]: [Name, Token, Expression]): MapProjectionItem {
  return { kind: "EntryItem", key, value };
}

export function variableProjection([variable]: [Variable]): MapProjectionItem {
  return { kind: "VariableItem", variable };
}
