import type { ProcedureDefinition } from "../functions/procedure.ts";
import { isInteger } from "../values/numbers.ts";
import type { Value } from "../values/value.ts";
import type { ClaimGraph } from "./claim-graph.ts";
import { contestOf } from "./contested-triples.ts";
import { supportCounter } from "./support.ts";
import { timeline } from "./timeline.ts";
import { forEachTriple } from "./triples.ts";

/** A procedure that reads the graph of its query. */
export interface ClaimProcedure extends Omit<ProcedureDefinition, "run" | "description"> {
  readonly description: string;
  readonly run: (args: readonly Value[], graph: ClaimGraph) => Iterable<readonly Value[]>;
}

const TRIPLE = [
  { name: "subject", type: "Node" },
  { name: "type", type: "String" },
  { name: "object", type: "Node" },
] as const;

/**
 * Procedures that compare or combine claims, available in every engine. The claims of all rows are determined before
 * the first row is returned, so changes by the calling query do not affect later rows.
 */
export const CLAIM_PROCEDURES: readonly ClaimProcedure[] = [
  {
    name: "claims.contested",
    description:
      "triples that some claims affirm and others deny, that the article itself judges false, or whose type allows one object although claims name several",
    parameters: [],
    columns: [
      ...TRIPLE,
      { name: "affirmed", type: "List" },
      { name: "denied", type: "List" },
      { name: "refuted", type: "List" },
      { name: "conflicting", type: "List" },
    ],
    *run(_, graph) {
      for (const { affirmed, denied, refuted, conflicting } of contestOf(graph).contested()) {
        const lists = [affirmed, denied, refuted, conflicting];
        const first = Math.min(...[affirmed, denied].flatMap(([claim]) => claim ?? []));
        yield [...tripleOf(graph, first), ...lists.map((claims) => relationships(graph, claims))];
      }
    },
  },
  {
    name: "claims.corroborated",
    description:
      "triples affirmed by claims from at least this many independent origins, 2 by default; articles of one origin count once",
    parameters: [{ name: "origins", type: "Integer", isOptional: true }],
    columns: [
      ...TRIPLE,
      { name: "articles", type: "Integer" },
      { name: "origins", type: "Integer" },
      { name: "claimants", type: "Integer" },
      { name: "claims", type: "List" },
    ],
    *run([minimum = 2], graph) {
      if (minimum === null) return;
      const least = isInteger(minimum) ? Math.max(1, Number(minimum)) : 1;
      const supportOf = supportCounter(graph);
      const found: ReturnType<typeof supportOf>[] = [];
      forEachTriple(graph, least, (claims) => {
        const support = supportOf(claims);
        if (support.origins >= least) found.push(support);
      });
      for (const { claims, articles, origins, claimants } of found) {
        const counts = [articles, origins, claimants];
        yield [...tripleOf(graph, claims[0] as number), ...counts, relationships(graph, claims)];
      }
    },
  },
  {
    name: "claims.timeline",
    description:
      "claims in the order of their event time: all claims, or those about one entity, given as a node or a name",
    parameters: [{ name: "entity", type: "Any", isOptional: true }],
    columns: [
      { name: "time", type: "Any" },
      { name: "from", type: "Any" },
      { name: "to", type: "Any" },
      ...TRIPLE,
      { name: "claim", type: "Relationship" },
    ],
    *run([entity], graph) {
      const { index } = graph;
      for (const claim of timeline(graph, entity)) {
        const relationship = index.relationship(claim);
        const { when = null, from = null, to = null } = relationship.properties;
        yield [when, from, to, ...tripleOf(graph, claim), relationship];
      }
    },
  },
];

function tripleOf({ index }: ClaimGraph, claim: number): Value[] {
  const [subject, object] = [index.starts[claim] as number, index.ends[claim] as number];
  return [index.node(subject), index.relationshipType(claim), index.node(object)];
}

function relationships({ index }: ClaimGraph, claims: readonly number[]): Value {
  return claims.map((claim) => index.relationship(claim));
}
