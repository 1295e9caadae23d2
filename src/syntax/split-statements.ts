import { CypherError } from "../diagnostics/cypher-error.ts";
import { parse } from "./parse.ts";
import type { Token } from "./token.ts";
import { tokenize } from "./tokenize.ts";

/**
 * Splits a text at each `;` into statements, and leaves out those with only white space and comments. A `;` in a
 * string, a quoted name or a comment does not split. If the text cannot be tokenized, everything from that statement on
 * is one statement, so that parsing it reports the error.
 */
export function splitStatements(text: string): string[] {
  const statements: string[] = [];
  const { tokens, isTokenized } = tokensOf(text);
  let start = 0;
  let hasTokens = false;
  for (const token of tokens) {
    if (token.text !== ";") hasTokens = true;
    else {
      if (hasTokens) statements.push(text.slice(start, token.start));
      start = token.end;
      hasTokens = false;
    }
  }
  if (hasTokens || !isTokenized) statements.push(text.slice(start));
  return statements;
}

/** The tokens of a text, up to the first place that is not a token. `isTokenized` is false if there is such a place. */
function tokensOf(text: string): { readonly tokens: readonly Token[]; readonly isTokenized: boolean } {
  try {
    return { tokens: tokenize(text), isTokenized: true };
  } catch (error) {
    if (!(error instanceof CypherError)) throw error;
    return {
      tokens: error.span === undefined ? [] : tokenize(text.slice(0, error.span.start)),
      isTokenized: false,
    };
  }
}

/** Whether more input could complete `text`: it ends where more is expected, or inside a string, name or comment. */
export function isIncomplete(text: string): boolean {
  try {
    parse(text);
    return false;
  } catch (error) {
    if (!(error instanceof CypherError) || error.span === undefined) return false;
    return error.span.start >= text.trimEnd().length || error.message.endsWith("is not closed");
  }
}
