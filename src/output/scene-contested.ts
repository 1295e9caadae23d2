import type { MultiDirectedGraph } from "../graph/graphology.ts";
import { typeOf } from "../graph/read-attributes.ts";

/** Stances whose claimant says that the triple is not so. All others uphold it: an accusation asserts. */
const DENYING_STANCES: ReadonlySet<string> = new Set(["denied", "disputed", "rejected"]);
/** An article's own verdicts that speak against what it reports. */
const DENYING_ASSESSMENTS: ReadonlySet<string> = new Set(["false", "inaccurate"]);

/** The part of a claim that says whether it stands for its triple or against it. */
export interface Position {
  readonly stance?: unknown;
  readonly assessment?: unknown;
}

/** Whether the claimant says that the triple is not so. */
export function denies({ stance }: Position): boolean {
  return typeof stance === "string" && DENYING_STANCES.has(stance);
}

/** Whether the article that reports the claim judges it untrue. */
export function isRefuted({ assessment }: Position): boolean {
  return typeof assessment === "string" && DENYING_ASSESSMENTS.has(assessment);
}

/**
 * Whether claims of one triple disagree: one upholds it, and another denies it or an article refutes it.
 * A single claim that its own article calls false is contested by that article.
 */
export function disagree(positions: readonly Position[]): boolean {
  const upheld = positions.some((position) => !denies(position));
  return upheld && positions.some((position) => denies(position) || isRefuted(position));
}

/** Whether some triple among these relationships is contested; they may be of several triples. */
export function isContested(graph: MultiDirectedGraph, claims: readonly string[]): boolean {
  return claimsByTriple(graph, claims).some((triple) =>
    disagree(triple.map((claim) => graph.getEdgeAttributes(claim))),
  );
}

/** These relationships, those of one triple (subject, type, object) together, in order of first mention. */
export function claimsByTriple(graph: MultiDirectedGraph, claims: readonly string[]): string[][] {
  const triples = new Map<string, string[]>();
  for (const claim of claims) {
    const [subject, object] = graph.extremities(claim);
    const triple = JSON.stringify([subject, typeOf(graph.getEdgeAttributes(claim)), object]);
    const group = triples.get(triple);
    if (group) group.push(claim);
    else triples.set(triple, [claim]);
  }
  return [...triples.values()];
}
