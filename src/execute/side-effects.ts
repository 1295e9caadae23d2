import type { Changes } from "../graph/change-log.ts";
import type { GraphIndex } from "../index/graph-index.ts";

/**
 * What a query changed, net, in the terms of openCypher's test kit: a label counts when the graph as a whole gets
 * or loses it, and a property that got another value counts as one removed and one added.
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

export function sideEffects(
  { labelsTouched, ...counts }: Changes,
  before: GraphIndex,
  after: GraphIndex,
): SideEffects {
  const touched = [...labelsTouched];
  const had = (label: string) => before.nodesWithLabel(label).length > 0;
  const has = (label: string) => after.nodesWithLabel(label).length > 0;
  return {
    ...counts,
    labelsAdded: touched.filter((label) => !had(label) && has(label)).length,
    labelsRemoved: touched.filter((label) => had(label) && !has(label)).length,
  };
}
