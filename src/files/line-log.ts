/**
 * A file of lines, such as a history, to which several processes append at the same time, and which is sometimes
 * truncated to its last lines. A line is appended by one write. To truncate, the lines to keep replace the file by a
 * rename. Lines that others append to the old file in the meantime are copied by the truncating process, or by those
 * others, which check after each line whether the path still leads to their file.
 *
 * A line can be lost only if the truncating process is killed between the rename and the next statement, and another
 * process has written just before.
 */
import {
  appendFileSync,
  closeSync,
  fchmodSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  type Stats,
  statSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { discard } from "./clean-up.ts";
import { followLinks } from "./find-target.ts";
import { removeStale } from "./remove-stale.ts";
import { commitStaged, stageFile } from "./stage-file.ts";
import { temporaryName, tokenOfTemporary } from "./temporary-names.ts";

/** Maximum number of tries: on some file systems a file's inode number is never the same twice. */
const MOST_TRIES = 3;

/** Mode of the file: only its owner may read what was typed. */
const PRIVATE = 0o600;

/**
 * Appends a line to a file, which is created if it does not exist, also behind a link. Devices and pipes are ignored.
 *
 * @throws the file system's errors
 */
export function appendLine(path: string, line: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() === false) return;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  for (let tries = 0; tries < MOST_TRIES && !appendedLine(path, line); tries++);
}

/** Appends the line; `false` if another process has replaced the file in the meantime. */
function appendedLine(path: string, line: string): boolean {
  const file = openSync(path, "a+", PRIVATE);
  try {
    const entry = fstatSync(file);
    if ((entry.mode & 0o777) !== PRIVATE) fchmodSync(file, PRIVATE);
    // On a full disk, only half of the last line may have been written.
    const start = endsInLine(file, entry.size) ? "" : "\n";
    const bytes = Buffer.from(`${start}${line}\n`);
    for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
    return isAt(path, entry);
  } finally {
    closeSync(file);
  }
}

/**
 * Truncates a file to the lines that `keep` returns, if it has more than `most`. Does nothing while another process
 * does the same.
 *
 * @throws the file system's errors
 */
export async function keepLastLines(
  path: string,
  most: number,
  keep: (lines: readonly string[]) => readonly string[],
): Promise<void> {
  const place = await followLinks(path);
  if (statSync(place, { throwIfNoEntry: false })?.isFile() !== true) return;
  await removeStale(dirname(place));
  const file = openSync(place, "r");
  try {
    const entry = fstatSync(file);
    const read = readFrom(file, 0);
    const lines = linesOf(read.toString());
    if (lines.length <= most) return;
    const temporary = join(dirname(place), temporaryName(basename(place)));
    const kept = keep(lines).map((line) => `${line}\n`);
    await stageFile(temporary, kept.join(""), { existing: entry }, { fixedMode: PRIVATE });
    try {
      // In this order: a process that is still at work has a temporary file; one that has finished has replaced the
      // file.
      if (isAnotherAtWork(place, temporary) || !isAt(place, entry)) return;
      const late = readFrom(file, read.length);
      if (late.length > 0) appendFileSync(temporary, late);
      commitStaged(temporary, place);
      const later = readFrom(file, read.length + late.length);
      if (later.length > 0) appendFileSync(place, later);
    } finally {
      discard(temporary);
    }
  } finally {
    closeSync(file);
  }
}

/** The lines of a text, without empty ones. */
export function linesOf(text: string): string[] {
  return text.split("\n").filter((line) => line !== "");
}

function endsInLine(file: number, size: number): boolean {
  const last = Buffer.alloc(1);
  return size === 0 || readSync(file, last, 0, 1, size - 1) === 0 || last[0] === 0x0a;
}

function isAt(path: string, { dev, ino }: Stats): boolean {
  const entry = statSync(path, { throwIfNoEntry: false });
  return entry !== undefined && entry.dev === dev && entry.ino === ino;
}

function isAnotherAtWork(place: string, temporary: string): boolean {
  const start = `${basename(place)}.`;
  return readdirSync(dirname(place)).some(
    (name) => name.startsWith(start) && tokenOfTemporary(name) !== undefined && name !== basename(temporary),
  );
}

function readFrom(file: number, start: number): Buffer {
  const bytes = Buffer.alloc(Math.max(0, fstatSync(file).size - start));
  return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, start));
}
