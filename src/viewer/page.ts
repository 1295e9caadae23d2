/**
 * The page for one engine: the drawn scene of its graph, with search, legend, panel and query box around it. The parts
 * are independent: each changes the view through the store, and watches the store for changes. When a query has
 * changed the graph, the scene and everything derived from it are rebuilt, and the nodes keep their positions.
 */
import type { Engine } from "../engine.ts";
import type { Result } from "../execute/result.ts";
import { idOfKey } from "../graph/graphology-keys.ts";
import { describeGraph } from "./describe-graph.ts";
import type { DrawnGraph } from "./drawn-graph.ts";
import { byId } from "./element.ts";
import { exampleQueries } from "./example-queries.ts";
import { type GraphView, graphView, isStale } from "./graph-view.ts";
import { legend } from "./legend.ts";
import { prefersReducedMotion } from "./prefers-reduced-motion.ts";
import { type QueryBox, type QueryBoxEvents, queryBox } from "./query-box.ts";
import { createRenderer, type Renderer } from "./renderer.ts";
import type { SceneData } from "./scene-data.ts";
import { searchBox } from "./search-box.ts";
import { bringPanelIntoView, showInPanel } from "./show-in-panel.ts";
import { covered, overlays } from "./stage-overlays.ts";
import { type StageTools, stageTools } from "./stage-tools.ts";
import {
  createStore,
  highlightOf,
  type Store,
  type Target,
  type ViewState,
  withNeighbours,
} from "./view-state.ts";

/** Time limit for a query in the page, in milliseconds: the page does not respond while a query runs. */
const QUERY_TIMEOUT = 15_000;

/** Memory limit for the rows of a query, in bytes: a page that runs out of memory crashes without a message. */
const QUERY_MEMORY = 2 ** 29;

/** The value of `window.hearsay`, for tests and for the browser's console. */
export interface PageHandle {
  readonly engine: Engine;
  readonly store: Store;
  readonly renderer: Renderer;
  /** The number of drawn nodes and bundles. */
  sceneSize(): { readonly nodes: number; readonly bundles: number };
  /** The key of the bundle that contains this relationship. */
  bundleOf(claim: string): string | undefined;
  /** Whether neither the layout nor the camera moves. */
  isSettled(): boolean;
}

/** Options of a page, beside its graph. */
export type PageStart = Pick<SceneData, "title" | "query" | "passages">;

export function startPage(engine: Engine, start: PageStart = {}): PageHandle {
  const page = new Page(engine, start);
  page.open();
  return page;
}

class Page implements PageHandle {
  readonly engine: Engine;
  readonly store = createStore();
  readonly renderer: Renderer;
  readonly #start: PageStart;
  readonly #tools: StageTools;
  readonly #query: QueryBox;
  #view: GraphView;
  /** The nodes to fly to when the layout has stopped, if any. */
  #flight: readonly string[] | undefined;
  #isFirstAnswer: boolean;

  constructor(engine: Engine, start: PageStart) {
    this.engine = engine;
    this.#start = start;
    this.#isFirstAnswer = start.query !== undefined;
    this.#tools = stageTools({
      zoom: (factor) => this.renderer.zoom(factor),
      fit: () => this.renderer.fly([]),
      toggleLayout: () => (this.#view.layout.running ? this.#view.layout.stop() : this.#view.layout.start()),
    });
    this.#view = this.#viewNow();
    const { index, drawn, panel } = this.#view;
    this.renderer = createRenderer(byId("canvas"), index, drawn, {
      hover: (target) => {
        if (this.store.state.hovered?.key !== target?.key) this.store.update({ hovered: target });
      },
      click: (target) => this.store.update({ selected: target }),
      covered,
      overlays,
    });
    this.#query = queryBox(exampleQueries(index.scene, panel.speakers), this.#queryEvents());
  }

  /** Adds the parts to the page and starts it. */
  open(): void {
    this.store.watch((state, before) => this.#showState(state, before));
    byId("tools").append(...this.#tools.buttons);
    byId("query").append(this.#query.element);
    const search = searchBox(
      () => this.#view.search,
      ({ key }) => this.#select({ kind: "node", key }),
    );
    byId("search").append(search);
    document.addEventListener("keydown", ({ key }) => {
      if (key === "Escape") this.#goBack();
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.renderer.restyle());
    this.#describe();
    this.#tools.showLayout(false);
    this.renderer.keepWhole();
    if (!prefersReducedMotion()) this.#view.layout.start();
    if (this.#start.query !== undefined) void this.#query.ask(this.#start.query);
  }

  sceneSize(): { readonly nodes: number; readonly bundles: number } {
    const { nodes, bundles } = this.#view.index.scene;
    return { nodes: nodes.length, bundles: bundles.length };
  }

  bundleOf(claim: string): string | undefined {
    return this.#view.index.scene.bundleOfClaim.get(claim);
  }

  isSettled(): boolean {
    return !this.#view.layout.running && !this.renderer.animated;
  }

  #viewNow(before?: DrawnGraph): GraphView {
    const events = {
      select: (target: Target | undefined) => this.#select(target),
      showAnswer: () => this.#showAnswer(),
      clear: () => this.#clear(),
      layoutChanged: (running: boolean) => {
        this.#tools.showLayout(running);
        if (!running) this.#land();
      },
    };
    return graphView(this.engine, { events, passages: this.#start.passages, before });
  }

  #queryEvents(): QueryBoxEvents<Result> {
    return {
      run: (text) =>
        this.engine.run(text, {}, { timeout: QUERY_TIMEOUT, maxMemory: QUERY_MEMORY, evidence: true }),
      answered: (result) => this.#highlightAnswer(result),
      rowChosen: (result, row) => this.#highlightRow(result, row),
      cleared: () => this.store.update({ highlight: undefined, row: undefined }),
      values: {
        node: (key) => this.#select({ kind: "node", key }),
        claim: (key) => {
          const bundle = this.bundleOf(key);
          if (bundle !== undefined) this.#select({ kind: "bundle", key: bundle });
        },
      },
    };
  }

  /** Highlights the evidence for an answer. Returns whether there is any in the graph. */
  #highlightAnswer(result: Result): boolean {
    if (isStale(this.#view, this.engine)) this.#renew();
    const subgraph = result.subgraph();
    const highlight =
      subgraph.order === 0
        ? undefined
        : highlightOf(subgraph.nodes().map(idOfKey), subgraph.edges(), this.#view.index);
    this.store.update({ highlight, row: undefined, selected: undefined, hovered: undefined });
    if (highlight) this.#fly([...highlight.nodes], this.#isFirstAnswer);
    this.#isFirstAnswer = false;
    return highlight !== undefined;
  }

  #highlightRow(result: Result, row: number): void {
    const { nodes, relationships } = result.evidence(row);
    const keys = (entities: readonly { readonly id: string }[]) => entities.map(({ id }) => id);
    const highlight = highlightOf(keys(nodes), keys(relationships), this.#view.index);
    this.store.update({ row: { ...highlight, row }, selected: undefined, hovered: undefined });
    if (highlight.nodes.size > 0) this.#fly([...highlight.nodes]);
  }

  #select(target: Target | undefined): void {
    this.store.update({ selected: target, hovered: undefined });
    const { index } = this.#view;
    if (target?.kind === "node" && index.nodes.has(target.key)) this.#fly(withNeighbours(index, target.key));
  }

  #showAnswer(): void {
    this.store.update({ row: undefined, selected: undefined, hovered: undefined });
    this.#query.leaveRow();
  }

  #clear(): void {
    this.#query.reset();
    this.store.update({ highlight: undefined, row: undefined, selected: undefined });
  }

  #goBack(): void {
    const { selected, row } = this.store.state;
    if (selected) this.#select(undefined);
    else if (row) this.#showAnswer();
    else this.#clear();
  }

  /** Flies to these nodes once the layout has stopped, because they move until then. Stops it unless `patiently`. */
  #fly(keys: readonly string[], patiently = false): void {
    this.#flight = keys;
    if (!this.#view.layout.running) this.#land();
    else if (!patiently) this.#view.layout.stop();
  }

  #land(): void {
    if (this.#flight) this.renderer.fly(this.#flight);
    else this.renderer.keepWhole();
    this.#flight = undefined;
  }

  #renew(): void {
    this.#view.layout.end();
    this.#view = this.#viewNow(this.#view.drawn);
    this.store.update({ selected: undefined, hovered: undefined, highlight: undefined, row: undefined });
    this.renderer.show(this.#view.index, this.#view.drawn);
    this.#describe();
    if (!prefersReducedMotion()) this.#view.layout.start();
  }

  #describe(): void {
    const { scene } = this.#view.index;
    describeGraph(this.engine.graph, scene, this.#start.title);
    byId("legend").replaceChildren(legend(scene, this.store));
    showInPanel(this.#view.panel.content(this.store.state));
  }

  #showState(state: ViewState, before: ViewState): void {
    this.renderer.update(state);
    const { selected, highlight, row } = state;
    if (selected === before.selected && highlight === before.highlight && row === before.row) return;
    showInPanel(this.#view.panel.content(state));
    if (selected ?? row) bringPanelIntoView();
  }
}
