import { Engine } from "../../engine.ts";
import type { ExitCode } from "../command-failure.ts";
import { loadData } from "../load-data.ts";
import { runPrompt } from "../prompt.ts";
import { PromptSession } from "../prompt-session.ts";
import type { Terminal } from "../terminal.ts";

/** What to type first. It answers from the annotations that come with Hearsay. */
const FIRST_QUERY = '("Xi")-[r:MEETS]-(p) RETURN p.name, r.claimant, r.gist';

/** `hearsay` and `hearsay repl`: the prompt, or what is piped in. */
export async function runRepl(data: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { graph, counts, vocabulary } = await loadData(data, terminal);
  const session = new PromptSession(new Engine(graph), terminal, vocabulary);
  if (session.interactive) {
    const { claims, articles, entities } = counts;
    session.say(`Hearsay: ${claims} claims of ${articles} articles about ${entities} entities`);
    session.say(`Try  ${FIRST_QUERY}  or type :help`);
  }
  return runPrompt(session);
}
