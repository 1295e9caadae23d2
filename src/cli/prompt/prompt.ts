import { createInterface, type Interface } from "node:readline";
import { printableLine } from "../../diagnostics/printable-text.ts";
import { type ExitCode, errorText, reportError } from "../command-failure.ts";
import { LineSource } from "../line-source.ts";
import { complete } from "./completion.ts";
import { addToHistory, HISTORY_SIZE, historyFile, readHistory, trimHistory } from "./history.ts";
import { isPromptCommand, runPromptCommand } from "./prompt-commands.ts";
import type { PromptSession } from "./prompt-session.ts";
import { StatementBuffer } from "./statement-buffer.ts";

const PROMPT = "hearsay> ";
const CONTINUATION = "    ...> ";

/** Milliseconds after which no more lines of a pasted text are expected. */
const PASTE_PAUSE = 30;

/**
 * Reads lines until the input ends or the user leaves, and runs the statements and commands in them. In a terminal
 * there is a prompt, and Enter runs a complete statement; piped input is read without a prompt. Returns 1 if a
 * statement or command from a pipe failed, otherwise 0.
 */
export async function runPrompt(session: PromptSession): Promise<ExitCode> {
  const history = session.interactive ? historyFile(session.terminal.environment) : undefined;
  await trimHistory(history);
  const readline = openReadline(session, history);
  const lines = new LineSource(readline);
  const buffer = new StatementBuffer();
  let failed = false;

  /** Runs `work` with the terminal out of raw mode, so that Ctrl-C ends a query that takes too long. */
  const attempt = async (work: () => void | Promise<void>) => {
    session.terminal.stdin.setRawMode?.(false);
    try {
      await work();
    } catch (error) {
      failed = true;
      reportError(error, session.terminal);
    } finally {
      if (session.interactive) session.terminal.stdin.setRawMode?.(true);
    }
  };
  const runAll = async (statements: readonly string[]) => {
    for (const statement of statements) await attempt(() => session.run(statement));
  };
  const prompt = () => {
    readline.setPrompt(buffer.isEmpty ? PROMPT : CONTINUATION);
    readline.prompt();
  };

  if (session.interactive) prompt();
  while (!session.leaving) {
    const event = await lines.next(session.interactive && buffer.isSettled ? PASTE_PAUSE : undefined);
    if (event.kind === "end") {
      if (session.interactive) session.say("");
      await runAll(session.interactive ? [] : buffer.flush());
      break;
    }
    if (event.kind === "interrupt") dropLine(readline, session, buffer);
    else if (event.kind === "quiet") await runAll(buffer.flush());
    else if (isPromptCommand(event.line, !buffer.isEmpty)) {
      await runAll(buffer.flush());
      await attempt(() => runPromptCommand(session, event.line));
    } else await runAll(buffer.add(event.line));
    if (session.interactive && !session.leaving && !buffer.isSettled) prompt();
  }
  readline.close();
  await trimHistory(history);
  await session.close();
  return failed && !session.interactive ? 1 : 0;
}

function openReadline(session: PromptSession, file: string | undefined): Interface {
  const { stdin: input, stdout: output } = session.terminal;
  if (!session.interactive) return createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  const readline = createInterface({
    input,
    output,
    terminal: true,
    history: readHistory(file),
    historySize: HISTORY_SIZE,
    removeHistoryDuplicates: true,
    completer: (line: string) => complete(line, session.words),
  });
  let kept = true;
  let last: string | undefined;
  readline.on("history", ([line]) => {
    // Readline also emits this event for a line that was typed twice.
    if (!kept || line === undefined || line === last) return;
    last = line;
    const error = addToHistory(file, line);
    if (error !== undefined)
      session.say(`\nnote: cannot save the history: ${printableLine(errorText(error))}`);
    kept &&= error === undefined;
  });
  return readline;
}

/** Ctrl-C: discards the typed text; if there is none, prints how to leave. */
function dropLine(readline: Interface, session: PromptSession, buffer: StatementBuffer): void {
  const nothing = readline.line === "" && buffer.isEmpty;
  readline.write(null, { ctrl: true, name: "e" });
  readline.write(null, { ctrl: true, name: "u" });
  session.say(nothing ? "\n(leave with Ctrl-D or :quit)" : "^C");
  buffer.clear();
}
