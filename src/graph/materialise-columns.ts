import { columnAttributes } from "./column-attributes.ts";
import type { GraphColumns } from "./graph-columns.ts";
import { MultiDirectedGraph } from "./graphology.ts";
import { graphologyKey } from "./graphology-keys.ts";
import { NO_TRAITS, setTypeTraits } from "./type-traits.ts";

/** Columns → the same graph in graphology, nodes and relationships in the order of their numbers. */
export function materialiseColumns(columns: GraphColumns): MultiDirectedGraph {
  const graph = new MultiDirectedGraph();
  const { nodes, relationships, typeTraits = NO_TRAITS } = columns;
  setTypeTraits(graph, typeTraits);
  const attributes = columnAttributes(columns);
  const keyOf = (node: number) => graphologyKey(nodes.keys.keyOf(node));
  for (let node = 0; node < nodes.count; node++) graph.addNode(keyOf(node), attributes.ofNode(node));
  const { starts, ends } = relationships;
  for (let relationship = 0; relationship < relationships.count; relationship++) {
    graph.addEdgeWithKey(
      relationships.keys.keyOf(relationship),
      keyOf(starts[relationship] as number),
      keyOf(ends[relationship] as number),
      attributes.ofRelationship(relationship),
    );
  }
  return graph;
}
