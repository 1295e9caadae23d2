import { CypherError } from "../diagnostics/cypher-error.ts";
import { printableText } from "../diagnostics/printable-text.ts";
import { UserError } from "../diagnostics/user-error.ts";
import { fileErrorReason } from "../files/file-error.ts";
import type { Terminal } from "./terminal.ts";

/** Exit code of a command: 1 for a fault in the data or the query, 2 for a fault in the command line. */
export type ExitCode = 0 | 1 | 2;

/** A command cannot continue. The message gives the user the full reason. */
export class CommandFailure extends UserError {
  override readonly name = "CommandFailure";
  readonly exitCode: ExitCode;

  constructor(message: string, exitCode: ExitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Prints `error` on stderr without a stack trace, and returns its exit code. */
export function reportError(error: unknown, { stderr, environment }: Terminal): ExitCode {
  const debug = environment["HEARSAY_DEBUG"] === "1";
  stderr.write(
    `${printableText(debug && error instanceof Error ? String(error.stack) : errorText(error))}\n`,
  );
  return error instanceof CommandFailure ? error.exitCode : 1;
}

/** The message to print for `error`. */
export function errorText(error: unknown): string {
  if (error instanceof CypherError) return error.render();
  if (!(error instanceof Error)) return `internal error: ${String(error)}`;
  if (error instanceof UserError) return error.message;
  if ("syscall" in error) return fileErrorText(error as NodeJS.ErrnoException);
  if (error instanceof RangeError && /call stack/.test(error.message)) {
    return "this is nested too deeply to be read";
  }
  return `internal error: ${error.message.split("\n")[0]} (a bug in Hearsay; set HEARSAY_DEBUG=1 to see where)`;
}

/** The reason of a system error, with its path if it has one. */
function fileErrorText(error: NodeJS.ErrnoException): string {
  const reason = fileErrorReason(error);
  return error.path === undefined ? reason : `${error.path}: ${reason}`;
}
