import type { Command } from "commander";
import type { ExitCode } from "./command-failure.ts";
import type { Terminal } from "./terminal.ts";

/** Declares a command's arguments, options and action. */
export type CommandSetup = (command: Command, host: CommandHost) => void;

export interface CommandHost {
  readonly terminal: Terminal;
  /** Receives the exit code of the command. */
  readonly done: (exitCode: ExitCode) => void;
}
