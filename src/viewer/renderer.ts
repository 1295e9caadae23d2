/**
 * Draws the scene with sigma, and says what the pointer meets. The only module that knows sigma: its next
 * major version replaces this one.
 */
import Sigma from "sigma";
import { createEdgeArrowProgram, createEdgeDoubleArrowProgram } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData } from "sigma/types";
import { drawHovered, drawLabel } from "./draw-label.ts";
import { drawingTheme, mix } from "./drawing-theme.ts";
import { nearestBundle, type Segment } from "./nearest-bundle.ts";
import type { DrawnEdge, DrawnGraph, DrawnNode } from "./scene-graph.ts";
import { appearanceOf, type Emphasis, type SceneIndex, type Target, type ViewState } from "./view-state.ts";

/** What the pointer did; `undefined` is the empty ground. */
export interface RendererEvents {
  hover(target: Target | undefined): void;
  click(target: Target | undefined): void;
}

export interface Renderer {
  /** Draws this scene in place of the one before. */
  show(index: SceneIndex, graph: DrawnGraph): void;
  /** Draws the scene for this state. */
  update(state: ViewState): void;
  /** Moves the camera so that these nodes fill the view; no keys: the whole graph. */
  fly(keys: readonly string[]): void;
  /** Zooms in (above 1) or out (below 1) by this factor. */
  zoom(factor: number): void;
  /** Reads the theme's colours again. */
  restyle(): void;
  /** Where a node is, in CSS pixels from the canvas's top left corner; `undefined` for a node not drawn. */
  place(key: string): { x: number; y: number } | undefined;
  readonly animated: boolean;
}

/** How near (CSS pixels) the pointer must come to a line to mean it. */
const REACH = 5;
/** Names of a focus are all shown up to this many nodes; of more, as many as fit. */
const MOST_FORCED_LABELS = 30;
const ARROW = { lengthToThicknessRatio: 2.6, widenessToThicknessRatio: 2.2 };

export function createRenderer(
  container: HTMLElement,
  first: SceneIndex,
  drawn: DrawnGraph,
  events: RendererEvents,
): Renderer {
  let index = first;
  let graph = drawn;
  let theme = drawingTheme();
  let state: ViewState = { hiddenTypes: new Set() };
  let appearance = appearanceOf(index, state);

  const sigma = new Sigma<DrawnNode, DrawnEdge>(graph, container, {
    allowInvalidContainer: true,
    defaultEdgeType: "oneWay",
    edgeProgramClasses: {
      oneWay: createEdgeArrowProgram<DrawnNode, DrawnEdge>(ARROW),
      bothWays: createEdgeDoubleArrowProgram<DrawnNode, DrawnEdge>(ARROW),
    },
    defaultDrawNodeLabel: (context, node) => drawLabel(context, node, theme),
    defaultDrawNodeHover: (context, node) => drawHovered(context, node, theme),
    nodeReducer: (key, { x, y }) => ({ ...drawnNode(key), x, y }),
    edgeReducer: (key) => drawnEdge(key),
    labelDensity: 0.6,
    labelGridCellSize: 110,
    labelRenderedSizeThreshold: 5,
    minEdgeThickness: 1,
    stagePadding: 48,
    zIndex: true,
    minCameraRatio: 0.02,
    maxCameraRatio: 3,
    enableCameraRotation: false,
    doubleClickZoomingRatio: 1.8,
    zoomingRatio: 1.4,
  });

  function drawnNode(key: string): Partial<NodeDisplayData> {
    const node = index.nodes.get(key);
    const emphasis = appearance.node(key);
    if (!node || emphasis === "hidden") return { hidden: true };
    const color = mix(node.color, "#ffffff", theme.lift);
    const focused = emphasis === "near" || emphasis === "strong";
    return {
      label: emphasis === "faded" ? null : node.label,
      color: emphasis === "faded" ? mix(color, theme.paper, 0.82) : color,
      size: node.size,
      forceLabel: emphasis === "strong" || (focused && appearance.focused <= MOST_FORCED_LABELS),
      highlighted: emphasis === "strong" && state.selected?.key === key,
      zIndex: HEIGHT[emphasis],
    };
  }

  function drawnEdge(key: string): Partial<EdgeDisplayData> {
    const bundle = index.bundles.get(key);
    const emphasis = appearance.bundle(key);
    if (!bundle || emphasis === "hidden") return { hidden: true };
    return {
      type: bundle.bothWays ? "bothWays" : "oneWay",
      color: lineColor(emphasis, bundle.contested),
      size: emphasis === "strong" ? bundle.width + 1.5 : bundle.width,
      zIndex: HEIGHT[emphasis],
    };
  }

  function lineColor(emphasis: Emphasis, contested: boolean): string {
    const color = contested ? theme.contested : emphasis === "plain" ? theme.line : theme.lineNear;
    if (emphasis === "faded") return mix(contested ? theme.contested : theme.line, theme.paper, 0.75);
    if (emphasis === "strong") return contested ? theme.contested : theme.accent;
    return contested && emphasis === "plain" ? mix(color, theme.paper, 0.2) : color;
  }

  function* segments(): Iterable<Segment> {
    const unit = pixelsPerUnit();
    for (const { key, source, target, width } of index.scene.bundles) {
      if (!graph.hasEdge(key) || appearance.bundle(key) === "hidden") continue;
      const from = sigma.getNodeDisplayData(source);
      const to = sigma.getNodeDisplayData(target);
      if (from && to) yield { key, from, to, halfWidth: sigma.scaleSize(width) / 2 / unit };
    }
  }

  /** CSS pixels per unit of the framed graph, the space in which sigma lays the whole graph into a square of 1. */
  function pixelsPerUnit(): number {
    const [origin, unit] = [
      { x: 0, y: 0 },
      { x: 1, y: 0 },
    ].map((point) => sigma.framedGraphToViewport(point));
    return Math.hypot((unit?.x ?? 1) - (origin?.x ?? 0), (unit?.y ?? 0) - (origin?.y ?? 0));
  }

  function bundleAt(x: number, y: number): Target | undefined {
    const key = nearestBundle(segments(), sigma.viewportToFramedGraph({ x, y }), REACH / pixelsPerUnit());
    return key === undefined ? undefined : { kind: "bundle", key };
  }

  let overNode = false;
  sigma.on("enterNode", ({ node }) => {
    overNode = true;
    events.hover({ kind: "node", key: node });
  });
  sigma.on("leaveNode", () => {
    overNode = false;
    events.hover(undefined);
  });
  sigma.on("moveBody", ({ event }) => {
    if (!overNode && !sigma.getMouseCaptor().isMoving) events.hover(bundleAt(event.x, event.y));
  });
  sigma.on("leaveStage", () => events.hover(undefined));
  sigma.on("clickNode", ({ node }) => events.click({ kind: "node", key: node }));
  sigma.on("clickStage", ({ event }) => events.click(bundleAt(event.x, event.y)));

  return {
    show(nextIndex, nextGraph) {
      index = nextIndex;
      graph = nextGraph;
      appearance = appearanceOf(index, state);
      sigma.setGraph(graph);
    },
    update(next) {
      state = next;
      appearance = appearanceOf(index, state);
      container.classList.toggle("pointing", state.hovered !== undefined);
      sigma.refresh({ skipIndexation: true, schedule: true });
    },
    fly(keys) {
      sigma.getCamera().animate(cameraOn(sigma, keys), { duration: prefersStillness() ? 0 : 600 });
    },
    zoom(factor) {
      const camera = sigma.getCamera();
      camera.animate({ ratio: camera.getBoundedRatio(camera.ratio / factor) }, { duration: 200 });
    },
    restyle() {
      theme = drawingTheme();
      sigma.refresh({ skipIndexation: true });
    },
    place(key) {
      const data = sigma.getNodeDisplayData(key);
      return data === undefined ? undefined : sigma.framedGraphToViewport(data);
    },
    get animated() {
      return sigma.getCamera().isAnimated();
    },
  };
}

const HEIGHT: Readonly<Record<Emphasis, number>> = { hidden: 0, faded: 0, plain: 1, near: 2, strong: 3 };

function cameraOn(sigma: Sigma<DrawnNode, DrawnEdge>, keys: readonly string[]) {
  const places = keys.flatMap((key) => sigma.getNodeDisplayData(key) ?? []);
  if (places.length === 0) return { x: 0.5, y: 0.5, ratio: 1, angle: 0 };
  const xs = places.map(({ x }) => x);
  const ys = places.map(({ y }) => y);
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const extent = Math.max(right - left, high - low);
  return {
    x: (left + right) / 2,
    y: (low + high) / 2,
    // A lone node keeps its surroundings in view; a group gets a margin.
    ratio: Math.min(1, Math.max(0.35, extent * 1.25)),
  };
}

function prefersStillness(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
