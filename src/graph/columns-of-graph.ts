import { fromJavaScript } from "../values/from-javascript.ts";
import { LABELS, TYPE } from "./attribute-names.ts";
import { checkMultiDirected } from "./check-graph.ts";
import { Column } from "./column.ts";
import { ListedKeys } from "./entity-keys.ts";
import type { GraphColumns } from "./graph-columns.ts";
import type { Attributes, MultiDirectedGraph } from "./graphology.ts";
import { checkKeys, idOfKey } from "./graphology-keys.ts";
import { labelsOf, propertiesOf, typeOf } from "./read-attributes.ts";
import { typeTraitsOf } from "./type-traits.ts";

/**
 * Converts a graphology graph to columns. Nodes and relationships keep the order of the graph.
 *
 * @throws CypherError if an attribute has no Cypher counterpart, such as a function
 * @throws TypeError if the argument is not a graph, or a node's key breaks graphology (see `graphology-keys.ts`)
 */
export function columnsOfGraph(graph: MultiDirectedGraph): GraphColumns {
  checkMultiDirected("columnsOfGraph", graph);
  checkKeys(graph);
  const nodeKeys = graph.nodes();
  const relationshipKeys = graph.edges();
  const keys = new ListedKeys(nodeKeys.map(idOfKey));
  const labelSets = new Map<string, { readonly code: number; readonly labels: readonly string[] }>();
  const labelCodes = Uint32Array.from(nodeKeys, (key) => {
    const labels = labelsOf(graph.getNodeAttributes(key));
    const name = JSON.stringify(labels);
    const set = labelSets.get(name) ?? { code: labelSets.size, labels };
    labelSets.set(name, set);
    return set.code;
  });
  const typeNames = new Map<string, number>();
  const types = Uint32Array.from(relationshipKeys, (key) => {
    const type = typeOf(graph.getEdgeAttributes(key));
    const number = typeNames.get(type) ?? typeNames.size;
    typeNames.set(type, number);
    return number;
  });
  return {
    typeTraits: typeTraitsOf(graph),
    nodes: {
      count: nodeKeys.length,
      keys,
      labelCodes,
      labelSets: Array.from(labelSets.values(), ({ labels }) => labels),
      properties: columnsOf(
        nodeKeys.map((key) => graph.getNodeAttributes(key)),
        LABELS,
      ),
    },
    relationships: {
      count: relationshipKeys.length,
      keys: new ListedKeys(relationshipKeys),
      starts: Uint32Array.from(relationshipKeys, (key) => keys.find(idOfKey(graph.source(key))) as number),
      ends: Uint32Array.from(relationshipKeys, (key) => keys.find(idOfKey(graph.target(key))) as number),
      types,
      typeNames: [...typeNames.keys()],
      properties: columnsOf(
        relationshipKeys.map((key) => graph.getEdgeAttributes(key)),
        TYPE,
      ),
    },
  };
}

function columnsOf(entities: readonly Attributes[], reserved: string): ReadonlyMap<string, Column> {
  const columns = new Map<string, Column>();
  for (const [entity, attributes] of entities.entries()) {
    for (const [property, value] of propertiesOf(attributes, reserved)) {
      const column = columns.get(property) ?? new Column();
      columns.set(property, column);
      column.set(entity, fromJavaScript(value));
    }
  }
  for (const column of columns.values()) column.reserve(entities.length);
  return columns;
}
