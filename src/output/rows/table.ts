import { printableLine } from "../../diagnostics/printable-text.ts";
import { cellRoom } from "../../values/text-room.ts";
import type { Value } from "../../values/value.ts";
import { columnWidths } from "./column-widths.ts";
import { displayTextIn } from "./display-text.ts";
import { padded, shortened, textWidth } from "./fit-text.ts";
import { numberColumns } from "./number-columns.ts";
import type { Rows } from "./rows.ts";

const BORDER = " │ ";

/**
 * A table for a terminal of `width` columns (omitted: no limit):
 *
 * ```text
 * p.name         │ articles
 * ───────────────┼─────────
 * Vladimir Putin │        5
 * ```
 *
 * Long lists show their first items and the number of the others. Cells that are too long are shortened with `…`, and
 * the last heading gives the number of columns that do not fit. Every row is one line: line breaks, control characters
 * and characters that reorder text are shown as escapes.
 */
export function tableRows({ columns, rows, isPlan }: Rows, width = Number.POSITIVE_INFINITY): string {
  if (columns.length === 0) return "";
  const cells = rows.map((row) => row.map((value) => (isPlan && value === null ? "" : cellText(value))));
  const natural = columns.map((column, i) => naturalWidth(printableLine(column), cells, i));
  const [widths, left] = fittedWidths(natural, width);
  const sides = numberColumns({ columns, rows }).map((number): Side => (number ? "left" : "right"));

  const headings = columns.map(printableLine);
  const lines = [lineOf(headings, widths, sides), widths.map((wide) => "─".repeat(wide)).join("─┼─")];
  for (const row of cells) lines.push(lineOf(row, widths, sides));
  if (left > 0) lines[0] += note(left);
  return lines.map((line) => `${line.trimEnd()}\n`).join("");
}

/** The side on which a cell is filled with spaces. */
type Side = "left" | "right";

function fittedWidths(natural: readonly number[], width: number): [widths: number[], left: number] {
  const widths = columnWidths(natural, width, BORDER.length);
  if (widths.length === natural.length) return [widths, 0];
  const fewer = columnWidths(natural, width - note(natural.length).length, BORDER.length);
  return [fewer, natural.length - fewer.length];
}

function note(left: number): string {
  return `${BORDER}… ${left} more`;
}

function naturalWidth(heading: string, cells: readonly (readonly string[])[], column: number): number {
  let width = Math.max(1, textWidth(heading));
  for (const row of cells) width = Math.max(width, textWidth(row[column] ?? ""));
  return width;
}

function lineOf(texts: readonly string[], widths: readonly number[], sides: readonly Side[]): string {
  return widths
    .map((width, i) => padded(shortened(texts[i] ?? "", width), width, sides[i] ?? "right"))
    .join(BORDER);
}

function cellText(value: Value): string {
  return printableLine(displayTextIn(value, cellRoom()));
}
