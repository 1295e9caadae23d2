import type { BoundVariable } from "../semantics/bound-tree.ts";

/** What the operators above an operator make of its rows. */
export interface OutputRequirements {
  /** The variables that are read later. */
  readonly needed: ReadonlySet<BoundVariable>;
  /** Whether it matters how often a row comes that is like another in all that is needed. */
  readonly repeats: boolean;
  /** Whether only the first row is wanted, with what it rests on, and rows before it must not be made one. */
  readonly restsOnFirst?: boolean;
}
