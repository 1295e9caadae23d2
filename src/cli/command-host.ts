import type { ExitCode } from "./command-failure.ts";
import type { Terminal } from "./terminal.ts";

/** What a command of the command line is given when its options are declared. */
export interface CommandHost {
  readonly terminal: Terminal;
  /** Takes the exit code of the command that was run. */
  readonly done: (exitCode: ExitCode) => void;
}
