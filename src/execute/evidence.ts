import type { GraphIndex } from "../index/graph-index.ts";
import { Float } from "../values/float.ts";
import { Node, Path, Relationship, type Value } from "../values/value.ts";

/**
 * What a row rests on, as numbers. Rows that come from one row share what it rested on; grouping makes a list.
 */
export type Evidence = Match | readonly Evidence[] | null;

/** What one match bound, after what the row rested on before. */
export interface Match {
  readonly before: Evidence;
  readonly nodes: readonly number[];
  readonly relationships: readonly number[];
}

/** Nodes and relationships by their numbers; the ends of every relationship are among the nodes. */
export interface EvidenceNumbers {
  readonly nodes: ReadonlySet<number>;
  readonly relationships: ReadonlySet<number>;
}

/**
 * All that any of these rests on, and all that the values hold: an entity in a row is evidence of the row.
 *
 * @param values as a query returned them
 */
export function evidenceNumbers(
  all: readonly Evidence[],
  values: readonly Value[],
  index: GraphIndex,
): EvidenceNumbers {
  const nodes = new Set<number>();
  const relationships = new Set<number>();
  const seen = new Set<Evidence>();
  const open: Evidence[] = [...all];
  for (let evidence = open.pop(); evidence !== undefined; evidence = open.pop()) {
    if (evidence === null || seen.has(evidence)) continue;
    seen.add(evidence);
    if (isMerged(evidence)) for (const one of evidence) open.push(one);
    else {
      for (const node of evidence.nodes) nodes.add(node);
      for (const relationship of evidence.relationships) relationships.add(relationship);
      open.push(evidence.before);
    }
  }
  for (const value of values) collectEntities(value, nodes, relationships, index);
  for (const relationship of relationships) {
    nodes.add(index.starts[relationship] as number);
    nodes.add(index.ends[relationship] as number);
  }
  return { nodes, relationships };
}

function collectEntities(
  value: Value,
  nodes: Set<number>,
  relationships: Set<number>,
  index: GraphIndex,
): void {
  if (typeof value !== "object" || value === null || value instanceof Float) return;
  if (value instanceof Node) {
    const node = index.findNode(value.id);
    if (node !== undefined) nodes.add(node);
  } else if (value instanceof Relationship) {
    const relationship = index.findRelationship(value.id);
    if (relationship !== undefined) relationships.add(relationship);
  } else {
    const parts: readonly Value[] =
      value instanceof Path ? [...value.nodes, ...value.relationships] : Object.values(value);
    for (const part of parts) collectEntities(part, nodes, relationships, index);
  }
}

function isMerged(evidence: Match | readonly Evidence[]): evidence is readonly Evidence[] {
  return Array.isArray(evidence);
}
