import { wrongArgument } from "../diagnostics/check-argument.ts";
import { type ForeignFile, knownFormat, SIGNATURE_BYTES } from "./foreign-file.ts";

/** A file of nodes or relationships, as whoever opened it hands it on. */
export interface TextSource {
  /** As the user named it; shown, never opened. */
  readonly name: string;
  /** Its text in pieces of any length, or the UTF-8 bytes of it. */
  readonly chunks: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;
  /** Absent: JSON lines where the name ends in `.jsonl`, `.ndjson` or `.json`, else CSV. */
  readonly format?: "csv" | "json-lines";
}

export function formatOf({ name, format }: TextSource): "csv" | "json-lines" {
  return format ?? (/\.(?:jsonl|ndjson|json)$/i.test(name) ? "json-lines" : "csv");
}

/** What is read of a file at once: whole lines, but for what a quoted cell may go on with. */
export interface Piece {
  readonly bytes: Uint8Array;
  /** Behind the last line break. */
  readonly limit: number;
  readonly isLast: boolean;
}

/**
 * Hands the pieces of a file on, as UTF-8 bytes without a byte order mark. What `take` leaves, from the place that it
 * returns on, begins the next piece; the last one ends in a line break, whether the file does or not. The bytes are
 * of use only until `take` returns: the next piece stands in the same place.
 *
 * @param refuse is told of a file that is not text, and throws
 */
export async function forEachPiece(
  source: TextSource,
  take: (piece: Piece) => number,
  refuse: (file: ForeignFile) => never,
): Promise<void> {
  let buffer = new Uint8Array(0);
  let held = 0;
  let isFirst = true;
  const hold = (chunk: Uint8Array) => {
    if (held + chunk.length > buffer.length) {
      const larger = new Uint8Array(Math.max(held + chunk.length, buffer.length * 2));
      larger.set(buffer.subarray(0, held));
      buffer = larger;
    }
    buffer.set(chunk, held);
    held += chunk.length;
  };
  const give = (isLast: boolean) => {
    if (isFirst && held < SIGNATURE_BYTES && !isLast) return;
    const foreign = isFirst ? knownFormat(buffer.subarray(0, Math.min(held, SIGNATURE_BYTES))) : undefined;
    if (foreign !== undefined) refuse(foreign);
    if (isFirst && MARK.every((byte, at) => at < held && buffer[at] === byte)) {
      buffer.copyWithin(0, MARK.length, held);
      held -= MARK.length;
    }
    isFirst = false;
    const bytes = buffer.subarray(0, held);
    const done = take({ bytes, limit: lastLineEnd(bytes), isLast });
    buffer.copyWithin(0, done, held);
    held -= done;
  };
  const encode = textEncoder();
  for await (const chunk of source.chunks) {
    if (typeof chunk !== "string" && !(chunk instanceof Uint8Array)) {
      throw wrongArgument("importGraphText", "a chunk of a file as a string or a Uint8Array", chunk);
    }
    hold(typeof chunk === "string" ? encode(chunk) : chunk);
    give(false);
  }
  // An end without a line break gets one; a CR that was held back because an LF might follow becomes CR LF.
  if (held > 0 && buffer[held - 1] !== NEWLINE) hold(Uint8Array.of(NEWLINE));
  give(true);
}

/** Behind the last line break; a CR at the very end may be the first half of one. */
function lastLineEnd(bytes: Uint8Array): number {
  const limit = bytes.lastIndexOf(NEWLINE) + 1;
  const after = bytes.subarray(limit, -1).lastIndexOf(RETURN);
  return after === -1 ? limit : limit + after + 1;
}

const NEWLINE = 10;
const RETURN = 13;
/** The byte order mark in UTF-8. */
const MARK = [0xef, 0xbb, 0xbf];

/** Encodes the pieces of a text; a character that is cut between two of them stays whole. */
function textEncoder(): (text: string) => Uint8Array {
  const encoder = new TextEncoder();
  let half = "";
  return (chunk) => {
    const text = half + chunk;
    half = /[\ud800-\udbff]$/.test(text) ? text.slice(-1) : "";
    return encoder.encode(half === "" ? text : text.slice(0, -1));
  };
}
