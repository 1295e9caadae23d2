/**
 * The state of the view: the reader's choices, and the resulting emphasis of each node and bundle. The functions are
 * pure; the renderer calls them, and the parts of the page change the state through a {@link Store}.
 */
import type { Scene, SceneBundle, SceneNode } from "./scene.ts";

export interface Target {
  readonly kind: "node" | "bundle";
  readonly key: string;
}

/** The evidence for a query's answer or for one of its rows, as keys. */
export interface Highlight {
  readonly nodes: ReadonlySet<string>;
  readonly claims: ReadonlySet<string>;
  readonly bundles: ReadonlySet<string>;
}

export interface RowHighlight extends Highlight {
  /** 0-based. */
  readonly row: number;
}

export interface ViewState {
  readonly hovered?: Target | undefined;
  /** A node key may be missing from the scene: articles are shown in the panel only. */
  readonly selected?: Target | undefined;
  readonly highlight?: Highlight | undefined;
  /** The row of the answer that the reader has chosen, with its evidence. */
  readonly row?: RowHighlight | undefined;
  /** Types whose nodes the legend has switched off. */
  readonly hiddenTypes: ReadonlySet<string>;
}

/** `strong`: the focus; `near`: connected to it or highlighted; `faded`: the rest; `plain`: if there is no focus. */
export type Emphasis = "plain" | "strong" | "near" | "faded" | "hidden";

export const INITIAL_STATE: ViewState = { hiddenTypes: new Set() };

/** The scene with indexes for look-ups in each frame. */
export interface SceneIndex {
  readonly scene: Scene;
  readonly nodes: ReadonlyMap<string, SceneNode>;
  readonly bundles: ReadonlyMap<string, SceneBundle>;
  /** Node key → bundles that start or end at it. */
  readonly bundlesOfNode: ReadonlyMap<string, readonly SceneBundle[]>;
}

export function indexScene(scene: Scene): SceneIndex {
  const bundlesOfNode = new Map<string, SceneBundle[]>(scene.nodes.map((node) => [node.key, []]));
  for (const bundle of scene.bundles) {
    for (const key of new Set([bundle.source, bundle.target])) bundlesOfNode.get(key)?.push(bundle);
  }
  return {
    scene,
    nodes: new Map(scene.nodes.map((node) => [node.key, node])),
    bundles: new Map(scene.bundles.map((bundle) => [bundle.key, bundle])),
    bundlesOfNode,
  };
}

/** The highlight of these nodes and claims, given by their keys. */
export function highlightOf(
  nodes: readonly string[],
  claims: readonly string[],
  { scene }: SceneIndex,
): Highlight {
  const bundles = new Set(claims.flatMap((claim) => scene.bundleOfClaim.get(claim) ?? []));
  return { nodes: new Set(nodes), claims: new Set(claims), bundles };
}

/** The keys of a node and its neighbours. */
export function withNeighbours({ bundlesOfNode }: SceneIndex, key: string): string[] {
  return [key, ...(bundlesOfNode.get(key) ?? []).flatMap(({ source, target }) => [source, target])];
}

/** The emphasis of every node and bundle in one state. */
export interface Appearance {
  node(key: string): Emphasis;
  bundle(key: string): Emphasis;
  /** Number of nodes in the focus. */
  readonly focused: number;
}

/**
 * The focus is the hovered element with its neighbours, or else the query's highlight (of one row, if chosen), or else
 * the selection. The selected element always stays strong.
 */
export function appearanceOf(index: SceneIndex, state: ViewState): Appearance {
  const nodes = new Map<string, Emphasis>();
  const bundles = new Map<string, Emphasis>();
  const highlight = state.row ?? state.highlight;
  const focus = state.hovered ?? (highlight === undefined ? state.selected : undefined);
  if (focus) spread(index, focus, nodes, bundles);
  else if (highlight) {
    for (const key of highlight.nodes) nodes.set(key, "near");
    for (const key of highlight.bundles) bundles.set(key, "near");
  }
  const focused = nodes.size;
  const rest: Emphasis = focused > 0 || bundles.size > 0 ? "faded" : "plain";
  for (const target of [state.selected, state.hovered]) {
    if (target) (target.kind === "node" ? nodes : bundles).set(target.key, "strong");
  }
  const isHidden = (key: string) => state.hiddenTypes.has(index.nodes.get(key)?.type ?? "");
  return {
    focused,
    node: (key) => (isHidden(key) ? "hidden" : (nodes.get(key) ?? rest)),
    bundle(key) {
      const bundle = index.bundles.get(key);
      if (!bundle || isHidden(bundle.source) || isHidden(bundle.target)) return "hidden";
      return bundles.get(key) ?? rest;
    },
  };
}

function spread(
  index: SceneIndex,
  target: Target,
  nodes: Map<string, Emphasis>,
  bundles: Map<string, Emphasis>,
): void {
  const incident =
    target.kind === "node"
      ? (index.bundlesOfNode.get(target.key) ?? [])
      : [index.bundles.get(target.key)].filter((bundle) => bundle !== undefined);
  for (const bundle of incident) {
    bundles.set(bundle.key, "near");
    nodes.set(bundle.source, "near");
    nodes.set(bundle.target, "near");
  }
  if (target.kind === "node" && index.nodes.has(target.key)) nodes.set(target.key, "strong");
}

/** Holds the state, and calls its listeners after each change. */
export interface Store {
  readonly state: ViewState;
  update(change: Partial<ViewState>): void;
  watch(listener: (state: ViewState, before: ViewState) => void): void;
}

export function createStore(initial: ViewState = INITIAL_STATE): Store {
  let state = initial;
  const listeners: ((state: ViewState, before: ViewState) => void)[] = [];
  return {
    get state() {
      return state;
    },
    update(change) {
      const before = state;
      state = { ...state, ...change };
      for (const listener of listeners) listener(state, before);
    },
    watch: (listener) => listeners.push(listener),
  };
}
