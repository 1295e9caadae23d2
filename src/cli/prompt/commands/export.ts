import { CommandFailure } from "../../command-failure.ts";
import { chooseGraphFormat, exportGraph, type GraphFormatName } from "../../graph-formats.ts";
import type { PromptSession } from "../prompt-session.ts";
import type { PromptCommand } from "./prompt-command.ts";

/** Not named `export`, which is a reserved word. */
export const exportCommand: PromptCommand = {
  name: "export",
  usage: ":export FILE",
  meaning: "write the subgraph of the last result: FILE.gexf for Gephi and other tools, FOLDER/ as Arrow",
  run: (session, output) => exportLast(session, output),
};

export const gexf: PromptCommand = {
  name: "gexf",
  usage: ":gexf FILE",
  meaning: "the same as GEXF, whatever the file's extension",
  run: (session, output) => exportLast(session, output, "gexf"),
};

/** @param given omitted: the format of the file's extension */
async function exportLast(session: PromptSession, output: string, given?: GraphFormatName): Promise<void> {
  if (output === "") throw new CommandFailure("missing file name; type for example :export meetings.gexf");
  if (session.last === undefined) throw new CommandFailure("there is no result yet: run a query first");
  const { result, query } = session.last;
  const format = chooseGraphFormat({ output }, given);
  const options = { output, terminal: session.terminal, description: query };
  session.say(await exportGraph(result.subgraph(), format, options));
}
