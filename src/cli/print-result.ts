import { renderNotification } from "../diagnostics/notification.ts";
import { printableText } from "../diagnostics/printable-text.ts";
import type { Result } from "../execute/result.ts";
import { counted } from "../output/counted.ts";
import { changesText } from "../output/rows/changes-text.ts";
import { type Format, formatRows } from "../output/rows/formats.ts";
import { type Terminal, tableWidth } from "./terminal.ts";

/** Writes `result` to stdout in `format`, and to stderr what else there is to say of it. */
export async function printResult(result: Result, format: Format, terminal: Terminal): Promise<void> {
  const text = formatRows(result, format, tableWidth(terminal));
  // A format for programs is left as it is, unless a person's terminal is to show it.
  const shown = terminal.stdout.isTTY ? printableText(text.replaceAll("\r\n", "\n")) : text;
  // Waiting until it is written lets a reader that has seen enough end the command.
  await new Promise((resolve) => terminal.stdout.write(shown, resolve));
  printNotifications(result, terminal);
}

/** What stands between two results: in formats for people, a line by which they are told apart. */
export function between(format: Format): string {
  return format === "table" || format === "markdown" ? "\n" : "";
}

/** Writes to stderr what a query's text is suspected of. */
export function printNotifications(result: Result, { stderr }: Terminal): void {
  for (const notification of result.notifications) {
    stderr.write(`${printableText(renderNotification(notification, result.query))}\n`);
  }
}

/** `1 row · 12 ms`; of a query that writes what it changed too: `0 rows · added 1 node · 12 ms`. */
export function rowCountText(result: Result, milliseconds: number): string {
  const parts = [counted(result.rows.length, "row"), changesText(result.stats), durationText(milliseconds)];
  return parts.filter((part) => part !== "").join(" · ");
}

function durationText(milliseconds: number): string {
  if (milliseconds >= 10_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  return `${milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds)} ms`;
}
