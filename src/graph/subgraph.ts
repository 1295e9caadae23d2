import { columnAttributes } from "./column-attributes.ts";
import type { GraphColumns } from "./graph-columns.ts";
import { type Attributes, MultiDirectedGraph } from "./graphology.ts";
import { graphologyKey } from "./graphology-keys.ts";
import { NO_TRAITS, setTypeTraits, typeTraitsOf } from "./type-traits.ts";

/**
 * A copy of the subgraph with these nodes and relationships, and the ends of the relationships.
 *
 * @param nodes ids of nodes
 */
export function subgraph(
  graph: MultiDirectedGraph,
  nodes: Iterable<string>,
  relationships: Iterable<string>,
): MultiDirectedGraph {
  const part = new MultiDirectedGraph();
  setTypeTraits(part, typeTraitsOf(graph));
  const addNode = (key: string, attributes: Attributes) => {
    if (!part.hasNode(key)) part.addNode(key, { ...attributes });
  };
  for (const id of nodes) {
    const key = graphologyKey(id);
    if (graph.hasNode(key)) addNode(key, graph.getNodeAttributes(key));
  }
  for (const key of relationships) {
    if (!graph.hasEdge(key) || part.hasEdge(key)) continue;
    const [source, target] = graph.extremities(key);
    addNode(source, graph.getNodeAttributes(source));
    addNode(target, graph.getNodeAttributes(target));
    part.addEdgeWithKey(key, source, target, { ...graph.getEdgeAttributes(key) });
  }
  return part;
}

/** As {@link subgraph}, for a graph imported as columns. */
export function subgraphOfColumns(
  columns: GraphColumns,
  nodes: Iterable<string>,
  relationships: Iterable<string>,
): MultiDirectedGraph {
  const part = new MultiDirectedGraph();
  setTypeTraits(part, columns.typeTraits ?? NO_TRAITS);
  const attributes = columnAttributes(columns);
  const addNode = (node: number): string => {
    const key = graphologyKey(columns.nodes.keys.keyOf(node));
    if (!part.hasNode(key)) part.addNode(key, attributes.ofNode(node));
    return key;
  };
  for (const id of nodes) {
    const node = columns.nodes.keys.find(id);
    if (node !== undefined) addNode(node);
  }
  const { keys, starts, ends } = columns.relationships;
  for (const key of relationships) {
    const relationship = keys.find(key);
    if (relationship === undefined || part.hasEdge(key)) continue;
    const source = addNode(starts[relationship] as number);
    const target = addNode(ends[relationship] as number);
    part.addEdgeWithKey(key, source, target, attributes.ofRelationship(relationship));
  }
  return part;
}
