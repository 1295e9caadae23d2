import { importGraph } from "../../files/import-files.ts";
import { saveGraph } from "../../files/save-graph.ts";
import { columnsOfGraph } from "../../graph/columns-of-graph.ts";
import type { GraphColumns } from "../../graph/graph-columns.ts";
import { ImportError } from "../../import/import-faults.ts";
import { CommandFailure, type ExitCode } from "../command-failure.ts";
import type { CommandSetup } from "../command-host.ts";
import { loadData } from "../load-data.ts";
import { graphSize } from "../load-graph.ts";
import { progressBar } from "../progress-bar.ts";
import { type Terminal, writeMessage } from "../terminal.ts";

export const setUpImport: CommandSetup = (command, { terminal, done }) => {
  command
    .argument("[data...]", "annotation folders or files, instead of --nodes and --relationships")
    .option("--nodes <files...>", "files of nodes: CSV, or JSON lines if the name ends in .jsonl")
    .option("--relationships <files...>", "files of relationships")
    .requiredOption("-o, --output <folder>", "the folder to save the graph in")
    .option("--create-missing-nodes", "create nodes that occur only in relationships")
    .addHelpText("after", FILE_FORMATS)
    .action(async (data: string[], options) => {
      const { nodes = [], relationships = [], createMissingNodes = false, output } = options;
      done(await runImport({ data, nodes, relationships, createMissingNodes, output }, terminal));
    });
};

const FILE_FORMATS = `
A file of nodes begins with a header such as
  id:ID,:LABEL,name,aliases:string[],born:int
and a file of relationships with
  :START_ID,:TYPE,:END_ID,article,said:date,confidence:float,reviewed:boolean
as in neo4j-admin import. Items of lists and labels are separated by ; and :KEY gives a relationship a key.
Spaces around the names in a header are ignored. Values of datetime{timezone:Europe/Berlin} and of
time{timezone:+01:00} are in that zone unless they name another; without a zone they are in UTC. A date without
a day, such as 2025-05, is text: write when, not when:date.

Example:
  $ hearsay import --nodes people.csv places.csv --relationships claims.csv -o graph/
  $ hearsay query --graph graph/ -c 'MATCH (n) RETURN count(n)'
`;

export interface ImportRequest {
  /** Annotations, instead of the files. */
  readonly data: readonly string[];
  readonly nodes: readonly string[];
  readonly relationships: readonly string[];
  readonly createMissingNodes: boolean;
  /** The folder to save the graph in. */
  readonly output: string;
}

/** `hearsay import`: saves a graph made from files or annotations. If there is any fault, nothing is saved. */
async function runImport(request: ImportRequest, terminal: Terminal): Promise<ExitCode> {
  const { data, nodes, relationships, output } = request;
  const files = [...nodes, ...relationships];
  if ((data.length === 0) === (files.length === 0)) {
    throw new CommandFailure("error: give either --nodes and --relationships, or annotations", 2);
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
