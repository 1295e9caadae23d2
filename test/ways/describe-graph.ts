import type { MultiDirectedGraph } from "../../src/graph/graphology.ts";
import { labelsOf, propertiesOf, typeOf } from "../../src/graph/read-attributes.ts";
import { fromJavaScript } from "../../src/values/from-javascript.ts";
import { valueText } from "../../src/values/value-text.ts";

/**
 * The nodes and relationships of a graph as sorted text: equal for graphs that differ only in keys and order. (Almost
 * only: nodes with equal labels and properties are not distinguished.)
 */
export function describeGraph(graph: MultiDirectedGraph): {
  readonly nodes: readonly string[];
  readonly relationships: readonly string[];
} {
  const textOf = (attributes: Readonly<Record<string, unknown>>, reserved: string) =>
    [...propertiesOf(attributes, reserved)]
      .map(([key, value]) => `${key}: ${valueText(fromJavaScript(value))}`)
      .sort()
      .join(", ");
  const nodes = new Map<string, string>();
  graph.forEachNode((key, attributes) => {
    nodes.set(key, `(${[...labelsOf(attributes)].sort().join(":")} {${textOf(attributes, "labels")}})`);
  });
  const relationships = graph.mapEdges(
    (_, attributes, source, target) =>
      `${nodes.get(source)}-[${typeOf(attributes)} {${textOf(attributes, "type")}}]->${nodes.get(target)}`,
  );
  return { nodes: [...nodes.values()].sort(), relationships: relationships.sort() };
}
