import { importGraph } from "../../files/import-files.ts";
import { saveGraph } from "../../files/save-graph.ts";
import { columnsOfGraph } from "../../graph/columns-of-graph.ts";
import type { GraphColumns } from "../../graph/graph-columns.ts";
import { ImportError } from "../../import/import-faults.ts";
import { CommandFailure, type ExitCode } from "../command-failure.ts";
import { loadData } from "../load-data.ts";
import { graphSize } from "../load-graph.ts";
import { progressBar } from "../progress-bar.ts";
import { type Terminal, writeMessage } from "../terminal.ts";

export interface ImportRequest {
  /** Annotations, instead of the files. */
  readonly data: readonly string[];
  readonly nodes: readonly string[];
  readonly relationships: readonly string[];
  readonly createMissingNodes: boolean;
  /** The folder to save the graph in. */
  readonly output: string;
}

/** `hearsay import`: files, or annotations, to a saved graph. Nothing is saved where there is any fault. */
export async function runImport(request: ImportRequest, terminal: Terminal): Promise<ExitCode> {
  const { data, nodes, relationships, output } = request;
  const files = [...nodes, ...relationships];
  if ((data.length === 0) === (files.length === 0)) {
    throw new CommandFailure("error: give --nodes and --relationships, or else annotations", 2);
  }
  const start = performance.now();
  const columns =
    files.length === 0
      ? columnsOfGraph((await loadData(data, terminal)).graph)
      : await readFiles(request, terminal);
  await saveGraph(columns, output);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  writeMessage(terminal.stderr, `${output}: ${graphSize(columns)} · ${seconds} s`);
  return 0;
}

async function readFiles(
  { nodes, relationships, createMissingNodes }: ImportRequest,
  terminal: Terminal,
): Promise<GraphColumns> {
  const bar = progressBar(terminal);
  try {
    return await importGraph({ nodes, relationships }, { createMissingNodes, progress: bar.update });
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    const count = error.faults.length;
    throw new CommandFailure(
      `${error.message}\n${count === 1 ? "1 error" : `${count} errors`} in the files: nothing was imported`,
    );
  } finally {
    bar.end();
  }
}
