import { existsSync, readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { didYouMean } from "../diagnostics/nearest-names.ts";
import { printableLine, printableText } from "../diagnostics/printable-text.ts";
import { CommandFailure, type ExitCode, reportError } from "./command-failure.ts";
import type { CommandHost, CommandSetup } from "./command-host.ts";
import type { Terminal } from "./terminal.ts";

const EXAMPLES = `
Examples:
  $ hearsay
  $ hearsay query -c '("Xi")-[r:MEETS]-(p:Person) RETURN p.name, count(DISTINCT r.article) AS articles'
  $ hearsay query my-annotations/ -f questions.cypher --format jsonl
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

const ENVIRONMENT = `
Environment:
  HEARSAY_ARTICLES  folder of the articles' texts, to quote the words of each claim
  HEARSAY_HISTORY   file for the prompt's history (default: ~/.hearsay_history, or hearsay/history
                    in XDG_STATE_HOME); empty: no history
  HEARSAY_DEBUG     1 shows where in Hearsay's code an error occurred
  NO_COLOR          any value turns colours off
`;

interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  /** Its arguments, as printed in help. */
  readonly usage: string;
  readonly load: () => Promise<CommandSetup>;
}

/**
 * The commands, in help order; `hearsay` without a command runs the first. A command's module is loaded only when
 * it is needed, so that `--help` stays fast.
 */
const COMMANDS: readonly [CommandEntry, ...CommandEntry[]] = [
  {
    name: "repl",
    usage: "[options] [data...]",
    summary: "ask questions at a prompt, or run statements from a pipe",
    load: async () => (await import("./commands/repl.ts")).setUpRepl,
  },
  {
    name: "query",
    usage: "[options] [data...]",
    summary: "run queries and print their rows",
    load: async () => (await import("./commands/query.ts")).setUpQuery,
  },
  {
    name: "export",
    usage: "[options] [data...]",
    summary:
      "write the nodes and relationships that support a query's result, as GEXF for Gephi and other tools",
    load: async () => (await import("./commands/export.ts")).setUpExport,
  },
  {
    name: "view",
    usage: "[options] [data...]",
    summary: "show the graph in a browser: serves a page on 127.0.0.1 until Ctrl-C",
    load: async () => (await import("./commands/view.ts")).setUpView,
  },
  {
    name: "import",
    usage: "[options] [data...]",
    summary: "make a graph from CSV files, JSON lines or annotations, and save it for --graph",
    load: async () => (await import("./commands/import.ts")).setUpImport,
  },
  {
    name: "check",
    usage: "[options] [data...]",
    summary: "report every fault in annotations; with --articles, verify each passage against the texts",
    load: async () => (await import("./commands/check.ts")).setUpCheck,
  },
  {
    name: "cite",
    usage: "[options] <article.txt> <words...>",
    summary: "find words in an article's text and print their passage entry, to paste into its annotation",
    load: async () => (await import("./commands/cite.ts")).setUpCite,
  },
  {
    name: "annotate",
    usage: "[options] <article.txt>",
    summary: "start an annotation file for an article's text; in a terminal, asks for missing details",
    load: async () => (await import("./commands/annotate.ts")).setUpAnnotate,
  },
  {
    name: "fmt",
    usage: "[options] <files...>",
    summary: "rewrite annotation files in canonical form: order of keys, quotation marks, blank lines",
    load: async () => (await import("./commands/fmt.ts")).setUpFmt,
  },
];

/**
 * Runs the arguments that follow `hearsay` and returns the exit code: 0, or 1 for a fault in a query or in the
 * data, or 2 for a fault in the command line.
 */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const done = (code: ExitCode) => {
    exitCode = code;
  };
  try {
    refuseMisspeltCommand(args[0]);
    const program = await buildProgram(chosenCommand(args), { terminal, done });
    await program.parseAsync([...args], { from: "user" });
    return exitCode;
  } catch (error) {
    // Commander has already printed its message; help and version end in an "error" of exit code 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    return reportError(error, terminal);
  }
}

/** How help lists a command: `query [options] [data...]`. */
function usageOf(name: string): string {
  return `${name} ${COMMANDS.find((entry) => entry.name === name)?.usage ?? "[command]"}`;
}

/** The command whose options are needed; `undefined` for the help or version of the whole program. */
function chosenCommand(args: readonly string[]): CommandEntry | undefined {
  const words = args[0] === "help" ? args.slice(1) : args;
  const named = COMMANDS.find(({ name }) => name === words[0]);
  if (named !== undefined || args[0] === "help") return named;
  return /^(?:-h|--help|-V|--version)$/.test(args[0] ?? "") ? undefined : COMMANDS[0];
}

async function buildProgram(chosen: CommandEntry | undefined, host: CommandHost): Promise<Command> {
  const { stdout, stderr } = host.terminal;
  const program = new Command("hearsay")
    .description("A knowledge graph that remembers who said so: query annotated news in openCypher.")
    .version(packageVersion(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .addHelpText("after", EXAMPLES + ENVIRONMENT)
    .configureHelp({
      subcommandTerm: (command) => usageOf(command.name()),
    })
    .showSuggestionAfterError()
    .showHelpAfterError("(see hearsay --help)")
    .configureOutput({
      // Commander quotes arguments as they are.
      writeOut: (text) => stdout.write(printableText(text)),
      writeErr: (text) => stderr.write(printableText(text)),
    })
    .exitOverride();

  for (const entry of COMMANDS) {
    const command = program.command(entry.name, { isDefault: entry === COMMANDS[0] });
    command.description(entry.summary);
    if (entry === chosen) (await entry.load())(command, host);
  }
  return program;
}

/**
 * A first word that is not a command is a data path for the prompt. If that path does not exist, the word may be a
 * misspelt command.
 *
 * @throws {@link CommandFailure} with the nearest commands, if there are any
 */
function refuseMisspeltCommand(word: string | undefined): void {
  const names = COMMANDS.map(({ name }) => name);
  if (word === undefined || word.startsWith("-") || [...names, "help"].includes(word) || existsSync(word))
    return;
  const hint = didYouMean(word, names);
  if (hint !== undefined) {
    throw new CommandFailure(
      `error: ${printableLine(word)} is not a command, a file or a folder; ${hint}`,
      2,
    );
  }
}

/** From package.json, two folders above this file, in src/cli as in dist/cli. */
function packageVersion(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
