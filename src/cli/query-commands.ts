/** The commands that run queries, query and export: their options. */
import { type Command, InvalidArgumentError, Option } from "commander";
import { FORMATS } from "../output/rows/formats.ts";
import type { Value } from "../values/value.ts";
import { CommandFailure } from "./command-failure.ts";
import type { CommandHost } from "./command-host.ts";
import { parseAssignment } from "./parameters.ts";
import type { QuerySource } from "./query-source.ts";
import { ARTICLES, DATA, GRAPH } from "./shared-options.ts";

const DATA_OR_STDIN = `${DATA}; - reads the query from standard input`;

export function addQueryCommand(program: Command, { terminal, done }: CommandHost): void {
  withQueryOptions(program.command("query"))
    .description("run queries and print the rows of their results")
    .argument("[data...]", DATA_OR_STDIN)
    .addOption(
      new Option(
        "--format <format>",
        "how rows are printed; json is a document for each query: take jsonl for several",
      )
        .choices(Object.keys(FORMATS))
        .default("table"),
    )
    .option("--evidence", "tell of each row who says what it rests on, and who says otherwise")
    .option(...ARTICLES)
    .action(async (data: string[], { graph, param = {}, format, evidence, articles, ...given }) => {
      const { runQuery } = await import("./commands/query.ts");
      const { paths, source } = querySource(data, given);
      const from = { data: paths, graph };
      done(await runQuery({ from, source, format, parameters: param, evidence, articles }, terminal));
    });
}

export function addExportCommand(program: Command, { terminal, done }: CommandHost): void {
  withQueryOptions(program.command("export"))
    .description(
      "write the nodes and relationships that a query's result rests on, as GEXF for Gephi and others",
    )
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
      const { runExport } = await import("./commands/export.ts");
      const { paths, source } = querySource(data, given);
      const from = { data: paths, graph };
      const request = { from, source, output, format, version: gexfVersion, parameters: param };
      done(await runExport(request, terminal));
    });
}

function withQueryOptions(command: Command): Command {
  return command
    .option(...GRAPH)
    .addOption(new Option("-c, --query <query>", "the query").conflicts("file"))
    .option("-f, --file <file>", "a file of queries, with ; between them")
    .option("-p, --param <name=value>", "a parameter: JSON, or else text; may be repeated", collectParameter);
}

function collectParameter(
  text: string,
  earlier: Readonly<Record<string, Value>> = {},
): Record<string, Value> {
  try {
    const [name, value] = parseAssignment(text);
    return { ...earlier, [name]: value };
  } catch (error) {
    if (error instanceof CommandFailure) throw new InvalidArgumentError(error.message);
    throw error;
  }
}

/** Where the options say that the query stands. */
interface GivenQuery {
  readonly query?: string;
  readonly file?: string;
}

/** `-` among the paths means standard input. Throws {@link CommandFailure} unless there is one query source. */
function querySource(
  data: readonly string[],
  { query, file }: GivenQuery,
): { readonly paths: readonly string[]; readonly source: QuerySource } {
  const paths = data.filter((path) => path !== "-");
  const fromStdin = paths.length < data.length || file === "-";
  const given = [query !== undefined, file !== undefined && file !== "-", fromStdin].filter(Boolean).length;
  if (given !== 1) {
    const problem = given === 0 ? "no query" : "more than one query";
    throw new CommandFailure(`error: ${problem}; give one with -c QUERY, -f FILE or - (standard input)`, 2);
  }
  if (query !== undefined) return { paths, source: { kind: "text", text: query } };
  if (fromStdin) return { paths, source: { kind: "stdin" } };
  return { paths, source: { kind: "file", path: file ?? "" } };
}
