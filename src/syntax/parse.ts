import nearley from "nearley";
import { CypherError } from "../diagnostics/cypher-error.ts";
import { didYouMean, oneOf } from "../diagnostics/nearest-names.ts";
import { printableLine } from "../diagnostics/printable-text.ts";
import type { Span } from "../diagnostics/span.ts";
import type { Statement } from "./ast.ts";
import { buildTree, putOffBuilding, type Rule } from "./derivation.ts";
import { CLAUSE, expectedWords, type ParserColumn, type ParserGrammar } from "./expected-words.ts";
import compiledGrammar from "./generated/grammar.js";
import { CLAUSE_WORDS, RESERVED_WORDS, SHORTEST_PATH_FUNCTIONS } from "./keywords.ts";
import { tokenFeed } from "./lexer.ts";
import { markTokens } from "./mark-tokens.ts";
import type { Token } from "./token.ts";
import { tokenize } from "./tokenize.ts";

const grammar = nearley.Grammar.fromCompiled(compiledGrammar as unknown as nearley.CompiledRules);
putOffBuilding(grammar.rules as Rule[]);

/**
 * Query text → syntax tree.
 *
 * @throws CypherError at compile time, at the first place where the text is not openCypher.
 */
export function parse(text: string): Statement {
  return parseAll(text)[0] as Statement;
}

/** Every reading of the text: the grammar is at fault where there is not exactly one, and tests look here. */
export function parseAll(text: string): readonly Statement[] {
  const tokens = markTokens(tokenize(text));
  if (tokens.length === 0) throw emptyQuery(text);
  const parser = new nearley.Parser(grammar, { lexer: tokenFeed(tokens) as unknown as nearley.Lexer });
  // nearley would describe its whole state, in a time that grows with the number of readings: we say it ourselves.
  Object.assign(parser, { reportError: () => "" });
  try {
    parser.feed(text);
  } catch (error) {
    if (error instanceof CypherError) throw error;
    throw unexpectedToken(text, tokens, columnOf(parser));
  }
  if (parser.results.length === 0) throw unexpectedToken(text, tokens, columnOf(parser));
  return parser.results.map((derivation) => buildTree(derivation) as Statement);
}

/** The parser's state after the last token that it could read. */
function columnOf(parser: nearley.Parser): { column: ParserColumn; at: number } {
  const { table, current } = parser as unknown as { table: ParserColumn[]; current: number };
  return { column: table[current] as ParserColumn, at: current };
}

function unexpectedToken(
  text: string,
  tokens: readonly Token[],
  { column, at }: { column: ParserColumn; at: number },
): CypherError {
  const expected = expectedWords(grammar as unknown as ParserGrammar, column);
  const token = tokens[at];
  if (token?.type === "malformedNumber" && expected.includes("an expression")) return malformedNumber(token);
  const met = token === undefined ? "the query ends here" : `unexpected ${describe(token)}`;
  const span: Span = token ?? { start: text.trimEnd().length, end: text.trimEnd().length };
  const code =
    token !== undefined && isInLength(token, column) ? "InvalidRelationshipPattern" : "UnexpectedSyntax";
  if (expected.length === 0) return secondQuery(met, span);
  return new CypherError(code, `${met}: expected ${oneOf(expected)}`, {
    span: { start: span.start, end: span.end },
    hint:
      token === undefined
        ? undefined
        : (misspelling(token, tokens[at - 1], expected) ?? reservedWord(token, expected)),
  });
}

/** Nothing may follow the semicolon. */
function secondQuery(met: string, { start, end }: Span): CypherError {
  return new CypherError("UnexpectedSyntax", `${met}: the query has ended before it`, {
    span: { start, end },
    hint: "give one query at a time",
  });
}

function malformedNumber({ source, start, end }: Token): CypherError {
  return new CypherError("InvalidNumberLiteral", `${source} is not a number`, {
    span: { start, end },
    hint: "a name cannot begin with a digit; hexadecimal numbers begin with 0x, octal ones with 0o",
  });
}

/** Whether the length of a relationship is being written, and wrongly: `[:T..]` for `[:T*..]`, or `[*-2]`. */
function isInLength({ text }: Token, { states }: ParserColumn): boolean {
  if (text !== ".." && text !== "-") return false;
  return states.some(
    ({ rule, dot }) => dot > 0 && (rule.name === "relationshipDetail" || rule.name === "lengthRange"),
  );
}

function describe(token: Token): string {
  const shown = token.source.length > 40 ? `${token.source.slice(0, 39)}…` : token.source;
  return token.type === "keyword" ? token.text : `"${printableLine(shown)}"`;
}

/** A word that was met in a keyword's place may be that keyword with a slip. */
function misspelling(
  token: Token,
  before: Token | undefined,
  expected: readonly string[],
): string | undefined {
  // What was meant as the name of a function before a pattern has been read as a path variable.
  if (token.text === "(" && before?.type === "identifier" && expected.includes('"="'))
    return didYouMean(before.source, PATTERN_WORDS);
  if (token.type !== "identifier") return undefined;
  const keywords: string[] = expected.filter((word) => RESERVED_WORDS.has(word));
  if (expected.includes(CLAUSE)) keywords.push(...CLAUSE_WORDS);
  if (expected.includes("a pattern")) keywords.push(...PATTERN_WORDS);
  return didYouMean(token.source, keywords);
}

/** The words that a pattern may begin with. */
const PATTERN_WORDS = Object.values(SHORTEST_PATH_FUNCTIONS);

function reservedWord(token: Token, expected: readonly string[]): string | undefined {
  if (token.type !== "keyword" || !expected.some((word) => word === "a variable" || word === "an expression"))
    return undefined;
  return `${token.text} is a reserved word: as a name, write \`${token.source}\``;
}

function emptyQuery(text: string): CypherError {
  return new CypherError("UnexpectedSyntax", "the query is empty", {
    span: { start: 0, end: text.length },
    hint: "for example MATCH (n) RETURN n LIMIT 10",
  });
}
