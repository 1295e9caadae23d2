import { isTemporal } from "../values/temporal/temporal.ts";
import type { Value } from "../values/value.ts";
import { jsonText } from "./json-text.ts";
import type { Rows } from "./rows.ts";

/** What makes a spreadsheet take a cell for a formula (OWASP, "CSV Injection"). */
const FORMULA_START = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;
/** Also the record that is one null: readers skip an empty line. */
const EMPTY = '""';

/**
 * Comma-separated values as RFC 4180 has them: a header, CRLF after each record, quotes where needed.
 * A null is an empty field and an empty string is `""`; nodes, relationships, paths, lists and maps are
 * JSON. Text from the graph comes from strangers and spreadsheets run what begins with `=`, `+`, `-` or
 * `@`: such a text gets an apostrophe before it, which spreadsheets take for "this is text". JSON is the
 * format for programs that need the text untouched.
 */
export function csvRows({ columns, rows }: Rows): string {
  if (columns.length === 0) return "";
  const records = [columns.map(textField), ...rows.map((row) => row.map(field))];
  return records.map((fields) => `${fields.join(",") || EMPTY}\r\n`).join("");
}

function field(value: Value): string {
  if (value === null) return "";
  if (typeof value === "string") return textField(value);
  return typeof value === "number" || isTemporal(value) ? String(value) : quoted(jsonText(value));
}

function textField(text: string): string {
  if (text === "") return EMPTY;
  return quoted(FORMULA_START.test(text) ? `'${text}` : text);
}

function quoted(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
