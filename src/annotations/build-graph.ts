import type { ClaimProperty } from "../graph/claim-property-names.ts";
import type { MultiDirectedGraph } from "../graph/graphology.ts";
import { PropertyGraph } from "../graph/property-graph.ts";
import { setTypeTraits, type TypeTraits } from "../graph/type-traits.ts";
import type { Value } from "../values/value.ts";
import type { Article, Claim, ClaimEnd } from "./claim.ts";
import type { Entity } from "./entity-index.ts";
import type { Literal } from "./read-literal.ts";
import { ARTICLE, labelChain, VALUE, type Vocabulary } from "./vocabulary.ts";

/** Input of the graph: entities, articles and claims without errors. */
export interface GraphParts {
  readonly vocabulary: Vocabulary;
  readonly entities: readonly Entity[];
  readonly articles: readonly Article[];
  readonly claims: readonly Claim[];
}

type Properties = Record<string, Value>;

/**
 * Builds the graph of claims: a node for each entity, article and literal, a relationship for each claim. The key of
 * a node is its `id`, the key of a relationship its `claim`. Absent values have no attribute.
 */
export function buildGraph({ vocabulary, entities, articles, claims }: GraphParts): MultiDirectedGraph {
  const graph = new PropertyGraph();
  setTypeTraits(graph.graphology, typeTraits(vocabulary));
  for (const entity of entities) {
    const labels = entity.type === "" ? [] : labelChain(vocabulary.entityTypes, entity.type);
    graph.createNode({ key: entity.id, labels, properties: entityProperties(entity) });
  }
  for (const article of articles) {
    graph.createNode({ key: article.id, labels: [ARTICLE], properties: articleProperties(article) });
  }
  for (const claim of claims) {
    for (const end of [claim.subject, claim.object]) {
      if (end.kind !== "literal" || graph.has({ kind: "node", key: end.literal.id })) continue;
      graph.createNode({
        key: end.literal.id,
        labels: [VALUE],
        properties: literalProperties(end.literal),
      });
    }
    graph.createRelationship({
      key: claim.id,
      type: claim.type,
      start: keyOf(claim.subject),
      end: keyOf(claim.object),
      properties: claimProperties(claim),
    });
  }
  return graph.graphology;
}

function typeTraits({ relationshipTypes }: Vocabulary): TypeTraits {
  const types = [...relationshipTypes.values()];
  return {
    symmetricTypes: types.filter(({ symmetric }) => symmetric).map(({ name }) => name),
    functionalTypes: types.filter(({ single }) => single).map(({ name }) => name),
  };
}

function keyOf(end: ClaimEnd): string {
  switch (end.kind) {
    case "entity":
      return end.entity.id;
    case "article":
      return end.article;
    case "literal":
      return end.literal.id;
  }
}

function entityProperties({ id, name, aliases, properties }: Entity): Properties {
  return { id, name, aliases, ...properties };
}

function articleProperties(article: Article): Properties {
  return {
    id: article.id,
    name: article.title,
    aliases: [],
    title: article.title,
    publisher: article.publisher?.name ?? null,
    authors: orNull(article.authors.map((author) => author.name)),
    published: article.published?.edtf ?? null,
    url: article.url ?? null,
    file: article.file,
    sha256: article.sha256,
    language: article.language ?? null,
    origin: article.origin,
  };
}

function literalProperties(literal: Literal): Properties {
  return {
    id: literal.id,
    name: literal.name,
    aliases: [],
    value: literal.value,
    unit: literal.unit ?? null,
    comparison: literal.comparison ?? null,
    from: literal.from ?? null,
    to: literal.to ?? null,
  };
}

function claimProperties(claim: Claim): Properties {
  return {
    claim: claim.id,
    article: claim.article,
    claimant: claim.claimant?.name ?? null,
    via: orNull(claim.via.map((entity) => entity.name)),
    stance: claim.stance,
    modality: claim.modality,
    assessment: claim.assessment ?? null,
    when: claim.when?.edtf ?? null,
    from: claim.when?.from ?? null,
    to: claim.when?.to ?? null,
    said: claim.said?.edtf ?? null,
    ...claim.qualifiers,
    gist: claim.gist,
    start: claim.passage.start,
    end: claim.passage.end,
    sha256: claim.passage.sha256,
    answers: orNull(claim.answers),
    reports: orNull(claim.reports),
  } satisfies Readonly<Record<ClaimProperty, Value>>;
}

function orNull(list: readonly string[]): Value {
  return list.length === 0 ? null : list;
}
