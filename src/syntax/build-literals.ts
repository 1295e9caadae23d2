import { CypherError } from "../diagnostics/cypher-error.ts";
import { printableLine } from "../diagnostics/printable-text.ts";
import type { Span } from "../diagnostics/span.ts";
import type {
  BooleanLiteral,
  Expression,
  FloatLiteral,
  IntegerLiteral,
  ListLiteral,
  MapEntry,
  MapLiteral,
  Name,
  NullLiteral,
  Parameter,
  StringLiteral,
  Variable,
} from "./ast.ts";
import { spanOf } from "./build-common.ts";
import type { Token } from "./token.ts";

/** A literal or a parameter, depending on the type of its token. */
export function literal([token]: [Token]): Expression {
  switch (token.type) {
    case "string":
      return stringLiteral([token]);
    case "integer":
      return integerLiteral([token]);
    case "float":
      return floatLiteral([token]);
    case "parameterName":
      return parameter([token]);
    default:
      return token.text === "NULL" ? nullLiteral(token) : booleanLiteral(token);
  }
}

function nullLiteral(token: Token): NullLiteral {
  return { kind: "NullLiteral", span: spanOf(token) };
}

function booleanLiteral(token: Token): BooleanLiteral {
  return { kind: "BooleanLiteral", value: token.text === "TRUE", span: spanOf(token) };
}

/** -2^63 is a valid integer and 2^63 is not. A minus sign is handled later, so 2^63 is accepted here. */
const LARGEST_DIGITS = 2n ** 63n;

export function integerLiteral([token]: [Token]): IntegerLiteral {
  const value = BigInt(token.source);
  if (value <= LARGEST_DIGITS) return { kind: "IntegerLiteral", value, span: spanOf(token) };
  throw new CypherError("IntegerOverflow", `${token.source} does not fit into a 64-bit integer`, {
    span: spanOf(token),
    hint: "write it as a float, with a decimal point",
  });
}

function floatLiteral([token]: [Token]): FloatLiteral {
  const value = Number(token.source);
  if (Number.isFinite(value)) return { kind: "FloatLiteral", value, span: spanOf(token) };
  throw new CypherError("FloatingPointOverflow", `${token.source} is too large for a float`, {
    span: spanOf(token),
  });
}

const ESCAPES: Readonly<Record<string, string>> = {
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  "'": "'",
  '"': '"',
  "\\": "\\",
};

/** An escape sequence. A character beyond U+FFFF may be written as a surrogate pair, `\ud83d\ude00`. */
const ESCAPE =
  /\\(u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[\s\S])/gu;

export function stringLiteral([token]: [Token]): StringLiteral {
  const value = token.source.slice(1, -1).replace(ESCAPE, (written, sequence: string, at: number) => {
    if (sequence.length > 1) return codePoints(written, token, at);
    if (sequence === "u" || sequence === "U") throw badCodePoint(token, at, 6);
    // openCypher's grammar allows the letters in either case.
    return ESCAPES[sequence.toLowerCase()] ?? raiseUnknownEscape(written, token, at);
  });
  return { kind: "StringLiteral", value, span: spanOf(token) };
}

/** The character of `\u…`, `\u…\u…` or `\U…`. */
function codePoints(written: string, token: Token, at: number): string {
  const codes = [...written.matchAll(/[0-9a-fA-F]{4,}/g)].map(([digits]) => Number.parseInt(digits, 16));
  if (codes.some((code) => code > 0x10ffff)) throw badCodePoint(token, at, written.length);
  const text = String.fromCodePoint(...codes);
  if (/\p{Surrogate}/u.test(text)) throw badCodePoint(token, at, written.length);
  return text;
}

function badCodePoint(token: Token, at: number, length: number): CypherError {
  return new CypherError("InvalidUnicodeLiteral", "this escape sequence is not a Unicode character", {
    span: spanWithin(token, at, length),
    hint: "write \\u and four hexadecimal digits, or \\U and eight; for a backslash, write \\\\",
  });
}

function raiseUnknownEscape(written: string, token: Token, at: number): never {
  throw new CypherError("UnexpectedSyntax", `${printableLine(written)} is not an escape sequence`, {
    span: spanWithin(token, at, written.length),
    hint: "for a backslash, write \\\\; the escapes are \\' \\\" \\\\ \\b \\f \\n \\r \\t \\u \\U",
  });
}

/** The span of a part of a string literal; `at` is an offset inside the quotes. */
function spanWithin(token: Token, at: number, length: number): Span {
  const start = token.start + 1 + at;
  return { start, end: Math.min(start + length, token.end) };
}

export function listLiteral(parts: (Token | Expression[] | Expression | null)[]): ListLiteral {
  const items = parts.flatMap((part) =>
    Array.isArray(part) ? part : part !== null && "kind" in part ? [part] : [],
  );
  return { kind: "ListLiteral", items, span: spanOf(parts[0], parts.at(-1)) };
}

export function mapLiteral([open, entries, close]: [Token, MapEntry[] | null, Token]): MapLiteral {
  return { kind: "MapLiteral", entries: entries ?? [], span: spanOf(open, close) };
}

export function mapEntry([key, , value]: [Name, Token, Expression]): MapEntry {
  return { key, value };
}

export function parenthesized([open, inner, close]: [Token, Expression, Token]): Expression {
  return { ...inner, span: spanOf(open, close) };
}

export function variable([token]: [Token]): Variable {
  return { kind: "Variable", name: nameText(token), span: spanOf(token) };
}

export function name([token]: [Token]): Name {
  return { kind: "Name", text: nameText(token), span: spanOf(token) };
}

/** `$name`, `$0` or `` $`any name` ``. */
export function parameter([token]: [Token]): Parameter {
  return { kind: "Parameter", name: unquoted(token.source.slice(1)), span: spanOf(token) };
}

/** A name without its backquotes. */
export function nameText(token: Token): string {
  return unquoted(token.source);
}

function unquoted(source: string): string {
  return source.startsWith("`") ? source.slice(1, -1).replaceAll("``", "`") : source;
}
