import nearley from "nearley";
import { CypherError } from "../diagnostics/cypher-error.ts";
import type { Statement } from "./ast.ts";
import { checkDepth } from "./check-depth.ts";
import { buildTree, deferPostprocessing, type Rule } from "./derivation.ts";
import { expectedWords, type ParserColumn, type ParserGrammar } from "./expected-words.ts";
import compiledGrammar from "./generated/grammar.js";
import { tokenFeed } from "./lexer.ts";
import { markTokens } from "./mark-tokens.ts";
import { syntaxError } from "./syntax-error.ts";
import type { Token } from "./token.ts";
import { tokenize } from "./tokenize.ts";

const grammar = nearley.Grammar.fromCompiled(compiledGrammar as unknown as nearley.CompiledRules);
deferPostprocessing(grammar.rules as Rule[]);

/**
 * Parses a query into a syntax tree.
 *
 * @throws CypherError at the first place where the text is not openCypher, or is nested too deeply
 */
export function parse(text: string): Statement {
  const statement = parseAll(text)[0] as Statement;
  checkDepth(statement);
  return statement;
}

/**
 * All parses of the text. More than one is a bug in the grammar, which tests check here.
 *
 * @throws CypherError if there is no parse
 */
export function parseAll(text: string): readonly Statement[] {
  const unmarked = tokenize(text);
  if (unmarked.length === 0) throw emptyQuery(text);
  const tokens = markTokens(unmarked);
  const { derivations, at, column } = read(tokens);
  if (derivations.length > 0) return derivations.map((derivation) => buildTree(derivation) as Statement);
  throw syntaxError({
    text,
    tokens,
    at,
    states: column.states,
    expected: expectedWords(grammar as unknown as ParserGrammar, column),
    readsTo: (changed) => readsTo(unmarked, changed),
  });
}

/** The result of nearley. */
interface Reading {
  /** The parses of the whole text; empty if it cannot be parsed. */
  readonly derivations: readonly unknown[];
  /** Index of the first token that could not be read, or the number of tokens. */
  readonly at: number;
  /** The state of the parser after the last token that it could read. */
  readonly column: ParserColumn;
}

function read(tokens: readonly Token[]): Reading {
  const parser = new nearley.Parser(grammar, { lexer: tokenFeed(tokens) as unknown as nearley.Lexer });
  // nearley would describe its whole state, which takes time proportional to the number of parses. We write our own
  // message.
  Object.assign(parser, { reportError: () => "" });
  let derivations: readonly unknown[] = [];
  try {
    parser.feed("");
    derivations = parser.results;
  } catch (error) {
    if (error instanceof CypherError) throw error;
  }
  const { table, current } = parser as unknown as { table: ParserColumn[]; current: number };
  return { derivations, at: current, column: table[current] as ParserColumn };
}

/**
 * The number of tokens that can be read after one token is replaced; one more than the number of tokens if the result
 * is a complete query.
 */
function readsTo(
  unmarked: readonly Token[],
  changed: { readonly at: number; readonly token: Token },
): number {
  const { derivations, at } = read(markTokens(unmarked.with(changed.at, changed.token)));
  return derivations.length > 0 ? unmarked.length + 1 : at;
}

function emptyQuery(text: string): CypherError {
  return new CypherError("UnexpectedSyntax", "the query is empty", {
    span: { start: 0, end: text.length },
    hint: "for example MATCH (n) RETURN n LIMIT 10",
  });
}
