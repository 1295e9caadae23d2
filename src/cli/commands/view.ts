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
    .option("-c, --query <query>", "show only what this query's result rests on")
    .option("--port <number>", "the port to serve at", portNumber)
    .option("--open", "open the page in a browser")
    .addOption(new Option("--html <file>", "write the page to a file instead").conflicts(["port", "open"]))
    .option("--title <text>", "what the page is called")
    .option(
      "--articles <folder>",
      "the articles' texts; the page then holds the words of each claim's passage",
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
  /** Absent: the usual port, or any that is free. */
  readonly port?: number | undefined;
  /** Whether to open the page in the user's browser. */
  readonly open?: boolean | undefined;
  /** A query that the page runs when it opens. */
  readonly query?: string | undefined;
  /** What the page is called. */
  readonly title?: string | undefined;
  /** The words behind the graph's claims. */
  readonly passages?: PassageTexts | undefined;
}

export interface ViewRequest {
  readonly from: GraphSource;
  /** Show only what this query's result rests on. */
  readonly query?: string | undefined;
  /** Folder of the articles' texts, whose passages the page is to hold. */
  readonly articles?: string | undefined;
  /** Write the page to this file and serve nothing. */
  readonly html?: string | undefined;
  /** These three as in {@link ViewerOptions}. */
  readonly title?: string | undefined;
  readonly port?: number | undefined;
  readonly open?: boolean | undefined;
  /** Ends the serving; without it the command serves until its process ends. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * `hearsay view`: serves a page and prints its address, or writes the page to a file and prints the file's name.
 * Returns when the serving has been ended. Throws `ViewerMissing`, `PortUnavailable`, `CommandFailure` where the data
 * are wrong or the file's folder is missing, and the file system's other errors.
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
    // Into a page that goes to standard output belongs nothing else.
    if (written !== "standard output") terminal.stdout.write(`${printableLine(file)}\n`);
    return 0;
  }
  const viewer = await startViewer(graph, { port, open, title, passages });
  terminal.stdout.write(`${viewer.url}\n`);
  if (open && !viewer.opened)
    terminal.stderr.write("No browser could be started: open the address by hand.\n");
  terminal.stderr.write("Ctrl-C ends the viewer.\n");
  await ended(request.signal);
  await viewer.close();
  return 0;
}

/** A viewer that is being served. */
export interface RunningViewer extends ViewServer {
  /** Whether a browser was started. */
  readonly opened: boolean;
}

/** Serves a page with `graph` as it is now. Throws `ViewerMissing` and `PortUnavailable`. */
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

/** Waits for the signal, or for ever. */
function ended(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) resolve();
    else signal?.addEventListener("abort", () => resolve(), { once: true });
  });
}
