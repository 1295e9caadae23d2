import { Float } from "../../src/values/float.ts";
import type { Value } from "../../src/values/value.ts";

/** A style of CSV file; all styles have the same meaning. */
export interface CsvStyle {
  readonly lineBreak: "\n" | "\r\n" | "\r" | "mixed";
  /** Whether the nth cell is quoted although quotes are not needed; repeats. */
  readonly quotes: readonly boolean[];
  readonly endsInLineBreak: boolean;
}

/** Rows as CSV (RFC 4180); null is an empty cell, an empty text a quoted empty cell. */
export function csvFile(rows: readonly (readonly Value[])[], style: CsvStyle): string {
  let number = 0;
  const cell = (value: Value): string => {
    if (value === null) return "";
    const text = cellText(value);
    const quoted = text === "" || /[",\r\n]/.test(text) || style.quotes[number++ % style.quotes.length];
    return quoted ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lineBreak = (row: number) =>
    style.lineBreak === "mixed" ? (["\r", "\n", "\r\n"][row % 3] as string) : style.lineBreak;
  return rows
    .map((row, at) => {
      const isLast = at === rows.length - 1 && !style.endsInLineBreak;
      return row.map(cell).join(",") + (isLast ? "" : lineBreak(at));
    })
    .join("");
}

function cellText(value: Value): string {
  if (Array.isArray(value)) return value.map(cellText).join(";");
  if (value instanceof Float) return `${value}`;
  return String(value);
}
