/**
 * Claims as people read them: who says what of whom, how, where it stands. The graph keeps claimants, articles
 * and qualifiers as plain properties of a relationship; here they are joined with the nodes that bear them.
 */

import { TYPE } from "../graph/attribute-names.ts";
import type { MultiDirectedGraph } from "../graph/graphology.ts";
import { labelsOf, propertiesOf, typeOf } from "../graph/read-attributes.ts";
import { nameOf } from "./scene.ts";
import { claimsByTriple, denies, disagree, isRefuted } from "./scene-contested.ts";

/** A name, with the key of the node that bears it where the graph has one. */
export interface NamedNode {
  readonly name: string;
  readonly key?: string;
}

export interface SceneClaim {
  /** The relationship's key. */
  readonly key: string;
  readonly gist?: string;
  /** Absent: the article in its own voice. */
  readonly claimant?: NamedNode;
  /** Who passes the claimant's words on, outermost first. */
  readonly via: readonly NamedNode[];
  readonly stance: string;
  readonly modality: string;
  readonly assessment?: string;
  readonly when?: string;
  readonly said?: string;
  readonly denies: boolean;
  readonly refuted: boolean;
  /** Absent where the relationship names no article, as in a graph that was not made from annotations. */
  readonly article?: ArticleReference;
  /** What the type declares beside subject and object, and any other property: name and text. */
  readonly qualifiers: readonly (readonly [name: string, text: string])[];
}

export interface ArticleReference {
  readonly id: string;
  readonly key?: string;
  readonly title: string;
  readonly publisher?: NamedNode;
  readonly published?: string;
}

/** Claims of one triple. */
export interface ClaimGroup {
  readonly subject: Required<NamedNode>;
  readonly type: string;
  readonly object: Required<NamedNode>;
  /** Whether claims of this triple disagree, those of the graph that are not in this group included. */
  readonly contested: boolean;
  /** How many different articles they stand in. */
  readonly articles: number;
  readonly claims: readonly SceneClaim[];
}

/** Properties that have a place of their own on a claim, so that the rest are its qualifiers. */
const KNOWN_PROPERTIES: ReadonlySet<string> = new Set(
  (
    "claim article claimant via stance modality assessment when said gist from to start end sha256 " +
    "answers reports"
  ).split(" "),
);

/** Reads claims out of one graph; made anew when the graph has changed. */
export interface ClaimReader {
  /** These relationships grouped by triple, contested groups first, then the biggest. */
  groups(claims: readonly string[]): ClaimGroup[];
  /** Keys of all relationships that stand in the article with this node key. */
  claimsOfArticle(key: string): string[];
  /** Keys of all relationships whose claimant is called `name`. */
  claimsOfClaimant(name: string): string[];
  node(key: string): Required<NamedNode>;
  /** Key of the node called `name`, if there is one. */
  keyOf(name: string): string | undefined;
}

export function claimReader(graph: MultiDirectedGraph): ClaimReader {
  const keyOfName = new Map<string, string>();
  graph.forEachNode((key, attributes) => {
    // An article may bear the name of what it is about; a claimant is never an article.
    if (!labelsOf(attributes).includes("Article")) keyOfName.set(nameOf(key, attributes), key);
  });
  const named = (name: string): NamedNode => {
    const key = keyOfName.get(name);
    return key === undefined ? { name } : { name, key };
  };
  const node = (key: string) => ({ key, name: nameOf(key, graph.getNodeAttributes(key)) });
  const filterClaims = (property: string, wanted: string) =>
    graph.filterEdges((_, attributes) => attributes[property] === wanted);

  function articleOf(id: string): ArticleReference {
    if (!graph.hasNode(id)) return { id, title: id };
    const attributes = graph.getNodeAttributes(id);
    const publisher = text(attributes["publisher"]);
    const published = text(attributes["published"]);
    return {
      id,
      key: id,
      title: nameOf(id, attributes),
      ...(publisher !== undefined && { publisher: named(publisher) }),
      ...(published !== undefined && { published }),
    };
  }

  function claimOf(key: string): SceneClaim {
    const attributes = graph.getEdgeAttributes(key);
    const article = text(attributes["article"]);
    const claimant = text(attributes["claimant"]);
    const optional = Object.fromEntries(
      ["gist", "assessment", "when", "said"].flatMap((name) => {
        const value = text(attributes[name]);
        return value === undefined ? [] : [[name, value]];
      }),
    );
    return {
      ...optional,
      key,
      via: list(attributes["via"]).map(named),
      stance: text(attributes["stance"]) ?? "affirmed",
      modality: text(attributes["modality"]) ?? "actual",
      denies: denies(attributes),
      refuted: isRefuted(attributes),
      qualifiers: [...propertiesOf(attributes, TYPE)]
        .filter(([name]) => !KNOWN_PROPERTIES.has(name))
        .map(([name, value]) => [name, list(value).join(", ")] as const),
      ...(claimant !== undefined && { claimant: named(claimant) }),
      ...(article !== undefined && { article: articleOf(article) }),
    };
  }

  function groupOf(keys: readonly string[]): ClaimGroup {
    const [subject, object] = graph.extremities(keys[0] as string);
    const type = typeOf(graph.getEdgeAttributes(keys[0] as string));
    // What is denied was said first.
    const claims = keys.map(claimOf).sort((a, b) => Number(a.denies) - Number(b.denies));
    const allOfTriple = graph
      .outEdges(subject, object)
      .map((key) => graph.getEdgeAttributes(key))
      .filter((attributes) => typeOf(attributes) === type);
    return {
      subject: node(subject),
      type,
      object: node(object),
      contested: disagree(allOfTriple),
      articles: new Set(claims.flatMap(({ article }) => article?.id ?? [])).size,
      claims,
    };
  }

  return {
    groups: (claims) =>
      claimsByTriple(graph, claims)
        .map(groupOf)
        .sort((a, b) => Number(b.contested) - Number(a.contested) || b.claims.length - a.claims.length),
    claimsOfArticle: (key) => filterClaims("article", key),
    claimsOfClaimant: (name) => filterClaims("claimant", name),
    node,
    keyOf: (name) => keyOfName.get(name),
  };
}

/** A property as text; `undefined` where there is none. */
function text(value: unknown): string | undefined {
  if (value === null || value === undefined || value === "") return undefined;
  return typeof value === "string" ? value : String(value);
}

/** A property that may be one value or a list of them, as texts. */
function list(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((item) => text(item) ?? []);
}
