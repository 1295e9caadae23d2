import forceAtlas2Module, { type ForceAtlas2Settings } from "graphology-layout-forceatlas2";
import supervisorModule from "graphology-layout-forceatlas2/worker.js";
import type { DrawnGraph } from "./drawn-graph.ts";

// The package's types declare a `default` export, as in ECMAScript modules, but it exports the value itself.
const forceAtlas2 = forceAtlas2Module as unknown as typeof forceAtlas2Module.default;
const Supervisor = supervisorModule as unknown as typeof supervisorModule.default;

/** Runs `iterations` steps synchronously, in this thread. */
export function layOut(graph: DrawnGraph, iterations: number): void {
  forceAtlas2.assign(graph, { iterations, settings: settingsFor(graph), getEdgeWeight: null });
}

/** Runs the layout in a worker, step by step, until it is stopped. */
export function layoutSupervisor(graph: DrawnGraph): InstanceType<typeof Supervisor> {
  return new Supervisor(graph, { settings: settingsFor(graph), getEdgeWeight: null });
}

function settingsFor(graph: DrawnGraph): ForceAtlas2Settings {
  return {
    ...forceAtlas2.inferSettings(graph),
    // Strong gravity keeps disconnected components from drifting out of sight.
    strongGravityMode: true,
    gravity: 0.1,
    scalingRatio: 12,
    // Hubs are pushed apart, and their neighbours spread around them.
    outboundAttractionDistribution: true,
    barnesHutOptimize: graph.order > 800,
  };
}
