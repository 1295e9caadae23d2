import { Engine } from "../engine.ts";
import { counted } from "../output/counted.ts";
import { readSceneData, type SceneData } from "../output/scene-data.ts";
import { byId, element } from "./element.ts";
import { type PageHandle, startPage } from "./page.ts";

declare global {
  interface Window {
    hearsay?: PageHandle;
  }
}

/** The graph that `hearsay view` wrote into the page; an empty one where it wrote none. */
function embeddedData(): Partial<SceneData> {
  const json = byId("hearsay-data").textContent ?? "";
  return json.trim() === "" ? {} : readSceneData(json);
}

try {
  const { graph, title, query, passages } = embeddedData();
  const engine = new Engine(graph);
  const articles = engine.graph.filterNodes(
    (_, { labels }) => Array.isArray(labels) && labels.includes("Article"),
  );
  byId("subject").textContent = [
    title,
    counted(engine.graph.size, "claim"),
    articles.length > 0 && counted(articles.length, "article"),
  ]
    .filter(Boolean)
    .join(" · ");
  if (title !== undefined) document.title = `${title} – Hearsay`;
  window.hearsay = startPage(engine, { query, passages });
} catch (error) {
  console.error(error);
  const message = error instanceof Error ? error.message : String(error);
  document.body.append(
    element("p", { class: "fatal", attributes: { role: "alert" } }, `The page could not start: ${message}`),
  );
}
