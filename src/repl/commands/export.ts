import { Engine } from "../../engine.ts";
import type { GexfVersion } from "../../output/gexf.ts";
import type { Value } from "../../values/value.ts";
import { CommandFailure, type ExitCode } from "../command-failure.ts";
import { exportGexf } from "../export-gexf.ts";
import { loadData } from "../load-data.ts";
import { atItsPlace } from "../placed-statements.ts";
import { type QuerySource, readStatements } from "../query-source.ts";
import type { Terminal } from "../terminal.ts";

export interface ExportRequest {
  readonly data: readonly string[];
  readonly source: QuerySource;
  /** The file to write; `-` is standard output. */
  readonly output: string;
  readonly version?: GexfVersion | undefined;
  readonly parameters: Readonly<Record<string, Value>>;
}

/** `hearsay export`: writes the subgraph of the last statement's result. */
export async function runExport(request: ExportRequest, terminal: Terminal): Promise<ExitCode> {
  const statements = await readStatements(request.source, terminal);
  const { graph } = await loadData(request.data, terminal);
  const engine = new Engine(graph);
  const results = statements.map((statement) =>
    atItsPlace(statement, (text) => engine.run(text, request.parameters)),
  );
  const result = results.at(-1);
  if (result === undefined) throw new CommandFailure("there is no query");
  const description = statements.at(-1)?.text.trim();
  terminal.stderr.write(
    `${await exportGexf(result.subgraph(), request.output, { terminal, description, version: request.version })}\n`,
  );
  return 0;
}
