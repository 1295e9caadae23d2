import { existsSync, readFileSync } from "node:fs";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { didYouMean } from "../diagnostics/nearest-names.ts";
import { printableLine } from "../diagnostics/printable-text.ts";
import { FORMATS } from "../output/formats.ts";
import type { Value } from "../values/value.ts";
import { addAnnotatingCommands } from "./annotating-commands.ts";
import { CommandFailure, type ExitCode, reportError } from "./command-failure.ts";
import { addImportCommand } from "./import-command.ts";
import { parseAssignment } from "./parameters.ts";
import { requireTexts } from "./require-texts.ts";
import type { Terminal } from "./terminal.ts";

const DATA = "annotation folders or files (default: the annotations that come with Hearsay)";
const GRAPH = ["--graph <folder>", "a graph that hearsay import saved, instead of annotations"] as const;
const ARTICLES = [
  "--articles <folder>",
  "the articles' texts, to show the words behind evidence (default: $HEARSAY_ARTICLES)",
] as const;

const EXAMPLES = `
Examples:
  $ hearsay
  $ hearsay query -c '("Xi")-[r:MEETS]-(p:Person) RETURN p.name, count(DISTINCT r.article) AS articles'
  $ hearsay query my-annotations/ -f questions.cypher --format json
  $ hearsay query -c 'MATCH (n) WHERE n.name STARTS WITH $start RETURN n.name' --param start=V
  $ hearsay query -c '("China")-[:SUPPLIES_WEAPONS_TO]->(x) RETURN x.name' --evidence
  $ hearsay export -c '("China")-[r]-("Russia")' -o china-russia.gexf
  $ hearsay view --open
  $ hearsay annotate texts/harbour.txt
  $ hearsay cite texts/harbour.txt "exact words"
  $ hearsay check my-annotations/ --articles texts/ --coverage
  $ hearsay import --nodes people.csv --relationships claims.csv -o graph/
  $ hearsay query --graph graph/ -c 'MATCH (n) RETURN count(n)'
`;

/** Where a query of the command line stands: exactly one of these. */
interface QuerySource {
  readonly query?: string;
  readonly file?: string;
}

/**
 * Runs what the user typed after `hearsay` and returns the exit code: 0, 1 for a fault in a query or in the
 * data, 2 for one in the command line itself. Commands are loaded when they are run, to make `--help` quick.
 */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = buildProgram(terminal, (code) => {
    exitCode = code;
  });
  try {
    refuseMisspeltCommand(args[0], program);
    await program.parseAsync([...args], { from: "user" });
    return exitCode;
  } catch (error) {
    // Commander has told the user already; help and version end in an "error" of exit code 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    return reportError(error, terminal);
  }
}

function buildProgram(terminal: Terminal, done: (exitCode: ExitCode) => void): Command {
  const program = new Command("hearsay")
    .description("A knowledge graph that remembers who said so: asks annotated news in openCypher.")
    .version(packageVersion(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help, or that of a command")
    .addHelpText("after", EXAMPLES)
    .showSuggestionAfterError()
    .showHelpAfterError("(hearsay --help shows what there is)")
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: (text) => terminal.stderr.write(text),
    })
    .exitOverride();

  program
    .command("repl", { isDefault: true })
    .description("ask questions at a prompt; statements piped in are run as well")
    .argument("[data...]", DATA)
    .option(...GRAPH)
    .option(...ARTICLES)
    .action(async (data: string[], { graph, articles }) => {
      const { runRepl } = await import("./commands/repl.ts");
      done(await runRepl({ data, graph, articles }, terminal));
    });

  withQueryOptions(program.command("query"))
    .description("run queries and print the rows of their results")
    .argument("[data...]", `${DATA}; - reads the query from standard input`)
    .addOption(
      new Option("--format <format>", "how rows are printed").choices(Object.keys(FORMATS)).default("table"),
    )
    .option("--evidence", "tell of each row who says what it rests on, and who says otherwise")
    .option(...ARTICLES)
    .action(async (data: string[], options) => {
      const { runQuery } = await import("./commands/query.ts");
      const { paths, source } = querySource(data, options);
      const from = { data: paths, graph: options.graph };
      const { format, evidence, articles } = options;
      const request = { from, source, format, parameters: options.param ?? {}, evidence, articles };
      done(await runQuery(request, terminal));
    });

  withQueryOptions(program.command("export"))
    .description(
      "write the nodes and relationships that a query's result rests on, as GEXF for Gephi and others",
    )
    .argument("[data...]", `${DATA}; - reads the query from standard input`)
    .requiredOption("-o, --output <file.gexf>", "the file to write; - for standard output")
    .addOption(
      new Option("--format <format>", "arrow writes a folder, which --graph takes")
        .choices(["gexf", "arrow"] as const)
        .default("gexf" as const),
    )
    .addOption(
      new Option("--gexf-version <version>", "1.2 is for readers that do not know 1.3, such as NetworkX 2")
        .choices(["1.3", "1.2"] as const)
        .default("1.3" as const),
    )
    .action(async (data: string[], options) => {
      const { runExport } = await import("./commands/export.ts");
      const { paths, source } = querySource(data, options);
      done(
        await runExport(
          {
            from: { data: paths, graph: options.graph },
            source,
            output: options.output,
            format: options.format,
            version: options.gexfVersion,
            parameters: options.param ?? {},
          },
          terminal,
        ),
      );
    });

  program
    .command("view")
    .description("show the graph in a browser: serves a page on 127.0.0.1, until Ctrl-C")
    .argument("[data...]", DATA)
    .option(...GRAPH)
    .option("-c, --query <query>", "show only what this query's result rests on")
    .option("--port <number>", "the port to serve at", portNumber)
    .option("--open", "open the page in a browser")
    .addOption(new Option("--html <file>", "write the page to a file instead").conflicts(["port", "open"]))
    .option(
      "--articles <folder>",
      "the articles' texts; the page then holds the words of each claim's passage",
    )
    .action(async (data: string[], { graph: folder, query, articles, ...options }) => {
      const { ArticleTexts } = await import("./article-texts.ts");
      const { graphPassages } = await import("./graph-passages.ts");
      const { loadViewedGraph } = await import("./viewed-graph.ts");
      const { runView } = await import("./commands/view.ts");
      await requireTexts(articles);
      const graph = await loadViewedGraph({ data, graph: folder }, query, terminal);
      const passages = articles && (await graphPassages(graph, new ArticleTexts(articles)));
      await runView(graph, { ...options, ...(passages && { passages }) }, terminal);
    });

  addImportCommand(program, { terminal, done });
  addAnnotatingCommands(program, { terminal, done, data: DATA });
  return program;
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

/** What is no command is a path of the prompt's data; one that does not exist may be a command with a slip. */
function refuseMisspeltCommand(word: string | undefined, program: Command): void {
  const names = program.commands.map((command) => command.name());
  if (word === undefined || word.startsWith("-") || [...names, "help"].includes(word) || existsSync(word))
    return;
  const hint = didYouMean(word, names);
  if (hint !== undefined) {
    throw new CommandFailure(
      `error: ${printableLine(word)} is no command, and no file or folder; ${hint}`,
      2,
    );
  }
}

/** `-` among the paths means standard input. Throws {@link CommandFailure} unless there is one query source. */
function querySource(data: readonly string[], { query, file }: QuerySource) {
  const paths = data.filter((path) => path !== "-");
  const fromStdin = paths.length < data.length || file === "-";
  const given = [query !== undefined, file !== undefined && file !== "-", fromStdin].filter(Boolean).length;
  if (given !== 1) {
    const problem = given === 0 ? "no query" : "more than one query";
    throw new CommandFailure(`error: ${problem}; give one with -c QUERY, -f FILE or - (standard input)`, 2);
  }
  if (query !== undefined) return { paths, source: { kind: "text", text: query } as const };
  if (fromStdin) return { paths, source: { kind: "stdin" } as const };
  return { paths, source: { kind: "file", path: file ?? "" } as const };
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new InvalidArgumentError("A port is a number from 0 to 65535.");
  return port;
}

/** From package.json, which lies two folders below both src/repl and dist/repl. */
function packageVersion(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
