import { graphologyKey } from "../graph/graphology-keys.ts";
import { labelsOf, nameOf } from "../graph/read-attributes.ts";
import type { ClaimsSource } from "./claims-source.ts";
import type { Content } from "./element.ts";
import { nodeHead } from "./node-head.ts";
import { type Tab, tabs } from "./tabs.ts";

/**
 * A node with the claims about it, and the claims that it makes or, for an article, contains; `undefined` if the node
 * no longer exists.
 */
export function nodePage(
  key: string,
  { graph, reader }: ClaimsSource,
  list: (claims: readonly string[]) => HTMLElement,
): Content {
  const nodeKey = graphologyKey(key);
  if (!graph.hasNode(nodeKey)) return undefined;
  const attributes = graph.getNodeAttributes(nodeKey);
  // Outgoing relationships come before incoming ones; a loop is both.
  const about = [...new Set([...graph.outEdges(nodeKey), ...graph.inEdges(nodeKey)])];
  const parts: readonly Tab[] = labelsOf(attributes).includes("Article")
    ? [
        ["In this article", reader.claimsOfArticle(key)],
        ["About it", about],
      ]
    : [
        ["About", about],
        ["Says", reader.claimsOfClaimant(nameOf(key, attributes))],
      ];
  const filled = parts.filter(([, claims], at) => at === 0 || claims.length > 0);
  return [nodeHead(graph, key), tabs(filled, list)];
}
