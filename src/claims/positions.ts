import type { Column } from "../graph/column.ts";
import type { ClaimGraph } from "./claim-graph.ts";
import { isDenying, isRefuting } from "./stances.ts";

/** The position of claims on their triple, by the claim's number. */
export interface Positions {
  denies(claim: number): boolean;
  /** Whether the article that reports the claim judges it untrue. */
  isRefuted(claim: number): boolean;
  /** Whether no claim of the graph denies its triple or is refuted. */
  readonly isUnanimous: boolean;
}

/** Evaluates each distinct stance and assessment once, not once per claim. */
export function positionsOf({ index }: ClaimGraph): Positions {
  const stances = index.relationshipColumn("stance");
  const assessments = index.relationshipColumn("assessment");
  const denying = flags(stances, isDenying);
  const refuting = flags(assessments, isRefuting);
  return {
    denies: (claim) => denying[stances.codes[claim] as number] === 1,
    isRefuted: (claim) => refuting[assessments.codes[claim] as number] === 1,
    isUnanimous: !denying.includes(1) && !refuting.includes(1),
  };
}

function flags({ values }: Column, holds: (value: unknown) => boolean): Uint8Array {
  return Uint8Array.from(values, (value) => (holds(value) ? 1 : 0));
}
