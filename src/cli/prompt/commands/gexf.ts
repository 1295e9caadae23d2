import { CommandFailure } from "../../command-failure.ts";
import { exportGexf } from "../../export-gexf.ts";
import type { PromptCommand } from "./prompt-command.ts";

export const gexf: PromptCommand = {
  name: "gexf",
  usage: ":gexf FILE",
  meaning: "write what the last result rests on as GEXF, for Gephi and others",
  async run(session, argument) {
    if (argument === "") throw new CommandFailure("a file is wanted, such as :gexf meetings.gexf");
    if (session.last === undefined) throw new CommandFailure("there is no result yet: run a query first");
    const { result, query } = session.last;
    session.say(
      await exportGexf(result.subgraph(), argument, { terminal: session.terminal, description: query }),
    );
  },
};
