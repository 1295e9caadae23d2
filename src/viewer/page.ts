/**
 * The page for one engine: the scene of its graph, drawn, and around it what tells of it. Every part changes
 * the view through the store and is told of each change there; none knows another. When a query has changed the
 * graph, the scene and what is made from it are made anew, and the nodes keep their places.
 */
import type { Engine } from "../engine.ts";
import { changesOf } from "../graph/graph-changes.ts";
import type { MultiDirectedGraph } from "../graph/graphology.ts";
import { labelsOf } from "../graph/read-attributes.ts";
import { counted } from "../output/counted.ts";
import { sceneOf } from "../output/scene.ts";
import type { SceneData } from "../output/scene-data.ts";
import { claimsPanel } from "./claims-panel.ts";
import type { DrawnGraph } from "./drawn-graph.ts";
import { byId } from "./element.ts";
import { exampleQueries } from "./example-queries.ts";
import { createLayout, type Layout } from "./layout-worker.ts";
import { legend } from "./legend.ts";
import { makeDrawnGraph } from "./make-drawn-graph.ts";
import { prefersStillness } from "./prefers-stillness.ts";
import { queryBox } from "./query-box.ts";
import { createRenderer, type Renderer } from "./renderer.ts";
import { searchBox } from "./search-box.ts";
import { nameSearch } from "./search-names.ts";
import { stageTools } from "./stage-tools.ts";
import {
  createStore,
  type Highlight,
  indexScene,
  type SceneIndex,
  type Store,
  type Target,
} from "./view-state.ts";

/** How long a query may run in the page, in milliseconds: the page stands still meanwhile. */
const QUERY_TIMEOUT = 15_000;

/** Less of the panel's height (CSS pixels) does not show what it tells of. */
const PANEL_HEAD = 90;

/** What `window.hearsay` gives to tests, and to the curious in the browser's console. */
export interface PageHandle {
  readonly engine: Engine;
  readonly store: Store;
  readonly renderer: Renderer;
  /** How many nodes and bundles are drawn. */
  sceneSize(): { readonly nodes: number; readonly bundles: number };
  /** The key of the bundle that holds this relationship. */
  bundleOf(claim: string): string | undefined;
  /** Whether the layout and the camera rest. */
  isSettled(): boolean;
}

/** What is made from the graph, and made anew when it has changed. */
interface View {
  /** The graph's version then. */
  readonly version: number;
  readonly index: SceneIndex;
  readonly drawn: DrawnGraph;
  readonly layout: Layout;
  readonly panel: ReturnType<typeof claimsPanel>;
  readonly search: ReturnType<typeof nameSearch>;
}

/** What a page is opened with beside its graph. */
export type PageStart = Pick<SceneData, "title" | "query" | "passages">;

export function startPage(
  engine: Engine,
  { title, query: firstQuery, passages }: PageStart = {},
): PageHandle {
  const store = createStore();
  const changes = changesOf(engine.graph);
  const tools = stageTools({
    zoom: (factor) => renderer.zoom(factor),
    fit: () => renderer.fly([]),
    toggleLayout: () => (view.layout.running ? view.layout.stop() : view.layout.start()),
  });

  function viewOf(before?: DrawnGraph): View {
    const reader = engine.claims();
    const scene = sceneOf(engine.graph, reader.contested());
    const drawn = makeDrawnGraph(scene, before);
    return {
      version: changes.version,
      index: indexScene(scene),
      drawn,
      layout: createLayout(drawn, (running) => {
        tools.showLayout(running);
        if (!running) land();
      }),
      panel: claimsPanel({ graph: engine.graph, scene, reader, passages }, { select, showAnswer, clear }),
      search: nameSearch(scene.nodes),
    };
  }

  function select(target: Target | undefined): void {
    store.update({ selected: target, hovered: undefined });
    if (target?.kind === "node" && view.index.nodes.has(target.key))
      fly(withNeighbours(view.index, target.key));
  }

  /** A flight to nodes that still move would miss them, so the layout ends first. */
  function fly(keys: readonly string[], patiently = false): void {
    flight = keys;
    if (!view.layout.running) land();
    else if (!patiently) view.layout.stop();
  }

  function land(): void {
    if (flight) renderer.fly(flight);
    else renderer.keepWhole();
    flight = undefined;
  }

  function showAnswer(): void {
    store.update({ row: undefined, selected: undefined, hovered: undefined });
    query.leaveRow();
  }

  function clear(): void {
    query.reset();
    store.update({ highlight: undefined, row: undefined, selected: undefined });
  }

  function renew(): void {
    view.layout.end();
    view = viewOf(view.drawn);
    store.update({ selected: undefined, hovered: undefined, highlight: undefined, row: undefined });
    renderer.show(view.index, view.drawn);
    describe();
    if (!prefersStillness()) view.layout.start();
  }

  function describe(): void {
    const { scene } = view.index;
    const text = `${counted(scene.nodes.length, "node")}, ${counted(engine.graph.size, "claim")}`;
    byId("subject").textContent = subjectOf(engine.graph, title);
    byId("canvas").setAttribute("aria-label", `Graph: ${text}. Use the search to choose a node.`);
    byId("legend").replaceChildren(legend(scene, store));
    const empty = byId("empty");
    empty.hidden = scene.nodes.length > 0;
    empty.textContent =
      "There is nothing here yet. Annotate an article, or CREATE something with a query below.";
    showPanel();
  }

  function showPanel(): void {
    const panel = byId("panel");
    const hadFocus = panel.contains(document.activeElement);
    panel.replaceChildren(view.panel.content(store.state));
    panel.scrollTop = 0;
    // The element that had it is gone: without this, the keyboard would start again at the top of the page.
    if (hadFocus) panel.focus({ preventScroll: true });
    byId("status").textContent = panel.querySelector("h2")?.textContent ?? "";
  }

  let flight: readonly string[] | undefined;
  let isFirstAnswer = firstQuery !== undefined;
  let view = viewOf();
  const renderer = createRenderer(byId("canvas"), view.index, view.drawn, {
    hover(target) {
      const { hovered } = store.state;
      if (hovered?.key !== target?.key) store.update({ hovered: target });
    },
    click: (target) => store.update({ selected: target }),
    covered,
    overlays,
  });

  const query = queryBox(exampleQueries(view.index.scene, view.panel.speakers), {
    run: (text) => engine.run(text, {}, { timeout: QUERY_TIMEOUT, evidence: true }),
    answered(result) {
      if (view.version !== changes.version) renew();
      const restsOn = result.subgraph();
      const isEmpty = restsOn.order === 0;
      const highlight = isEmpty ? undefined : highlightOf(restsOn.nodes(), restsOn.edges(), view.index);
      store.update({ highlight, row: undefined, selected: undefined, hovered: undefined });
      if (highlight) fly([...highlight.nodes], isFirstAnswer);
      isFirstAnswer = false;
      return highlight !== undefined;
    },
    rowChosen(result, row) {
      const { nodes, relationships } = result.evidence(row);
      const keys = (entities: readonly { readonly id: string }[]) => entities.map(({ id }) => id);
      const highlight = highlightOf(keys(nodes), keys(relationships), view.index);
      store.update({ row: { ...highlight, row }, selected: undefined, hovered: undefined });
      if (highlight.nodes.size > 0) fly([...highlight.nodes]);
    },
    cleared: () => store.update({ highlight: undefined, row: undefined }),
    values: {
      node: (key) => select({ kind: "node", key }),
      claim(key) {
        const bundle = view.index.scene.bundleOfClaim.get(key);
        if (bundle !== undefined) select({ kind: "bundle", key: bundle });
      },
    },
  });

  store.watch((state, before) => {
    renderer.update(state);
    const { selected, highlight, row } = before;
    if (state.selected === selected && state.highlight === highlight && state.row === row) return;
    showPanel();
    if (state.selected ?? state.row) bringIntoView(byId("panel"));
  });
  byId("tools").append(...tools.buttons);
  byId("query").append(query.element);
  byId("search").append(
    searchBox(
      () => view.search,
      (node) => select({ kind: "node", key: node.key }),
    ),
  );
  document.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    if (store.state.selected) select(undefined);
    else if (store.state.row) showAnswer();
    else clear();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => renderer.restyle());
  describe();
  tools.showLayout(false);
  renderer.keepWhole();
  if (!prefersStillness()) view.layout.start();
  if (firstQuery !== undefined) void query.ask(firstQuery);

  return {
    engine,
    store,
    renderer,
    sceneSize: () => ({ nodes: view.index.scene.nodes.length, bundles: view.index.scene.bundles.length }),
    bundleOf: (claim) => view.index.scene.bundleOfClaim.get(claim),
    isSettled: () => !view.layout.running && !renderer.animated,
  };
}

/** What the graph is called, and how much it holds. */
function subjectOf(graph: MultiDirectedGraph, title: string | undefined): string {
  const articles = graph.filterNodes((_, attributes) => labelsOf(attributes).includes("Article")).length;
  const parts = [title, counted(graph.size, "claim"), articles > 0 && counted(articles, "article")];
  return parts.filter(Boolean).join(" · ");
}

/** A node's key, and those of its neighbours. */
function withNeighbours({ bundlesOfNode }: SceneIndex, key: string): string[] {
  return [key, ...(bundlesOfNode.get(key) ?? []).flatMap(({ source, target }) => [source, target])];
}

/** In a narrow window the panel stands screens above a row that is asked about, or below. */
function bringIntoView(panel: HTMLElement): void {
  const { top } = panel.getBoundingClientRect();
  if (top < 0 || top > innerHeight - PANEL_HEAD) panel.scrollIntoView();
}

/** How much of the drawing the legend and the tools cover, with a margin for names. */
function covered() {
  const canvas = byId("canvas").getBoundingClientRect();
  const legend = byId("legend").getBoundingClientRect();
  // In a narrow window the legend is a row at the bottom.
  const isColumn = legend.top < canvas.top + canvas.height / 2;
  return {
    left: isColumn ? legend.right - canvas.left + 28 : 28,
    right: 64,
    top: isColumn ? 28 : 56,
    bottom: isColumn ? 56 : canvas.bottom - legend.top + 20,
  };
}

/** Where the legend and the tools lie on the drawing. */
function overlays() {
  const canvas = byId("canvas").getBoundingClientRect();
  return ["legend", "tools"].map((id) => {
    const { left, right, top, bottom } = byId(id).getBoundingClientRect();
    return {
      left: left - canvas.left,
      right: right - canvas.left,
      top: top - canvas.top,
      bottom: bottom - canvas.top,
    };
  });
}

/** What of the scene an answer rests on. */
function highlightOf(nodes: readonly string[], claims: readonly string[], { scene }: SceneIndex): Highlight {
  const bundles = new Set(claims.flatMap((claim) => scene.bundleOfClaim.get(claim) ?? []));
  return { nodes: new Set(nodes), claims: new Set(claims), bundles };
}
