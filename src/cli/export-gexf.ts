import { writeFileSafely } from "../files/write-file.ts";
import type { MultiDirectedGraph } from "../graph/graphology.ts";
import { type GexfVersion, toGexf } from "../output/graph/gexf.ts";
import { CommandFailure } from "./command-failure.ts";
import { graphSize } from "./load-graph.ts";
import type { Terminal } from "./terminal.ts";

export interface ExportOptions {
  readonly terminal: Terminal;
  /** The query that the graph answers. */
  readonly description: string | undefined;
  readonly version?: GexfVersion | undefined;
}

/**
 * Writes `graph` to the file `path` (`-`: standard output) as GEXF and returns a line that says what was
 * written. Throws {@link CommandFailure} for a graph without nodes, FileError if the file cannot be written.
 */
export async function exportGexf(
  graph: MultiDirectedGraph,
  path: string,
  { terminal, description, version }: ExportOptions,
): Promise<string> {
  if (graph.order === 0) {
    throw new CommandFailure("the result rests on no node and no relationship: there is nothing to write");
  }
  const gexf = toGexf(graph, { version, description, modified: new Date().toISOString().slice(0, 10) });
  if (path === "-") terminal.stdout.write(gexf);
  else await writeFileSafely(path, gexf);
  return `${path === "-" ? "" : `${path}: `}${graphSize(graph)}`;
}
