import { LABELS, TYPE } from "../../src/graph/attribute-names.ts";
import { Column } from "../../src/graph/column.ts";
import type { EntityKeys, GraphColumns } from "../../src/graph/graph-columns.ts";
import type { Attributes, MultiDirectedGraph } from "../../src/graph/graphology.ts";
import { labelsOf, propertiesOf, typeOf } from "../../src/graph/read-attributes.ts";
import { fromJavaScript } from "../../src/values/from-javascript.ts";

/** A graph as an import would have made it. */
export function columnsOf(graph: MultiDirectedGraph): GraphColumns {
  const nodeKeys = graph.nodes();
  const edgeKeys = graph.edges();
  const typeNames = [...new Set(graph.mapEdges((_, attributes) => typeOf(attributes)))];
  const labelSets = graph.mapNodes((_, attributes) => labelsOf(attributes));
  const nodeOf = (key: string) => nodeKeys.indexOf(key);
  return {
    nodes: {
      count: nodeKeys.length,
      keys: keysOf(nodeKeys),
      labelCodes: Uint32Array.from(nodeKeys.keys()),
      labelSets,
      properties: properties(
        nodeKeys.map((key) => graph.getNodeAttributes(key)),
        LABELS,
      ),
    },
    relationships: {
      count: edgeKeys.length,
      keys: keysOf(edgeKeys),
      starts: Uint32Array.from(edgeKeys, (key) => nodeOf(graph.source(key))),
      ends: Uint32Array.from(edgeKeys, (key) => nodeOf(graph.target(key))),
      types: Uint32Array.from(edgeKeys, (key) => typeNames.indexOf(typeOf(graph.getEdgeAttributes(key)))),
      typeNames,
      properties: properties(
        edgeKeys.map((key) => graph.getEdgeAttributes(key)),
        TYPE,
      ),
    },
  };
}

function keysOf(keys: readonly string[]): EntityKeys {
  return {
    keyOf: (entity) => keys[entity] ?? "",
    find: (key) => (keys.includes(key) ? keys.indexOf(key) : undefined),
  };
}

function properties(all: readonly Attributes[], reserved: string): Map<string, Column> {
  const columns = new Map<string, Column>();
  for (const [entity, attributes] of all.entries()) {
    for (const [key, value] of propertiesOf(attributes, reserved)) {
      const column = columns.get(key) ?? new Column(new Uint32Array(all.length));
      columns.set(key, column);
      column.set(entity, fromJavaScript(value));
    }
  }
  return columns;
}
