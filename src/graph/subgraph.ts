import { type Attributes, MultiDirectedGraph } from "./graphology.ts";

/** The part of a graph that has these nodes and relationships, and the ends of the relationships; copied. */
export function subgraph(
  graph: MultiDirectedGraph,
  nodes: Iterable<string>,
  relationships: Iterable<string>,
): MultiDirectedGraph {
  const part = new MultiDirectedGraph();
  const addNode = (key: string, attributes: Attributes) => {
    if (!part.hasNode(key)) part.addNode(key, { ...attributes });
  };
  for (const key of nodes) if (graph.hasNode(key)) addNode(key, graph.getNodeAttributes(key));
  for (const key of relationships) {
    if (!graph.hasEdge(key) || part.hasEdge(key)) continue;
    const [source, target] = graph.extremities(key);
    addNode(source, graph.getNodeAttributes(source));
    addNode(target, graph.getNodeAttributes(target));
    part.addEdgeWithKey(key, source, target, { ...graph.getEdgeAttributes(key) });
  }
  return part;
}
