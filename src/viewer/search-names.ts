import { foldName } from "../graph/fold-name.ts";
import type { SceneNode } from "./scene.ts";

export interface NameMatch {
  readonly node: SceneNode;
  /** The alias that matched, unless the name did. */
  readonly alias?: string;
}

/** Finds nodes by part of their name or of an alias. */
export type NameSearch = (text: string, limit?: number) => NameMatch[];

/**
 * A search over these nodes that ignores case and diacritics. Order of the matches: equal names, names that begin with
 * the text, names with a word that begins with it, names that contain it; then by the number of claims, most first.
 */
export function nameSearch(nodes: readonly SceneNode[]): NameSearch {
  const entries = nodes.map((node) => ({
    node,
    names: [node.label, ...node.aliases].map((name) => ({ name, folded: foldName(name) })),
  }));
  return (text, limit = 12) => {
    const wanted = foldName(text);
    if (wanted === "") return [];
    const ranked: { match: NameMatch; rank: number }[] = [];
    for (const { node, names } of entries) {
      let best = NO_MATCH;
      let bestName = node.label;
      for (const { name, folded } of names) {
        const rank = rankOf(folded, wanted);
        if (rank < best) [best, bestName] = [rank, name];
      }
      if (best === NO_MATCH) continue;
      ranked.push({ match: bestName === node.label ? { node } : { node, alias: bestName }, rank: best });
    }
    ranked.sort((a, b) => a.rank - b.rank || b.match.node.claims - a.match.node.claims);
    return ranked.slice(0, limit).map(({ match }) => match);
  };
}

const NO_MATCH = 4;

function rankOf(name: string, wanted: string): number {
  if (name === wanted) return 0;
  const at = name.indexOf(wanted);
  if (at === 0) return 1;
  if (name.includes(` ${wanted}`) || name.includes(`-${wanted}`)) return 2;
  return at > 0 ? 3 : NO_MATCH;
}
