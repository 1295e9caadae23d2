import { jsonObject, jsonString, jsonText } from "./json-text.ts";
import type { Rows } from "./rows.ts";

/** `{"columns": [...], "rows": [[...]]}`, one row per line; see {@link jsonText} for the values. */
export function jsonRows(rows: Rows): string {
  return `{${rowsMembers(rows)}}\n`;
}

/** The members of {@link jsonRows}'s object, without its braces. */
export function rowsMembers({ columns, rows }: Rows): string {
  return `"columns": [${columns.map(jsonString).join(", ")}], "rows": ${jsonList(rows.map(jsonText))}`;
}

/** A JSON array of these texts, one per line. */
export function jsonList(texts: readonly string[]): string {
  return texts.length === 0 ? "[]" : `[\n${texts.join(",\n")}\n]`;
}

/** JSON Lines: one object per row, with the column names as member names. */
export function jsonLines({ columns, rows }: Rows): string {
  return rows.map((row) => `${jsonObject(columns.map((column, i) => [column, row[i] ?? null]))}\n`).join("");
}
