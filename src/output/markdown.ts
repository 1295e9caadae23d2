import { printableText } from "../diagnostics/printable-text.ts";
import { Float } from "../values/float.ts";
import type { Value } from "../values/value.ts";
import { displayText } from "./display-text.ts";
import type { Rows } from "./rows.ts";

/** What begins markup inside a line: CommonMark's and GitHub's own, HTML, and the border of a cell. */
const MARKUP = /[\\`*_[<|~&]/g;

/** A table in GitHub-flavoured Markdown; text stays text, whatever it holds. Line breaks become `<br>`. */
export function markdownRows({ columns, rows }: Rows): string {
  if (columns.length === 0) return "";
  const numbers = columns.map((_, i) => rows.some((row) => isNumber(row[i])));
  const lines = [columns.map(cell), numbers.map((number) => (number ? "---:" : "---"))];
  for (const row of rows) lines.push(row.map((value) => cell(displayText(value))));
  return lines.map((cells) => `| ${cells.join(" | ")} |\n`).join("");
}

function cell(text: string): string {
  return printableText(text.replace(/\r\n?/g, "\n"))
    .replace(MARKUP, "\\$&")
    .replaceAll("\t", " ")
    .replaceAll("\n", "<br>");
}

function isNumber(value: Value | undefined): boolean {
  return typeof value === "number" || typeof value === "bigint" || value instanceof Float;
}
