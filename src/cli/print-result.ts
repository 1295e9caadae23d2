import { renderNotification } from "../diagnostics/notification.ts";
import { printableText } from "../diagnostics/printable-text.ts";
import type { Result } from "../execute/result.ts";
import { counted } from "../output/counted.ts";
import { changesText } from "../output/rows/changes-text.ts";
import { type Format, formatRows } from "../output/rows/formats.ts";
import { type Terminal, tableWidth } from "./terminal.ts";

/** Prints `result` in `format` on stdout, and its notifications on stderr. */
export async function printResult(result: Result, format: Format, terminal: Terminal): Promise<void> {
  const text = formatRows(result, format, tableWidth(terminal));
  // Text is made printable for a terminal only: programs that read a file or a pipe need it unchanged.
  const shown = terminal.stdout.isTTY ? printableText(text.replaceAll("\r\n", "\n")) : text;
  // Wait until the text is written, so that a reader that closes the pipe ends the command.
  await new Promise((resolve) => terminal.stdout.write(shown, resolve));
  printNotifications(result, terminal);
}

/** The separator between two results: a blank line in formats for people, otherwise nothing. */
export function between(format: Format): string {
  return format === "table" || format === "markdown" ? "\n" : "";
}

/** Prints the notifications of a result on stderr. */
export function printNotifications(result: Result, { stderr }: Terminal): void {
  for (const notification of result.notifications) {
    stderr.write(`${printableText(renderNotification(notification, result.query))}\n`);
  }
}

/** `1 row · 12 ms`; for a query that writes, also its changes: `0 rows · added 1 node · 12 ms`. */
export function rowCountText(result: Result, milliseconds: number): string {
  const parts = [counted(result.rows.length, "row"), changesText(result.stats), durationText(milliseconds)];
  return parts.filter((part) => part !== "").join(" · ");
}

function durationText(milliseconds: number): string {
  if (milliseconds >= 10_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  return `${milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds)} ms`;
}
