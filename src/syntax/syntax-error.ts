import { CypherError } from "../diagnostics/cypher-error.ts";
import { didYouMean, oneOf } from "../diagnostics/nearest-names.ts";
import { printableLine } from "../diagnostics/printable-text.ts";
import type { Span } from "../diagnostics/span.ts";
import { CLAUSE, type ParserColumn } from "./expected-words.ts";
import { foreignForm } from "./foreign-forms.ts";
import { CLAUSE_WORDS, RESERVED_WORDS, SHORTEST_PATH_FUNCTIONS } from "./keywords.ts";
import type { Token } from "./token.ts";

/** The state of the parser where a text stopped being openCypher. */
export interface SyntaxFailure {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Index of the unexpected token; the number of tokens if the text ends too early. */
  readonly at: number;
  readonly states: ParserColumn["states"];
  /** What was expected there, in words. */
  readonly expected: readonly string[];
  /** Returns the number of tokens that can be read after one token is replaced. */
  readonly readsTo: (changed: { readonly at: number; readonly token: Token }) => number;
}

/** The error for a text that cannot be parsed: what was found, what was expected, and what to type instead. */
export function syntaxError(failure: SyntaxFailure): CypherError {
  const { text, tokens, at, expected } = failure;
  const token = tokens[at];
  const form = foreignForm(tokens, at, expected);
  if (form?.message !== undefined)
    return new CypherError("UnexpectedSyntax", form.message, { span: form.span, hint: form.hint });
  if (token?.type === "malformedNumber" && expected.includes("an expression"))
    return malformedNumber(token, form);
  const found = token === undefined ? "the query ends here" : `unexpected ${describe(token)}`;
  const span: Span = token ?? { start: text.trimEnd().length, end: text.trimEnd().length };
  if (expected.length === 0) return secondQuery(found, span);
  const code =
    token !== undefined && isInLength(token, failure) ? "InvalidRelationshipPattern" : "UnexpectedSyntax";
  return new CypherError(code, `${found}: expected ${oneOf(expected)}`, {
    span: { start: span.start, end: span.end },
    hint: wordAsName(failure) ?? form?.hint ?? misspelling(token, tokens[at - 1], expected),
  });
}

/** The error for text after the semicolon. */
function secondQuery(found: string, { start, end }: Span): CypherError {
  return new CypherError("UnexpectedSyntax", `${found}: nothing may follow the end of a query`, {
    span: { start, end },
    hint: "run one query at a time",
  });
}

function malformedNumber({ source, start, end }: Token, form: ReturnType<typeof foreignForm>): CypherError {
  return new CypherError("InvalidNumberLiteral", `${source} is not a number`, {
    span: form?.span ?? { start, end },
    hint:
      form?.hint ?? "a name cannot begin with a digit; hexadecimal numbers begin with 0x, octal ones with 0o",
  });
}

/** Whether the unexpected token is in the length of a relationship: `[:T..]` for `[:T*..]`, or `[*-2]`. */
function isInLength({ text }: Token, { states }: SyntaxFailure): boolean {
  if (text !== ".." && text !== "-") return false;
  return states.some(
    ({ rule, dot }) => dot > 0 && (rule.name === "relationshipDetail" || rule.name === "lengthRange"),
  );
}

function describe(token: Token): string {
  const shown = token.source.length > 40 ? `${token.source.slice(0, 39)}…` : token.source;
  return token.type === "keyword" ? token.text : `"${printableLine(shown)}"`;
}

/** A word in the place of a keyword may be a misspelling of that keyword. */
function misspelling(
  token: Token | undefined,
  before: Token | undefined,
  expected: readonly string[],
): string | undefined {
  // The word before a pattern, meant as the name of a function, was parsed as a path variable.
  if (token?.text === "(" && before?.type === "identifier" && expected.includes('"="'))
    return didYouMean(before.source, PATTERN_WORDS);
  if (token?.type !== "identifier") return undefined;
  const keywords: string[] = expected.filter((word) => RESERVED_WORDS.has(word));
  if (expected.includes(CLAUSE)) keywords.push(...CLAUSE_WORDS);
  if (expected.includes("a pattern")) keywords.push(...PATTERN_WORDS);
  // The word may be a keyword itself, where it is read as a name: do not suggest the same word.
  const others = keywords.filter((word) => word !== token.source.toUpperCase());
  return didYouMean(token.source, others);
}

/** The keywords that a pattern may begin with. */
const PATTERN_WORDS = Object.values(SHORTEST_PATH_FUNCTIONS);

/** Longer texts are not parsed again to find a reserved word that is meant as a name. */
const MOST_TOKENS = 2000;
/** Maximum number of tokens between a reserved word and the error that it causes. */
const REACH = 12;

/** Suggests backquotes for a reserved word meant as a name: if it were a name, more of the text could be parsed. */
function wordAsName({ tokens, at, readsTo }: SyntaxFailure): string | undefined {
  if (tokens.length > MOST_TOKENS) return undefined;
  for (let back = at; back >= Math.max(0, at - REACH); back--) {
    const token = tokens[back];
    const mayBeName = token?.type === "keyword" && (back >= at - 1 || NAMES_ELSEWHERE.has(token.text));
    // Before a parenthesis it would be parsed as a function.
    if (token === undefined || !mayBeName || tokens[back + 1]?.text === "(") continue;
    const reached = readsTo({ at: back, token: { ...token, type: "identifier", text: "", source: QUOTED } });
    if (reached > at + (back === at ? 1 : 0))
      return `${token.text} is a reserved word: as a name, write \`${token.source}\``;
  }
  return undefined;
}

/** A source in backquotes, so that the token cannot be taken for a keyword. */
const QUOTED = "`name`";

/** Reserved words that may be accepted long before the place where parsing fails. */
const NAMES_ELSEWHERE: ReadonlySet<string> = new Set(
  "CASE NOT DISTINCT EXISTS WHEN TRUE FALSE NULL".split(" "),
);
