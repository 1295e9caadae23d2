import type { Changes } from "../graph/change-log.ts";
import type { GraphIndex } from "../storage/graph-index.ts";

/**
 * Net changes made by a query, counted as openCypher's test kit does: a label counts if the graph as a whole gains or
 * loses it, and a property that changes its value counts as one removed and one added.
 */
export interface SideEffects {
  readonly nodesAdded: number;
  readonly nodesRemoved: number;
  readonly relationshipsAdded: number;
  readonly relationshipsRemoved: number;
  readonly labelsAdded: number;
  readonly labelsRemoved: number;
  readonly propertiesAdded: number;
  readonly propertiesRemoved: number;
}

export const NO_CHANGES: SideEffects = {
  nodesAdded: 0,
  nodesRemoved: 0,
  relationshipsAdded: 0,
  relationshipsRemoved: 0,
  labelsAdded: 0,
  labelsRemoved: 0,
  propertiesAdded: 0,
  propertiesRemoved: 0,
};

/** @param index of the graph as it is after the changes */
export function sideEffects({ labels, ...counts }: Changes, index: GraphIndex): SideEffects {
  const changed = [...labels].map(([label, more]) => {
    const after = index.nodeCountWithLabel(label);
    return { had: after > more, has: after > 0 };
  });
  return {
    ...counts,
    labelsAdded: changed.filter(({ had, has }) => !had && has).length,
    labelsRemoved: changed.filter(({ had, has }) => had && !has).length,
  };
}
