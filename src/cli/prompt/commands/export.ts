import { CommandFailure } from "../../command-failure.ts";
import { chooseGraphFormat, exportGraph } from "../../graph-formats.ts";
import type { PromptCommand } from "./prompt-command.ts";

/** Named `exportCommand` as `export` is a reserved word. */
export const exportCommand: PromptCommand = {
  name: "export",
  aliases: ["gexf"],
  usage: ":export FILE",
  meaning: "write the subgraph of the last result: FILE.gexf for Gephi and other tools, FOLDER/ as Arrow",
  async run(session, output) {
    if (output === "") throw new CommandFailure("missing file name; type for example :export meetings.gexf");
    if (session.last === undefined) throw new CommandFailure("there is no result yet: run a query first");
    const { result, query } = session.last;
    const format = chooseGraphFormat({ output });
    const options = { output, terminal: session.terminal, description: query };
    session.say(await exportGraph(result.subgraph(), format, options));
  },
};
