import type { MultiDirectedGraph } from "../graph/graphology.ts";
import { labelsOf } from "../graph/read-attributes.ts";
import { counted } from "../output/counted.ts";
import { byId } from "./element.ts";
import type { Scene } from "./scene.ts";

/** Writes the title and the size of the graph into the page. */
export function describeGraph(graph: MultiDirectedGraph, scene: Scene, title: string | undefined): void {
  const claims = counted(graph.size, "claim");
  const articles = graph.filterNodes((_, attributes) => labelsOf(attributes).includes("Article")).length;
  const parts = [title, claims, articles > 0 && counted(articles, "article")];
  byId("subject").textContent = parts.filter(Boolean).join(" · ");
  const drawn = `${counted(scene.nodes.length, "node")}, ${claims}`;
  byId("canvas").setAttribute("aria-label", `Graph: ${drawn}. Use the search to choose a node.`);
  const empty = byId("empty");
  empty.hidden = scene.nodes.length > 0;
  empty.textContent =
    "There is nothing here yet. Annotate an article, or CREATE something with a query below.";
}
