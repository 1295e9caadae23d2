import { csvRows } from "./csv.ts";
import { jsonLines, jsonRows } from "./json.ts";
import { markdownRows } from "./markdown.ts";
import type { Rows } from "./rows.ts";
import { tableRows } from "./table.ts";

/** The formats that rows can be written in, by the names that users know. */
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

/** `rows` in `format`, ending in a line break; only a table regards `width` (terminal columns). */
export function formatRows(rows: Rows, format: Format, width?: number): string {
  return format === "table" ? tableRows(rows, width) : FORMATS[format](rows);
}
