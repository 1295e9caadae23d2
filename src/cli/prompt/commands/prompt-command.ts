import type { PromptSession } from "../prompt-session.ts";

/** A command of the prompt, such as `:help`. */
export interface PromptCommand {
  /** Without the colon. */
  readonly name: string;
  /** Other names that it still goes by; `:help` leaves them out. */
  readonly aliases?: readonly string[];
  /** As `:help` shows it. */
  readonly usage: string;
  readonly meaning: string;
  /** `argument` is the rest of the line, trimmed. Throws `CommandFailure`. */
  run(session: PromptSession, argument: string): void | Promise<void>;
}
