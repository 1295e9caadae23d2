import { Option } from "commander";
import { Engine } from "../../engine.ts";
import type { Value } from "../../values/value.ts";
import { CommandFailure, type ExitCode } from "../command-failure.ts";
import type { CommandSetup } from "../command-host.ts";
import {
  chooseGraphFormat,
  type ExportTarget,
  exportGraph,
  GRAPH_FORMAT_NAMES,
  type GraphFormatName,
} from "../graph-formats.ts";
import { type GraphSource, loadGraph } from "../load-graph.ts";
import {
  DATA_OR_STDIN,
  type QuerySource,
  querySource,
  readStatements,
  withQueryOptions,
} from "../query-options.ts";
import { withSourcePosition } from "../split-script.ts";
import { type Terminal, writeMessage } from "../terminal.ts";

export const setUpExport: CommandSetup = (command, { terminal, done }) => {
  withQueryOptions(command)
    .argument("[data...]", DATA_OR_STDIN)
    .requiredOption(
      "-o, --output <file.gexf>",
      "the file to write, - for standard output; with --format arrow, the folder",
    )
    .addOption(
      new Option(
        "--format <format>",
        "default: by the extension; gexf writes a file, arrow a folder for --graph",
      ).choices(GRAPH_FORMAT_NAMES),
    )
    .addOption(
      new Option(
        "--gexf-version <version>",
        "default: 1.3; 1.2 is for tools that cannot read 1.3, such as NetworkX 2",
      ).choices(["1.3", "1.2"] as const),
    )
    .action(async (data: string[], { graph, param = {}, output, format, gexfVersion, ...given }) => {
      const { paths, source } = querySource(data, given);
      const from = { data: paths, graph };
      const target = { output, gexfVersion };
      done(await runExport({ from, source, target, format, parameters: param }, terminal));
    });
};

interface ExportRequest {
  readonly from: GraphSource;
  readonly source: QuerySource;
  readonly target: ExportTarget;
  /** Omitted: by the output's extension. */
  readonly format?: GraphFormatName | undefined;
  readonly parameters: Readonly<Record<string, Value>>;
}

/** `hearsay export`: writes the subgraph of the last statement's result. */
async function runExport(request: ExportRequest, terminal: Terminal): Promise<ExitCode> {
  const { target, parameters } = request;
  const format = chooseGraphFormat(target, request.format);
  const statements = await readStatements(request.source, terminal);
  const { graph } = await loadGraph(request.from, terminal);
  const engine = new Engine(graph);
  const results = statements.map((statement) =>
    withSourcePosition(statement, (text) => engine.run(text, parameters)),
  );
  const result = results.at(-1);
  if (result === undefined) throw new CommandFailure("there is no query");
  const description = statements.at(-1)?.text.trim();
  const options = { ...target, terminal, description };
  writeMessage(terminal.stderr, await exportGraph(result.subgraph(), format, options));
  return 0;
}
