import forceAtlas2Module, { type ForceAtlas2Settings } from "graphology-layout-forceatlas2";
import supervisorModule from "graphology-layout-forceatlas2/worker.js";
import type { DrawnGraph } from "./drawn-graph.ts";

// The package's types say `default`, as ECMAScript modules have it; what it exports is the thing itself.
const forceAtlas2 = forceAtlas2Module as unknown as typeof forceAtlas2Module.default;
const Supervisor = supervisorModule as unknown as typeof supervisorModule.default;

/** Runs so many steps at once, in this thread. */
export function layOut(graph: DrawnGraph, iterations: number): void {
  forceAtlas2.assign(graph, { iterations, settings: settingsFor(graph), getEdgeWeight: null });
}

/** The same in a worker, step by step, until told to stop. */
export function layoutSupervisor(graph: DrawnGraph): InstanceType<typeof Supervisor> {
  return new Supervisor(graph, { settings: settingsFor(graph), getEdgeWeight: null });
}

function settingsFor(graph: DrawnGraph): ForceAtlas2Settings {
  return {
    ...forceAtlas2.inferSettings(graph),
    // Strong gravity keeps the components that no claim joins from drifting out of sight.
    strongGravityMode: true,
    gravity: 0.1,
    scalingRatio: 12,
    // Hubs are pushed apart, and what hangs on them spreads round them.
    outboundAttractionDistribution: true,
    barnesHutOptimize: graph.order > 800,
  };
}
