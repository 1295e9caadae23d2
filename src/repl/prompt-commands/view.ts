import { CommandFailure } from "../command-failure.ts";
import type { PromptCommand } from "./prompt-command.ts";

export const view: PromptCommand = {
  name: "view",
  usage: ":view",
  meaning: "show the graph in a browser, with the last result highlighted",
  async run(session) {
    if (!session.interactive) {
      throw new CommandFailure(
        ":view ends with the prompt, so it is of use in a terminal only; see hearsay view",
      );
    }
    const { startViewer } = await import("../commands/view.ts");
    await session.closers.get("viewer")?.();
    const viewer = await startViewer(session.engine.graph, { open: true, query: session.last?.query });
    session.closers.set("viewer", () => viewer.close());
    session.say(`${viewer.url}${viewer.opened ? "" : " (open this address in a browser)"}`);
  },
};
