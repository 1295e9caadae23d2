import { Option } from "commander";
import { Engine } from "../../engine.ts";
import type { Format } from "../../output/rows/formats.ts";
import { FORMATS } from "../../output/rows/formats.ts";
import type { Value } from "../../values/value.ts";
import { CommandFailure, type ExitCode } from "../command-failure.ts";
import type { CommandSetup } from "../command-host.ts";
import { type GraphSource, loadGraph } from "../load-graph.ts";
import { printEvidence, printJsonEvidence } from "../print-evidence.ts";
import { between, printResult, rowCountText } from "../print-result.ts";
import {
  DATA_OR_STDIN,
  type QuerySource,
  querySource,
  readStatements,
  withQueryOptions,
} from "../query-options.ts";
import { requireTexts } from "../require-texts.ts";
import { ARTICLES } from "../shared-options.ts";
import { withSourcePosition } from "../split-script.ts";
import type { Terminal } from "../terminal.ts";

export const setUpQuery: CommandSetup = (command, { terminal, done }) => {
  withQueryOptions(command)
    .argument("[data...]", DATA_OR_STDIN)
    .addOption(
      new Option(
        "--format <format>",
        "how rows are printed; json prints one document per query: use jsonl for several queries",
      )
        .choices(Object.keys(FORMATS))
        .default("table"),
    )
    .option("--evidence", "print the claims that support each row, and the claims against it")
    .option(...ARTICLES)
    .action(async (data: string[], { graph, param = {}, format, evidence, articles, ...given }) => {
      const { paths, source } = querySource(data, given);
      const from = { data: paths, graph };
      done(await runQuery({ from, source, format, parameters: param, evidence, articles }, terminal));
    });
};

export interface QueryRequest {
  readonly from: GraphSource;
  readonly source: QuerySource;
  readonly format: Format;
  readonly parameters: Readonly<Record<string, Value>>;
  /** Whether to print the evidence for each row. */
  readonly evidence?: boolean | undefined;
  /** Folder of the articles' texts. */
  readonly articles?: string | undefined;
}

/**
 * `hearsay query`: runs the statements one after another on one graph and prints each result.
 *
 * @throws the error of the first statement that fails
 */
async function runQuery(request: QueryRequest, terminal: Terminal): Promise<ExitCode> {
  const { evidence = false } = request;
  if (evidence && request.format !== "table" && request.format !== "json") {
    const message = `error: --evidence needs --format table or json, not ${request.format}`;
    throw new CommandFailure(message, 2);
  }
  const { articles } = request;
  await requireTexts(articles);
  const statements = await readStatements(request.source, terminal);
  const { graph } = await loadGraph(request.from, terminal);
  const engine = new Engine(graph);
  for (const [i, statement] of statements.entries()) {
    const start = performance.now();
    const result = withSourcePosition(statement, (text) =>
      engine.run(text, request.parameters, { evidence }),
    );
    const milliseconds = performance.now() - start;
    if (i > 0) terminal.stdout.write(between(request.format));
    if (evidence && request.format === "json")
      await printJsonEvidence(engine, result, { terminal, articles });
    else await printResult(result, request.format, terminal);
    if (request.format !== "table") continue;
    if (evidence && !result.isPlan) await printEvidence(engine, result, { terminal, articles });
    terminal.stderr.write(`${rowCountText(result, milliseconds)}\n`);
  }
  return 0;
}
