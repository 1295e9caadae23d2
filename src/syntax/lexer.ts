import type { Token, TokenType } from "./token.ts";

const TYPES: readonly TokenType[] = [
  "identifier",
  "keyword",
  "parameterName",
  "string",
  "integer",
  "float",
  "patternStart",
  "patternDash",
  "patternLess",
  "comprehensionStart",
];

/** nearley's lexer interface over an array of tokens: nearley pulls them one by one. */
export function tokenFeed(tokens: readonly Token[]) {
  let at = 0;
  return {
    has: (name: string) => (TYPES as readonly string[]).includes(name),
    reset() {},
    next: () => tokens[at++],
    save: () => undefined,
    formatError: () => "",
  };
}

/** The compiled grammar uses this at load time to check which of its `%names` are token types. */
export const lexer = tokenFeed([]);
