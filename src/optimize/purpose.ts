import type { BoundVariable } from "../semantics/bound-tree.ts";

/** What the operators above an operator make of its rows. */
export interface Purpose {
  /** The variables that are read later. */
  readonly needed: ReadonlySet<BoundVariable>;
  /** Whether it matters how often a row comes that is like another in all that is needed. */
  readonly repeats: boolean;
}
