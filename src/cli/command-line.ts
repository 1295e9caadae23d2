import { existsSync, readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { didYouMean } from "../diagnostics/nearest-names.ts";
import { printableLine, printableText } from "../diagnostics/printable-text.ts";
import { addAnnotatingCommands } from "./annotating-commands.ts";
import { CommandFailure, type ExitCode, reportError } from "./command-failure.ts";
import type { CommandHost } from "./command-host.ts";
import { addImportCommand } from "./import-command.ts";
import { addExportCommand, addQueryCommand } from "./query-commands.ts";
import { addReplCommand } from "./repl-command.ts";
import type { Terminal } from "./terminal.ts";
import { addViewCommand } from "./view-command.ts";

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

/**
 * Runs what the user typed after `hearsay` and returns the exit code: 0, 1 for a fault in a query or in the
 * data, 2 for one in the command line itself. Commands are loaded when they are run, to make `--help` quick.
 */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const done = (code: ExitCode) => {
    exitCode = code;
  };
  const program = buildProgram({ terminal, done });
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

function buildProgram(host: CommandHost): Command {
  const { stdout, stderr } = host.terminal;
  const program = new Command("hearsay")
    .description("A knowledge graph that remembers who said so: asks annotated news in openCypher.")
    .version(packageVersion(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help, or that of a command")
    .addHelpText("after", EXAMPLES + ENVIRONMENT)
    .showSuggestionAfterError()
    .showHelpAfterError("(hearsay --help shows what there is)")
    .configureOutput({
      // Commander quotes arguments as they are.
      writeOut: (text) => stdout.write(printableText(text)),
      writeErr: (text) => stderr.write(printableText(text)),
    })
    .exitOverride();

  // In the order of the help.
  addReplCommand(program, host);
  addQueryCommand(program, host);
  addExportCommand(program, host);
  addViewCommand(program, host);
  addImportCommand(program, host);
  addAnnotatingCommands(program, host);
  return program;
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

/** From package.json, which lies two folders below both src/repl and dist/repl. */
function packageVersion(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
