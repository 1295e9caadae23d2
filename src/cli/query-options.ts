/** Options of the commands that run queries, and the reading of their statements. */
import { type Command, InvalidArgumentError, Option } from "commander";
import type { Value } from "../values/value.ts";
import { CommandFailure } from "./command-failure.ts";
import { parseAssignment } from "./parameters.ts";
import { readQueryFile, readQueryStream } from "./read-query.ts";
import { DATA, GRAPH } from "./shared-options.ts";
import { type ScriptStatement, splitScript } from "./split-script.ts";
import type { Terminal } from "./terminal.ts";

export const DATA_OR_STDIN = `${DATA}; - reads the query from standard input`;

export function withQueryOptions(command: Command): Command {
  return command
    .option(...GRAPH)
    .addOption(new Option("-c, --query <query>", "the query").conflicts("file"))
    .option("-f, --file <file>", "a file of queries, separated by ;")
    .option(
      "-p, --param <name=value>",
      "a parameter; its value is JSON or text; may be repeated",
      collectParameter,
    );
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

/** The source of the query. */
export type QuerySource =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "stdin" };

/** Options that give a query source. */
interface GivenQuery {
  readonly query?: string;
  readonly file?: string;
}

/**
 * The query source, and the remaining paths; `-` among the paths means standard input.
 *
 * @throws {@link CommandFailure} unless there is exactly one query source
 */
export function querySource(
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

/**
 * The statements in `source`.
 *
 * @throws {@link CommandFailure} if there are none, or the source cannot be read
 */
export async function readStatements(source: QuerySource, terminal: Terminal): Promise<ScriptStatement[]> {
  const statements = splitScript(await readText(source, terminal));
  if (statements.length === 0) throw new CommandFailure(`${sourceName(source)}: it contains no query`);
  return statements;
}

function readText(source: QuerySource, { stdin }: Terminal): Promise<string> | string {
  if (source.kind === "text") return source.text;
  return source.kind === "file" ? readQueryFile(source.path) : readQueryStream(stdin);
}

function sourceName(source: QuerySource): string {
  if (source.kind === "text") return "-c";
  return source.kind === "file" ? source.path : "standard input";
}
