import type { Readable, Writable } from "node:stream";
import { printableText } from "../diagnostics/printable-text.ts";
import { COLOURED, PLAIN, type TextStyle } from "../output/text-style.ts";

/** Streams and environment of a command: those of the process, or of a test. */
export interface Terminal {
  readonly stdin: Readable & { readonly isTTY?: boolean; setRawMode?(raw: boolean): unknown };
  /** For results. */
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  /** For everything else: errors, notes, counts. */
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Maximum width of a table on `stdout`, in columns; `undefined` (no limit) for a file or a pipe. */
export function tableWidth({ stdout }: Terminal): number | undefined {
  return stdout.isTTY ? Math.max(20, stdout.columns ?? 80) : undefined;
}

/** Bold and colours if `stdout` is a terminal that shows them, unless turned off (https://no-color.org). */
export function textStyle({ stdout, environment }: Terminal): TextStyle {
  const isPlain = !stdout.isTTY || (environment["NO_COLOR"] ?? "") !== "" || environment["TERM"] === "dumb";
  return isPlain ? PLAIN : COLOURED;
}

/** Writes a message. Its names, paths and arguments are made printable, as they may contain control characters. */
export function writeMessage(stream: Writable, message: string): void {
  stream.write(`${printableText(message)}\n`);
}

/** Whether input and output are both a terminal, so that a prompt and a greeting make sense. */
export function isInteractive({ stdin, stdout }: Terminal): boolean {
  return stdin.isTTY === true && stdout.isTTY === true;
}
