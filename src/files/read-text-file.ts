import { constants, open } from "node:fs/promises";
import { LONGEST_FILE } from "../annotations/read-document.ts";
import { foreignFile, foreignFileText } from "../import/foreign-file.ts";
import { readingProblem } from "./find-annotation-files.ts";

/** A file's text, or the reason why it cannot be read. */
export type TextFile =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "fault";
      readonly code: "unreadable-file" | "not-text" | "file-too-large";
      readonly reason: string;
    };

/** Maximum number of bytes: UTF-8 takes up to four bytes per character. */
const MOST_BYTES = 4 * LONGEST_FILE;

/** Reads a file of at most `mostBytes` as UTF-8, without changes: newlines and a leading U+FEFF are kept. */
export async function readTextFile(path: string, mostBytes = MOST_BYTES): Promise<TextFile> {
  let bytes: Uint8Array;
  try {
    // Without O_NONBLOCK, opening a named pipe waits for a writer; Windows has neither.
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const entry = await file.stat();
      if (!entry.isFile()) {
        const reason = entry.isDirectory() ? "this is a folder, not a file" : "this is not a file";
        return { kind: "fault", code: "unreadable-file", reason };
      }
      if (entry.size > mostBytes) {
        const reason = `the file has ${entry.size} bytes; at most ${mostBytes} are read`;
        return { kind: "fault", code: "file-too-large", reason };
      }
      bytes = await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    return { kind: "fault", code: "unreadable-file", reason: readingProblem(error) };
  }
  const foreign = foreignFile(bytes);
  if (foreign !== undefined) return { kind: "fault", code: "not-text", reason: foreignFileText(foreign) };
  try {
    const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    return { kind: "text", text: decoder.decode(bytes) };
  } catch {
    return { kind: "fault", code: "not-text", reason: "the file is not UTF-8 text; save it as UTF-8" };
  }
}

/**
 * Replaces CR by LF in a text whose lines all end in CR, as on old Macs: the parsers of YAML and of queries would see
 * only one line. All offsets stay the same.
 */
export function withLineFeeds(text: string): string {
  return text.includes("\n") ? text : text.replaceAll("\r", "\n");
}
