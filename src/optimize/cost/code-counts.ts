import type { Column } from "../../graph/column.ts";

/** How often the values of a property occur. */
export interface CodeCounts {
  /** By code: how many entities have that value. */
  readonly counts: Uint32Array;
  /** How many entities have any. */
  readonly present: number;
  /** How many different values any entity has. */
  readonly distinct: number;
}

/** Counted when first asked for; a share that was true a few writes ago is good enough to plan with. */
const KNOWN = new WeakMap<Column, { readonly entities: number; readonly counts: CodeCounts }>();

/** @param entities how many entities there are */
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
