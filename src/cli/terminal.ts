import type { Readable, Writable } from "node:stream";
import { printableText } from "../diagnostics/printable-text.ts";
import { COLOURED, PLAIN, type TextStyle } from "../output/text-style.ts";

/** What a command reads from and writes to: the process's own streams, or a test's. */
export interface Terminal {
  readonly stdin: Readable & { readonly isTTY?: boolean; setRawMode?(raw: boolean): unknown };
  /** For results. */
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  /** For everything else that is said: errors, notes, counts. */
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Columns that a table may take on `stdout`; `undefined`, without end, where it goes to a file or a pipe. */
export function tableWidth({ stdout }: Terminal): number | undefined {
  return stdout.isTTY ? Math.max(20, stdout.columns ?? 80) : undefined;
}

/** Bold and colours where a person's terminal shows them and nobody has asked for none (https://no-color.org). */
export function textStyle({ stdout, environment }: Terminal): TextStyle {
  const isPlain = !stdout.isTTY || (environment["NO_COLOR"] ?? "") !== "" || environment["TERM"] === "dumb";
  return isPlain ? PLAIN : COLOURED;
}

/** Writes a message to people: names, paths and arguments in it may hold what upsets a terminal. */
export function writeMessage(stream: Writable, message: string): void {
  stream.write(`${printableText(message)}\n`);
}

/** Whether a person sits at both ends, so that a prompt and a greeting make sense. */
export function isInteractive({ stdin, stdout }: Terminal): boolean {
  return stdin.isTTY === true && stdout.isTTY === true;
}
