import type { Value } from "../../values/value.ts";

/** The input of every format: a table of values. A query's result is one. */
export interface Rows {
  readonly columns: readonly string[];
  /** Each row has the length of `columns`. */
  readonly rows: readonly (readonly Value[])[];
  /** Whether the rows are the lines of a plan. Tables leave a cell of a plan blank if its value is null. */
  readonly isPlan?: boolean;
}
