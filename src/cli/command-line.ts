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
  HEARSAY_ARTICLES  folder of the articles' texts, for the words behind evidence
  HEARSAY_HISTORY   file of what was typed at the prompt (default: ~/.hearsay_history, or hearsay/history
                    below XDG_STATE_HOME); empty: nothing is kept
  HEARSAY_DEBUG     1 shows where in Hearsay's code an error arose
  NO_COLOR          no colours
`;

interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  /** Its arguments, as help lists them. */
  readonly usage: string;
  readonly load: () => Promise<CommandSetup>;
}

/**
 * The commands, in the order of the help; the first is what `hearsay` alone runs. A command's file is loaded when it
 * is run, so that `--help` stays quick.
 */
const COMMANDS: readonly [CommandEntry, ...CommandEntry[]] = [
  {
    name: "repl",
    usage: "[options] [data...]",
    summary: "ask questions at a prompt; statements piped in are run as well",
    load: async () => (await import("./commands/repl.ts")).setUpRepl,
  },
  {
    name: "query",
    usage: "[options] [data...]",
    summary: "run queries and print the rows of their results",
    load: async () => (await import("./commands/query.ts")).setUpQuery,
  },
  {
    name: "export",
    usage: "[options] [data...]",
    summary: "write the nodes and relationships that a query's result rests on, as GEXF for Gephi and others",
    load: async () => (await import("./commands/export.ts")).setUpExport,
  },
  {
    name: "view",
    usage: "[options] [data...]",
    summary: "show the graph in a browser: serves a page on 127.0.0.1, until Ctrl-C",
    load: async () => (await import("./commands/view.ts")).setUpView,
  },
  {
    name: "import",
    usage: "[options] [data...]",
    summary: "make a graph of CSV files or JSON lines, or of annotations, and save it for --graph",
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
    summary: "print the passage entry of words in an article's text, to paste into its annotation",
    load: async () => (await import("./commands/cite.ts")).setUpCite,
  },
  {
    name: "annotate",
    usage: "[options] <article.txt>",
    summary: "start an annotation file for an article's text; what is not given is asked for at a terminal",
    load: async () => (await import("./commands/annotate.ts")).setUpAnnotate,
  },
  {
    name: "fmt",
    usage: "[options] <files...>",
    summary: "bring annotation files into canonical form: order of keys, quotation marks, blank lines",
    load: async () => (await import("./commands/fmt.ts")).setUpFmt,
  },
];

/**
 * Runs what the user typed after `hearsay` and returns the exit code: 0, 1 for a fault in a query or in the
 * data, 2 for one in the command line itself.
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
    // Commander has told the user already; help and version end in an "error" of exit code 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    return reportError(error, terminal);
  }
}

/** How help lists a command: `query [options] [data...]`. */
function usageOf(name: string): string {
  return `${name} ${COMMANDS.find((entry) => entry.name === name)?.usage ?? "[command]"}`;
}

/** The command whose options are needed; none for the help or the version of the whole program. */
function chosenCommand(args: readonly string[]): CommandEntry | undefined {
  const words = args[0] === "help" ? args.slice(1) : args;
  const named = COMMANDS.find(({ name }) => name === words[0]);
  if (named !== undefined || args[0] === "help") return named;
  return /^(?:-h|--help|-V|--version)$/.test(args[0] ?? "") ? undefined : COMMANDS[0];
}

async function buildProgram(chosen: CommandEntry | undefined, host: CommandHost): Promise<Command> {
  const { stdout, stderr } = host.terminal;
  const program = new Command("hearsay")
    .description("A knowledge graph that remembers who said so: asks annotated news in openCypher.")
    .version(packageVersion(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help, or that of a command")
    .addHelpText("after", EXAMPLES + ENVIRONMENT)
    .configureHelp({
      subcommandTerm: (command) => usageOf(command.name()),
    })
    .showSuggestionAfterError()
    .showHelpAfterError("(hearsay --help shows what there is)")
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

/** What is no command is a path of the prompt's data; one that does not exist may be a command with a slip. */
function refuseMisspeltCommand(word: string | undefined): void {
  const names = COMMANDS.map(({ name }) => name);
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

/** From package.json, which lies two folders above both src/cli and dist/cli. */
function packageVersion(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
