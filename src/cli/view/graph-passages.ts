import { Engine } from "../../engine.ts";
import type { MultiDirectedGraph } from "../../graph/graphology.ts";
import type { PassageTexts } from "../../output/evidence/passage-text.ts";
import type { ArticleTexts } from "../article-texts.ts";

/** The words of the passages of all claims in `graph`. */
export function graphPassages(graph: MultiDirectedGraph, texts: ArticleTexts): Promise<PassageTexts> {
  const groups = new Engine(graph).claims().groups(graph.edges());
  return texts.passages(groups.flatMap(({ claims }) => claims));
}
