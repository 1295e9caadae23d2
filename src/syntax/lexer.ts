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

/** nearley's lexer interface over tokens that exist already: it pulls them one by one. */
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

/** What the compiled grammar asks at load time which of its `%names` are types of token. */
export const lexer = tokenFeed([]);
