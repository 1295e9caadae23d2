import { CypherError } from "../diagnostics/cypher-error.ts";
import { typeWithArticle } from "../values/type-name.ts";
import { Node, type Value } from "../values/value.ts";
import type { ClaimGraph } from "./claim-graph.ts";
import { compareEventTimes, eventTime } from "./event-time.ts";

/**
 * The claims that have an event time, in the order of this time (see `compareEventTimes`), then in the order of the
 * graph. Times that cannot be ordered, such as every 9 May, come last.
 *
 * @param entity a node, or a name or alias of nodes, that is subject or object of the claims. Undefined: all claims
 */
export function timeline(graph: ClaimGraph, entity: Value | undefined): Uint32Array {
  const { index } = graph;
  const { codes } = index.relationshipColumn("when");
  const chosen = entity === undefined ? index.relationshipsOfType(undefined) : claimsAbout(graph, entity);
  const ranks = timeRanks(graph);
  const rankOf = (claim: number) => ranks[codes[claim] as number] as number;
  return chosen
    .filter((claim) => codes[claim] !== 0)
    .sort((one, other) => rankOf(one) - rankOf(other) || one - other);
}

function claimsAbout({ index, names }: ClaimGraph, entity: Value): Uint32Array {
  const claims = new Set<number>();
  for (const node of nodesOf()) {
    for (const direction of ["outgoing", "incoming"] as const) {
      const { first, last, relationships } = index.adjacency(direction, undefined);
      for (const claim of relationships.subarray(first[node] ?? 0, last[node] ?? 0)) claims.add(claim);
    }
  }
  return Uint32Array.from(claims);

  function nodesOf(): number[] {
    if (entity === null) return [];
    if (entity instanceof Node) {
      const node = index.findNode(entity.id);
      return node === undefined || index.isNodeDeleted(node) ? [] : [node];
    }
    if (typeof entity === "string")
      return names()
        .resolve(entity)
        .flatMap((name) => [...index.nodesWithProperty("name", name)]);
    const message = `the argument entity of claims.timeline must be a node or a name, but is ${typeWithArticle(entity)}`;
    throw new CypherError("ArgumentTypeMismatch", message);
  }
}

/** By the code of `when`: its rank in the order of times. Each distinct time is read and compared once. */
function timeRanks({ index }: ClaimGraph): Uint32Array {
  const whens = index.relationshipColumn("when");
  const [froms, tos] = [index.relationshipColumn("from"), index.relationshipColumn("to")];
  const examples = new Uint32Array(whens.values.length);
  const isKnown = new Uint8Array(whens.values.length);
  for (const claim of index.relationshipsOfType(undefined)) {
    const code = whens.codes[claim] as number;
    if (isKnown[code] === 1) continue;
    isKnown[code] = 1;
    examples[code] = claim;
  }
  const times = whens.values.map((when, code) => {
    const claim = examples[code] as number;
    return isKnown[code] === 1
      ? eventTime(when, froms.valueOf(claim), tos.valueOf(claim))
      : eventTime(null, null, null);
  });
  const inOrder = times
    .map((time, code) => ({ time, code }))
    .sort((one, other) => compareEventTimes(one.time, other.time));
  const ranks = new Uint32Array(times.length);
  let rank = 0;
  for (const [at, { time, code }] of inOrder.entries()) {
    const before = inOrder[at - 1];
    if (before !== undefined && compareEventTimes(before.time, time) !== 0) rank++;
    ranks[code] = rank;
  }
  return ranks;
}
