/**
 * A property graph as the viewer draws it. Claims are relationships, and many claims may join the same two nodes, so
 * that a separate line for each would be unreadable. Therefore all claims between two nodes become one bundle, whose
 * width shows their number, and the panel next to the drawing lists the claims.
 */
import type { MultiDirectedGraph } from "../graph/graphology.ts";
import { idOfKey } from "../graph/graphology-keys.ts";
import { labelsOf, nameOf, typeOf } from "../graph/read-attributes.ts";
import { relationshipCount } from "../graph/relationship-count.ts";
import { mostSpecificLabel, typeColor } from "../output/colors.ts";

export interface SceneNode {
  /** The node's id, not its graphology key, which may be in backquotes. */
  readonly key: string;
  /** Its name, or its id if it has no name. */
  readonly label: string;
  /** Its first label, the most specific one; `Node` if it has none. */
  readonly type: string;
  readonly labels: readonly string[];
  readonly aliases: readonly string[];
  /** Number of claims with it as subject or object. */
  readonly claims: number;
  /** Radius in pixels at the first zoom. */
  readonly size: number;
  readonly color: string;
}

/** All claims between two nodes, of any type and direction. */
export interface SceneBundle {
  readonly key: string;
  /** Id of the subject of the first claim. */
  readonly source: string;
  readonly target: string;
  /** Keys of the relationships, in the graph's order. */
  readonly claims: readonly string[];
  /** Their distinct relationship types, most frequent first. */
  readonly types: readonly string[];
  /** Whether there are claims from `target` to `source` too. */
  readonly bothWays: boolean;
  /** Whether one of the claims contradicts another claim of the graph. */
  readonly contested: boolean;
  /** Width of the line in pixels. */
  readonly width: number;
}

export interface SceneType {
  readonly type: string;
  readonly color: string;
  /** Number of nodes of this type in the scene. */
  readonly count: number;
}

export interface Scene {
  /** The biggest first, because not all names may fit and the first ones have priority. */
  readonly nodes: readonly SceneNode[];
  readonly bundles: readonly SceneBundle[];
  /** The most frequent first. */
  readonly types: readonly SceneType[];
  /** Relationship key → bundle key. */
  readonly bundleOfClaim: ReadonlyMap<string, string>;
}

/**
 * The scene of `graph`. Nodes without claims are left out, unless the graph has no claims at all; most of these are
 * articles, which claims refer to by a property.
 *
 * @param contested keys of the relationships that contradict each other
 */
export function sceneOf(graph: MultiDirectedGraph, contested: ReadonlySet<string>): Scene {
  const bundleOfClaim = new Map<string, string>();
  // The more nodes share the space, the smaller each is.
  const scale = Math.min(1, Math.max(0.4, Math.sqrt(220 / Math.max(1, graph.order))));
  const bundles = bundlesOf(graph, { scale, contested }, bundleOfClaim);
  const nodes = nodesOf(graph, scale);
  return { nodes, bundles, types: typesOf(nodes), bundleOfClaim };
}

function nodesOf(graph: MultiDirectedGraph, scale: number): SceneNode[] {
  const nodes: SceneNode[] = [];
  graph.forEachNode((nodeKey, attributes) => {
    const key = idOfKey(nodeKey);
    const claims = relationshipCount(graph, nodeKey);
    if (claims === 0 && graph.size > 0) return;
    const labels = labelsOf(attributes);
    const type = mostSpecificLabel(labels) ?? "Node";
    nodes.push({
      key,
      label: nameOf(key, attributes),
      type,
      labels,
      aliases: aliasesOf(attributes),
      claims,
      size: scale * Math.min(24, (type === "Value" ? 3.5 : 4.5) + 2 * Math.sqrt(claims)),
      color: typeColor(mostSpecificLabel(labels)),
    });
  });
  return nodes.sort((a, b) => b.claims - a.claims || compareText(a.label, b.label));
}

interface Drawing {
  readonly scale: number;
  readonly contested: ReadonlySet<string>;
}

function bundlesOf(
  graph: MultiDirectedGraph,
  drawing: Drawing,
  bundleOfClaim: Map<string, string>,
): SceneBundle[] {
  const claimsOf = new Map<string, string[]>();
  graph.forEachEdge((claim, _, sourceKey, targetKey) => {
    const [source, target] = [idOfKey(sourceKey), idOfKey(targetKey)];
    const key = JSON.stringify(source < target ? [source, target] : [target, source]);
    const claims = claimsOf.get(key);
    if (claims) claims.push(claim);
    else claimsOf.set(key, [claim]);
    bundleOfClaim.set(claim, key);
  });
  return [...claimsOf].map(([key, claims]) => bundleOf(graph, drawing, key, claims));
}

function bundleOf(
  graph: MultiDirectedGraph,
  { scale, contested }: Drawing,
  key: string,
  claims: readonly string[],
): SceneBundle {
  const [source, target] = graph.extremities(claims[0] as string);
  const counts = new Map<string, number>();
  for (const claim of claims) {
    const type = typeOf(graph.getEdgeAttributes(claim));
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return {
    key,
    source: idOfKey(source),
    target: idOfKey(target),
    claims,
    types: [...counts].sort((a, b) => b[1] - a[1]).map(([type]) => type),
    bothWays: source !== target && claims.some((claim) => graph.source(claim) === target),
    contested: claims.some((claim) => contested.has(claim)),
    width: scale * Math.min(10, 2 + 1.15 * Math.log2(claims.length)),
  };
}

function typesOf(nodes: readonly SceneNode[]): SceneType[] {
  const types = new Map<string, SceneType>();
  for (const { type, color } of nodes)
    types.set(type, { type, color, count: (types.get(type)?.count ?? 0) + 1 });
  return [...types.values()].sort((a, b) => b.count - a.count || compareText(a.type, b.type));
}

function aliasesOf(attributes: Readonly<Record<string, unknown>>): string[] {
  const aliases = attributes["aliases"];
  return Array.isArray(aliases) ? aliases.filter((alias) => typeof alias === "string") : [];
}

/** Compares by code units, so that the order is the same on every machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
