import type { ClaimGraph } from "./claim-graph.ts";
import { positionsOf } from "./positions.ts";

/** The support for a triple. */
export interface Support {
  /** Claims that affirm it, without those that their own article judges untrue. */
  readonly claims: readonly number[];
  /** The number of distinct articles of these claims. */
  readonly articles: number;
  /** The number of distinct origins. Articles of one origin are not independent sources, and count once. */
  readonly origins: number;
  /** The number of distinct claimants by name. An article in its own voice has no claimant. */
  readonly claimants: number;
}

/** Returns a function that counts the support for triples in the current state of a graph. */
export function supportCounter(graph: ClaimGraph): (claims: Iterable<number>) => Support {
  const { index } = graph;
  const positions = positionsOf(graph);
  const articles = index.relationshipColumn("article");
  const claimants = index.relationshipColumn("claimant");
  const originOf = articleOrigins(graph);
  return (claims) => {
    const affirming: number[] = [];
    const seen = { articles: new Set<number>(), origins: new Set<unknown>(), claimants: new Set<number>() };
    for (const claim of claims) {
      if (positions.denies(claim) || positions.isRefuted(claim)) continue;
      affirming.push(claim);
      const article = articles.codes[claim] as number;
      const claimant = claimants.codes[claim] as number;
      if (claimant !== 0) seen.claimants.add(claimant);
      if (article === 0) continue;
      seen.articles.add(article);
      seen.origins.add(originOf(article));
    }
    return {
      claims: affirming,
      articles: seen.articles.size,
      origins: seen.origins.size,
      claimants: seen.claimants.size,
    };
  };
}

/** By the code of an article's id: a value that articles of one origin share. */
function articleOrigins({ index }: ClaimGraph): (article: number) => unknown {
  const { values } = index.relationshipColumn("article");
  const known: unknown[] = [];
  return (article) => {
    known[article] ??= originOf(article);
    return known[article];
  };

  function originOf(article: number): unknown {
    const id = String(values[article]);
    const node = index.findNode(id);
    const origin =
      node === undefined || index.isNodeDeleted(node) ? null : index.nodeProperty(node, "origin");
    // An article without an origin is a separate source. The object never equals the name of another article's origin.
    return origin === null ? { article } : String(origin);
  }
}
