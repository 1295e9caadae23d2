import type { GraphIndex } from "../../storage/graph-index.ts";
import { Float } from "../../values/float.ts";
import { Node, Path, Relationship, type Value } from "../../values/value.ts";
import { type Evidence, type EvidenceRecords, MERGED, NO_EVIDENCE, REACHED } from "./evidence-store.ts";
import { type ReachedNodes, relationshipsOnWalks } from "./reached-nodes.ts";

/** The evidence of the rows of a run. */
export interface RunEvidence {
  /** By row. */
  readonly rows: readonly Evidence[];
  readonly records: EvidenceRecords;
}

/** Numbers of nodes and relationships. The nodes include both ends of every relationship. */
export interface EvidenceNumbers {
  readonly nodes: ReadonlySet<number>;
  readonly relationships: ReadonlySet<number>;
}

/**
 * All entities in these records and in the values: an entity in a row is evidence of the row.
 *
 * @param values as a query returned them
 */
export function evidenceNumbers(
  records: EvidenceRecords,
  evidence: readonly Evidence[],
  values: readonly Value[],
  index: GraphIndex,
): EvidenceNumbers {
  const nodes = new Set<number>();
  const relationships = new Set<number>();
  // Records are shared: the evidence of a row before a match is written once for all its matches.
  const seen = new Set<Evidence>([NO_EVIDENCE]);
  const searches = new Map<string, ReachedNodes>();
  const open = [...evidence];
  for (let record = open.pop(); record !== undefined; record = open.pop()) {
    if (seen.has(record)) continue;
    seen.add(record);
    const first = record + 2;
    const count = records[record + 1] as number;
    if (count === MERGED) open.push(records[first] as number);
    else if (count === REACHED) addReached(records, record, searches);
    else {
      for (let at = first; at < first + count; at++) {
        const entity = records[at] as number;
        if (entity % 2 === 0) nodes.add(entity / 2);
        else relationships.add((entity - 1) / 2);
      }
    }
    open.push(records[record] as number);
  }
  for (const search of searches.values()) {
    for (const end of search.ends) nodes.add(end);
    for (const relationship of relationshipsOnWalks(search, records, index)) relationships.add(relationship);
  }
  for (const value of values) {
    eachEntity(
      value,
      index,
      (node) => nodes.add(node),
      (relationship) => relationships.add(relationship),
    );
  }
  for (const relationship of relationships) {
    nodes.add(index.starts[relationship] as number);
    nodes.add(index.ends[relationship] as number);
  }
  return { nodes, relationships };
}

/** Groups the reached nodes by search, so that the walks to them are found together. */
function addReached(records: EvidenceRecords, record: Evidence, searches: Map<string, ReachedNodes>): void {
  const start = records[record + 2] as number;
  const end = records[record + 3] as number;
  const longest = records[record + 4] as number;
  const searched = records[record + 5] as number;
  const key = `${searched} ${start}`;
  const search = searches.get(key) ?? { searched, start, longest, ends: new Set() };
  searches.set(key, search);
  search.ends.add(end);
}

/** Whether a value is or contains a node or a relationship. */
export function containsEntity(value: Value): boolean {
  if (typeof value !== "object" || value === null || value instanceof Float) return false;
  if (value instanceof Node || value instanceof Relationship || value instanceof Path) return true;
  return Object.values(value).some(containsEntity);
}

/** Calls back with the number of each node and relationship in a value, at any depth. */
export function eachEntity(
  value: Value,
  index: GraphIndex,
  takeNode: (node: number) => void,
  takeRelationship: (relationship: number) => void,
): void {
  if (typeof value !== "object" || value === null || value instanceof Float) return;
  if (value instanceof Node) {
    const node = index.findNode(value.id);
    if (node !== undefined) takeNode(node);
  } else if (value instanceof Relationship) {
    const relationship = index.findRelationship(value.id);
    if (relationship !== undefined) takeRelationship(relationship);
  } else {
    const parts: readonly Value[] =
      value instanceof Path ? [...value.nodes, ...value.relationships] : Object.values(value);
    for (const part of parts) eachEntity(part, index, takeNode, takeRelationship);
  }
}
