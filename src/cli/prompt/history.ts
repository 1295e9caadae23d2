import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { appendLine, keepLastLines, linesOf } from "../../files/line-log.ts";
import type { Terminal } from "../terminal.ts";

/** Maximum number of lines kept between runs. */
export const HISTORY_SIZE = 1000;

/**
 * The history file: `$HEARSAY_HISTORY`, or `$XDG_STATE_HOME/hearsay/history`, or `~/.hearsay_history`.
 * `undefined` (no history) if `$HEARSAY_HISTORY` is empty.
 */
export function historyFile(environment: Terminal["environment"]): string | undefined {
  const chosen = environment["HEARSAY_HISTORY"];
  if (chosen !== undefined) return chosen === "" ? undefined : chosen;
  const state = environment["XDG_STATE_HOME"];
  if (state !== undefined && state !== "") return join(state, "hearsay", "history");
  return join(environment["HOME"] ?? homedir(), ".hearsay_history");
}

/** The lines of the history without duplicates, newest first, as readline expects; empty if it cannot be read. */
export function readHistory(file: string | undefined): string[] {
  if (file === undefined) return [];
  try {
    return newestLines(linesOf(readFileSync(file, "utf8"))).reverse();
  } catch {
    return [];
  }
}

/**
 * Adds a line to the history file, which only its owner may read. Other sessions may do so at the same time.
 * Returns an error instead of throwing it: the prompt continues without a history.
 */
export function addToHistory(file: string | undefined, line: string): Error | undefined {
  if (file === undefined) return undefined;
  try {
    appendLine(file, line);
    return undefined;
  } catch (error) {
    return error as Error;
  }
}

/** Cuts the history to its newest lines. If that fails, the file stays long, and no line is lost. */
export async function trimHistory(file: string | undefined): Promise<void> {
  if (file === undefined) return;
  await keepLastLines(file, HISTORY_SIZE, newestLines).catch(() => {});
}

/** The newest lines, in their order; of equal lines only the newest is kept. */
function newestLines(lines: readonly string[]): string[] {
  return [...new Set(lines.toReversed())].slice(0, HISTORY_SIZE).reverse();
}
