import { Column } from "../graph/column.ts";
import { PackedKeys } from "../graph/entity-keys.ts";
import type { RelationshipColumns } from "../graph/graph-columns.ts";

/**
 * The same relationships, numbered by the node that they start at, then by the one that they end at, then by type.
 * Those of a node stand together in every column then: what goes from node to node reads memory in order, which on a
 * million relationships is several times faster than to read it here and there.
 */
export function orderRelationships(columns: RelationshipColumns, nodeCount: number): RelationshipColumns {
  const { count, starts, ends, types, typeNames, keys, properties } = columns;
  let order = Uint32Array.from({ length: count }, (_, relationship) => relationship);
  // Each sort leaves equal ones as they were.
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

/** `order` sorted by a number of each relationship that is less than `limit`. */
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
