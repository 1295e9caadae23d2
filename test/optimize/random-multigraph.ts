import { MultiDirectedGraph } from "../../src/graph/graphology.ts";
import { PropertyGraph } from "../../src/graph/property-graph.ts";
import { float } from "../../src/values/float.ts";
import { dateOfEpochDay } from "../../src/values/temporal/date.ts";
import type { Value } from "../../src/values/value.ts";
import { valueText } from "../../src/values/value-text.ts";
import type { Choices } from "./choices.ts";

/** A graph as data. */
export interface RandomGraph {
  readonly nodes: readonly { readonly labels: readonly string[]; readonly properties: Properties }[];
  readonly relationships: readonly RandomRelationship[];
}

interface RandomRelationship {
  /** Indexes of nodes. */
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly properties: Properties;
}

type Properties = Readonly<Record<string, Value>>;

/** Values that are equal by some definitions and different by others; all may occur in one property. */
const VALUES: readonly Value[] = [
  1,
  float(1),
  0,
  float(-0),
  Number.NaN,
  "x",
  true,
  [1],
  [float(1)],
  dateOfEpochDay(0),
  null,
];

/** Few nodes with many loops and parallel relationships, or a few more nodes with hardly any. */
export function randomMultigraph(choices: Choices): RandomGraph {
  const nodeCount = choices.pick([3, 2, 4, 5, 6, 10]);
  const nodes = Array.from({ length: nodeCount }, (_, id) => ({
    labels: choices.pick([[], ["A"], ["B"], ["A", "B"]]),
    properties: {
      id,
      k: choices.pick<Value>([1, 0, 2, float(1), null]),
      name: choices.pick<Value>(["x", "xy", "y", "Xy", null]),
      v: choices.pick(VALUES),
      tags: choices.pick<Value>([["x"], ["y", "x"], [], null]),
    },
  }));
  const ties = choices.pick([6, 1, 3, 5, 8, 10, 12, 14]);
  // With a few dozen relationships, an ordered scan or a seek pays off.
  const copies = choices.pick([1, 1, 1, 1, 8]);
  const relationships: RandomRelationship[] = [];
  for (let tie = 0; tie < ties; tie++) {
    const start = choices.below(nodeCount);
    const end = choices.below(nodeCount);
    const type = choices.pick(["T", "T", "U", "V"]);
    const weight = choices.pick<Value>([0, 1, 2, 1.5, float(1), "a", null]);
    for (let copy = 0; copy < copies; copy++) {
      const id = relationships.length;
      const w = copy === 0 ? weight : (id * 7) % 5;
      relationships.push({ start, end, type, properties: { id, w, at: `2020-01-0${1 + ((id * 5) % 7)}` } });
    }
  }
  return { nodes, relationships };
}

export function graphologyOf({ nodes, relationships }: RandomGraph): MultiDirectedGraph {
  const graph = new PropertyGraph(new MultiDirectedGraph());
  for (const [at, node] of nodes.entries()) graph.createNode({ ...node, key: `n${at}` });
  for (const [at, { type, start, end, properties }] of relationships.entries())
    graph.createRelationship({ key: `r${at}`, type, start: `n${start}`, end: `n${end}`, properties });
  return graph.graphology;
}

/** The statement that creates the graph. */
export function graphText({ nodes, relationships }: RandomGraph): string {
  const parts = [
    ...nodes.map(
      ({ labels, properties }, at) =>
        `(n${at}${labels.map((label) => `:${label}`).join("")} ${propertiesText(properties)})`,
    ),
    ...relationships.map(
      ({ start, end, type, properties }) => `(n${start})-[:${type} ${propertiesText(properties)}]->(n${end})`,
    ),
  ];
  return `CREATE ${parts.join(", ")}`;
}

function propertiesText(properties: Properties): string {
  const entries = Object.entries(properties).filter(([, value]) => value !== null);
  return `{${entries.map(([key, value]) => `${key}: ${valueText(value)}`).join(", ")}}`;
}
