/** `hearsay view`: serves the viewer's page with a graph in it, or writes it to a file. */
import type { MultiDirectedGraph } from "../../graph/graphology.ts";
import type { PassageTexts } from "../../output/passage-text.ts";
import { openInBrowser } from "../view-browser.ts";
import { viewerPage } from "../view-page.ts";
import { servePage, type ViewServer } from "../view-server.ts";
import { writeFileSafely } from "../write-file-safely.ts";

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

export interface ViewOptions extends ViewerOptions {
  /** Write the page to this file and serve nothing. */
  readonly html?: string | undefined;
}

/** Where the command writes, and what ends it. */
export interface ViewStreams {
  /** For results: the page's address. */
  readonly stdout: { write(text: string): unknown };
  /** For messages. */
  readonly stderr: { write(text: string): unknown };
  /** Ends the serving; without it the command serves until its process ends. */
  readonly signal?: AbortSignal;
}

/**
 * Serves `graph` and prints the page's address, or writes the page to a file and prints the file's name. Returns
 * when the serving has been ended. Throws `ViewerMissing`, `PortUnavailable`, `CommandFailure` where the file's folder
 * is missing, and the file system's other errors.
 */
export async function runView(
  graph: MultiDirectedGraph,
  options: ViewOptions,
  streams: ViewStreams,
): Promise<void> {
  const { html: file } = options;
  if (file !== undefined) {
    const { title, query, passages } = options;
    const { html } = await viewerPage({ graph, title, query, passages });
    await writeFileSafely(file, html);
    streams.stdout.write(`${file}\n`);
    return;
  }
  const viewer = await startViewer(graph, options);
  streams.stdout.write(`${viewer.url}\n`);
  if (options.open && !viewer.opened)
    streams.stderr.write("No browser could be started: open the address by hand.\n");
  streams.stderr.write("Ctrl-C ends the viewer.\n");
  await ended(streams.signal);
  await viewer.close();
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
  const opened = open === true && (await openInBrowser(server.url));
  return { ...server, opened };
}

/** Waits for the signal, or for ever. */
function ended(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) resolve();
    else signal?.addEventListener("abort", () => resolve(), { once: true });
  });
}
