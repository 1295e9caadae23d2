import type { DrawnGraph } from "./drawn-graph.ts";
import { layoutSupervisor } from "./force-atlas2.ts";

/** A step is still if nodes move by less than this share of the drawing's extent. */
const STILL = 0.0012;
/** The layout counts as settled after this many still steps in a row. */
const STILL_STEPS = 12;
/** Maximum running time (ms): some graphs oscillate forever. */
const LONGEST_RUN = 12_000;

/** ForceAtlas2 in a worker, on one drawn graph. */
export interface Layout {
  readonly running: boolean;
  start(): void;
  stop(): void;
  /** Stops and ends the worker. */
  end(): void;
}

/** A layout that stops when it has settled. `changed` is called when it starts and when it stops. */
export function createLayout(graph: DrawnGraph, changed: (running: boolean) => void): Layout {
  const supervisor = layoutSupervisor(graph);
  let last = positionsOf(graph);
  let stillSteps = 0;
  let deadline = 0;

  function stop(): void {
    if (!supervisor.isRunning()) return;
    supervisor.stop();
    changed(false);
  }

  graph.on("eachNodeAttributesUpdated", () => {
    if (!supervisor.isRunning()) return;
    const next = positionsOf(graph);
    stillSteps = movement(last, next) < STILL ? stillSteps + 1 : 0;
    last = next;
    if (stillSteps >= STILL_STEPS || performance.now() > deadline) stop();
  });

  return {
    get running() {
      return supervisor.isRunning();
    },
    start() {
      if (supervisor.isRunning() || graph.order < 2) return;
      stillSteps = 0;
      deadline = performance.now() + LONGEST_RUN;
      supervisor.start();
      changed(true);
    },
    stop,
    end() {
      stop();
      supervisor.kill();
    },
  };
}

/** x and y of every node, interleaved. */
function positionsOf(graph: DrawnGraph): Float64Array {
  const positions = new Float64Array(graph.order * 2);
  let at = 0;
  graph.forEachNode((_, { x, y }) => {
    positions[at++] = x;
    positions[at++] = y;
  });
  return positions;
}

/** Average movement of a node, as a share of the extent of `next`. */
function movement(last: Float64Array, next: Float64Array): number {
  let moved = 0;
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < next.length; at += 2) {
    const [x, y] = [next[at] as number, next[at + 1] as number];
    moved += Math.hypot(x - (last[at] as number), y - (last[at + 1] as number));
    low = Math.min(low, x, y);
    high = Math.max(high, x, y);
  }
  return high > low ? moved / (next.length / 2) / (high - low) : 0;
}
