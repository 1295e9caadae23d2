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
        ":view works only in a terminal, because its page ends with the prompt; use hearsay view",
      );
    }
    const { startViewer } = await import("../../commands/view.ts");
    await session.closers.get("viewer")?.();
    const { engine, last } = session;
    // A page cannot draw a large graph: then it shows only the subgraph of the last result.
    const isSmall = isDrawable(engine);
    const graph = isSmall
      ? engine.graph
      : viewedGraph(engine, last?.result, "run a query with fewer, then :view");
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
