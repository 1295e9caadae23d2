import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import type { Terminal } from "./terminal.ts";

/** Lines that are kept between runs. */
export const HISTORY_SIZE = 1000;

/**
 * The file that holds what was typed: `$HEARSAY_HISTORY`, or `$XDG_STATE_HOME/hearsay/history`, or
 * `~/.hearsay_history`. `undefined`, no history, where `$HEARSAY_HISTORY` is empty.
 */
export function historyFile(environment: Terminal["environment"]): string | undefined {
  const own = environment["HEARSAY_HISTORY"];
  if (own !== undefined) return own === "" ? undefined : own;
  const state = environment["XDG_STATE_HOME"];
  if (state !== undefined && state !== "") return join(state, "hearsay", "history");
  return join(environment["HOME"] ?? homedir(), ".hearsay_history");
}

/** The lines of the history, the newest first, as readline wants them; none where it cannot be read. */
export function readHistory(file: string | undefined): string[] {
  if (file === undefined) return [];
  try {
    const lines = readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => line !== "");
    return lines.slice(-HISTORY_SIZE).reverse();
  } catch {
    return [];
  }
}

/**
 * Writes the history, which only its owner may read, by way of a temporary file. Returns what went wrong, if
 * anything did: a prompt goes on without a history.
 */
export function writeHistory(file: string | undefined, newestFirst: readonly string[]): Error | undefined {
  if (file === undefined) return undefined;
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    if (isSpecial(file)) return undefined;
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const text = newestFirst
      .slice(0, HISTORY_SIZE)
      .reverse()
      .map((line) => `${line}\n`)
      .join("");
    writeFileSync(temporary, text, { mode: 0o600 });
    renameSync(temporary, file);
    return undefined;
  } catch (error) {
    removeIfThere(temporary);
    return error as Error;
  }
}

function removeIfThere(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // What prevented writing it prevents removing it too.
  }
}

/** `/dev/null` and its like must not be replaced by a file. */
function isSpecial(file: string): boolean {
  const entry = statSync(file, { throwIfNoEntry: false });
  return entry !== undefined && !entry.isFile();
}
