import type { CallClause, Expression, Variable, YieldItem } from "./ast.ts";
import { spanOf } from "./build-common.ts";
import { name, nameText, variable } from "./build-literals.ts";
import type { Token } from "./token.ts";

/** The arguments in parentheses; `span` includes the parentheses. */
interface ExplicitArguments {
  readonly values: readonly Expression[];
  readonly span: CallClause["span"];
}

type Yield = Pick<CallClause, "yields" | "where" | "span">;

export function callClause([call, names, args, yielded]: [
  Token,
  Token[],
  ExplicitArguments | null,
  Yield | null,
]): CallClause {
  return {
    kind: "CallClause",
    name: names.map(nameText).join("."),
    nameSpan: spanOf(names),
    arguments: args?.values,
    yields: yielded?.yields,
    where: yielded?.where,
    span: spanOf(call, names, args, yielded),
  };
}

export function explicitArguments([open, values, close]: [
  Token,
  Expression[] | null,
  Token,
]): ExplicitArguments {
  return { values: values ?? [], span: spanOf(open, close) };
}

export function yieldAll(words: [Token, Token]): Yield {
  return { yields: "*", where: undefined, span: spanOf(words) };
}

export function yieldItems([word, yields, where]: [Token, YieldItem[], Expression | null]): Yield {
  return { yields, where: where ?? undefined, span: spanOf(word, yields, where) };
}

export function yieldItem([column, , alias]: [Token, Token?, Variable?]): YieldItem {
  return {
    kind: "YieldItem",
    column: name([column]),
    variable: alias ?? variable([column]),
    span: spanOf(column, alias),
  };
}
