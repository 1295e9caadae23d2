/**
 * Draws the scene with sigma, and reports the node or bundle under the pointer. This is the only module that uses
 * sigma, so that its next major version changes no other.
 */
import Sigma from "sigma";
import { createEdgeArrowProgram, createEdgeDoubleArrowProgram } from "sigma/rendering";
import { graphologyKey, idOfKey } from "../graph/graphology-keys.ts";
import { type CameraFrame, cameraFrame, extentOf, type Stage } from "./camera-frame.ts";
import { drawLabels, type LabelledNode } from "./draw-label.ts";
import { bundleStyle, nodeStyle } from "./drawing-style.ts";
import { drawingTheme } from "./drawing-theme.ts";
import type { DrawnEdge, DrawnGraph, DrawnNode } from "./drawn-graph.ts";
import { nearestBundle, type Segment } from "./nearest-bundle.ts";
import type { Box } from "./place-labels.ts";
import { prefersReducedMotion } from "./prefers-reduced-motion.ts";
import { appearanceOf, INITIAL_STATE, type SceneIndex, type Target, type ViewState } from "./view-state.ts";

/** Events of the renderer, and its questions about the page. */
export interface RendererEvents {
  /** The pointer is on this target; `undefined`: on the background. */
  hover(target: Target | undefined): void;
  click(target: Target | undefined): void;
  /** Margins of the canvas that other elements cover, in CSS pixels. */
  covered(): Stage["covered"];
  /** Boxes of other elements on the canvas, in CSS pixels from its top left corner. */
  overlays(): Box[];
}

export interface Renderer {
  /** Replaces the drawn scene by this one. */
  show(index: SceneIndex, graph: DrawnGraph): void;
  /** Draws the scene for this state. */
  update(state: ViewState): void;
  /** Moves the camera so that these nodes fill the view; without keys, the whole graph. */
  fly(keys: readonly string[]): void;
  /** Shows the whole graph again, unless the reader has moved the camera. */
  keepWhole(): void;
  /** Zooms in (above 1) or out (below 1) by this factor. */
  zoom(factor: number): void;
  /** Reads the theme's colours again. */
  restyle(): void;
  /** Position of a node, in CSS pixels from the canvas's top left corner; `undefined` if it is not drawn. */
  place(key: string): { x: number; y: number } | undefined;
  /** Whether the camera moves. */
  readonly animated: boolean;
}

/** Maximum distance (CSS pixels) of the pointer from a line that it selects. */
const REACH = 5;
/** Up to this number of nodes in the focus, all names are shown; above it, only names that fit. */
const MOST_FORCED_LABELS = 12;
/** Smallest camera ratio of an automatic movement, so that the surroundings of a node stay visible. */
const NEAREST = 0.4;
const ARROW = { lengthToThicknessRatio: 2.3, widenessToThicknessRatio: 1.8 };

export function createRenderer(
  container: HTMLElement,
  first: SceneIndex,
  drawn: DrawnGraph,
  events: RendererEvents,
): Renderer {
  let index = first;
  let graph = drawn;
  let theme = drawingTheme();
  let state = INITIAL_STATE;
  let appearance = appearanceOf(index, state);
  let stretch = stretchFor(container);
  /** Nodes of this frame whose names sigma wants to draw. */
  let labelled: LabelledNode[] = [];
  let isWhole = true;
  /** The graph that sigma draws: the layout, stretched. Sigma takes positions only from a graph, not from a reducer. */
  let shown = graph.copy() as DrawnGraph;
  /** False after nodes have moved, until sigma has drawn them: until then its frame is out of date. */
  let isFresh = true;
  function follow(): void {
    isFresh = false;
    const place = (key: string, drawn: DrawnNode) => {
      const { x, y } = graph.getNodeAttributes(key);
      return Object.assign(drawn, { x: x * stretch, y });
    };
    shown.updateEachNodeAttributes(place, { attributes: ["x", "y"] });
  }
  follow();

  let crowding = crowdingOf(index);

  const sigma = new Sigma<DrawnNode, DrawnEdge>(shown, container, {
    allowInvalidContainer: true,
    defaultEdgeType: "oneWay",
    edgeProgramClasses: {
      oneWay: createEdgeArrowProgram<DrawnNode, DrawnEdge>(ARROW),
      bothWays: createEdgeDoubleArrowProgram<DrawnNode, DrawnEdge>(ARROW),
    },
    defaultDrawNodeLabel: (_, node) => labelled.push(node),
    // The hovered node has strong emphasis, and is drawn with the names.
    defaultDrawNodeHover: () => undefined,
    nodeReducer(drawnKey, { x, y }) {
      const key = idOfKey(drawnKey);
      const node = index.nodes.get(key);
      const place = { x, y };
      if (!node) return { ...place, hidden: true };
      const emphasis = appearance.node(key);
      const isFocus = emphasis === "near" && appearance.focused <= MOST_FORCED_LABELS;
      return {
        ...place,
        ...nodeStyle(node, emphasis, theme),
        forceLabel: emphasis === "strong" || isFocus,
        highlighted: emphasis === "strong",
      };
    },
    edgeReducer(key) {
      const bundle = index.bundles.get(key);
      return bundle ? bundleStyle(bundle, appearance.bundle(key), theme, crowding) : { hidden: true };
    },
    minEdgeThickness: 1.7 - crowding,
    // Sigma picks candidate names per grid cell; drawLabels decides which of them fit.
    labelDensity: 1.5,
    labelGridCellSize: 90,
    labelRenderedSizeThreshold: 4,
    stagePadding: 20,
    zIndex: true,
    minCameraRatio: 0.02,
    maxCameraRatio: 4,
    enableCameraRotation: false,
    doubleClickZoomingRatio: 1.8,
    zoomingRatio: 1.4,
  });

  sigma.on("beforeRender", () => {
    labelled = [];
  });
  sigma.on("afterRender", () => {
    const context = sigma.getCanvases()["labels"]?.getContext("2d");
    const { width, height } = sigma.getDimensions();
    const canvas = { left: 0, right: width, top: 0, bottom: height };
    if (context) drawLabels(context, labelled, theme, [canvas, ...events.overlays()]);
    isFresh = true;
  });
  graph.on("eachNodeAttributesUpdated", follow);
  sigma.on("resize", () => {
    stretch = stretchFor(container);
    follow();
    keepWhole();
  });

  let isOverNode = false;
  sigma.on("enterNode", ({ node }) => {
    isOverNode = true;
    events.hover({ kind: "node", key: idOfKey(node) });
  });
  sigma.on("leaveNode", ({ event }) => {
    isOverNode = false;
    events.hover(bundleAt(event.x, event.y));
  });
  sigma.on("moveBody", ({ event }) => {
    const isHere = event.original.target instanceof Node && container.contains(event.original.target);
    // Sigma reports every move on the page, including moves that pan.
    if (isHere && !isOverNode && isFresh && !sigma.getMouseCaptor().isMoving)
      events.hover(bundleAt(event.x, event.y));
  });
  sigma.on("leaveStage", () => events.hover(undefined));
  sigma.on("clickNode", ({ node }) => events.click({ kind: "node", key: idOfKey(node) }));
  sigma.on("clickStage", ({ event }) => events.click(bundleAt(event.x, event.y)));
  for (const event of ["wheel", "pointerdown"] as const) {
    container.addEventListener(event, () => {
      isWhole = false;
    });
  }

  function* segments(unit: number): Iterable<Segment> {
    for (const { key, source, target, width } of index.scene.bundles) {
      if (!graph.hasEdge(key) || appearance.bundle(key) === "hidden") continue;
      const from = sigma.getNodeDisplayData(graphologyKey(source));
      const to = sigma.getNodeDisplayData(graphologyKey(target));
      if (from && to) yield { key, from, to, halfWidth: sigma.scaleSize(width) / 2 / unit };
    }
  }

  function bundleAt(x: number, y: number): Target | undefined {
    const unit = pixelsPerUnit() / sigma.getCamera().ratio;
    const key = nearestBundle(segments(unit), sigma.viewportToFramedGraph({ x, y }), REACH / unit);
    return key === undefined ? undefined : { kind: "bundle", key };
  }

  /** CSS pixels per unit of the framed graph at camera ratio 1. */
  function pixelsPerUnit(): number {
    const override = { cameraState: { x: 0.5, y: 0.5, angle: 0, ratio: 1 } };
    const origin = sigma.framedGraphToViewport({ x: 0, y: 0 }, override);
    return sigma.framedGraphToViewport({ x: 1, y: 0 }, override).x - origin.x;
  }

  /** The camera state that shows these nodes of the drawn graph; without keys, all nodes. */
  function frameOf(keys: readonly string[]): CameraFrame {
    if (!isFresh) sigma.refresh();
    const framed = keys.length === 0 ? graph.nodes() : keys;
    const extent = extentOf(framed.flatMap((key) => sigma.getNodeDisplayData(key) ?? []));
    if (!extent) return { x: 0.5, y: 0.5, ratio: 1 };
    const stage = { ...sigma.getDimensions(), covered: events.covered() };
    return cameraFrame(extent, stage, pixelsPerUnit(), NEAREST);
  }

  function keepWhole(): void {
    if (isWhole) move(frameOf([]), 250);
  }

  function move(frame: CameraFrame, duration: number): void {
    const camera = sigma.getCamera();
    // Not an animation with duration 0: sigma divides by it, and the camera would have no position for one frame.
    if (prefersReducedMotion()) camera.setState(frame);
    else camera.animate(frame, { duration });
  }

  return {
    show(nextIndex, nextGraph) {
      graph.off("eachNodeAttributesUpdated", follow);
      index = nextIndex;
      graph = nextGraph;
      crowding = crowdingOf(index);
      graph.on("eachNodeAttributesUpdated", follow);
      shown = graph.copy() as DrawnGraph;
      follow();
      appearance = appearanceOf(index, state);
      sigma.setGraph(shown);
    },
    update(next) {
      state = next;
      appearance = appearanceOf(index, state);
      container.classList.toggle("pointing", state.hovered !== undefined);
      sigma.refresh({ partialGraph: { nodes: graph.nodes(), edges: graph.edges() }, schedule: true });
    },
    fly(keys) {
      const shown = keys.map(graphologyKey).filter((key) => graph.hasNode(key));
      isWhole = shown.length === 0;
      move(frameOf(shown), 600);
    },
    keepWhole,
    zoom(factor) {
      isWhole = false;
      const camera = sigma.getCamera();
      move({ x: camera.x, y: camera.y, ratio: camera.getBoundedRatio(camera.ratio / factor) }, 200);
    },
    restyle() {
      theme = drawingTheme();
      sigma.refresh();
    },
    place(key) {
      if (!isFresh) sigma.refresh();
      const data = sigma.getNodeDisplayData(graphologyKey(key));
      return data === undefined ? undefined : sigma.framedGraphToViewport(data);
    },
    get animated() {
      return sigma.getCamera().isAnimated();
    },
  };
}

/** How much (0 to 1) the lines must fade, depending on their number, so that they do not hide the nodes. */
function crowdingOf({ scene }: SceneIndex): number {
  return Math.min(0.75, scene.bundles.length / 8000);
}

/** Horizontal stretch: ForceAtlas2 makes round drawings, which are stretched to use the whole canvas. */
function stretchFor({ clientWidth, clientHeight }: HTMLElement): number {
  if (clientWidth === 0 || clientHeight === 0) return 1;
  return Math.min(1.7, Math.max(0.65, clientWidth / clientHeight));
}
