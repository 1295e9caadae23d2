import type { Value } from "../../values/value.ts";

/** What every format takes: a table of values. A query's result is one. */
export interface Rows {
  readonly columns: readonly string[];
  /** Each as long as `columns`. */
  readonly rows: readonly (readonly Value[])[];
  /** Whether the rows are the lines of a plan. Tables leave a cell blank if such a line has no figure. */
  readonly isPlan?: boolean;
}
