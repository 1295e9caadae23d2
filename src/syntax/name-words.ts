import { CLAUSE_WORDS } from "./keywords.ts";
import type { Token } from "./token.ts";

/**
 * Turns reserved words that are used as names into identifiers, as in `MATCH (start), (end)`. Also turns CALL and
 * YIELD, which are not reserved, into keywords when they begin a clause.
 *
 * One pass from left to right, which keeps track of what the previous token expects: an operand or a name (after `(`,
 * `=` or RETURN), or an operator or the next clause (after `)` or a name). Where an operator is expected, a reserved
 * word is a keyword. Where an operand is expected, it is a name if the next token can follow a name, so `WHERE RETURN
 * n` is still an error. Words that can begin an operand (CASE, NOT, EXISTS, DISTINCT, ALL before a bracket) are names
 * only if no other reading is possible. TRUE, FALSE and NULL never are, since as expressions they are values.
 */
export function markNameWords(tokens: readonly Token[]): Token[] {
  const marked: Token[] = [];
  const brackets: string[] = [];
  let place: Place = "operator";
  for (const at of tokens.keys()) {
    const found = markWord(tokens, at, place, marked[at - 1]);
    marked.push(found);
    place = isLabelColon(marked, at, brackets) ? "name" : placeAfter(found, marked[at - 1]);
  }
  return marked;
}

/**
 * Whether the token at `at` is the colon of a label or type, not of a map entry.
 *
 * @param brackets the open brackets; updated if the token at `at` opens or closes one
 */
function isLabelColon(marked: readonly Token[], at: number, brackets: string[]): boolean {
  const { type, text } = marked[at] as Token;
  const before = marked[at - 1];
  if (type !== "symbol") return false;
  if (text === "(" || text === "[") brackets.push(text);
  else if (text === "{") brackets.push(before?.text === "EXISTS" ? "EXISTS" : text);
  else if (text === ")" || text === "]" || text === "}") brackets.pop();
  if (text !== ":") return false;
  const beforeKey = marked[at - 2]?.text;
  return brackets.at(-1) !== "{" || (beforeKey !== "{" && beforeKey !== ",");
}

/** What is expected after a token. */
type Place =
  /** The start of an expression or a pattern. */
  | "operand"
  /** An operator, a closing bracket or separator, or a clause. */
  | "operator"
  /** A new variable, as after AS. */
  | "alias"
  /** A label, a type, a key or a part of a dotted name. */
  | "name";

function markWord(tokens: readonly Token[], at: number, place: Place, before: Token | undefined): Token {
  const token = tokens[at] as Token;
  if (token.type === "keyword")
    return isName(tokens, at, place, before) ? { ...token, type: "identifier", text: "" } : token;
  if (token.type !== "identifier" || place !== "operator") return token;
  const word = token.source.toUpperCase();
  const isClause = word === "YIELD" || (word === "CALL" && isWord(tokens[at + 1]));
  return isClause ? { ...token, type: "keyword", text: word } : token;
}

function isName(tokens: readonly Token[], at: number, place: Place, before: Token | undefined): boolean {
  const word = tokens[at]?.text ?? "";
  const next = tokens[at + 1];
  switch (place) {
    case "operator":
      return false;
    case "name":
      return true;
    case "alias":
      return !LITERALS.has(word) && canFollow(next, before);
    case "operand":
      return !LITERALS.has(word) && isOperand(word, tokens, at, before);
  }
}

const LITERALS: ReadonlySet<string> = new Set(["TRUE", "FALSE", "NULL"]);

/** Whether a word in the place of an operand is a variable or a key, not a keyword. */
function isOperand(word: string, tokens: readonly Token[], at: number, before: Token | undefined): boolean {
  const next = tokens[at + 1];
  switch (word) {
    case "CASE":
    case "NOT":
      if (next?.text === "IN") return before?.text === "[" || before?.text === "(";
      return canOnlyFollow(next) || next?.text === "*";
    case "DISTINCT":
      if (!isDistinctPlace(tokens, at, before)) return canFollow(next, before);
      // `count(DISTINCT)` is a call without arguments; `RETURN DISTINCT as` returns the variable `as`.
      if (next?.text === ")" && before?.text === "(") return false;
      return canOnlyFollow(next) && (next?.text !== "AS" || isWord(tokens[at + 2]));
    case "END":
      return CASE_OPENERS.has(before?.text ?? "") ? staysInCase(next) : canFollow(next, before);
    case "EXISTS":
      return next?.text === "{" ? isMap(tokens, at + 1) : canFollow(next, before);
    case "WHEN":
      return before?.text !== "CASE" && canFollow(next, before);
    default:
      return canFollow(next, before);
  }
}

/** Keywords of CASE before an operand. If an END right after one ends the text or an item, the operand is missing. */
const CASE_OPENERS: ReadonlySet<string> = new Set(["CASE", "WHEN", "THEN", "ELSE"]);

function staysInCase(next: Token | undefined): boolean {
  if (next?.type === "symbol") return !ITEM_ENDS.has(next.text) && canFollow(next, undefined);
  return next?.type === "keyword" && EXPRESSION_WORDS.has(next.text);
}

/** Whether the word is directly after RETURN, WITH, or the opening parenthesis of a call. */
function isDistinctPlace(tokens: readonly Token[], at: number, before: Token | undefined): boolean {
  if (before?.text === "(") return tokens[at - 2]?.type === "identifier";
  return before?.text === "RETURN" || before?.text === "WITH";
}

/** Whether a `{` opens a map or a map projection, not a query. */
function isMap(tokens: readonly Token[], at: number): boolean {
  const [first, second] = [tokens[at + 1], tokens[at + 2]];
  if (first?.text === "}" || first?.text === ".") return true;
  return isWord(first) && (second?.text === ":" || second?.text === "," || second?.text === "}");
}

/** Symbols that can follow an operand and cannot begin one. */
const ENDING_SIGNS: ReadonlySet<string> = new Set(") ] } , . : = <> < <= > >= / % ^ =~ += | .. ;".split(" "));
/** Symbols that can follow an operand, and can also begin one. */
const OTHER_SIGNS: ReadonlySet<string> = new Set("[ { + - *".split(" "));
/** Symbols that end a list item or the text around it. */
const ITEM_ENDS: ReadonlySet<string> = new Set(") ] } , | ;".split(" "));
/** Words that continue an expression. */
const EXPRESSION_WORDS: ReadonlySet<string> = new Set(
  "AND OR XOR IN CONTAINS STARTS ENDS IS WHEN THEN ELSE END".split(" "),
);
const FOLLOWING_WORDS: ReadonlySet<string> = new Set([
  ...CLAUSE_WORDS,
  ...EXPRESSION_WORDS,
  ..."AS WHERE ORDER SKIP LIMIT ON UNION ASC ASCENDING DESC DESCENDING YIELD ACCORDING".split(" "),
]);

/** Whether `next` can follow a name; the end of the text can. */
function canFollow(next: Token | undefined, before: Token | undefined): boolean {
  if (next === undefined || canOnlyFollow(next)) return true;
  if (next.type === "symbol") return OTHER_SIGNS.has(next.text);
  if (isWord(next)) return !next.source.startsWith("`") && FOLLOWING_WORDS.has(next.source.toUpperCase());
  // `(end "Xi")` and `-[end $properties]-`; in MATCH, the binder reports an error for the second.
  return (
    (next.type === "string" && before?.text === "(") ||
    (next.type === "parameterName" && (before?.text === "(" || before?.text === "["))
  );
}

/** Whether `next` can follow a name, but cannot follow a keyword that begins an operand. */
function canOnlyFollow(next: Token | undefined): boolean {
  return next !== undefined && (ENDING_SIGNS.has(next.text) || next.text === "AS");
}

function isWord(token: Token | undefined): boolean {
  return token?.type === "identifier" || token?.type === "keyword";
}

/** Keywords that are followed by an operand or a name. */
const OPENING_WORDS: ReadonlySet<string> = new Set([
  ..."MATCH CREATE MERGE SET REMOVE DELETE UNWIND WITH RETURN YIELD DISTINCT WHERE BY SKIP LIMIT".split(" "),
  ..."AND OR XOR NOT IN CONTAINS CASE WHEN THEN ELSE".split(" "),
]);
const CLOSING_SIGNS: ReadonlySet<string> = new Set([")", "]", "}", ";"]);

function placeAfter({ type, text }: Token, before: Token | undefined): Place {
  if (type === "symbol") return placeAfterSign(text, before);
  if (type !== "keyword") return "operator";
  if (text === "AS") return "alias";
  if (text === "CALL") return "name";
  // ON CREATE and ON MATCH are followed by SET.
  if (before?.text === "ON") return "operator";
  return OPENING_WORDS.has(text) ? "operand" : "operator";
}

function placeAfterSign(text: string, before: Token | undefined): Place {
  if (text === ".") return "name";
  if (CLOSING_SIGNS.has(text)) return "operator";
  if (text === "{" && before?.text === "EXISTS") return "operator";
  const isStar = text === "*" && STAR_WORDS.has(before?.text ?? "");
  return isStar ? "operator" : "operand";
}

/** The keywords after which `*` means all columns, not multiplication. */
const STAR_WORDS: ReadonlySet<string> = new Set(["RETURN", "WITH", "DISTINCT", "YIELD"]);
