import { CypherError } from "../diagnostics/cypher-error.ts";
import { didYouMean, oneOf } from "../diagnostics/nearest-names.ts";
import { printableLine } from "../diagnostics/printable-text.ts";
import type { Span } from "../diagnostics/span.ts";
import { CLAUSE, type ParserColumn } from "./expected-words.ts";
import { foreignForm } from "./foreign-forms.ts";
import { CLAUSE_WORDS, RESERVED_WORDS, SHORTEST_PATH_FUNCTIONS } from "./keywords.ts";
import type { Token } from "./token.ts";

/** Where a text stopped being openCypher. */
export interface SyntaxFailure {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** The token that cannot be there; the number of tokens where the text ends too early. */
  readonly at: number;
  readonly states: ParserColumn["states"];
  /** What could have been there, in words. */
  readonly expected: readonly string[];
  /** How many tokens could be read with another one in the place of one. */
  readonly readsTo: (changed: { readonly at: number; readonly token: Token }) => number;
}

/** What was met, what was expected, and what to type instead. */
export function syntaxError(failure: SyntaxFailure): CypherError {
  const { text, tokens, at, expected } = failure;
  const token = tokens[at];
  const form = foreignForm(tokens, at, expected);
  if (form?.message !== undefined)
    return new CypherError("UnexpectedSyntax", form.message, { span: form.span, hint: form.hint });
  if (token?.type === "malformedNumber" && expected.includes("an expression"))
    return malformedNumber(token, form);
  const met = token === undefined ? "the query ends here" : `unexpected ${describe(token)}`;
  const span: Span = token ?? { start: text.trimEnd().length, end: text.trimEnd().length };
  if (expected.length === 0) return secondQuery(met, span);
  const code =
    token !== undefined && isInLength(token, failure) ? "InvalidRelationshipPattern" : "UnexpectedSyntax";
  return new CypherError(code, `${met}: expected ${oneOf(expected)}`, {
    span: { start: span.start, end: span.end },
    hint: wordAsName(failure) ?? form?.hint ?? misspelling(token, tokens[at - 1], expected),
  });
}

/** Nothing may follow the semicolon. */
function secondQuery(met: string, { start, end }: Span): CypherError {
  return new CypherError("UnexpectedSyntax", `${met}: the query has ended before it`, {
    span: { start, end },
    hint: "give one query at a time",
  });
}

function malformedNumber({ source, start, end }: Token, form: ReturnType<typeof foreignForm>): CypherError {
  return new CypherError("InvalidNumberLiteral", `${source} is not a number`, {
    span: form?.span ?? { start, end },
    hint:
      form?.hint ?? "a name cannot begin with a digit; hexadecimal numbers begin with 0x, octal ones with 0o",
  });
}

/** Whether the length of a relationship is being written, and wrongly: `[:T..]` for `[:T*..]`, or `[*-2]`. */
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

/** A word that was met in a keyword's place may be that keyword with a slip. */
function misspelling(
  token: Token | undefined,
  before: Token | undefined,
  expected: readonly string[],
): string | undefined {
  // What was meant as the name of a function before a pattern has been read as a path variable.
  if (token?.text === "(" && before?.type === "identifier" && expected.includes('"="'))
    return didYouMean(before.source, PATTERN_WORDS);
  if (token?.type !== "identifier") return undefined;
  const keywords: string[] = expected.filter((word) => RESERVED_WORDS.has(word));
  if (expected.includes(CLAUSE)) keywords.push(...CLAUSE_WORDS);
  if (expected.includes("a pattern")) keywords.push(...PATTERN_WORDS);
  // It may be the very word, in a place where it is not a keyword.
  const others = keywords.filter((word) => word !== token.source.toUpperCase());
  return didYouMean(token.source, others);
}

/** The words that a pattern may begin with. */
const PATTERN_WORDS = Object.values(SHORTEST_PATH_FUNCTIONS);

/** A text of more tokens is not read again to find out what a word was meant as. */
const MOST_TOKENS = 2000;
/** How far back a word may be that was read as the beginning of something else. */
const REACH = 12;

/** A reserved word may be meant as a name: then the text can be read on after it once it is one. */
function wordAsName({ tokens, at, readsTo }: SyntaxFailure): string | undefined {
  if (tokens.length > MOST_TOKENS) return undefined;
  for (let back = at; back >= Math.max(0, at - REACH); back--) {
    const token = tokens[back];
    const mayBeName = token?.type === "keyword" && (back >= at - 1 || NAMES_ELSEWHERE.has(token.text));
    // Before a bracket it would be read as a function.
    if (token === undefined || !mayBeName || tokens[back + 1]?.text === "(") continue;
    const reached = readsTo({ at: back, token: { ...token, type: "identifier", text: "", source: QUOTED } });
    if (reached > at + (back === at ? 1 : 0))
      return `${token.text} is a reserved word: as a name, write \`${token.source}\``;
  }
  return undefined;
}

/** A name that no rule takes for anything else. */
const QUOTED = "`name`";

/** Reserved words that may be read long before the place where the text turns out to be wrong. */
const NAMES_ELSEWHERE: ReadonlySet<string> = new Set(
  "CASE NOT DISTINCT EXISTS WHEN TRUE FALSE NULL".split(" "),
);
