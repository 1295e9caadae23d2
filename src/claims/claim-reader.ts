/**
 * Claims as people read them. The graph keeps claimants, articles and qualifiers as plain properties of a
 * relationship; here they are joined with the nodes that bear them.
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

/** Reads claims out of one graph, as it was when the reader was made. Nodes and claims are given by their keys. */
export interface ClaimReader {
  /** These relationships grouped by triple, contested groups first, then the biggest. */
  groups(claims: Iterable<string>): ClaimGroup[];
  /** All claims of contested triples. */
  contested(): ReadonlySet<string>;
  /** All relationships that stand in the article with this node key. */
  claimsOfArticle(key: string): string[];
  /** All relationships whose claimant is called `name`. */
  claimsOfClaimant(name: string): string[];
  node(key: string): Required<NamedNode>;
  /** Key of the node called `name`, if there is one. */
  keyOf(name: string): string | undefined;
}

export function claimReader(graph: ClaimGraph): ClaimReader {
  const { index } = graph;
  const contest = contestOf(graph);
  const supportOf = supportCounter(graph);
  const links = answerLinks(graph);

  function keyOf(name: string): string | undefined {
    // An article may bear the name of what it is about; a claimant is never an article.
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

  function groupOf({ claims, all }: Triple, asked: ReadonlySet<number>): ClaimGroup {
    const own = contest.sidesOf(claims);
    const whole = contest.sidesOf(all);
    const support = supportOf(all);
    // Denials are few; of what is upheld, some claims stand for all.
    const otherSide = own.affirmed.length > 0 ? whole.denied : whole.affirmed;
    const against = [...otherSide, ...own.conflicting].filter((claim) => !asked.has(claim));
    const first = claims[0] as number;
    const read = claims.map(claimOf);
    return {
      subject: nodeOf(index.starts[first] as number),
      type: index.relationshipType(first),
      object: nodeOf(index.ends[first] as number),
      contested: isContested(whole),
      articles: new Set(read.flatMap(({ article }) => article?.id ?? [])).size,
      // What is denied was said first.
      claims: read.sort((one, other) => Number(one.denies) - Number(other.denies)),
      against: against.map(claimOf),
      contradictedBy: own.conflicting.filter((claim) => asked.has(claim)).map(linkOf),
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
      const asked = new Set(triples.flatMap(({ claims }) => claims));
      return triples
        .map((triple) => groupOf(triple, asked))
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

/** Claims of one triple, and all that the graph has of it. */
interface Triple {
  readonly claims: number[];
  readonly all: Uint32Array;
}

/** These claims by triple, in order of first mention. */
function byTriple(graph: ClaimGraph, keys: Iterable<string>): Triple[] {
  const triples: Triple[] = [];
  // By each of its claims: a triple is looked up once, as it may have thousands.
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
