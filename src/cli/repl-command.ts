/** `hearsay repl`, which is what `hearsay` alone runs: its options. */
import type { Command } from "commander";
import type { CommandHost } from "./command-host.ts";
import { ARTICLES, DATA, GRAPH } from "./shared-options.ts";

export function addReplCommand(program: Command, { terminal, done }: CommandHost): void {
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
}
