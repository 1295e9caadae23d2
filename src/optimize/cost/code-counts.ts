import type { Column } from "../../graph/column.ts";

/** How often the values of a property occur. */
export interface CodeCounts {
  /** By code: the number of entities with that value. */
  readonly counts: Uint32Array;
  /** The number of entities with the property. */
  readonly present: number;
  /** The number of distinct values that occur. */
  readonly distinct: number;
}

/** Computed on first use. Counts from a few writes ago are accurate enough for planning. */
const KNOWN = new WeakMap<Column, { readonly entities: number; readonly counts: CodeCounts }>();

/** @param entities the number of entities */
export function codeCounts(column: Column, entities: number): CodeCounts {
  const known = KNOWN.get(column);
  if (known !== undefined && Math.abs(known.entities - entities) * 10 <= entities) return known.counts;
  const counts = new Uint32Array(column.values.length);
  const { codes } = column;
  const length = Math.min(entities, codes.length);
  for (let entity = 0; entity < length; entity++) {
    const code = codes[entity] as number;
    counts[code] = (counts[code] as number) + 1;
  }
  const absent = counts[0] as number;
  const made = {
    counts,
    present: length - absent,
    distinct: counts.reduce((distinct, count, code) => distinct + (code > 0 && count > 0 ? 1 : 0), 0),
  };
  KNOWN.set(column, { entities, counts: made });
  return made;
}
