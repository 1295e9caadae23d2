import fc from "fast-check";
import { Column } from "../../src/graph/column.ts";
import { ListedKeys, NumberedKeys, PackedKeys } from "../../src/graph/entity-keys.ts";
import type { EntityKeys, GraphColumns } from "../../src/graph/graph-columns.ts";
import { PackedTexts } from "../../src/graph/packed-texts.ts";
import type { Value } from "../../src/values/value.ts";

/** Unicode texts, including some that CSV, Arrow and JavaScript's decoders treat specially. */
export const texts = fc.oneof(
  fc.constantFrom(
    "",
    "a",
    'say "yes"',
    "a,b",
    "a;b",
    "\r\n",
    "\ufeffa",
    "Зеленський",
    "né",
    "😀",
    "null",
    "1",
  ),
  fc.string({ unit: "binary", maxLength: 6 }),
);

/** A graph of a few entities. The values of each property come from `properties`. */
export function arbitraryColumns(
  properties: Readonly<Record<string, fc.Arbitrary<Value>>>,
): fc.Arbitrary<GraphColumns> {
  const names = Object.keys(properties);
  const values = (count: number) =>
    fc.record(
      Object.fromEntries(
        names.map((name) => [
          name,
          fc.array(fc.option(properties[name] as fc.Arbitrary<Value>), {
            minLength: count,
            maxLength: count,
          }),
        ]),
      ),
    );
  const keys = (count: number) =>
    fc.uniqueArray(fc.oneof(texts, fc.string()).filter(Boolean), { minLength: count, maxLength: count });
  return fc
    .record({ nodes: fc.integer({ min: 1, max: 12 }), relationships: fc.integer({ min: 0, max: 20 }) })
    .chain(({ nodes, relationships }) => {
      const places = (count: number, most: number) =>
        fc.array(fc.nat(most), { minLength: count, maxLength: count }).map((list) => Uint32Array.from(list));
      return fc
        .record({
          keys: keys(nodes).map(packed),
          labelCodes: places(nodes, 2),
          labels: fc.uniqueArray(fc.constantFrom("Person", "Leader", "Länder"), {
            minLength: 2,
            maxLength: 2,
          }),
          nodeValues: values(nodes),
          relationshipKeys: fc.oneof(fc.constant(undefined), keys(relationships)),
          starts: places(relationships, nodes - 1),
          ends: places(relationships, nodes - 1),
          types: places(relationships, 1),
          relationshipValues: values(relationships),
        })
        .map((parts) => ({
          nodes: {
            count: nodes,
            keys: parts.keys,
            labelCodes: parts.labelCodes,
            labelSets: [[], parts.labels.slice(0, 1), parts.labels],
            properties: columns(parts.nodeValues),
          },
          relationships: {
            count: relationships,
            keys: parts.relationshipKeys
              ? new ListedKeys(parts.relationshipKeys)
              : new NumberedKeys(relationships),
            starts: parts.starts,
            ends: parts.ends,
            types: parts.types,
            typeNames: ["MEETS", "VISITS"],
            properties: columns(parts.relationshipValues),
          },
        }));
    });
}

/** A graph as plain data, equal for equal graphs. */
export function plainGraph({ nodes, relationships }: GraphColumns) {
  return {
    nodes: list(nodes.count, (node) => ({
      key: keyOf(nodes.keys, node),
      labels: nodes.labelSets[nodes.labelCodes[node] as number],
      properties: properties(nodes.properties, node),
    })),
    relationships: list(relationships.count, (relationship) => ({
      key: keyOf(relationships.keys, relationship),
      start: relationships.starts[relationship],
      end: relationships.ends[relationship],
      type: relationships.typeNames[relationships.types[relationship] as number],
      properties: properties(relationships.properties, relationship),
    })),
  };
}

function list<Item>(count: number, item: (number: number) => Item): Item[] {
  return Array.from({ length: count }, (_, number) => item(number));
}

/** The key. It must be found again by `find`. */
function keyOf(keys: EntityKeys, entity: number): string {
  const key = keys.keyOf(entity);
  if (keys.find(key) !== entity) throw new Error(`${JSON.stringify(key)} is not found`);
  return key;
}

function properties(columns: ReadonlyMap<string, Column>, entity: number): Record<string, Value> {
  return Object.fromEntries([...columns].map(([name, column]) => [name, column.valueOf(entity)]));
}

function columns(values: Readonly<Record<string, readonly Value[]>>): ReadonlyMap<string, Column> {
  return new Map(
    Object.entries(values).map(([name, list]) => {
      const column = new Column();
      for (const [entity, value] of list.entries()) column.set(entity, value);
      return [name, column];
    }),
  );
}

function packed(keys: readonly string[]): EntityKeys {
  const all = new PackedTexts();
  for (const key of keys) {
    const bytes = new TextEncoder().encode(key);
    all.add(bytes, 0, bytes.length);
  }
  return new PackedKeys(all);
}
