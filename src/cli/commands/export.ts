import { Option } from "commander";
import { Engine } from "../../engine.ts";
import { saveGraph } from "../../files/save-graph.ts";
import { columnsOfGraph } from "../../graph/columns-of-graph.ts";
import type { GexfVersion } from "../../output/graph/gexf.ts";
import type { Value } from "../../values/value.ts";
import { CommandFailure, type ExitCode } from "../command-failure.ts";
import type { CommandSetup } from "../command-host.ts";
import { exportGexf } from "../export-gexf.ts";
import { type GraphSource, graphSize, loadGraph } from "../load-graph.ts";
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
      "the file to write, - for standard output; the folder, as arrow",
    )
    .addOption(
      new Option("--format <format>", "arrow writes a folder, which --graph takes")
        .choices(["gexf", "arrow"] as const)
        .default("gexf" as const),
    )
    .addOption(
      new Option(
        "--gexf-version <version>",
        "default: 1.3; 1.2 is for readers that do not know it, such as NetworkX 2",
      ).choices(["1.3", "1.2"] as const),
    )
    .action(async (data: string[], { graph, param = {}, output, format, gexfVersion, ...given }) => {
      const { paths, source } = querySource(data, given);
      const from = { data: paths, graph };
      const request = { from, source, output, format, version: gexfVersion, parameters: param };
      done(await runExport(request, terminal));
    });
};

export interface ExportRequest {
  readonly from: GraphSource;
  readonly source: QuerySource;
  /** The file to write; `-` is standard output. As Arrow it is a folder. */
  readonly output: string;
  readonly format: "gexf" | "arrow";
  /** Absent: the usual one. */
  readonly version?: GexfVersion | undefined;
  readonly parameters: Readonly<Record<string, Value>>;
}

/** `hearsay export`: writes the subgraph of the last statement's result. */
async function runExport(request: ExportRequest, terminal: Terminal): Promise<ExitCode> {
  refuseForArrow(request);
  const statements = await readStatements(request.source, terminal);
  const { graph } = await loadGraph(request.from, terminal);
  const engine = new Engine(graph);
  const results = statements.map((statement) =>
    withSourcePosition(statement, (text) => engine.run(text, request.parameters)),
  );
  const result = results.at(-1);
  if (result === undefined) throw new CommandFailure("there is no query");
  if (request.format === "arrow") {
    const columns = columnsOfGraph(result.subgraph());
    await saveGraph(columns, request.output);
    writeMessage(terminal.stderr, `${request.output}: ${graphSize(columns)}`);
    return 0;
  }
  const description = statements.at(-1)?.text.trim();
  writeMessage(
    terminal.stderr,
    await exportGexf(result.subgraph(), request.output, { terminal, description, version: request.version }),
  );
  return 0;
}

/** Throws {@link CommandFailure} where Arrow is asked for with what only GEXF can be. */
function refuseForArrow({ format, output, version }: ExportRequest): void {
  if (format !== "arrow") return;
  if (output === "-") {
    throw new CommandFailure("error: as arrow a graph is a folder of files; give one with -o FOLDER", 2);
  }
  if (version !== undefined) throw new CommandFailure("error: --gexf-version is of no use with arrow", 2);
}
