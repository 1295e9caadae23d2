import { createInterface } from "node:readline";
import { printableLine } from "../diagnostics/printable-text.ts";
import { dateProblem, type GivenMetadata, oneLine, urlProblem } from "./article-metadata.ts";
import { CommandFailure } from "./command-failure.ts";
import { LineSource } from "./line-source.ts";
import { isInteractive, type Terminal } from "./terminal.ts";

/** Questions about an article, in the order in which they are put. */
const QUESTIONS = {
  outlet: "Outlet (Enter: none in the text)",
  date: "Date published, such as 2025-06-02 (Enter: unknown)",
  author: "Authors, separated by ; (Enter: unknown)",
  url: "Address, https://... (Enter: none)",
} as const;

/**
 * `given`, completed by the user's answers if the terminal is interactive. `suggestion` is the default title.
 *
 * @throws {@link CommandFailure} if the user leaves, or the title is missing and the terminal is not interactive
 */
export async function askMetadata(
  given: GivenMetadata,
  suggestion: string,
  terminal: Terminal,
): Promise<GivenMetadata & { readonly title: string }> {
  if (!isInteractive(terminal)) {
    if (given.title !== undefined) return { ...given, title: given.title };
    throw new CommandFailure(
      "error: missing title; give it with --title (in a terminal, hearsay asks for it)",
      2,
    );
  }
  const readline = createInterface({ input: terminal.stdin, output: terminal.stderr, terminal: true });
  const lines = new LineSource(readline);
  const ask = async (question: string, problem?: (answer: string) => string | undefined): Promise<string> => {
    for (;;) {
      readline.setPrompt(`${question}: `);
      readline.prompt();
      const event = await lines.next();
      if (event.kind === "end" || event.kind === "interrupt") {
        terminal.stderr.write("\n");
        throw new CommandFailure("nothing was written");
      }
      const answer = event.kind === "line" ? oneLine(event.line) : "";
      const wrong = answer === "" ? undefined : problem?.(answer);
      if (wrong === undefined) return answer;
      terminal.stderr.write(`${printableLine(wrong)}\n`);
    }
  };
  try {
    const title = given.title ?? ((await ask(`Title (Enter: ${printableLine(suggestion)})`)) || suggestion);
    const orNone = (answer: string) => (answer === "" ? undefined : answer);
    const outlet = given.outlet ?? orNone(await ask(QUESTIONS.outlet));
    const date = given.date ?? orNone(await ask(QUESTIONS.date, dateProblem));
    const author = given.author ?? authorsOf(await ask(QUESTIONS.author));
    const url = given.url ?? orNone(await ask(QUESTIONS.url, urlProblem));
    return { title, outlet, date, author, url };
  } finally {
    readline.close();
  }
}

function authorsOf(answer: string): readonly string[] {
  return answer
    .split(";")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
