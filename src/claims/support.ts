import type { ClaimGraph } from "./claim-graph.ts";
import { positionsOf } from "./positions.ts";

/** On how many a triple rests. */
export interface Support {
  /** Claims that uphold it, but for those that their own article judges untrue. */
  readonly claims: readonly number[];
  /** Different articles among them. */
  readonly articles: number;
  /** Articles of one origin are one: they are no independent sources. */
  readonly origins: number;
  /** Different claimants by name; an article in its own voice is none. */
  readonly claimants: number;
}

/** Counts the support of triples of a graph, as it is now. */
export function supportCounter(graph: ClaimGraph): (claims: Iterable<number>) => Support {
  const { index } = graph;
  const positions = positionsOf(graph);
  const articles = index.relationshipColumn("article");
  const claimants = index.relationshipColumn("claimant");
  const originOf = articleOrigins(graph);
  return (claims) => {
    const upholding: number[] = [];
    const seen = { articles: new Set<number>(), origins: new Set<unknown>(), claimants: new Set<number>() };
    for (const claim of claims) {
      if (positions.denies(claim) || positions.isRefuted(claim)) continue;
      upholding.push(claim);
      const article = articles.codes[claim] as number;
      const claimant = claimants.codes[claim] as number;
      if (claimant !== 0) seen.claimants.add(claimant);
      if (article === 0) continue;
      seen.articles.add(article);
      seen.origins.add(originOf(article));
    }
    return {
      claims: upholding,
      articles: seen.articles.size,
      origins: seen.origins.size,
      claimants: seen.claimants.size,
    };
  };
}

/** By the code of an article's id: what it has in common with others of one origin. */
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
    // Without an origin an article is a source of its own, which is not to meet another's origin of that name.
    return origin === null ? { article } : String(origin);
  }
}
