import type { Command } from "commander";
import type { ExitCode } from "./command-failure.ts";
import type { Terminal } from "./terminal.ts";

/** Declares a command's arguments and options, and what it does. */
export type CommandSetup = (command: Command, host: CommandHost) => void;

export interface CommandHost {
  readonly terminal: Terminal;
  /** Takes the exit code of the command that was run. */
  readonly done: (exitCode: ExitCode) => void;
}
