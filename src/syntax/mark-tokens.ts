import { CypherError } from "../diagnostics/cypher-error.ts";
import { markNameWords } from "./name-words.ts";
import type { Token, TokenType } from "./token.ts";

/**
 * Marks the tokens that would make a query ambiguous. An Earley parser finds every parse, but openCypher means only
 * one, which the following tokens decide:
 *
 * - `(a)-[r]->(b)` in an expression is a pattern, not a subtraction: its first `(` becomes `patternStart`, and the
 *   first sign of each relationship `patternDash` or `patternLess`.
 * - `[x IN xs]` is a list comprehension, not a list with one boolean: its `[` becomes `comprehensionStart`.
 * - `ACCORDING TO`, `any(`, `shortestPath(`, `count(*)` and similar words are keywords only there; elsewhere they are
 *   names.
 * - Some reserved words are names, see `name-words.ts`.
 *
 * One pass. Brackets are paired first, so each check looks at a few tokens only.
 *
 * @throws CypherError `NestingTooDeep` if brackets are nested too deeply
 */
export function markTokens(unmarked: readonly Token[]): Token[] {
  const tokens = markNameWords(unmarked);
  const closing = pairBrackets(tokens);
  const links = new Set<number>();
  return tokens.map((token, at) => {
    const mayBePattern = token.text === "(" && !isShortestPathCall(tokens, at - 1);
    const link = mayBePattern ? patternLink(tokens, closing, at) : undefined;
    if (link !== undefined) {
      links.add(link);
      return { ...token, type: "patternStart", text: "" };
    }
    if (links.has(at))
      return { ...token, type: token.text === "<" ? "patternLess" : "patternDash", text: "" };
    if (token.text === "[" && opensComprehension(tokens, at))
      return { ...token, type: "comprehensionStart", text: "" };
    const keyword = token.type === "identifier" ? contextualKeyword(tokens, at) : undefined;
    return keyword === undefined ? token : { ...token, type: "keyword", text: keyword };
  });
}

/** Maximum nesting of brackets: more than a real query has. Later stages recurse over them. */
const MAX_NESTING = 200;

/** For each opening bracket or CASE, the index of its closing token; `undefined` if it is not closed. */
function pairBrackets(tokens: readonly Token[]): (number | undefined)[] {
  const closing: (number | undefined)[] = [];
  const open: number[] = [];
  for (const [at, { text, start, end }] of tokens.entries()) {
    if (text === "(" || text === "[" || text === "{" || text === "CASE") open.push(at);
    else if (text === ")" || text === "]" || text === "}" || text === "END") {
      const opener = open.pop();
      if (opener !== undefined) closing[opener] = at;
    }
    if (open.length > MAX_NESTING) {
      throw new CypherError("NestingTooDeep", `brackets are nested more than ${MAX_NESTING} deep`, {
        span: { start, end },
      });
    }
  }
  return closing;
}

/**
 * The index at which a relationship pattern starts, if the bracket at `at` opens a pattern: tokens that look like a
 * node pattern `(…)`, a relationship pattern and another node pattern. Otherwise `undefined`.
 */
function patternLink(
  tokens: readonly Token[],
  closing: readonly (number | undefined)[],
  at: number,
): number | undefined {
  const close = closing[at];
  if (close === undefined || !nodeLike(tokens, at + 1)) return undefined;
  const link = close + 1;
  let next = link;
  if (textAt(tokens, next) === "<") next++;
  if (textAt(tokens, next) !== "-") return undefined;
  next++;
  if (textAt(tokens, next) === "[") {
    const end = closing[next];
    if (end === undefined || !relationshipLike(tokens, next + 1)) return undefined;
    next = end + 1;
  }
  if (textAt(tokens, next) !== "-") return undefined;
  next++;
  if (textAt(tokens, next) === ">") next++;
  return textAt(tokens, next) === "(" && nodeLike(tokens, next + 1) ? link : undefined;
}

/** The inside of a node pattern: nothing, a variable, a name, labels, properties. */
function nodeLike(tokens: readonly Token[], at: number): boolean {
  let next = at;
  if (isName(tokens[next])) next++;
  if (tokens[next]?.type === "string") next++;
  return (
    [")", ":", "{"].includes(textAt(tokens, next)) || (next > at && tokens[next]?.type === "parameterName")
  );
}

/** The inside of a relationship pattern: nothing, a variable, types, a length, properties. */
function relationshipLike(tokens: readonly Token[], at: number): boolean {
  const next = isName(tokens[at]) ? at + 1 : at;
  return (
    ["]", ":", "*", "{"].includes(textAt(tokens, next)) ||
    (next > at && tokens[next]?.type === "parameterName")
  );
}

/** Whether a `[` opens a list comprehension. After an operand it is an index: `list[x IN xs]`. */
function opensComprehension(tokens: readonly Token[], at: number): boolean {
  return isName(tokens[at + 1]) && textAt(tokens, at + 2) === "IN" && !endsOperand(tokens[at - 1]);
}

const OPERAND_TYPES: readonly (TokenType | undefined)[] = [
  "identifier",
  "string",
  "integer",
  "float",
  "parameterName",
];
const OPERAND_ENDS: readonly string[] = [")", "]", "}", "TRUE", "FALSE", "NULL", "END"];

function endsOperand(token: Token | undefined): boolean {
  return OPERAND_TYPES.includes(token?.type) || OPERAND_ENDS.includes(token?.text ?? "");
}

function contextualKeyword(tokens: readonly Token[], at: number): string | undefined {
  const word = wordAt(tokens, at);
  const next = textAt(tokens, at + 1);
  switch (word) {
    case "ACCORDING":
      return wordAt(tokens, at + 1) === "TO" ? word : undefined;
    case "TO":
      return wordAt(tokens, at - 1) === "ACCORDING" ? word : undefined;
    case "ANY":
    case "NONE":
    case "SINGLE":
      return next === "(" && isName(tokens[at + 2]) && textAt(tokens, at + 3) === "IN" ? word : undefined;
    case "REDUCE":
      return next === "(" && isName(tokens[at + 2]) && textAt(tokens, at + 3) === "=" ? word : undefined;
    case "COUNT":
      return next === "(" && textAt(tokens, at + 2) === "*" ? word : undefined;
    case "SHORTESTPATH":
    case "ALLSHORTESTPATHS":
      return isShortestPathCall(tokens, at) ? word : undefined;
    case "EXPLAIN":
    case "PROFILE":
      return at === 0 && tokens.length > 1 ? word : undefined;
    default:
      return undefined;
  }
}

/**
 * Whether the word is `shortestPath` or `allShortestPaths` with a pattern in its parentheses. A procedure, or a
 * function in a namespace, may have the same name.
 */
function isShortestPathCall(tokens: readonly Token[], at: number): boolean {
  const word = wordAt(tokens, at);
  if (word !== "SHORTESTPATH" && word !== "ALLSHORTESTPATHS") return false;
  return (
    textAt(tokens, at + 1) === "(" && textAt(tokens, at - 1) !== "." && textAt(tokens, at - 1) !== "CALL"
  );
}

function isName(token: Token | undefined): boolean {
  return token?.type === "identifier";
}

function textAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.text ?? "";
}

function wordAt(tokens: readonly Token[], at: number): string {
  const token = tokens[at];
  return token?.type === "identifier" ? token.source.toUpperCase() : "";
}
