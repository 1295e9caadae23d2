import type { GraphIndex } from "../index/graph-index.ts";

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

/** Keys of nodes and relationships of the graph. */
export interface EvidenceKeys {
  readonly nodes: ReadonlySet<string>;
  readonly relationships: ReadonlySet<string>;
}

/** All that any of these rests on. */
export function evidenceKeys(all: readonly Evidence[], index: GraphIndex): EvidenceKeys {
  const nodes = new Set<string>();
  const relationships = new Set<string>();
  const seen = new Set<Evidence>();
  const open: Evidence[] = [all];
  for (let evidence = open.pop(); evidence !== undefined; evidence = open.pop()) {
    if (evidence === null || seen.has(evidence)) continue;
    seen.add(evidence);
    if (isMerged(evidence)) for (const one of evidence) open.push(one);
    else {
      for (const node of evidence.nodes) nodes.add(index.nodeKey(node));
      for (const relationship of evidence.relationships)
        relationships.add(index.relationshipKey(relationship));
      open.push(evidence.before);
    }
  }
  return { nodes, relationships };
}

function isMerged(evidence: Match | readonly Evidence[]): evidence is readonly Evidence[] {
  return Array.isArray(evidence);
}
