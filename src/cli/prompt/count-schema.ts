import type { Column } from "../../graph/column.ts";
import type { GraphColumns } from "../../graph/graph-columns.ts";

/** The number of nodes or relationships per name, most frequent first. */
export type Counts = ReadonlyMap<string, number>;

export interface Schema {
  readonly labels: Counts;
  readonly types: Counts;
  readonly nodeKeys: Counts;
  readonly relationshipKeys: Counts;
}

/** The labels, relationship types and property keys that a graph uses. */
export function countSchema({ nodes, relationships }: GraphColumns): Schema {
  const labels = new Map<string, number>();
  for (const [set, number] of tally(nodes.labelCodes, nodes.count).entries()) {
    for (const label of nodes.labelSets[set] ?? []) labels.set(label, (labels.get(label) ?? 0) + number);
  }
  const types = tally(relationships.types, relationships.count);
  return {
    labels: sorted(labels),
    types: sorted(new Map(relationships.typeNames.map((name, type) => [name, types[type] ?? 0]))),
    nodeKeys: sorted(countKeys(nodes.properties, nodes.count)),
    relationshipKeys: sorted(countKeys(relationships.properties, relationships.count)),
  };
}

function countKeys(properties: ReadonlyMap<string, Column>, count: number): Counts {
  return new Map(
    Array.from(properties, ([name, { codes }]) => {
      let held = 0;
      for (let entity = 0; entity < count; entity++) if ((codes[entity] ?? 0) !== 0) held++;
      return [name, held];
    }),
  );
}

/** How often each code occurs among the first `count`. */
function tally(codes: Uint32Array, count: number): number[] {
  const numbers: number[] = [];
  for (let entity = 0; entity < count; entity++) {
    const code = codes[entity] as number;
    numbers[code] = (numbers[code] ?? 0) + 1;
  }
  return Array.from(numbers, (number) => number ?? 0);
}

function sorted(counts: Counts): Counts {
  return new Map(
    [...counts].filter(([, count]) => count > 0).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)),
  );
}
