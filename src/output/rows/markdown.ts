import { printableText } from "../../diagnostics/printable-text.ts";
import { displayText } from "./display-text.ts";
import { numberColumns } from "./number-columns.ts";
import type { Rows } from "./rows.ts";

/** What begins markup inside a line: CommonMark's and GitHub's own, HTML, and the border of a cell. */
const MARKUP = /[\\`*_[<|~&]/g;

/**
 * Where GitHub makes a link or a mention of plain text: `https|://a.b`, `www|.a.b`, `@|somebody`. No backslash prevents
 * that everywhere; a comment of HTML inside does, and nobody sees it.
 */
const LINK = /(?<=https?|ftp)(?=:\/\/)|(?<=www)(?=\.)|(?<=@)(?=\S)/gi;

/**
 * A table in GitHub-flavoured Markdown. Text stays text: it becomes no markup, link or mention; only what GitHub's own
 * pages know besides, such as the number of an issue, may become a link there. Line breaks become `<br>`.
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
