import { isTemporal } from "../../values/temporal/temporal.ts";
import type { Value } from "../../values/value.ts";
import { jsonText } from "./json-text.ts";
import type { Rows } from "./rows.ts";

/** Start of a text that a spreadsheet takes for a formula (OWASP, "CSV Injection"). */
const FORMULA_START = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
/** Includes semicolon and tab: in countries with a decimal comma, a spreadsheet may split at one of these. */
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/;
/** Start of a later part of a text, after such a split, that a spreadsheet may take for a formula. */
const INNER_FORMULA = /(?<=[;\t\r\n])(?=[=@\uff1d\uff20]|[+\-\uff0b\uff0d][^;\t\r\n]*[(|!])/g;
/** An empty string; also a record of one null, because readers skip an empty line. */
const EMPTY = '""';

/**
 * Comma-separated values in the form of RFC 4180: a header, CRLF after each record, quotes only if needed.
 * A null is an empty field and an empty string is `""`; nodes, relationships, paths, lists and maps are
 * JSON. Text from the graph is untrusted, and spreadsheets run text that begins with `=`, `+`, `-` or
 * `@`: such a text gets an apostrophe before it, which spreadsheets read as "this is text". A spreadsheet that splits
 * at semicolons respects the quotes of the first field only, so in later fields a formula after a semicolon, tab or
 * line break gets an apostrophe too. JSON is the format for programs that need the text unchanged.
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

/** JSON has semicolons only in strings, so there the sign itself can be escaped. */
const INNER_FORMULA_SIGN = new RegExp(`${INNER_FORMULA.source}.`, "g");

function jsonEscape(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function quoted(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
