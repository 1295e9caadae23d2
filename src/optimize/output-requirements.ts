import type { BoundVariable } from "../semantics/bound-tree.ts";

/** What the operators above an operator need of its rows. */
export interface OutputRequirements {
  /** The variables that are read later. */
  readonly needed: ReadonlySet<BoundVariable>;
  /** Whether duplicates matter, that is, rows that are equal in all needed variables. */
  readonly repeats: boolean;
  /** Whether only the first row is needed, with its evidence, so that rows before it must not be merged. */
  readonly needsFirstRow?: boolean;
}
