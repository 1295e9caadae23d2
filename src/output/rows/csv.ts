import { isTemporal } from "../../values/temporal/temporal.ts";
import type { Value } from "../../values/value.ts";
import { jsonText } from "./json-text.ts";
import type { Rows } from "./rows.ts";

/** What makes a spreadsheet take a cell for a formula (OWASP, "CSV Injection"). */
const FORMULA_START = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
/** A semicolon or tab too: where commas are decimal, a spreadsheet may split at one of these. */
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/;
/** What such a spreadsheet may take for a formula at the beginning of a later part of a text. */
const INNER_FORMULA = /(?<=[;\t\r\n])(?=[=@\uff1d\uff20]|[+\-\uff0b\uff0d][^;\t\r\n]*[(|!])/g;
/** Also the record that is one null: readers skip an empty line. */
const EMPTY = '""';

/**
 * Comma-separated values as RFC 4180 has them: a header, CRLF after each record, quotes where needed.
 * A null is an empty field and an empty string is `""`; nodes, relationships, paths, lists and maps are
 * JSON. Text from the graph comes from strangers and spreadsheets run what begins with `=`, `+`, `-` or
 * `@`: such a text gets an apostrophe before it, which spreadsheets take for "this is text". A spreadsheet that splits
 * at semicolons sees the quotes of the first field only, so in later ones a formula behind a semicolon, tab or line
 * break gets one as well. JSON is the format for programs that need the text untouched.
 */
export function csvRows({ columns, rows }: Rows): string {
  if (columns.length === 0) return "";
  const records = [columns.map(textField), ...rows.map((row) => row.map(field))];
  return records.map((fields) => `${fields.join(",") || EMPTY}\r\n`).join("");
}

function field(value: Value, column: number): string {
  if (value === null) return "";
  if (typeof value === "string") return textField(value, column);
  if (typeof value === "number" || isTemporal(value)) return String(value);
  const json = jsonText(value);
  return quoted(column === 0 ? json : json.replace(INNER_FORMULA_SIGN, jsonEscape));
}

function textField(text: string, column: number): string {
  if (text === "") return EMPTY;
  const inner = column === 0 ? text : text.replace(INNER_FORMULA, "'");
  return quoted(FORMULA_START.test(text) ? `'${inner}` : inner);
}

/** In JSON, where a semicolon is always in a string, the sign itself can be escaped. */
const INNER_FORMULA_SIGN = new RegExp(`${INNER_FORMULA.source}.`, "g");

function jsonEscape(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function quoted(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
