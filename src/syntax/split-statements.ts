import { CypherError } from "../diagnostics/cypher-error.ts";
import { parse } from "./parse.ts";
import type { Token } from "./token.ts";
import { tokenize } from "./tokenize.ts";

/**
 * The statements of a text that `;` parts, in order, without those of white space and comments only. A `;` in
 * a string, a quoted name or a comment parts nothing. What cannot be cut into tokens is one statement with all
 * that follows it, so that parsing it says what is wrong.
 */
export function splitStatements(text: string): string[] {
  const statements: string[] = [];
  const { tokens, isCut } = tokensOf(text);
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
  if (hasTokens || !isCut) statements.push(text.slice(start));
  return statements;
}

/** The tokens of a text, up to the first piece that is none. */
function tokensOf(text: string): { readonly tokens: readonly Token[]; readonly isCut: boolean } {
  try {
    return { tokens: tokenize(text), isCut: true };
  } catch (error) {
    if (!(error instanceof CypherError)) throw error;
    return {
      tokens: error.span === undefined ? [] : tokenize(text.slice(0, error.span.start)),
      isCut: false,
    };
  }
}

/** Whether `text` could become a statement by writing on: it stops where more is expected, or in a string. */
export function isIncomplete(text: string): boolean {
  try {
    parse(text);
    return false;
  } catch (error) {
    if (!(error instanceof CypherError) || error.span === undefined) return false;
    return error.span.start >= text.trimEnd().length || error.message.endsWith("is not closed");
  }
}
