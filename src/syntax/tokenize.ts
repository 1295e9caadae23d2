import moo from "moo";
import { CypherError } from "../diagnostics/cypher-error.ts";
import { printableLine } from "../diagnostics/printable-text.ts";
import { characterHint } from "./character-hints.ts";
import { RESERVED_WORDS } from "./keywords.ts";
import type { Token, TokenType } from "./token.ts";

/**
 * Splits a query into tokens, without white space and comments.
 *
 * moo tries the rules in this order, so a longer form comes before its prefix. A number must not be followed by a
 * letter: `12ab` is one malformed number, not the number 12 and a name.
 */
const lexer = moo.compile({
  space: { match: /[\s\p{Z}\u180e]+/u, lineBreaks: true },
  comment: { match: /\/\/[^\n]*|\/\*[\s\S]*?\*\//u, lineBreaks: true },
  unclosedComment: { match: /\/\*[\s\S]*/u, lineBreaks: true },
  float: /(?:\d+\.\d+(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+)(?![\p{ID_Continue}])/u,
  integer: /(?:0x[0-9a-fA-F]+|0o[0-7]+|0|[1-9]\d*)(?![\p{ID_Continue}])/u,
  malformedNumber: /\d[\p{ID_Continue}]*/u,
  string: { match: /'(?:[^'\\]|\\[\s\S])*'|"(?:[^"\\]|\\[\s\S])*"/u, lineBreaks: true },
  quotedName: { match: /`(?:[^`]|``)*`/u, lineBreaks: true },
  parameterName: /\$(?:`(?:[^`]|``)+`|[\p{ID_Continue}]+)/u,
  identifier: /[\p{ID_Start}\p{Pc}][\p{ID_Continue}\p{Sc}]*/u,
  symbol: /<>|<=|>=|=~|\+=|\.\.|[()[\]{}<>=+\-*/%^,.:;|]/u,
  unexpected: moo.error,
});

/** Maximum length of a query, in UTF-16 units: parsing a longer one would take minutes. */
const MAX_QUERY_LENGTH = 2 ** 18;

/** @throws CypherError if a part of the text is not a token, or the text is too long */
export function tokenize(text: string): Token[] {
  if (text.length > MAX_QUERY_LENGTH) {
    throw new CypherError(
      "QueryTooLong",
      `the query has ${text.length} characters, more than ${MAX_QUERY_LENGTH}`,
      {
        hint: "pass large data as a parameter: UNWIND $rows AS row …",
      },
    );
  }
  const tokens: Token[] = [];
  for (const raw of lexer.reset(text)) {
    const span = { start: raw.offset, end: raw.offset + raw.text.length };
    switch (raw.type) {
      case "space":
      case "comment":
        break;
      case "unexpected":
      case "unclosedComment":
        throw unexpectedText(text, raw.offset);
      default:
        tokens.push({ type: raw.type as TokenType, text: "", source: raw.text, ...span, ...keyed(raw) });
    }
  }
  return tokens;
}

/** The grammar matches symbols and reserved words by their text; a name in backquotes is never a keyword. */
function keyed(raw: moo.Token): Partial<Token> {
  if (raw.type === "symbol") return { text: raw.text };
  if (raw.type === "quotedName") return { type: "identifier" };
  const capitals = raw.text.toUpperCase();
  return raw.type === "identifier" && RESERVED_WORDS.has(capitals) ? { type: "keyword", text: capitals } : {};
}

function unexpectedText(text: string, offset: number): CypherError {
  const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  const unclosed: Readonly<Record<string, string>> = {
    "'": "this string is not closed",
    '"': "this string is not closed",
    "`": "this quoted name is not closed",
    "/": "this comment is not closed",
    $: "a parameter needs a name after the $",
  };
  const message = unclosed[character];
  if (message === undefined) throw meaninglessCharacter(text, offset, character);
  const length = character === "/" || character === "$" ? 2 : character.length;
  return new CypherError("UnexpectedSyntax", message, {
    span: { start: offset, end: Math.min(text.length, offset + length) },
    hint: closingHint(character),
  });
}

function meaninglessCharacter(text: string, offset: number, character: string): CypherError {
  const { length, hint } = characterHint(text, offset);
  const isForeign = character > "\x7f";
  return new CypherError(
    isForeign ? "InvalidUnicodeCharacter" : "UnexpectedSyntax",
    isForeign
      ? `the character ${shown(character)} has no meaning in a query`
      : `unexpected ${length > 1 ? "characters" : "character"} ${printableLine(text.slice(offset, offset + length))}`,
    { span: { start: offset, end: offset + length }, hint },
  );
}

/** The character and its code point, since many characters look alike and some are invisible. */
function shown(character: string): string {
  const number = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0");
  return `${printableLine(character)} (U+${number})`;
}

function closingHint(opening: string): string | undefined {
  if (opening === "/") return "a comment that begins with /* ends with */";
  if (opening === "$") return "for example $name or $0";
  return `close it with ${opening}, and write ${opening === "`" ? "``" : `\\${opening}`} for each ${opening} inside it`;
}
