import { LABELS, TYPE } from "../graph/attribute-names.ts";
import type { MultiDirectedGraph } from "../graph/graphology.ts";
import { labelsOf, propertiesOf, typeOf } from "../graph/read-attributes.ts";

/** How many nodes or relationships there are of each name, the most frequent first. */
export type Counts = ReadonlyMap<string, number>;

export interface Schema {
  readonly labels: Counts;
  readonly types: Counts;
  readonly nodeKeys: Counts;
  readonly relationshipKeys: Counts;
}

/** The labels, relationship types and property keys that `graph` uses. */
export function countSchema(graph: MultiDirectedGraph): Schema {
  const labels = new Map<string, number>();
  const types = new Map<string, number>();
  const nodeKeys = new Map<string, number>();
  const relationshipKeys = new Map<string, number>();
  graph.forEachNode((_key, attributes) => {
    for (const label of labelsOf(attributes)) count(labels, label);
    for (const [key] of propertiesOf(attributes, LABELS)) count(nodeKeys, key);
  });
  graph.forEachEdge((_key, attributes) => {
    count(types, typeOf(attributes));
    for (const [key] of propertiesOf(attributes, TYPE)) count(relationshipKeys, key);
  });
  return {
    labels: sorted(labels),
    types: sorted(types),
    nodeKeys: sorted(nodeKeys),
    relationshipKeys: sorted(relationshipKeys),
  };
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

function sorted(counts: Counts): Counts {
  return new Map([...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}
