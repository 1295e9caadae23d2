import { Column } from "../graph/column.ts";
import { PackedKeys } from "../graph/entity-keys.ts";
import type { RelationshipColumns } from "../graph/graph-columns.ts";

/**
 * Renumbers relationships by start node, then end node, then type. The relationships of a node are then adjacent in
 * every column: traversals read memory in order, which is several times faster on a million relationships than random
 * access.
 */
export function orderRelationships(columns: RelationshipColumns, nodeCount: number): RelationshipColumns {
  const { count, starts, ends, types, typeNames, keys, properties } = columns;
  let order = Uint32Array.from({ length: count }, (_, relationship) => relationship);
  // Each sort is stable.
  order = sortedBy(types, typeNames.length, order);
  order = sortedBy(ends, nodeCount, order);
  order = sortedBy(starts, nodeCount, order);
  return {
    count,
    keys: keys instanceof PackedKeys ? new PackedKeys(keys.texts.inOrder(order)) : keys,
    starts: inOrder(starts, order),
    ends: inOrder(ends, order),
    types: inOrder(types, order),
    typeNames,
    properties: new Map(
      [...properties].map(([key, { codes, values }]) => [key, new Column(inOrder(codes, order), values)]),
    ),
  };
}

/** `order` sorted (counting sort) by a number of each relationship, which is less than `limit`. */
function sortedBy(numbers: Uint32Array, limit: number, order: Uint32Array): Uint32Array<ArrayBuffer> {
  const offsets = new Uint32Array(limit + 1);
  for (const relationship of order) {
    const after = (numbers[relationship] as number) + 1;
    offsets[after] = (offsets[after] as number) + 1;
  }
  for (let number = 0; number < limit; number++) {
    offsets[number + 1] = (offsets[number + 1] as number) + (offsets[number] as number);
  }
  const sorted = new Uint32Array(order.length);
  for (const relationship of order) {
    const number = numbers[relationship] as number;
    const place = offsets[number] as number;
    offsets[number] = place + 1;
    sorted[place] = relationship;
  }
  return sorted;
}

function inOrder(numbers: Uint32Array, order: Uint32Array): Uint32Array {
  const ordered = new Uint32Array(order.length);
  for (let at = 0; at < order.length; at++) ordered[at] = numbers[order[at] as number] ?? 0;
  return ordered;
}
