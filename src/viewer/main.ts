import { Engine } from "../engine.ts";
import { byId, element } from "./element.ts";
import { type PageHandle, startPage } from "./page.ts";
import { readSceneData, type SceneData } from "./scene-data.ts";

declare global {
  interface Window {
    hearsay?: PageHandle;
  }
}

/** The data that `hearsay view` wrote into the page; empty if there is none. */
function embeddedData(): Partial<SceneData> {
  const json = byId("hearsay-data").textContent ?? "";
  return json.trim() === "" ? {} : readSceneData(json);
}

try {
  const { graph, ...start } = embeddedData();
  if (start.title !== undefined) document.title = `${start.title} – Hearsay`;
  window.hearsay = startPage(new Engine(graph), start);
} catch (error) {
  console.error(error);
  const message = error instanceof Error ? error.message : String(error);
  document.body.append(
    element("p", { class: "fatal", attributes: { role: "alert" } }, `The page could not start: ${message}`),
  );
}
