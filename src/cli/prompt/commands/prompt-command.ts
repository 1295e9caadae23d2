import type { PromptSession } from "../prompt-session.ts";

/** A command of the prompt, such as `:help`. */
export interface PromptCommand {
  /** Without the colon. */
  readonly name: string;
  /** The command with its arguments, for `:help`. */
  readonly usage: string;
  readonly meaning: string;
  /**
   * @param argument the rest of the line, trimmed
   * @throws `CommandFailure`
   */
  run(session: PromptSession, argument: string): void | Promise<void>;
}
