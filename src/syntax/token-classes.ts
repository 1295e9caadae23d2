import type { Token, TokenType } from "./token.ts";

/**
 * A class of tokens, which nearley asks whether one belongs to it: the grammar takes what stands alike as one
 * symbol, and nearley follows one rule where it would follow one for each.
 */
export interface TokenClass {
  /** How the class is called among people. */
  readonly word: string;
  readonly test: (token: Token) => boolean;
}

export const comparisonOperator = operator("=", "<>", "<", "<=", ">", ">=");
export const predicateOperator = operator("CONTAINS", "IN", "=~");
export const sumOperator = operator("+", "-");
export const productOperator = operator("*", "/", "%");

/** The words that go over a list and say of how many items something holds. */
export const quantifierWord = tokenClass("a quantifier", "ALL", "ANY", "NONE", "SINGLE");

const LITERAL_TYPES: ReadonlySet<TokenType> = new Set(["string", "integer", "float", "parameterName"]);
const LITERAL_WORDS: ReadonlySet<string> = new Set(["TRUE", "FALSE", "NULL"]);

/** Expressions that are one token, but for names. */
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
