import { expect } from "vitest";
import type { GraphIndex } from "../../src/storage/graph-index.ts";
import type { Postings } from "../../src/storage/postings.ts";
import type { SortedOrder } from "../../src/storage/sorted-order.ts";
import { compareOrder } from "../../src/values/ordering.ts";
import type { Value } from "../../src/values/value.ts";
import { valueText } from "../../src/values/value-text.ts";

export const KEYS = ["a", "b", "labels", "type"];
export const LABELS = ["A", "B", "C"];
export const TYPES = ["S", "T", "U"];
/** Some of these are equal, and some differ only in type. */
export const VALUES: readonly unknown[] = [
  1,
  2,
  1.5,
  "x",
  "yx",
  "z\u0000x",
  true,
  ["x"],
  ["x", "y"],
  Number.NaN,
  -0,
];

/** Everything that an index returns, by the keys of the graph: two indexes may number the same graph differently. */
export function describeIndex(index: GraphIndex): unknown {
  return {
    nodes: nodesOf(index).map((node) => describeNode(index, node)),
    relationships: [...index.relationshipsOfType(undefined)]
      .map((one) => describeRelationship(index, one))
      .sort(byText),
    labels: index.labels().sort(),
    types: index.relationshipTypes().sort(),
    counts: [
      LABELS.map((label) => index.nodeCountWithLabel(label)),
      TYPES.map((type) => [index.relationshipCountOfType(type), index.hasLoops(type)]),
      index.hasLoops(undefined),
    ],
    lists: [
      [...LABELS, undefined].map((label) => nodeKeys(index, index.nodesWithLabel(label))),
      [...TYPES, undefined].map((type) => relationshipKeys(index, index.relationshipsOfType(type))),
    ],
    adjacency: [...TYPES, undefined].map((type) =>
      (["outgoing", "incoming"] as const).map((direction) => describeAdjacency(index, direction, type)),
    ),
    found: KEYS.map((key) =>
      VALUES.map((value) => nodeKeys(index, index.nodesWithProperty(key, value as Value))),
    ),
    postings: KEYS.map((key) => [
      [undefined, "A"].map((label) =>
        describePostings(index.nodesByCode(key, label), index.nodeColumn(key).values, (node) =>
          index.nodeKey(node),
        ),
      ),
      [undefined, "T"].map((type) =>
        describePostings(index.relationshipsByCode(key, type), index.relationshipColumn(key).values, (one) =>
          index.relationshipKey(one),
        ),
      ),
    ]),
    orders: KEYS.map((key) => [
      [undefined, "A"].map((label) =>
        describeOrder(
          index.nodesByOrder(key, label),
          (node) => index.nodeProperty(node, key),
          (node) => index.nodeKey(node),
        ),
      ),
      [undefined, "T"].map((type) =>
        describeOrder(
          index.relationshipsByOrder(key, type),
          (one) => index.relationshipProperty(one, key),
          (one) => index.relationshipKey(one),
        ),
      ),
    ]),
    texts: KEYS.map((key) =>
      ["x", "", "yx", "\u0000"].map((text) => {
        const postings = index.nodesByCode(key);
        const codes = index.nodeTextIndex(key).codesContaining(text);
        return codes.flatMap((code) => nodeKeys(index, postings.list(code))).sort();
      }),
    ),
  };
}

function nodesOf(index: GraphIndex): number[] {
  const nodes: number[] = [];
  for (let node = 0; node < index.nodeCount; node++) if (!index.isNodeDeleted(node)) nodes.push(node);
  return nodes.sort((one, other) => byText(index.nodeKey(one), index.nodeKey(other)));
}

function describeNode(index: GraphIndex, node: number): unknown {
  expect(index.findNode(index.nodeKey(node))).toBe(node);
  const value = index.node(node);
  return {
    ...value,
    properties: valueText(value.properties),
    has: LABELS.filter((label) => index.hasLabel(node, label)),
    read: KEYS.map((key) => valueText(index.nodeProperty(node, key))),
    inColumns: KEYS.map((key) => valueText(index.nodeColumn(key).valueOf(node))),
  };
}

function describeRelationship(index: GraphIndex, relationship: number): string {
  expect(index.findRelationship(index.relationshipKey(relationship))).toBe(relationship);
  const value = index.relationship(relationship);
  return JSON.stringify({
    ...value,
    properties: valueText(value.properties),
    start: index.nodeKey(index.starts[relationship] ?? -1),
    end: index.nodeKey(index.ends[relationship] ?? -1),
    type: index.relationshipType(relationship),
    read: KEYS.map((key) => valueText(index.relationshipProperty(relationship, key))),
    inColumns: KEYS.map((key) => valueText(index.relationshipColumn(key).valueOf(relationship))),
  });
}

function describeAdjacency(
  index: GraphIndex,
  direction: "outgoing" | "incoming",
  type: string | undefined,
): unknown {
  const { first, last, neighbours, relationships } = index.adjacency(direction, type);
  expect(first.length).toBeGreaterThanOrEqual(index.nodeCount);
  return nodesOf(index).map((node) => {
    const entries: { neighbour: number; type: number; relationship: number }[] = [];
    for (let at = first[node] ?? 0; at < (last[node] ?? 0); at++) {
      const relationship = relationships[at] ?? -1;
      entries.push({ neighbour: neighbours[at] ?? -1, type: index.types[relationship] ?? -1, relationship });
    }
    const sorted = entries.toSorted(
      (a, b) => a.neighbour - b.neighbour || a.type - b.type || a.relationship - b.relationship,
    );
    expect(entries).toEqual(sorted);
    return entries
      .map((one) => `${index.nodeKey(one.neighbour)} ${index.relationshipKey(one.relationship)}`)
      .sort();
  });
}

function describePostings(
  postings: Postings,
  values: readonly Value[],
  keyOf: (entity: number) => string,
): string[] {
  return values
    .flatMap((value, code) => {
      const list = [...postings.list(code)];
      expect(list).toEqual(list.toSorted((one, other) => one - other));
      expect(postings.count(code)).toBe(list.length);
      return list.length === 0 ? [] : [`${valueText(value)}: ${list.map(keyOf).sort()}`];
    })
    .sort();
}

function describeOrder(
  order: SortedOrder,
  read: (entity: number) => Value,
  keyOf: (entity: number) => string,
): unknown {
  const entities = [...order.entities];
  const sorted = entities.toSorted((one, other) => compareOrder(read(one), read(other)) || one - other);
  expect(entities).toEqual(sorted);
  const ranges = [0, 1, "x", true].map((value) => {
    const range = order.range({ lower: { value, isIncluded: true } });
    return range && entities.slice(range.first, range.last).map(keyOf).sort();
  });
  return { entities: entities.map(keyOf).sort(), filled: order.filled, ranges };
}

function nodeKeys(index: GraphIndex, nodes: Uint32Array): string[] {
  expect(nodes).toEqual(nodes.toSorted());
  return Array.from(nodes, (node) => index.nodeKey(node)).sort();
}

function relationshipKeys(index: GraphIndex, relationships: Uint32Array): string[] {
  expect(relationships).toEqual(relationships.toSorted());
  return Array.from(relationships, (relationship) => index.relationshipKey(relationship)).sort();
}

function byText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
