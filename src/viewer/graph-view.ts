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

/** Everything that the page derives from the graph, and rebuilds when the graph has changed. */
export interface GraphView {
  /** The version of the graph that it was made from. */
  readonly version: number;
  readonly index: SceneIndex;
  readonly drawn: DrawnGraph;
  readonly layout: Layout;
  readonly panel: ClaimsPanel;
  readonly search: NameSearch;
}

export interface GraphViewOptions {
  /** Handlers for the panel, and for the start and the stop of the layout. */
  readonly events: PanelEvents & { layoutChanged(running: boolean): void };
  readonly passages?: PassageTexts | undefined;
  /** The previous drawing; its nodes keep their positions. */
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

/** Whether the graph has changed since the view was made. */
export function isStale({ version }: GraphView, { graph }: Engine): boolean {
  return version !== changesOf(graph).version;
}
