/**
 * A property graph as the viewer draws it. Claims are relationships, and many claims may join the same two
 * nodes; a drawing in which each were a line of its own would be a thicket. So all claims between two nodes
 * become one bundle, whose width tells their number, and the claims themselves are listed beside the drawing.
 */
import type { MultiDirectedGraph } from "../graph/graphology.ts";
import { idOfKey } from "../graph/graphology-keys.ts";
import { labelsOf, nameOf, typeOf } from "../graph/read-attributes.ts";
import { relationshipCount } from "../graph/relationship-count.ts";
import { mostSpecificLabel, typeColor } from "../output/colors.ts";

export interface SceneNode {
  /** The node's id, which graphology may have in backquotes. */
  readonly key: string;
  /** Its name, or its id where it has none. */
  readonly label: string;
  /** Its first label, the most special one; `Node` where it has none. */
  readonly type: string;
  readonly labels: readonly string[];
  readonly aliases: readonly string[];
  /** How many claims name it as subject or object. */
  readonly claims: number;
  /** Radius in pixels at the first zoom. */
  readonly size: number;
  readonly color: string;
}

/** All claims between two nodes, whatever their type and direction. */
export interface SceneBundle {
  readonly key: string;
  /** Id of the subject of the first claim. */
  readonly source: string;
  readonly target: string;
  /** Keys of the relationships, in the graph's order. */
  readonly claims: readonly string[];
  /** Their relationship types, each once, the most frequent first. */
  readonly types: readonly string[];
  /** Whether there are claims from `target` to `source` too. */
  readonly bothWays: boolean;
  /** Whether one of the claims contradicts another of the graph. */
  readonly contested: boolean;
  /** Width of the line in pixels. */
  readonly width: number;
}

export interface SceneType {
  readonly type: string;
  readonly color: string;
  /** How many nodes of the scene are of this type. */
  readonly count: number;
}

export interface Scene {
  /** The biggest first, so that the first names stay when there is no room for all. */
  readonly nodes: readonly SceneNode[];
  readonly bundles: readonly SceneBundle[];
  /** The most frequent first. */
  readonly types: readonly SceneType[];
  /** Relationship key → bundle key. */
  readonly bundleOfClaim: ReadonlyMap<string, string>;
}

/**
 * The scene of `graph`. Nodes that no claim names (articles, for the most part: claims refer to them by a
 * property) are left out, unless the graph holds no claims at all.
 *
 * @param contested keys of the relationships that contradict each other
 */
export function sceneOf(graph: MultiDirectedGraph, contested: ReadonlySet<string>): Scene {
  const bundleOfClaim = new Map<string, string>();
  // Many nodes share the same space, so each gets less of it.
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

/** By code units: the same order on every machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
