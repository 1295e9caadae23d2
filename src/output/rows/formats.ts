import { csvRows } from "./csv.ts";
import { jsonLines, jsonRows } from "./json.ts";
import { markdownRows } from "./markdown.ts";
import type { Rows } from "./rows.ts";
import { tableRows } from "./table.ts";

/** Output formats of rows, by the names that users type. */
export const FORMATS = {
  table: tableRows,
  json: jsonRows,
  jsonl: jsonLines,
  csv: csvRows,
  markdown: markdownRows,
} as const satisfies Record<string, (rows: Rows, width?: number) => string>;

export type Format = keyof typeof FORMATS;

export function isFormat(name: string): name is Format {
  return Object.hasOwn(FORMATS, name);
}

/** `rows` in `format`, ending with a line break; only tables use `width` (terminal columns). */
export function formatRows(rows: Rows, format: Format, width?: number): string {
  return format === "table" ? tableRows(rows, width) : FORMATS[format](rows);
}
