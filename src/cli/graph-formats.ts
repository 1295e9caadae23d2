/** The formats that a result's graph can be exported in: what `hearsay export` and `:export` write. */
import { extname } from "node:path";
import { oneOf } from "../diagnostics/nearest-names.ts";
import { printableLine } from "../diagnostics/printable-text.ts";
import { saveGraph } from "../files/save-graph.ts";
import { writeFileSafely } from "../files/write-file.ts";
import { columnsOfGraph } from "../graph/columns-of-graph.ts";
import type { MultiDirectedGraph } from "../graph/graphology.ts";
import { type GexfVersion, toGexf } from "../output/graph/gexf.ts";
import { CommandFailure } from "./command-failure.ts";
import { graphSize } from "./load-graph.ts";
import type { Terminal } from "./terminal.ts";

/** What the user has chosen. */
export interface ExportTarget {
  /** The file to write; `-` is standard output. */
  readonly output: string;
  /** Only for GEXF. Omitted: 1.3. */
  readonly gexfVersion?: GexfVersion | undefined;
}

export interface GraphExport extends ExportTarget {
  readonly terminal: Terminal;
  /** The query whose result the graph is. */
  readonly description: string | undefined;
}

interface GraphFormat {
  /** The endings of its files, with the dot; a format without one is written to a folder. */
  readonly extensions: readonly string[];
  /** @throws CommandFailure if the target does not suit the format */
  readonly check: (target: ExportTarget) => void;
  /** @throws FileError if the file cannot be written */
  readonly write: (graph: MultiDirectedGraph, options: GraphExport) => Promise<void>;
}

/** By the names that `--format` takes. A new format is a new row. */
const GRAPH_FORMATS = {
  gexf: { extensions: [".gexf"], check: () => {}, write: writeGexf },
  arrow: { extensions: [], check: checkArrow, write: writeArrow },
} as const satisfies Record<string, GraphFormat>;

export type GraphFormatName = keyof typeof GRAPH_FORMATS;

export const GRAPH_FORMAT_NAMES = Object.keys(GRAPH_FORMATS) as readonly GraphFormatName[];

/**
 * The format to write: `format`, or else the one of the output's extension.
 *
 * @throws CommandFailure for an unknown extension, and for a target that does not suit the format
 */
export function chooseGraphFormat(target: ExportTarget, format?: GraphFormatName): GraphFormatName {
  const chosen = format ?? formatOf(target.output);
  GRAPH_FORMATS[chosen].check(target);
  return chosen;
}

/**
 * Writes `graph` and returns a line that says what was written.
 *
 * @throws CommandFailure for a graph without nodes, FileError if the file cannot be written
 */
export async function exportGraph(
  graph: MultiDirectedGraph,
  format: GraphFormatName,
  options: GraphExport,
): Promise<string> {
  if (graph.order === 0) {
    throw new CommandFailure("no node or relationship supports the result: there is nothing to write");
  }
  await GRAPH_FORMATS[format].write(graph, options);
  const { output } = options;
  return `${output === "-" ? "" : `${output}: `}${graphSize(graph)}`;
}

/** A path that ends in `/` is a folder; a file without an extension is GEXF. */
function formatOf(output: string): GraphFormatName {
  if (/[/\\]$/.test(output)) return "arrow";
  const extension = extname(output).toLowerCase();
  if (extension === "") return "gexf";
  const formats: Readonly<Record<GraphFormatName, GraphFormat>> = GRAPH_FORMATS;
  const found = GRAPH_FORMAT_NAMES.find((name) => formats[name].extensions.includes(extension));
  if (found !== undefined) return found;
  const known = GRAPH_FORMAT_NAMES.flatMap((name) => formats[name].extensions);
  throw new CommandFailure(
    `error: no graph format has the extension ${printableLine(extension)}; known: ${oneOf(known)}, or a folder (DIR/); hearsay export --format gexf and :gexf take any name`,
    2,
  );
}

async function writeGexf(
  graph: MultiDirectedGraph,
  { output, terminal, description, gexfVersion }: GraphExport,
): Promise<void> {
  const modified = new Date().toISOString().slice(0, 10);
  const gexf = toGexf(graph, { version: gexfVersion, description, modified });
  if (output === "-") terminal.stdout.write(gexf);
  else await writeFileSafely(output, gexf);
}

function checkArrow({ output, gexfVersion }: ExportTarget): void {
  if (output === "-") {
    throw new CommandFailure(
      "error: --format arrow writes a folder of files, not standard output; give -o FOLDER",
      2,
    );
  }
  if (gexfVersion !== undefined)
    throw new CommandFailure("error: --gexf-version cannot be used with --format arrow", 2);
}

function writeArrow(graph: MultiDirectedGraph, { output }: GraphExport): Promise<void> {
  return saveGraph(columnsOfGraph(graph), output);
}
