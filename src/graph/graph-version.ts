import type { MultiDirectedGraph } from "./graphology.ts";

const EVENTS = [
  "nodeAdded",
  "edgeAdded",
  "nodeDropped",
  "edgeDropped",
  "cleared",
  "edgesCleared",
  "nodeAttributesUpdated",
  "edgeAttributesUpdated",
  "eachNodeAttributesUpdated",
  "eachEdgeAttributesUpdated",
] as const;

/** A number that grows with each change of a graph, whoever makes it. */
export interface GraphVersion {
  readonly current: number;
}

const VERSIONS = new WeakMap<MultiDirectedGraph, GraphVersion>();

/** The version of a graph: one for all that ask, so that a graph has one set of listeners however many engines. */
export function versionOf(graph: MultiDirectedGraph): GraphVersion {
  const known = VERSIONS.get(graph);
  if (known !== undefined) return known;
  const version = { current: 0 };
  const changed = () => {
    version.current++;
  };
  for (const event of EVENTS) graph.on(event, changed);
  VERSIONS.set(graph, version);
  return version;
}
