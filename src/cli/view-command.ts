/** `hearsay view`: its options. */
import { type Command, InvalidArgumentError, Option } from "commander";
import type { CommandHost } from "./command-host.ts";
import { DATA, GRAPH } from "./shared-options.ts";

export function addViewCommand(program: Command, { terminal, done }: CommandHost): void {
  program
    .command("view")
    .description("show the graph in a browser: serves a page on 127.0.0.1, until Ctrl-C")
    .argument("[data...]", DATA)
    .option(...GRAPH)
    .option("-c, --query <query>", "show only what this query's result rests on")
    .option("--port <number>", "the port to serve at", portNumber)
    .option("--open", "open the page in a browser")
    .addOption(new Option("--html <file>", "write the page to a file instead").conflicts(["port", "open"]))
    .option("--title <text>", "what the page is called")
    .option(
      "--articles <folder>",
      "the articles' texts; the page then holds the words of each claim's passage",
    )
    .action(async (data: string[], { graph, ...options }) => {
      const { runView } = await import("./commands/view.ts");
      done(await runView({ from: { data, graph }, ...options }, terminal));
    });
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new InvalidArgumentError("A port is a number from 0 to 65535.");
  return port;
}
