import { InvalidArgumentError, Option } from "commander";
/** `hearsay view`: serves the viewer's page with a graph in it, or writes it to a file. */
import { printableLine } from "../../diagnostics/printable-text.ts";
import { writeFileSafely } from "../../files/write-file.ts";
import type { MultiDirectedGraph } from "../../graph/graphology.ts";
import type { PassageTexts } from "../../output/evidence/passage-text.ts";
import { ArticleTexts } from "../article-texts.ts";
import type { ExitCode } from "../command-failure.ts";
import type { CommandSetup } from "../command-host.ts";
import type { GraphSource } from "../load-graph.ts";
import { requireTexts } from "../require-texts.ts";
import { DATA, GRAPH } from "../shared-options.ts";
import type { Terminal } from "../terminal.ts";
import { graphPassages } from "../view/graph-passages.ts";
import { openInBrowser } from "../view/view-browser.ts";
import { viewerPage } from "../view/view-page.ts";
import { servePage, type ViewServer } from "../view/view-server.ts";
import { loadViewedGraph } from "../view/viewed-graph.ts";

export const setUpView: CommandSetup = (command, { terminal, done }) => {
  command
    .argument("[data...]", DATA)
    .option(...GRAPH)
    .option("-c, --query <query>", "show only the nodes and relationships that support this query's result")
    .option("--port <number>", "the port to serve at", portNumber)
    .option("--open", "open the page in a browser")
    .addOption(new Option("--html <file>", "write the page to a file instead").conflicts(["port", "open"]))
    .option("--title <text>", "the title of the page")
    .option(
      "--articles <folder>",
      "the articles' texts; the page then contains the words of each claim's passage",
    )
    .action(async (data: string[], { graph, ...options }) => {
      done(await runView({ from: { data, graph }, ...options }, terminal));
    });
};

function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new InvalidArgumentError("A port is a number from 0 to 65535.");
  return port;
}

export interface ViewerOptions {
  /** Omitted: the default port, or any free port. */
  readonly port?: number | undefined;
  /** Whether to open the page in the user's browser. */
  readonly open?: boolean | undefined;
  /** A query that the page runs when it opens. */
  readonly query?: string | undefined;
  /** The title of the page. */
  readonly title?: string | undefined;
  /** The words of the claims' passages. */
  readonly passages?: PassageTexts | undefined;
}

export interface ViewRequest {
  readonly from: GraphSource;
  /** Show only the subgraph of this query's result. */
  readonly query?: string | undefined;
  /** Folder of the articles' texts, whose passages the page includes. */
  readonly articles?: string | undefined;
  /** Write the page to this file instead of serving it. */
  readonly html?: string | undefined;
  /** These three as in {@link ViewerOptions}. */
  readonly title?: string | undefined;
  readonly port?: number | undefined;
  readonly open?: boolean | undefined;
  /** Stops the server. Omitted: the command serves until its process ends. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * `hearsay view`: serves a page and prints its address, or writes the page to a file and prints the file's name.
 * Returns when the server has stopped.
 *
 * @throws `ViewerMissing`, `PortUnavailable`, `CommandFailure` if the data has errors or the file's folder is
 *   missing, and other errors of the file system
 */
export async function runView(request: ViewRequest, terminal: Terminal): Promise<ExitCode> {
  const { articles, html: file, title, port, open } = request;
  await requireTexts(articles);
  const graph = await loadViewedGraph(request.from, request.query, terminal);
  const passages =
    articles === undefined ? undefined : await graphPassages(graph, new ArticleTexts(articles));
  if (file !== undefined) {
    const { html } = await viewerPage({ graph, title, passages });
    const written = await writeFileSafely(file, html);
    // On standard output the page must be the only text.
    if (written !== "standard output") terminal.stdout.write(`${printableLine(file)}\n`);
    return 0;
  }
  const viewer = await startViewer(graph, { port, open, title, passages });
  terminal.stdout.write(`${viewer.url}\n`);
  if (open && !viewer.opened)
    terminal.stderr.write("Could not start a browser: open the address yourself.\n");
  terminal.stderr.write("Ctrl-C stops the viewer.\n");
  await ended(request.signal);
  await viewer.close();
  return 0;
}

/** A running viewer. */
export interface RunningViewer extends ViewServer {
  /** Whether a browser was started. */
  readonly opened: boolean;
}

/**
 * Serves a page with `graph` as it is now.
 *
 * @throws `ViewerMissing` and `PortUnavailable`
 */
export async function startViewer(
  graph: MultiDirectedGraph,
  options: ViewerOptions = {},
): Promise<RunningViewer> {
  const { port, open, title, query, passages } = options;
  const page = await viewerPage({ graph, title, query, passages });
  const server = await servePage(page, port);
  const opened = open === true && (await openInBrowser(server.openUrl));
  return { ...server, opened };
}

/** Waits for the signal, or forever. */
function ended(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) resolve();
    else signal?.addEventListener("abort", () => resolve(), { once: true });
  });
}
