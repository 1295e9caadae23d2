/**
 * Reads claims in a form for people. The graph stores claimants, articles and qualifiers as plain properties of a
 * relationship; here they are joined with the nodes of these names.
 */
import { checkString, wrongArgument } from "../diagnostics/check-argument.ts";
import { nameOf } from "../graph/read-attributes.ts";
import type { Value } from "../values/value.ts";
import { answerLinks } from "./answer-links.ts";
import type {
  ArticleReference,
  Claim,
  ClaimGroup,
  LinkedClaim,
  NamedNode,
  PassageReference,
} from "./claim.ts";
import type { ClaimGraph } from "./claim-graph.ts";
import { isQualifier } from "./claim-properties.ts";
import { contestOf, isContested } from "./contested-triples.ts";
import { optionalText, texts } from "./property-texts.ts";
import { isDenying, isRefuting } from "./stances.ts";
import { supportCounter } from "./support.ts";
import { claimsOfTriple } from "./triples.ts";

/**
 * Reads claims from the state of a graph when the reader was created. Nodes and claims are identified by their keys.
 */
export interface ClaimReader {
  /** Groups these relationships by triple: contested groups first, then the largest. */
  groups(claims: Iterable<string>): ClaimGroup[];
  /** Keys of all claims of contested triples. */
  contested(): ReadonlySet<string>;
  /** Keys of all relationships from the article with this node key. */
  claimsOfArticle(key: string): string[];
  /** Keys of all relationships whose claimant is named `name`. */
  claimsOfClaimant(name: string): string[];
  node(key: string): Required<NamedNode>;
  /** The key of the node named `name`; undefined if there is none. */
  keyOf(name: string): string | undefined;
}

export function claimReader(graph: ClaimGraph): ClaimReader {
  const { index } = graph;
  const contest = contestOf(graph);
  const supportOf = supportCounter(graph);
  const links = answerLinks(graph);

  function keyOf(name: string): string | undefined {
    // An article may have the same name as its topic; a claimant is never an article.
    const nodes = index.nodesWithProperty("name", name);
    const node = nodes.find((one) => !index.hasLabel(one, "Article"));
    return node === undefined ? undefined : index.nodeKey(node);
  }

  function named(name: string): NamedNode {
    const key = keyOf(name);
    return key === undefined ? { name } : { name, key };
  }

  function nodeOf(node: number): Required<NamedNode> {
    const { id: key, properties } = index.node(node);
    return { key, name: nameOf(key, properties) };
  }

  function articleOf(id: string): ArticleReference {
    const node = index.findNode(id);
    if (node === undefined || index.isNodeDeleted(node)) return { id, title: id };
    const { properties } = index.node(node);
    const publisher = optionalText(properties["publisher"]);
    const published = optionalText(properties["published"]);
    const file = optionalText(properties["file"]);
    return {
      id,
      key: id,
      title: nameOf(id, properties),
      ...(publisher !== undefined && { publisher: named(publisher) }),
      ...(published !== undefined && { published }),
      ...(file !== undefined && { file }),
    };
  }

  function claimOf(claim: number): Claim {
    const { id: key, type, properties } = index.relationship(claim);
    const article = optionalText(properties["article"]);
    const claimant = optionalText(properties["claimant"]);
    const id = optionalText(properties["claim"]);
    const passage = passageOf(properties);
    const optional = Object.fromEntries(
      ["gist", "assessment", "when", "said"].flatMap((name) => {
        const value = optionalText(properties[name]);
        return value === undefined ? [] : [[name, value]];
      }),
    );
    return {
      ...optional,
      key,
      subject: nodeOf(index.starts[claim] as number),
      type,
      object: nodeOf(index.ends[claim] as number),
      via: texts(properties["via"]).map(named),
      stance: optionalText(properties["stance"]) ?? "affirmed",
      modality: optionalText(properties["modality"]) ?? "actual",
      denies: isDenying(properties["stance"]),
      isRefuted: isRefuting(properties["assessment"]),
      qualifiers: Object.entries(properties)
        .filter(([name]) => isQualifier(name))
        .map(([name, value]) => [name, texts(value).join(", ")] as const),
      answers: links.answered(claim),
      answeredBy: links.answering(claim),
      ...(id !== undefined && { id }),
      ...(claimant !== undefined && { claimant: named(claimant) }),
      ...(article !== undefined && { article: articleOf(article) }),
      ...(passage !== undefined && { passage }),
    };
  }

  function linkOf(claim: number): LinkedClaim {
    const { key, id = key, gist, claimant } = claimOf(claim);
    return { id, key, ...(gist !== undefined && { gist }), ...(claimant && { claimant: claimant.name }) };
  }

  function groupOf({ claims, all }: Triple, requested: ReadonlySet<number>): ClaimGroup {
    const own = contest.sidesOf(claims);
    const whole = contest.sidesOf(all);
    const support = supportOf(all);
    // For affirming claims, only the denials are added: these are few, and the requested claims represent the other
    // affirming ones.
    const otherSide = own.affirmed.length > 0 ? whole.denied : whole.affirmed;
    const against = [...otherSide, ...own.conflicting].filter((claim) => !requested.has(claim));
    const first = claims[0] as number;
    const read = claims.map(claimOf);
    return {
      subject: nodeOf(index.starts[first] as number),
      type: index.relationshipType(first),
      object: nodeOf(index.ends[first] as number),
      contested: isContested(whole),
      articles: new Set(read.flatMap(({ article }) => article?.id ?? [])).size,
      // Affirming claims come first, since a denial follows what it denies.
      claims: read.sort((one, other) => Number(one.denies) - Number(other.denies)),
      against: against.map(claimOf),
      contradictedBy: own.conflicting.filter((claim) => requested.has(claim)).map(linkOf),
      support: { claims: support.claims.length, articles: support.articles, origins: support.origins },
      opposition: { denials: whole.denied.length, others: whole.conflicting.length },
    };
  }

  return {
    groups(keys) {
      if (typeof keys === "string" || typeof keys?.[Symbol.iterator] !== "function") {
        throw wrongArgument("ClaimReader.groups", "the keys of claims as an array", keys);
      }
      const triples = byTriple(graph, keys);
      const requested = new Set(triples.flatMap(({ claims }) => claims));
      return triples
        .map((triple) => groupOf(triple, requested))
        .sort((a, b) => Number(b.contested) - Number(a.contested) || b.claims.length - a.claims.length);
    },
    contested() {
      const claims = contest.contested().flatMap(({ affirmed, denied }) => [...affirmed, ...denied]);
      return new Set(claims.map((claim) => index.relationshipKey(claim)));
    },
    claimsOfArticle(key) {
      checkString("ClaimReader.claimsOfArticle", "the key of an article", key);
      return claimsWith("article", key);
    },
    claimsOfClaimant(name) {
      checkString("ClaimReader.claimsOfClaimant", "the name of a claimant", name);
      return claimsWith("claimant", name);
    },
    node(key) {
      checkString("ClaimReader.node", "the key of a node", key);
      const node = index.findNode(key);
      return node === undefined ? { key, name: key } : nodeOf(node);
    },
    keyOf,
  };

  function claimsWith(property: string, value: string): string[] {
    const codes = index.relationshipColumn(property).codesEqualTo(value);
    const postings = index.relationshipsByCode(property);
    return codes.flatMap((code) => Array.from(postings.list(code), (claim) => index.relationshipKey(claim)));
  }
}

/** Requested claims of one triple, and all claims of this triple in the graph. */
interface Triple {
  readonly claims: number[];
  readonly all: Uint32Array;
}

/** Groups claims by triple, in order of first mention. */
function byTriple(graph: ClaimGraph, keys: Iterable<string>): Triple[] {
  const triples: Triple[] = [];
  // By claim of the triple: each triple is looked up once, since it may have thousands of claims.
  const known = new Map<number, Triple>();
  for (const key of keys) {
    const claim = graph.index.findRelationship(key);
    if (claim === undefined || graph.index.isRelationshipDeleted(claim)) continue;
    let triple = known.get(claim);
    if (triple === undefined) {
      triple = { claims: [], all: claimsOfTriple(graph, claim) };
      for (const one of triple.all) known.set(one, triple);
      triples.push(triple);
    }
    triple.claims.push(claim);
  }
  return triples;
}

function passageOf({ start, end, sha256 }: Readonly<Record<string, Value>>): PassageReference | undefined {
  if (typeof start !== "number" || typeof end !== "number") return undefined;
  const hash = optionalText(sha256);
  return { start, end, ...(hash !== undefined && { sha256: hash }) };
}
