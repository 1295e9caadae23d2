import type { SideEffects } from "../../execute/side-effects.ts";
import { counted } from "../counted.ts";

/** The changes of a query: `added 1 node, 2 properties · removed 1 label`; empty if it changed nothing. */
export function changesText(stats: SideEffects): string {
  const added = listed([
    [stats.nodesAdded, "node"],
    [stats.relationshipsAdded, "relationship"],
    [stats.labelsAdded, "label"],
    [stats.propertiesAdded, "property", "properties"],
  ]);
  const removed = listed([
    [stats.nodesRemoved, "node"],
    [stats.relationshipsRemoved, "relationship"],
    [stats.labelsRemoved, "label"],
    [stats.propertiesRemoved, "property", "properties"],
  ]);
  return [added && `added ${added}`, removed && `removed ${removed}`].filter(Boolean).join(" · ");
}

function listed(counts: readonly (readonly [count: number, one: string, several?: string])[]): string {
  return counts
    .filter(([count]) => count > 0)
    .map(([count, one, several]) => counted(count, one, several))
    .join(", ");
}
