import { DATES, idOf, type NewsGraph, STANCES, TYPES } from "../news/news-graph.ts";
import { type Adjacency, adjacencies, type TypedAdjacency } from "./csr-adjacency.ts";
import { groupStable } from "./csr-sorting.ts";

/**
 * What an expert who knows all queries in advance would build by hand: sorted adjacency lists in typed arrays, and an
 * index for each access path of a query. No results are cached.
 */
export interface Csr {
  readonly news: NewsGraph;
  readonly ids: readonly string[];
  readonly nodeById: ReadonlyMap<string, number>;
  readonly nodesByName: ReadonlyMap<string, readonly number[]>;
  readonly nodesByCountry: ReadonlyMap<string, Uint32Array>;
  /** All names, separated by line breaks, and the position of each. */
  readonly names: string;
  readonly nameStarts: Uint32Array;
  readonly dayByDate: ReadonlyMap<string, number>;
  /** Of all types. */
  readonly outgoing: Adjacency;
  readonly incoming: Adjacency;
  /** By type. */
  readonly byType: readonly TypedAdjacency[];
  /** By type, and by stance: claims by day, ascending. */
  readonly claimsOfType: readonly Uint32Array[];
  readonly claimsOfStance: readonly Uint32Array[];
  /** For counting and marking by node or article. All are 0 between two queries. */
  readonly counts: Uint32Array;
  readonly marks: Uint32Array;
}

export function buildCsr(news: NewsGraph): Csr {
  const { entities, claims } = news;
  const ids = Array.from({ length: entities.count }, (_, entity) => idOf(entity));
  const nodesByName = new Map<string, number[]>();
  const nameStarts = new Uint32Array(entities.count + 1);
  for (const [entity, name] of entities.names.entries()) {
    nameStarts[entity + 1] = (nameStarts[entity] as number) + name.length + 1;
    const nodes = nodesByName.get(name);
    if (nodes === undefined) nodesByName.set(name, [entity]);
    else nodes.push(entity);
  }
  const byCountry = groupStable(
    everything(entities.count),
    entities.countries,
    entities.countryNames.length + 1,
  );
  const byDay = groupStable(everything(claims.count), claims.days, DATES.length).flat;
  const size = Math.max(entities.count, news.articleCount) + 1;
  return {
    news,
    ids,
    nodeById: new Map(ids.map((id, node) => [id, node])),
    nodesByName,
    nodesByCountry: new Map(entities.countryNames.map((name, at) => [name, byCountry.group(at + 1)])),
    names: `${entities.names.join("\n")}\n`,
    nameStarts,
    dayByDate: new Map(DATES.map((date, day) => [date, day])),
    ...adjacencies(news),
    claimsOfType: groupStable(byDay, claims.types, TYPES.length).groups,
    claimsOfStance: groupStable(byDay, claims.stances, STANCES.length).groups,
    counts: new Uint32Array(size),
    marks: new Uint32Array(size),
  };
}

export function everything(count: number): Uint32Array {
  return Uint32Array.from({ length: count }, (_, at) => at);
}

/** The first position `at` in ascending `keys[order[at]]` whose key is not below `key`. */
export function lowerBound(order: Uint32Array, keys: ArrayLike<number>, key: number): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[order[middle] as number] as number) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
