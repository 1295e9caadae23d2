import type { MultiDirectedGraph } from "../../src/graph/graphology.ts";
import { labelsOf, propertiesOf } from "../../src/graph/read-attributes.ts";
import { fromJavaScript } from "../../src/values/from-javascript.ts";
import { groupKey } from "../../src/values/group-key.ts";

/** The side effects that the TCK counts; missing ones are 0. */
export type SideEffects = Readonly<Record<string, number>>;

/** The content of a graph, as the TCK counts it. */
export interface Content {
  readonly nodes: ReadonlySet<string>;
  readonly relationships: ReadonlySet<string>;
  /** All labels in the graph. */
  readonly labels: ReadonlySet<string>;
  /** One entry per property of each entity, with its value. */
  readonly properties: ReadonlySet<string>;
}

export function contentOf(graph: MultiDirectedGraph): Content {
  const properties = new Set<string>();
  const labels = new Set<string>();
  const record = (owner: string, attributes: Record<string, unknown>, reserved: string) => {
    for (const [key, value] of propertiesOf(attributes, reserved)) {
      properties.add(JSON.stringify([owner, key, String(groupKey(fromJavaScript(value)))]));
    }
  };
  graph.forEachNode((key, attributes) => {
    for (const label of labelsOf(attributes)) labels.add(label);
    record(`node ${key}`, attributes, "labels");
  });
  graph.forEachEdge((key, attributes) => record(`relationship ${key}`, attributes, "type"));
  return { nodes: new Set(graph.nodes()), relationships: new Set(graph.edges()), labels, properties };
}

/** The differences between two contents. The TCK counts a changed property as one removed and one added. */
export function sideEffectsBetween(before: Content, after: Content): SideEffects {
  const effects: Record<string, number> = {};
  for (const kind of ["nodes", "relationships", "labels", "properties"] as const) {
    const added = [...after[kind]].filter((one) => !before[kind].has(one)).length;
    const removed = [...before[kind]].filter((one) => !after[kind].has(one)).length;
    if (added > 0) effects[`+${kind}`] = added;
    if (removed > 0) effects[`-${kind}`] = removed;
  }
  return effects;
}
