import type { Token, TokenType } from "./token.ts";

/**
 * A class of tokens that the grammar uses as one symbol: nearley calls `test` on a token, and follows one rule instead
 * of one for each token of the class.
 */
export interface TokenClass {
  /** The name of the class in messages. */
  readonly word: string;
  readonly test: (token: Token) => boolean;
}

export const comparisonOperator = operator("=", "<>", "<", "<=", ">", ">=");
export const predicateOperator = operator("CONTAINS", "IN", "=~");
export const sumOperator = operator("+", "-");
export const productOperator = operator("*", "/", "%");

/** Keywords that test a predicate on the items of a list. */
export const quantifierWord = tokenClass("a quantifier", "ALL", "ANY", "NONE", "SINGLE");

const LITERAL_TYPES: ReadonlySet<TokenType> = new Set(["string", "integer", "float", "parameterName"]);
const LITERAL_WORDS: ReadonlySet<string> = new Set(["TRUE", "FALSE", "NULL"]);

/** Expressions of a single token, except names. */
export const literalToken: TokenClass = {
  word: "an expression",
  test: ({ type, text }) => LITERAL_TYPES.has(type) || LITERAL_WORDS.has(text),
};

function operator(...texts: readonly string[]): TokenClass {
  return tokenClass("an operator", ...texts);
}

function tokenClass(word: string, ...texts: readonly string[]): TokenClass {
  const members = new Set(texts);
  return { word, test: ({ text }) => members.has(text) };
}
