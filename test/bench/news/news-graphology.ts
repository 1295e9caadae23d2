import { MultiDirectedGraph } from "../../../src/graph/graphology.ts";
import { articleIdOf, DATES, idOf, LABELS, type NewsGraph, STANCES, TYPES } from "./news-graph.ts";

/** The graph in graphology, in Hearsay's layout: labels, type and properties are attributes. */
export function newsGraphology({ entities, claims }: NewsGraph): MultiDirectedGraph {
  const graph = new MultiDirectedGraph();
  for (let entity = 0; entity < entities.count; entity++) {
    const id = idOf(entity);
    const attributes: Record<string, unknown> = {
      labels: [LABELS[entities.labels[entity] as number]],
      id,
      name: entities.names[entity],
    };
    const country = entities.countries[entity] as number;
    if (entities.aliases[entity]?.length) attributes["aliases"] = entities.aliases[entity];
    if (country !== 0) attributes["country"] = entities.countryNames[country - 1];
    if (entities.born[entity] !== 0) attributes["born"] = entities.born[entity];
    graph.addNode(id, attributes);
  }
  for (let claim = 0; claim < claims.count; claim++) {
    const claimant = claims.claimants[claim] as number;
    const attributes: Record<string, unknown> = {
      type: TYPES[claims.types[claim] as number],
      article: articleIdOf(claims.articles[claim] as number),
      said: DATES[claims.days[claim] as number],
      stance: STANCES[claims.stances[claim] as number],
      confidence: claims.confidences[claim],
    };
    if (claimant !== 0) attributes["claimant"] = idOf(claimant - 1);
    const subject = idOf(claims.subjects[claim] as number);
    graph.addEdgeWithKey(`c${claim}`, subject, idOf(claims.objects[claim] as number), attributes);
  }
  return graph;
}
