import type { Engine } from "../engine.ts";
import { changesOf } from "../graph/graph-changes.ts";
import type { PassageTexts } from "../output/evidence/passage-text.ts";
import { type ClaimsPanel, claimsPanel, type PanelEvents } from "./claims-panel.ts";
import type { DrawnGraph } from "./drawn-graph.ts";
import { createLayout, type Layout } from "./layout-worker.ts";
import { makeDrawnGraph } from "./make-drawn-graph.ts";
import { sceneOf } from "./scene.ts";
import { type NameSearch, nameSearch } from "./search-names.ts";
import { indexScene, type SceneIndex } from "./view-state.ts";

/** What the page makes from the graph, and makes anew when that has changed. */
export interface GraphView {
  /** The graph's version then. */
  readonly version: number;
  readonly index: SceneIndex;
  readonly drawn: DrawnGraph;
  readonly layout: Layout;
  readonly panel: ClaimsPanel;
  readonly search: NameSearch;
}

export interface GraphViewOptions {
  /** What the panel does, and what happens when the layout starts and when it stops. */
  readonly events: PanelEvents & { layoutChanged(running: boolean): void };
  readonly passages?: PassageTexts | undefined;
  /** The drawing before, from which nodes keep their places. */
  readonly before?: DrawnGraph | undefined;
}

export function graphView(engine: Engine, { events, passages, before }: GraphViewOptions): GraphView {
  const { graph } = engine;
  const reader = engine.claims();
  const scene = sceneOf(graph, reader.contested());
  const drawn = makeDrawnGraph(scene, before);
  return {
    version: changesOf(graph).version,
    index: indexScene(scene),
    drawn,
    layout: createLayout(drawn, events.layoutChanged),
    panel: claimsPanel({ graph, scene, reader, passages }, events),
    search: nameSearch(scene.nodes),
  };
}

/** Whether the graph has changed since. */
export function isStale({ version }: GraphView, { graph }: Engine): boolean {
  return version !== changesOf(graph).version;
}
