import { createInterface } from "node:readline";
import { printableLine } from "../diagnostics/printable-text.ts";
import { dateProblem, type GivenMetadata, oneLine, urlProblem } from "./article-metadata.ts";
import { CommandFailure } from "./command-failure.ts";
import { LineSource } from "./line-source.ts";
import { isInteractive, type Terminal } from "./terminal.ts";

/** What is asked of an article, in this order. */
const QUESTIONS = {
  outlet: "Outlet (Enter: the text shows none)",
  date: "Published, such as 2025-06-02 (Enter: unknown)",
  author: "Authors, with ; between them (Enter: unknown)",
  url: "Address, https://... (Enter: none)",
} as const;

/**
 * `given`, and what the user answers where a field is absent, if there is somebody to ask. `suggestion` is what
 * the title seems to be. Throws {@link CommandFailure} where the user leaves, or nobody tells the title.
 */
export async function askMetadata(
  given: GivenMetadata,
  suggestion: string,
  terminal: Terminal,
): Promise<GivenMetadata & { readonly title: string }> {
  if (!isInteractive(terminal)) {
    if (given.title !== undefined) return { ...given, title: given.title };
    throw new CommandFailure(
      "error: give the article's title with --title (a person at a terminal is asked)",
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
