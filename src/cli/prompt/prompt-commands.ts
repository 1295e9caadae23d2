import { nearestNames, oneOf } from "../../diagnostics/nearest-names.ts";
import { CommandFailure } from "../command-failure.ts";
import { exportCommand, gexf } from "./commands/export.ts";
import { format } from "./commands/format.ts";
import { helpCommand } from "./commands/help.ts";
import { param, params } from "./commands/param.ts";
import type { PromptCommand } from "./commands/prompt-command.ts";
import { quit } from "./commands/quit.ts";
import { schema } from "./commands/schema.ts";
import { timeout } from "./commands/timeout.ts";
import { view } from "./commands/view.ts";
import { why } from "./commands/why.ts";
import type { PromptSession } from "./prompt-session.ts";

const OTHERS = [why, schema, view, exportCommand, gexf, format, timeout, param, params, quit];

/** The commands of the prompt, in the order of `:help`. */
export const PROMPT_COMMANDS: readonly PromptCommand[] = [helpCommand(OTHERS), ...OTHERS];

/**
 * Whether `line` is a command and not part of a query. Inside a query, only the name of an existing command counts:
 * no query has a colon before such a name.
 */
export function isPromptCommand(line: string, insideQuery: boolean): boolean {
  const [, name] = /^\s*:(\S*)/.exec(line) ?? [];
  if (name === undefined) return false;
  return !insideQuery || commandOf(name) !== undefined;
}

function commandOf(name: string): PromptCommand | undefined {
  return PROMPT_COMMANDS.find((command) => command.name === name);
}

/**
 * Runs the command in `line`.
 *
 * @throws {@link CommandFailure} if the command does not exist or cannot continue
 */
export async function runPromptCommand(session: PromptSession, line: string): Promise<void> {
  const [, name = "", argument = ""] = /^\s*:(\S*)\s*(.*)$/s.exec(line) ?? [];
  const command = commandOf(name.replace(/;$/, "").toLowerCase());
  if (command !== undefined) return command.run(session, argument.trim().replace(/;$/, ""));
  const near = nearestNames(
    name,
    PROMPT_COMMANDS.map((each) => each.name),
  ).map((each) => `:${each}`);
  const hint = near.length === 0 ? "see :help" : `did you mean ${oneOf(near)}?`;
  throw new CommandFailure(`no command :${name}; ${hint}`);
}
