import { printableText } from "../../diagnostics/printable-text.ts";
import { displayText } from "./display-text.ts";
import { numberColumns } from "./number-columns.ts";
import type { Rows } from "./rows.ts";

/** Characters that begin markup inside a line: of CommonMark and GitHub, HTML, and the border of a cell. */
const MARKUP = /[\\`*_[<|~&]/g;

/**
 * Positions inside plain text that GitHub turns into a link or a mention: `https|://a.b`, `www|.a.b`, `@|somebody`.
 * A backslash does not always prevent that; an invisible HTML comment at this position does.
 */
const LINK = /(?<=https?|ftp)(?=:\/\/)|(?<=www)(?=\.)|(?<=@)(?=\S)/gi;

/**
 * A table in GitHub-flavoured Markdown. Text stays text: it cannot become markup, a link or a mention, except for
 * forms that only GitHub's pages know, such as an issue number. Line breaks become `<br>`.
 */
export function markdownRows({ columns, rows, isPlan }: Rows): string {
  if (columns.length === 0) return "";
  const numbers = numberColumns({ columns, rows });
  const lines = [columns.map(cell), numbers.map((number) => (number ? "---:" : "---"))];
  for (const row of rows)
    lines.push(row.map((value) => (isPlan && value === null ? "" : cell(displayText(value)))));
  return lines.map((cells) => `| ${cells.join(" | ")} |\n`).join("");
}

function cell(text: string): string {
  return printableText(text.replace(/\r\n?/g, "\n"))
    .replace(MARKUP, "\\$&")
    .replace(LINK, "<!-- -->")
    .replaceAll("\t", " ")
    .replaceAll("\n", "<br>");
}
