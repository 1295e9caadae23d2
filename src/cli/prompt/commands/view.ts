import { CommandFailure } from "../../command-failure.ts";
import { graphPassages } from "../../view/graph-passages.ts";
import { isDrawable, viewedGraph } from "../../view/viewed-graph.ts";
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
    const { startViewer } = await import("../../commands/view.ts");
    await session.closers.get("viewer")?.();
    const { engine, last } = session;
    // A page draws no large graph: of one it shows what the last result rests on.
    const isSmall = isDrawable(engine);
    const graph = isSmall ? engine.graph : viewedGraph(engine, last?.result, "by running one");
    const passages = session.texts && (await graphPassages(graph, session.texts));
    const viewer = await startViewer(graph, {
      open: true,
      query: isSmall ? last?.query : undefined,
      passages,
    });
    session.closers.set("viewer", () => viewer.close());
    session.say(`${viewer.url}${viewer.opened ? "" : " (open this address in a browser)"}`);
  },
};
