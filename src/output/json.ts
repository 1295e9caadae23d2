import { jsonObject, jsonString, jsonText } from "./json-text.ts";
import type { Rows } from "./rows.ts";

/** `{"columns": [...], "rows": [[...]]}`, one row a line; see {@link jsonText} for the values. */
export function jsonRows({ columns, rows }: Rows): string {
  const head = `{"columns": [${columns.map(jsonString).join(", ")}], "rows": [`;
  return rows.length === 0 ? `${head}]}\n` : `${head}\n${rows.map(jsonText).join(",\n")}\n]}\n`;
}

/** JSON Lines: an object a row, its members named after the columns. */
export function jsonLines({ columns, rows }: Rows): string {
  return rows.map((row) => `${jsonObject(columns.map((column, i) => [column, row[i] ?? null]))}\n`).join("");
}
