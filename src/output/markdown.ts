import { printableText } from "../diagnostics/printable-text.ts";
import { displayText } from "./display-text.ts";
import { numberColumns } from "./number-columns.ts";
import type { Rows } from "./rows.ts";

/** What begins markup inside a line: CommonMark's and GitHub's own, HTML, and the border of a cell. */
const MARKUP = /[\\`*_[<|~&]/g;

/** A table in GitHub-flavoured Markdown; text stays text, whatever it holds. Line breaks become `<br>`. */
export function markdownRows({ columns, rows }: Rows): string {
  if (columns.length === 0) return "";
  const numbers = numberColumns({ columns, rows });
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
