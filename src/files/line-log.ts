/**
 * A file of lines that several processes add to at once, such as a history, and that is cut to its last lines now and
 * then. A line is added by one write at the end of the file. To cut it, the lines to keep take the file's place by a
 * rename; what others add to the old file meanwhile is carried over by the process that cuts, or by those others, who
 * look after each line whether their file is still the one that bears the name.
 *
 * A line can be lost only if the process that cuts is killed between the rename and the next statement, and another has
 * written in the moment before.
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

/** Some file systems give a file another number each time: it is never the same to them. */
const MOST_TRIES = 3;

/** Only its owner may read what was typed. */
const PRIVATE = 0o600;

/**
 * Adds a line to a file, which is made if there is none, also behind a link. A device or a pipe is left alone. Throws
 * the file system's errors.
 */
export function appendLine(path: string, line: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() === false) return;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  for (let tries = 0; tries < MOST_TRIES && !appendedLine(path, line); tries++);
}

/** `false` if another process has put another file in the place of the one that has got the line. */
function appendedLine(path: string, line: string): boolean {
  const file = openSync(path, "a+", PRIVATE);
  try {
    const entry = fstatSync(file);
    if ((entry.mode & 0o777) !== PRIVATE) fchmodSync(file, PRIVATE);
    // A full disk may have taken half a line.
    const start = endsInLine(file, entry.size) ? "" : "\n";
    const bytes = Buffer.from(`${start}${line}\n`);
    for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
    return isAt(path, entry);
  } finally {
    closeSync(file);
  }
}

/**
 * Cuts a file to its last lines, as `keep` gives them, if it has more than `most`. Does nothing while another process
 * does the same. Throws the file system's errors.
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
      // In this order: who has begun before is seen by its temporary file, who has ended before by the file it left.
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

/** The lines of a text but for empty ones. */
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
