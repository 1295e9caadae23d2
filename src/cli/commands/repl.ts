import { Engine } from "../../engine.ts";
import { articleTexts } from "../article-texts.ts";
import type { ExitCode } from "../command-failure.ts";
import type { CommandSetup } from "../command-host.ts";
import { type GraphSource, loadGraph } from "../load-graph.ts";
import { runPrompt } from "../prompt/prompt.ts";
import { PromptSession } from "../prompt/prompt-session.ts";
import { requireTexts } from "../require-texts.ts";
import { ARTICLES, DATA, GRAPH } from "../shared-options.ts";
import type { Terminal } from "../terminal.ts";

/** `hearsay repl`, which `hearsay` without a command runs too. */
export const setUpRepl: CommandSetup = (command, { terminal, done }) => {
  command
    .argument("[data...]", DATA)
    .option(...GRAPH)
    .option(...ARTICLES)
    .action(async (data: string[], { graph, articles }) => {
      done(await runRepl({ data, graph, articles }, terminal));
    });
};

/** The suggested first query. It has results in the annotations that come with Hearsay. */
const FIRST_QUERY = '("Xi")-[r:MEETS]-(p) RETURN p.name, r.claimant, r.gist';

export interface ReplRequest extends GraphSource {
  /** Folder of the articles' texts. */
  readonly articles?: string | undefined;
}

/** `hearsay` and `hearsay repl`: runs the prompt, or the statements of piped input. */
export async function runRepl(from: ReplRequest, terminal: Terminal): Promise<ExitCode> {
  await requireTexts(from.articles);
  const { graph, summary, vocabulary } = await loadGraph(from, terminal);
  const texts = articleTexts(from.articles, terminal.environment);
  const session = new PromptSession(new Engine(graph), terminal, { vocabulary, texts });
  if (session.interactive) {
    session.say(`Hearsay: ${summary}`);
    const isShipped = from.graph === undefined && from.data.length === 0;
    session.say(isShipped ? `Try  ${FIRST_QUERY}  or type :help` : "Type :schema or :help");
  }
  return runPrompt(session);
}
